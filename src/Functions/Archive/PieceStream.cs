namespace Hsvo.Functions.Archive;

/// <summary>
/// Takes what is written, and sends it on a piece at a time. A ZIP's end of a file is written synchronously whatever it is asked, which the server refuses:
/// so that is kept until the next piece, and memory holds one piece.
/// </summary>
/// <param name="output">Where it goes.</param>
internal sealed class PieceStream(Stream output) : Stream
{
    private const int PieceSize = 64 * 1024;

    private readonly MemoryStream _piece = new(2 * PieceSize);

    /// <inheritdoc/>
    public override bool CanRead => false;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => true;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Sends what is kept.</summary>
    public async Task SendAsync(CancellationToken cancellationToken)
    {
        await output.WriteAsync(_piece.GetBuffer().AsMemory(0, (int)_piece.Length), cancellationToken);
        _piece.SetLength(0);
    }

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => _piece.Write(buffer, offset, count);

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> buffer) => _piece.Write(buffer);

    /// <inheritdoc/>
    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc/>
    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        _piece.Write(buffer.Span);
        if (_piece.Length >= PieceSize)
        {
            await SendAsync(cancellationToken);
        }
    }

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        _piece.Dispose();
        base.Dispose(disposing);
    }
}
