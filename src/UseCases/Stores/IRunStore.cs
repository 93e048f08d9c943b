namespace Hsvo.UseCases.Stores;

/// <summary>When the timers last did their work, whichever instance it was that ran.</summary>
public interface IRunStore
{
    /// <summary>When each timer last finished, or was first awaited, UTC.</summary>
    Task<IReadOnlyDictionary<string, DateTimeOffset>> ReadAsync(string area, CancellationToken cancellationToken);

    /// <summary>Keeps that a timer has finished.</summary>
    Task KeepAsync(string area, string timer, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>Keeps since when a timer's first run is awaited; nothing when there is something about it already.</summary>
    Task AwaitAsync(string area, string timer, DateTimeOffset from, CancellationToken cancellationToken);
}
