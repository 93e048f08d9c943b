using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Hsvo.Functions.Archive;

/// <summary>
/// Files in a ZIP that is sent while it is written, each with its SHA-256. No file has a time or a mode of its own, so that the same contents are the same bytes.
/// </summary>
/// <param name="archive">The ZIP.</param>
internal sealed class HashedEntries(ZipArchive archive)
{
    // The first day that a ZIP can say.
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly List<(string Name, string Sha256)> _written = [];

    /// <summary>Writes a file.</summary>
    /// <param name="name">Its path in the archive.</param>
    /// <param name="write">Writes its content.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public async Task AddAsync(string name, Func<Stream, Task> write, CancellationToken cancellationToken)
    {
        var entry = archive.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = NoTime;
        using var hash = SHA256.Create();
        await using (var file = await entry.OpenAsync(cancellationToken))
        {
            await using var hashing = new CryptoStream(file, hash, CryptoStreamMode.Write, leaveOpen: true);
            await write(hashing);
            await hashing.FlushFinalBlockAsync(cancellationToken);
        }

        _written.Add((name, Convert.ToHexStringLower(hash.Hash!)));
    }

    /// <summary>Writes a file that is held.</summary>
    public Task AddAsync(string name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken) =>
        AddAsync(name, async file => await file.WriteAsync(content, cancellationToken), cancellationToken);

    /// <summary>Writes the list of all others' hashes, as <c>sha256sum -c</c> reads it.</summary>
    public Task AddHashesAsync(string name, CancellationToken cancellationToken) =>
        AddAsync(name, Encoding.UTF8.GetBytes(string.Concat(_written.Select(f => $"{f.Sha256}  {f.Name}\n"))), cancellationToken);
}
