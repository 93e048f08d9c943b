using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Hsvo.Functions.Http.Api.OpenApi;
using Hsvo.LocalHost.Azurite;
using Hsvo.TestKit;
using Hsvo.TestKit.Builders;

namespace Hsvo.Functions.Tests.OpenApi;

/// <summary>
/// The contract's examples are real: each body is sent to an app of its own on 8 May 2021, and what it answers is compared with the example. An answer is
/// kept as it came, but for lists that are cut short and times, ids and hashes that no two runs share.
/// </summary>
public sealed partial class ExampleTests : IAsyncLifetime
{
    private const string Round = "/hsvo/v1/plans/hsvo-2021/rounds/2021-05";
    private const string AmnReport = $"{Round}/reports/2.1.1.i3/amn";
    private const string ShsReport = $"{Round}/reports/2.1.1.i3/shs";
    private const string Paper = "/hsvo/v1/meetings/2021-05/summary";

    private const int Rows = 2;

    // Where a list has one of these, it is cut to those: so that the tree shows one branch down to its answers.
    private static readonly HashSet<string> Shown = ["2.1", "2.1.1", "2.1.1.p2", "2.1.1.i3", "amn", "shs", "hsvo-2021", "prov-2022"];

    private static readonly JsonSerializerOptions Readable =
        new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // Nobody answers there.
    private static readonly Dictionary<string, string> Receiver = new()
    {
        ["Notices__Receivers__kanal__Address"] = "http://127.0.0.1:9/",
        ["Notices__Receivers__kanal__Department"] = "ubn",
        ["Notices__Receivers__kanal__Shape"] = "teams",
    };

    private readonly List<string> _differ = [];
    private readonly HashSet<string> _told = [];
    private LocalApp _app = null!;

