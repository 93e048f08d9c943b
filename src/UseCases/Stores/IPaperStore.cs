using Hsvo.UseCases.Papers;

namespace Hsvo.UseCases.Stores;

/// <summary>Meeting papers: contents by their SHA-256, and manifests that make them visible.</summary>
public interface IPaperStore
{
    /// <summary>Stores a content under its SHA-256; storing the same again is harmless.</summary>
    /// <returns>SHA-256, lower-case hexadecimal.</returns>
    Task<string> SaveContentAsync(string area, ReadOnlyMemory<byte> content, string contentType, CancellationToken cancellationToken);

    /// <summary>A content, or null.</summary>
    Task<ReadOnlyMemory<byte>?> FindContentAsync(string area, string sha256, CancellationToken cancellationToken);

    /// <summary>Stores a manifest, once.</summary>
    /// <returns>False when there was one already; it stands as it was.</returns>
    Task<bool> TryCreateManifestAsync(PaperManifest manifest, CancellationToken cancellationToken);

    /// <summary>The manifest of one of a meeting's editions, or null.</summary>
    Task<PaperManifest?> FindManifestAsync(string area, string meeting, string version, CancellationToken cancellationToken);

    /// <summary>The manifest of a meeting's sealed edition, else of its newest preliminary one, else null.</summary>
    Task<PaperManifest?> FindNewestAsync(string area, string meeting, CancellationToken cancellationToken);

    /// <summary>A meeting's editions, by time, the sealed one last: one question to storage, however many there are.</summary>
    Task<IReadOnlyList<ListedPaper>> ListAsync(string area, string meeting, CancellationToken cancellationToken);

    /// <summary>The versions of a meeting's editions, by time; the sealed one last.</summary>
    Task<IReadOnlyList<string>> ListVersionsAsync(string area, string meeting, CancellationToken cancellationToken);
}
