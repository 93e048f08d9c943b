using Hsvo.Domain.Meetings;

namespace Hsvo.UseCases.Stores;

/// <summary>The dated meetings of each area.</summary>
public interface IMeetingStore
{
    /// <summary>An area's meetings, by id.</summary>
    Task<IReadOnlyList<Meeting>> ListAsync(string area, CancellationToken cancellationToken);

    /// <summary>An area's permits for late changes, by plan, round, department and time.</summary>
    Task<IReadOnlyList<LateChangePermit>> ListPermitsAsync(string area, CancellationToken cancellationToken);

    /// <summary>A value that is new after every change of an area's meetings and permits; empty before the first.</summary>
    Task<string> ReadStampAsync(string area, CancellationToken cancellationToken);

    /// <summary>Creates or replaces a meeting, unless something of its area was changed after a stamp was read.</summary>
    /// <returns>False when something was: read again and decide anew.</returns>
    Task<bool> TrySaveAsync(Meeting meeting, string stamp, CancellationToken cancellationToken);

    /// <summary>Removes a meeting, unless something of its area was changed after a stamp was read.</summary>
    /// <returns>False when something was: read again and decide anew.</returns>
    Task<bool> TryRemoveAsync(Meeting meeting, string stamp, CancellationToken cancellationToken);

    /// <summary>Keeps a permit.</summary>
    Task AddPermitAsync(LateChangePermit permit, CancellationToken cancellationToken);
}
