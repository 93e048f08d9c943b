using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Hsvo.Benchmarks.Feeds;

/// <summary>One connection that asks and reads to the end of each answer, and does nothing else: a client's own work would blur the servers' difference.</summary>
internal sealed class Connection : IDisposable
{
    private static readonly byte[] HeadEnd = "\r\n\r\n"u8.ToArray();
    private static readonly byte[] LastChunk = "\r\n0\r\n\r\n"u8.ToArray();

    private readonly TcpClient _client;
    private readonly NetworkStream _stream;
    private readonly string _headers;
    private byte[] _buffer = new byte[2 * 1024 * 1024];

    private Connection(TcpClient client, string headers) => (_client, _stream, _headers) = (client, client.GetStream(), headers);

    public static async Task<Connection> OpenAsync(Uri address, string? token)
    {
        var client = new TcpClient { NoDelay = true };
        await client.ConnectAsync(address.Host, address.Port);
        return new(client, $" HTTP/1.1\r\nHost: {address.Authority}\r\nAccept: application/json\r\n{(token is null ? "" : $"Authorization: Bearer {token}\r\n")}\r\n");
    }

    /// <summary>Asks.</summary>
    /// <returns>The body; it holds until the next question.</returns>
    /// <exception cref="InvalidOperationException">The answer isn't 200.</exception>
    public async Task<ReadOnlyMemory<byte>> GetAsync(string path)
    {
        await _stream.WriteAsync(Encoding.ASCII.GetBytes($"GET {path}{_headers}"));
        var (read, head, length) = (0, -1, -1);
        while (true)
        {
            if (read == _buffer.Length)
            {
                Array.Resize(ref _buffer, _buffer.Length * 2);
            }

            var more = await _stream.ReadAsync(_buffer.AsMemory(read));
            read += more > 0 ? more : throw new InvalidOperationException($"{path}: the connection was closed.");
            if (head < 0)
            {
                head = _buffer.AsSpan(0, read).IndexOf(HeadEnd);
                if (head < 0)
                {
                    continue;
                }

                length = LengthOf(path, Encoding.ASCII.GetString(_buffer, 0, head));
            }

            var body = head + HeadEnd.Length;
            if (length >= 0 && read >= body + length)
            {
                return _buffer.AsMemory(body, length);
            }

            if (length < 0 && _buffer.AsSpan(body - 2, read - body + 2).EndsWith(LastChunk))
            {
                return Unchunked(_buffer.AsSpan(body, read - body));
            }
        }
    }

    public void Dispose() => _client.Dispose();

    private static int LengthOf(string path, string head)
    {
        const string Name = "\r\nContent-Length:";
        if (!head.StartsWith("HTTP/1.1 200", StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"{path}: {head.Split('\r')[0]}");
        }

        var at = head.IndexOf(Name, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? -1 : int.Parse(head[(at + Name.Length)..].Split('\r')[0], CultureInfo.InvariantCulture);
    }

    private static ReadOnlyMemory<byte> Unchunked(ReadOnlySpan<byte> chunks)
    {
        var body = new MemoryStream(chunks.Length);
        while (true)
        {
            var end = chunks.IndexOf("\r\n"u8);
            var size = int.Parse(Encoding.ASCII.GetString(chunks[..end]), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            if (size == 0)
            {
                return body.GetBuffer().AsMemory(0, (int)body.Length);
            }

            body.Write(chunks.Slice(end + 2, size));
            chunks = chunks[(end + 2 + size + 2)..];
        }
    }
}
