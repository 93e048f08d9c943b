using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Hsvo.Functions.Tests.Telemetry;

/// <summary>Takes in what an exporter sends by OTLP (http/protobuf), on loopback. It answers nobody before it is opened.</summary>
public sealed class OtlpReceiver : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly WebApplication _app;
    private readonly TaskCompletionSource _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _lock = new();
    private readonly List<byte[]> _payloads = [];
    private readonly List<Span> _spans = [];
    private readonly List<Metric> _metrics = [];
    private readonly List<(Func<Span, bool> Is, TaskCompletionSource Seen)> _awaited = [];

    private OtlpReceiver(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.Single());

    /// <summary>Every body as it came.</summary>
    public IReadOnlyList<byte[]> Payloads => Copy(_payloads);

    public IReadOnlyList<Span> Spans => Copy(_spans);

    public IReadOnlyList<Metric> Metrics => Copy(_metrics);

    public static async Task<OtlpReceiver> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var receiver = new OtlpReceiver(app);
        app.MapPost("/v1/{signal}", receiver.TakeAsync);
        await app.StartAsync();
        return receiver;
    }

    public void Open() => _opened.TrySetResult();

    /// <summary>Waits until a span has come.</summary>
    public Task WaitForAsync(Func<Span, bool> isIt)
    {
        var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            _awaited.Add((isIt, seen));
            Tell();
        }

        return seen.Task.WaitAsync(Patience);
    }

    public async ValueTask DisposeAsync()
    {
        Open();
        await _app.DisposeAsync();
    }

    private async Task TakeAsync(string signal, HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        await _opened.Task;
        lock (_lock)
        {
            _payloads.Add(body.ToArray());
            _spans.AddRange(signal == "traces" ? Otlp.Spans(body.ToArray()) : []);
            _metrics.AddRange(signal == "metrics" ? Otlp.Metrics(body.ToArray()) : []);
            Tell();
        }
    }

    private void Tell()
    {
        foreach (var (_, seen) in _awaited.Where(a => _spans.Any(a.Is)))
        {
            seen.TrySetResult();
        }
    }

    private List<T> Copy<T>(List<T> items)
    {
        lock (_lock)
        {
            return [.. items];
        }
    }
}
