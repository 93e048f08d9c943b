using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace Hsvo.TestKit;

/// <summary>
/// Stands between an app and its table storage, on loopback, and lets requests go wrong in the ways a network and a busy account do. What happens to a
/// request is decided by its number alone, so that a run can be repeated.
/// </summary>
public sealed class FaultProxy : IAsyncDisposable
{
    // Longer than the storage client waits for an answer.
    private static readonly TimeSpan TooLate = TimeSpan.FromSeconds(6);

    private static readonly HashSet<string> HopByHop = new(StringComparer.OrdinalIgnoreCase) { "Connection", "Host", "Transfer-Encoding", "Keep-Alive" };

    private readonly WebApplication _app;
    private readonly HttpClient _client = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false });
    private readonly ConcurrentDictionary<Fault, int> _struck = new();
    private Func<int, Fault> _faults = _ => Fault.None;
    private Uri _target;
    private int _requests;

    private FaultProxy(WebApplication app, Uri target) => (_app, _target) = (app, target);

    /// <summary>How often each fault has struck.</summary>
    public IReadOnlyDictionary<Fault, int> Struck => _struck;

    /// <summary>Where requests are counted, by method and address; null for not at all.</summary>
    public ConcurrentDictionary<string, int>? Calls { get; set; }

    /// <summary>Starts it in front of the tables that a connection string names.</summary>
    public static async Task<FaultProxy> StartAsync(string connectionString)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(k =>
        {
            k.Listen(IPAddress.Loopback, 0);
            k.AddServerHeader = false;
        });
        var app = builder.Build();
        var proxy = new FaultProxy(app, TablesOf(connectionString));
        app.Run(proxy.AnswerAsync);
        await app.StartAsync();
        return proxy;
    }

    /// <summary>The connection string with the tables reached through here.</summary>
    public string Through(string connectionString)
    {
        var behind = TablesOf(connectionString);
        var here = new UriBuilder(behind) { Port = new Uri(_app.Urls.Single()).Port }.Uri;
        return connectionString.Replace(behind.AbsoluteUri, here.AbsoluteUri, StringComparison.Ordinal);
    }

    /// <summary>From now on, what happens to a request by its number from here, 0 for the next.</summary>
    public void Begin(Func<int, Fault> faults)
    {
        Interlocked.Exchange(ref _requests, 0);
        Volatile.Write(ref _faults, faults);
    }

    /// <summary>From now on every request goes through.</summary>
    public void End() => Begin(_ => Fault.None);

    /// <summary>From now on requests go to the tables of another connection string: storage was restarted elsewhere.</summary>
    public void Redirect(string connectionString) => Volatile.Write(ref _target, TablesOf(connectionString));

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _client.Dispose();
    }

    private static Uri TablesOf(string connectionString) => new(connectionString.Split(';')
        .Single(p => p.StartsWith("TableEndpoint=", StringComparison.Ordinal))["TableEndpoint=".Length..]);

    private async Task AnswerAsync(HttpContext http)
    {
        var fault = Volatile.Read(ref _faults)(Interlocked.Increment(ref _requests) - 1);
        _struck.AddOrUpdate(fault, 1, (_, n) => n + 1);
        Calls?.AddOrUpdate($"{http.Request.Method} {http.Features.Get<IHttpRequestFeature>()!.RawTarget}", 1, (_, n) => n + 1);
        switch (fault)
        {
            case Fault.TooManyRequests or Fault.ServerError or Fault.Unavailable:
                http.Response.StatusCode = (int)fault;
                return;
            case Fault.Hang:
                await Task.Delay(Timeout.Infinite, http.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
                return;
            case Fault.CutBefore:
                http.Abort();
                return;
        }

        HttpResponseMessage answer;
        byte[] body;
        try
        {
            answer = await ForwardAsync(http);
            body = await answer.Content.ReadAsByteArrayAsync(CancellationToken.None);
        }
        catch (HttpRequestException)
        {
            // Nobody there: as when the storage itself refuses the connection.
            http.Abort();
            return;
        }

        using (answer)
        {
            await PassOnAsync(http, fault, answer, body);
        }
    }

    private static async Task PassOnAsync(HttpContext http, Fault fault, HttpResponseMessage answer, byte[] body)
    {
        switch (fault)
        {
            case Fault.AnswerLost:
                http.Abort();
                return;
            case Fault.DoneButServerError:
                http.Response.StatusCode = StatusCodes.Status500InternalServerError;
                return;
            case Fault.AnswerTooLate:
                await Task.Delay(TooLate);
                break;
        }

        http.Response.StatusCode = (int)answer.StatusCode;
        foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers).Where(h => !HopByHop.Contains(h.Key)))
        {
            http.Response.Headers[name] = values.ToArray();
        }

        if (fault == Fault.AnswerCut)
        {
            http.Response.ContentLength = body.Length + 1;
            await http.Response.Body.WriteAsync(body.AsMemory(0, body.Length / 2));
            await http.Response.Body.FlushAsync();
            http.Abort();
            return;
        }

        await http.Response.Body.WriteAsync(body);
    }

    // Whatever the client does meanwhile: a request that went out is done.
    private async Task<HttpResponseMessage> ForwardAsync(HttpContext http)
    {
        var target = new Uri(Volatile.Read(ref _target).GetLeftPart(UriPartial.Authority) + http.Features.Get<IHttpRequestFeature>()!.RawTarget);
        using var request = new HttpRequestMessage(new HttpMethod(http.Request.Method), target);
        using var content = new MemoryStream();
        await http.Request.Body.CopyToAsync(content);
        request.Content = new ByteArrayContent(content.ToArray());
        foreach (var (name, values) in http.Request.Headers.Where(h => !HopByHop.Contains(h.Key)))
        {
            if (!request.Headers.TryAddWithoutValidation(name, values.ToArray()))
            {
                request.Content.Headers.Remove(name);
                request.Content.Headers.TryAddWithoutValidation(name, values.ToArray());
            }
        }

        return await _client.SendAsync(request, CancellationToken.None);
    }
}

/// <summary>What goes wrong with a request. The numbers of the first three are their HTTP status.</summary>
public enum Fault
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Refused before anything was done: 429.</summary>
    TooManyRequests = 429,

    /// <summary>Refused before anything was done: 500.</summary>
    ServerError = 500,

    /// <summary>Refused before anything was done: 503.</summary>
    Unavailable = 503,

    /// <summary>The connection is cut before anything was done.</summary>
    CutBefore = 1000,

    /// <summary>Never answered, and nothing done.</summary>
    Hang,

    /// <summary>Done, and the connection cut before the answer.</summary>
    AnswerLost,

    /// <summary>Done, and the connection cut in the middle of the answer.</summary>
    AnswerCut,

    /// <summary>Done, and answered 500.</summary>
    DoneButServerError,

    /// <summary>Done, and answered when the client has given up.</summary>
    AnswerTooLate,
}
