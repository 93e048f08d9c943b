using System.Net;
using System.Net.Sockets;

namespace Hsvo.Storage.Tests;

/// <summary>Passes what comes to one loopback port on to another.</summary>
internal sealed class Relay : IDisposable
{
    private readonly TcpListener _listener;
    private readonly CancellationTokenSource _end = new();

    public Relay(int from, int to)
    {
        _listener = new(IPAddress.Loopback, from);
        _listener.Start();
        _ = AcceptAsync(to);
    }

    public void Dispose()
    {
        _end.Cancel();
        _listener.Dispose();
        _end.Dispose();
    }

    private async Task AcceptAsync(int to)
    {
        while (true)
        {
            var client = await _listener.AcceptTcpClientAsync(_end.Token);
            var server = new TcpClient();
            await server.ConnectAsync(IPAddress.Loopback, to, _end.Token);
            _ = client.GetStream().CopyToAsync(server.GetStream(), _end.Token);
            _ = server.GetStream().CopyToAsync(client.GetStream(), _end.Token);
        }
    }
}
