namespace Hsvo.UseCases.Stores;

/// <summary>The keys that forms' tokens are made with. All instances of the app share them; none is ever changed.</summary>
public interface IFormKeyStore
{
    /// <summary>Every key, as it was kept.</summary>
    Task<IReadOnlyList<string>> ReadAsync(string area, CancellationToken cancellationToken);

    /// <summary>Keeps a key under a name of its own.</summary>
    /// <param name="area">The area.</param>
    /// <param name="id">The name.</param>
    /// <param name="content">The key.</param>
    /// <param name="cancellationToken">The caller's.</param>
    Task KeepAsync(string area, Guid id, string content, CancellationToken cancellationToken);
}
