using System.Buffers.Text;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Hsvo.TestKit;

namespace Hsvo.Functions.Tests.Telemetry;

/// <summary>An app that exports by OTLP, and what it sent of a few requests and a timer's run. While it served, whoever it sends to answered nothing.</summary>
public sealed class ExportingApp : IAsyncLifetime
{
    public const string Comment = "Ingen utom handläggaren ska se det här";

    private OtlpReceiver? _receiver;

    public IReadOnlyList<Span> Spans => _receiver!.Spans;

    public IReadOnlyList<Metric> Metrics => _receiver!.Metrics;

    /// <summary>Everything it sent, read as text.</summary>
    public string Sent => string.Concat(_receiver!.Payloads.Select(Encoding.UTF8.GetString));

    /// <summary>The tokens that were sent to it.</summary>
    public IReadOnlyList<string> Tokens { get; private set; } = [];

    /// <summary>Who sent them.</summary>
    public IEnumerable<string> Callers => Tokens.Select(t => JsonNode.Parse(Base64Url.DecodeFromChars(t.Split('.')[1]))!.Text("oid")!);

    /// <summary>Whose trace the submission is in, and the step before it.</summary>
    public (string Trace, string Step) Caller { get; } = ("4bf92f3577b34da6a3ce929d0e0e4736", "00f067aa0ba902b7");

    public HttpStatusCode Submitted { get; private set; }

    /// <summary>Which of OpenTelemetry's assemblies its process has loaded.</summary>
    public IReadOnlyList<string> Loaded { get; private set; } = [];

    public async Task InitializeAsync()
    {
        _receiver = await OtlpReceiver.StartAsync();
        await using var app = await LocalApp.StartAsync(settings: new Dictionary<string, string>
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = $"{_receiver.Address}",
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
            ["OTEL_SERVICE_NAME"] = "hsvo-prov",
            ["OTEL_BSP_SCHEDULE_DELAY"] = "100",

            // As the real worker has it, and the stand-in hasn't.
            ["Logging__LogLevel__Microsoft.AspNetCore"] = "Information",
        });
        using var reporter = app.Client("reporter", "amn");
        using var coordinator = app.Client("coordinator");
        using var nobody = app.Client();
        Tokens = [.. new[] { reporter, coordinator }.Select(c => c.DefaultRequestHeaders.Authorization!.Parameter!)];

        await coordinator.UntilPlanIsReadAsync();
        await SetMeetingAsync(coordinator);
        Submitted = await SubmitAsync(reporter);
        (await reporter.GetAsync("/odata/Plans")).Dispose();
        (await nobody.GetAsync("/hsvo/v1/plans?name=hemligt")).Dispose();
        (await nobody.PostAsync("/admin/functions/CompileMeetingPapers", Requests.JsonContent("{}"))).Dispose();
        Loaded = OpenTelemetryIn(app.ProcessId);

        _receiver.Open();
        await _receiver.WaitForAsync(s => s.Name == "CompileMeetingPapers");
        await app.StopAsync();
    }

    public async Task DisposeAsync()
    {
        if (_receiver is not null)
        {
            await _receiver.DisposeAsync();
        }
    }

    /// <summary>OpenTelemetry's assemblies among the files that a process has mapped.</summary>
    public static IReadOnlyList<string> OpenTelemetryIn(int process) =>
        [.. File.ReadLines($"/proc/{process}/maps").Select(Path.GetFileName).OfType<string>().Where(f => f.StartsWith("OpenTelemetry", StringComparison.Ordinal)).Distinct()];

    private static async Task SetMeetingAsync(HttpClient coordinator)
    {
        var date = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(21);
        using var answer = await coordinator.PutAsJsonAsync(
            "/hsvo/v1/meetings/2021-05", new { date = date.ToString("yyyy-MM-dd", null), agenda = new[] { new { plan = Known.Plan, round = "2021-05" } } });
        answer.EnsureSuccessStatusCode();
    }

    private async Task<HttpStatusCode> SubmitAsync(HttpClient reporter)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/hsvo/v1/reports")
        {
            Content = JsonContent.Create(new
            {
                plan = Known.Plan,
                reports = new[] { new { indicator = "2.1.1.i3", department = "amn", round = "2021-05", value = "ja", comment = Comment } },
            }),
        };
        request.Headers.Add("traceparent", $"00-{Caller.Trace}-{Caller.Step}-01");
        using var answer = await reporter.SendAsync(request);
        return answer.StatusCode;
    }
}