    public async Task InitializeAsync()
    {
        _app = await LocalApp.StartAsync(settings: Receiver, arguments: ["--no-example", "--at", "2021-05-08"]);
        using var reader = _app.Client("reader");
        await reader.UntilPlanIsReadAsync();
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Every_example_is_what_the_app_takes_and_answers()
    {
        await TellOfThePlansAsync();
        await TellOfAMeetingAsync();
        await TellOfAnswersAsync();
        await TellOfTheRoundAsync();
        await TellOfThePaperAsync();
        await TellOfTheOfficeAsync();
        await TellOfTheAuditAsync();
        await TellOfRefusalsAsync();

        Assert.True(_differ.Count == 0, $"Not as the examples in src/Functions/Http/Api/OpenApi/Examples: compare with {Received}, and copy what is right: {string.Join(", ", _differ)}");
        Assert.Equal(_told.Order(StringComparer.Ordinal), Files().Order(StringComparer.Ordinal));
        Assert.Equal(ContractOperation.All.Where(o => o.Says.Answer is not null).Select(o => $"{o.Function}.json").Except(_told), []);
    }

    private static string Received => Path.Combine(RepositoryFolder.Root, "artifacts", "tests", "received", "examples");

    private async Task TellOfThePlansAsync()
    {
        await GetAsync("GetApiInfo", "/hsvo/v1/api-info");
        await GetAsync("ListPlans", "/hsvo/v1/plans");
        await GetAsync("GetPlan", "/hsvo/v1/plans/hsvo-2021");
        await GetAsync("ListPlanVersions", "/hsvo/v1/plans/hsvo-2021/versions");
        await GetAsync("GetLoadingReport", "/hsvo/v1/plans/hsvo-2021/loading-report");
        await GetAsync("GetPlanHealth", "/hsvo/v1/plans/hsvo-2021/health");
        await GetAsync("GetNextPlan", "/hsvo/v1/plans/hsvo-2021/next");
        await GetAsync("ListThreads", "/hsvo/v1/threads");
        await TellAsync("DraftPlan", "coordinator", new(HttpMethod.Post, "/hsvo/v1/plan-drafts?plan=prov-2022") { Content = Word() }, HttpStatusCode.OK);
    }

    private async Task TellOfAMeetingAsync()
    {
        await SendAsync("SetMeeting", "coordinator", HttpMethod.Put, "/hsvo/v1/meetings/2021-05");
        await GetAsync("ListMeetings", "/hsvo/v1/meetings");
    }

    private async Task TellOfAnswersAsync()
    {
        await SendAsync("SubmitReports", "amn", HttpMethod.Post, "/hsvo/v1/reports");
        await SendAsync("PutReport", "shs", HttpMethod.Put, ShsReport, ("If-None-Match", "*"));
        await GetAsync("GetReport", AmnReport);
        await SendAsync("ReviewReports", "coordinator", HttpMethod.Post, $"{Round}/reviews");
        await PrepareAsync("amn", """{"plan":"hsvo-2021","draft":true,"reports":[{"indicator":"2.1.1.i3","department":"amn","round":"2021-05","value":"nej","reason":"Beslutet drogs tillbaka."}]}""");
        await GetAsync("ListDrafts", "/hsvo/v1/drafts?plan=hsvo-2021", "amn");
        await GetAsync("ListReports", "/hsvo/v1/reports?plan=hsvo-2021");
    }

    private async Task TellOfTheRoundAsync()
    {
        await GetAsync("GetStatus", $"{Requests.StatusPath}&round=2021-05");
        await GetAsync("GetPlainStatus", $"{Round}/plain-status", "coordinator");
        await GetAsync("GetMissing", "/hsvo/v1/missing?plan=hsvo-2021&round=2021-05");
        await GetAsync("GetBurden", "/hsvo/v1/burden?plan=hsvo-2021");
        await GetAsync("GetAnswerSheet", $"{Round}/answer-sheets/amn", "amn");
        await SendAsync("DeclareNothingMore", "amn", HttpMethod.Post, $"{Round}/declarations");
        await GetAsync("ListDeclarations", $"{Round}/declarations");
        await SendAsync("PermitLateChange", "coordinator", HttpMethod.Post, $"{Round}/late-change-permits");
        await GetAsync("ListLateChangePermits", $"{Round}/late-change-permits");
    }

    private async Task TellOfThePaperAsync()
    {
        using (var office = _app.Client("coordinator"))
        {
            using var compiled = await office.PostAsync("/admin/functions/CompileMeetingPapers", Requests.JsonContent("{}"));
            await _app.WaitForOutputAsync("Compiled the paper for the meeting 2021-05");
            await _app.WaitForOutputAsync("wasn't taken by the receiver kanal");
        }

        await GetAsync("ListNotices", "/hsvo/v1/notices", "coordinator");
        await TellAsync("TestReceiver", "coordinator", new(HttpMethod.Post, "/hsvo/v1/notice-receivers/kanal/test-messages"), HttpStatusCode.OK);
        await GetAsync("GetSummary", Paper);
        await GetAsync("ListSummaryVersions", $"{Paper}/versions");
        using var reader = _app.Client("reader");
        var versions = await reader.JsonAsync($"{Paper}/versions");
        await GetAsync("GetSummaryFile", versions["versions"]![0]!["files"]!.AsArray().Select(f => f!.Text("address")).Single(a => a.EndsWith(".json", StringComparison.Ordinal)));
        await SendAsync("MaskComment", "coordinator", HttpMethod.Post, $"{ShsReport}/mask");
        await GetAsync("GetReportHistory", $"{ShsReport}/history");
    }

    private async Task TellOfTheOfficeAsync()
    {
        await SendAsync("MakeProposal", "amn", HttpMethod.Post, "/hsvo/v1/proposals", ("Idempotency-Key", "forslag-2022-1"));
        await GetAsync("ListProposals", "/hsvo/v1/proposals?year=2022");
        using var reader = _app.Client("reader");
        var made = (await reader.JsonAsync("/hsvo/v1/proposals?year=2022"))["proposals"]![0]!.Text("id");
        await TellAsync("WithdrawProposal", "amn", new(HttpMethod.Delete, $"/hsvo/v1/proposals/{made}"), HttpStatusCode.OK);
        await GetAsync("GetConfiguration", "/hsvo/v1/configuration");
        await SendAsync("SetConfiguration", "coordinator", HttpMethod.Put, "/hsvo/v1/configuration", ("If-Match", "\"0\""));
        await GetAsync("ListConfigurationVersions", "/hsvo/v1/configuration/versions");
        await SendAsync("ImportPlan", "coordinator", HttpMethod.Post, "/hsvo/v1/plans");
    }

    private async Task TellOfTheAuditAsync()
    {
        await GetAsync("ListAudit", "/hsvo/v1/audit?door=api&limit=2", "auditor");
        await GetAsync("GetAuditYear", "/hsvo/v1/audit/2021", "auditor");
        await GetAsync("GetAuditFile", "/hsvo/v1/audit/2021/logg-2021-sparat.json", "auditor");
    }

    private async Task TellOfRefusalsAsync()
    {
        await RefuseAsync(400, "reader", new(HttpMethod.Get, "/hsvo/v1/plans?sida=2"));
        await RefuseAsync(401, null, new(HttpMethod.Get, "/hsvo/v1/plans"));
        await RefuseAsync(403, "reader", new(HttpMethod.Delete, "/hsvo/v1/meetings/2021-05"));
        await RefuseAsync(404, "reader", new(HttpMethod.Get, "/hsvo/v1/plans/hsvo-2020"));
        await RefuseAsync(406, "reader", new(HttpMethod.Get, Paper) { Headers = { { "Accept", "image/png" } } });
        await RefuseAsync(409, "coordinator", new(HttpMethod.Post, "/hsvo/v1/plans")
        {
            Content = Requests.JsonContent(BodyOf("ImportPlan").Replace("\"version\": 0", "\"version\": 7", StringComparison.Ordinal).Replace("Fler får", "Alla får", StringComparison.Ordinal)),
        });
        await RefuseAsync(412, "shs", new(HttpMethod.Put, ShsReport) { Content = Requests.JsonContent(BodyOf("PutReport")), Headers = { { "If-Match", "\"9\"" } } });
        await RefuseAsync(413, "coordinator", new(HttpMethod.Post, "/hsvo/v1/plans") { Content = Requests.JsonContent($$"""{"plan":"{{new string('a', 500_000)}}"}""") });
        await RefuseAsync(415, "amn", new(HttpMethod.Post, "/hsvo/v1/reports") { Content = new StringContent("hej", Encoding.UTF8, "text/plain") });
        await RefuseAsync(422, "amn", new(HttpMethod.Post, "/hsvo/v1/reports")
        {
            Content = Requests.JsonContent("""{"plan":"hsvo-2021","reports":[{"indicator":"2.1.1.i3","department":"amn","round":"2021-05","value":"kanske"}]}"""),
        });
        await RefuseAsync(428, "shs", new(HttpMethod.Put, ShsReport) { Content = Requests.JsonContent(BodyOf("PutReport")) });
    }

    private static ByteArrayContent Word() =>
        new(File.ReadAllBytes(Path.Combine(RepositoryFolder.Root, "tests", "http", "exempel-plan.docx"))) { Headers = { { "Content-Type", WordBuilder.MediaType } } };

    private Task GetAsync(string function, string path, string who = "reader") => TellAsync(function, who, new(HttpMethod.Get, path), HttpStatusCode.OK);

    private async Task SendAsync(string function, string who, HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        _told.Add($"{function}.request.json");
        var request = new HttpRequestMessage(method, path) { Content = Requests.JsonContent(BodyOf(function)) };
        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        await TellAsync(function, who, request, HttpStatusCode.OK, HttpStatusCode.Created);
    }

    private Task RefuseAsync(int status, string? who, HttpRequestMessage request) => TellAsync($"problem-{status}", who, request, (HttpStatusCode)status);

    private async Task PrepareAsync(string who, string body)
    {
        using var client = ClientOf(who);
        using var answer = await client.PostAsync("/hsvo/v1/reports", Requests.JsonContent(body));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    private async Task TellAsync(string name, string? who, HttpRequestMessage request, params HttpStatusCode[] expected)
    {
        using var client = ClientOf(who);
        using var sent = request;
        using var answer = await client.SendAsync(sent);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(expected.Contains(answer.StatusCode), $"{name}: {(int)answer.StatusCode} {text}");
        var file = $"{name}.json";
        _told.Add(file);
        var real = Normalised(text);
        if (!File.Exists(PathOf(file)) || await File.ReadAllTextAsync(PathOf(file)) != real)
        {
            Directory.CreateDirectory(Received);
            await File.WriteAllTextAsync(Path.Combine(Received, file), real);
            _differ.Add(file);
        }
    }

    private HttpClient ClientOf(string? who) =>
        who is null or "reader" or "coordinator" or "auditor" ? _app.Client(who, through: new AsPublished()) : _app.Client("reporter", who, new AsPublished());

    private static string Normalised(string answer)
    {
        var body = JsonNode.Parse(answer)!;
        Cut(body);
        var text = Instant().Replace(body.ToJsonString(Readable), "2021-05-08T09:00:00$1");
        text = Entries().Replace(Place().Replace(text, "${1}637556256000000000.0f1e2d3c4b5a69788796a5b4c3d2e1f0"), "${1}40");
        text = Edition().Replace(Length().Replace(text, "${1}52000"), "preliminary-20210508t090000.0000000z-0f1e2d3c4b5a69788796a5b4");
        return Host().Replace(Hash().Replace(Id().Replace(text, "${1}8c9d6a70-5a0e-4a51-9d3b-6f2f6f0a2f11"), "${1}0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0"), Published.Host) + "\n";
    }

    private static void Cut(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject o:
                foreach (var (_, value) in o)
                {
                    Cut(value);
                }

                break;
            case JsonArray rows:
                if (rows.Any(IsShown))
                {
                    rows.RemoveAll(r => !IsShown(r));
                }

                while (rows.Count > Rows)
                {
                    rows.RemoveAt(rows.Count - 1);
                }

                foreach (var row in rows)
                {
                    Cut(row);
                }

                break;
        }
    }

    private static bool IsShown(JsonNode? row) =>
        row is JsonObject o && (o["id"] ?? o["department"] ?? o["node"]) is JsonValue value && value.TryGetValue<string>(out var id) && Shown.Contains(id);

    private static IEnumerable<string> Files() => Directory.GetFiles(Path.GetDirectoryName(PathOf("x"))!).Select(f => Path.GetFileName(f));

    private static string BodyOf(string function) => File.ReadAllText(PathOf($"{function}.request.json"));

    private static string PathOf(string file) => Path.Combine(RepositoryFolder.Root, "src", "Functions", "Http", "Api", "OpenApi", "Examples", file);

    [GeneratedRegex(@"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(Z|\+00:00)")]
    private static partial Regex Instant();

    [GeneratedRegex(@"preliminary-[0-9tz.]+-[0-9a-f]+")]
    private static partial Regex Edition();

    [GeneratedRegex("""("entries": )\d+""")]
    private static partial Regex Entries();

    [GeneratedRegex("""("next": ")\d{18}\.[0-9a-f]{32}""")]
    private static partial Regex Place();

    [GeneratedRegex("""("length": )\d+""")]
    private static partial Regex Length();

    [GeneratedRegex("""("requestId": ")[0-9a-f-]{36}""")]
    private static partial Regex Id();

    [GeneratedRegex("""("sha256": ")[0-9a-f]{64}""")]
    private static partial Regex Hash();

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+")]
    private static partial Regex Host();
}
