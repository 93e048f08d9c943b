using System.Net;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Hsvo.Functions.Tests.Notices;

/// <summary>A receiver of notices on this machine, over real HTTP: keeps what comes, and answers as a test says.</summary>
public sealed class LoopbackReceiver : IAsyncDisposable
{
    private readonly WebApplication _web;
    private readonly Channel<Received> _received = Channel.CreateUnbounded<Received>();

    private LoopbackReceiver(WebApplication web) => _web = web;

    /// <summary>Where it is.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>What it answers, by path; 204 where nothing is said.</summary>
    public Func<HttpContext, Task> Answer { get; set; } = http =>
    {
        http.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    };

    public static async Task<LoopbackReceiver> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var receiver = new LoopbackReceiver(builder.Build());
        receiver._web.Run(receiver.TakeAsync);
        await receiver._web.StartAsync();
        receiver.Address = new(receiver._web.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        return receiver;
    }

    /// <summary>The next that comes.</summary>
    public async Task<Received> NextAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        return await _received.Reader.ReadAsync(patience.Token);
    }

    /// <summary>What has come and wasn't asked for.</summary>
    public int Waiting => _received.Reader.Count;

    public async ValueTask DisposeAsync() => await _web.DisposeAsync();

    private async Task TakeAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        var headers = http.Request.Headers.ToDictionary(h => h.Key.ToLowerInvariant(), h => h.Value.ToString());
        _received.Writer.TryWrite(new($"{http.Request.Path}{http.Request.QueryString}", headers, body.ToArray()));
        await Answer(http);
    }
}

/// <summary>What a receiver got.</summary>
public sealed record Received(string Path, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    public JsonNode Json => JsonNode.Parse(Body)!;
}
