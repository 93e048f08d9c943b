using System.Security.Cryptography;
using Hsvo.Domain.Audit;

namespace Hsvo.Functions.Audit;

/// <summary>
/// A file of a year's audit while it is written: entry by entry, a piece at a time to where it goes, so that a year of any size takes the same memory. The same
/// entries are the same bytes, whenever it is asked for: there is no time in it but theirs.
/// </summary>
internal abstract class AuditFile : IDisposable
{
    private const int MaxPiece = 64 * 1024;

    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>How many entries were written.</summary>
    public int Entries { get; private set; }

    /// <summary>How many bytes were written.</summary>
    public long Length { get; private set; }

    /// <summary>What is written and not sent yet.</summary>
    protected MemoryStream Piece { get; } = new();

    /// <summary>Writes an entry.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="output">Where it goes; null where the hash alone is asked for.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public async Task WriteAsync(AuditEntry entry, Stream? output, CancellationToken cancellationToken)
    {
        Write(entry);
        Entries++;
        if (Piece.Length >= MaxPiece)
        {
            await SendAsync(output, cancellationToken);
        }
    }

    /// <summary>Writes the end.</summary>
    /// <returns>The file's SHA-256, lower-case hexadecimal.</returns>
    public async Task<string> EndAsync(Stream? output, CancellationToken cancellationToken)
    {
        WriteEnd();
        await SendAsync(output, cancellationToken);
        return Convert.ToHexStringLower(_hash.GetHashAndReset());
    }

    /// <inheritdoc/>
    public virtual void Dispose()
    {
        _hash.Dispose();
        Piece.Dispose();
    }

    /// <summary>Writes an entry to the piece.</summary>
    protected abstract void Write(AuditEntry entry);

    /// <summary>Writes to the piece what comes after the last entry.</summary>
    protected abstract void WriteEnd();

    private async Task SendAsync(Stream? output, CancellationToken cancellationToken)
    {
        var bytes = Piece.GetBuffer().AsMemory(0, (int)Piece.Length);
        _hash.AppendData(bytes.Span);
        Length += bytes.Length;
        if (output is not null)
        {
            await output.WriteAsync(bytes, cancellationToken);
        }

        Piece.SetLength(0);
    }
}
