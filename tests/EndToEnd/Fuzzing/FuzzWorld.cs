using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Hsvo.TestKit;

namespace Hsvo.EndToEnd.Fuzzing;

/// <summary>What is there before anything is asked: a meeting with its paper, answers in the first round, and the ids of it all.</summary>
internal sealed class FuzzWorld
{
    /// <summary>The round that is open, and the meeting that follows it up.</summary>
    public const string Round = "2021-05";

    /// <summary>A receiver of notices, where nobody answers.</summary>
    public const string Receiver = "kanal";

    private static readonly string[] Roles = ["reader", "coordinator", "auditor"];

    private readonly Dictionary<string, string> _tokens = new(StringComparer.Ordinal);

    private FuzzWorld()
    {
    }

    /// <summary>The settings of an app that has it.</summary>
    public static IReadOnlyDictionary<string, string> AppSettings { get; } = new Dictionary<string, string>(LocalApp.WithFigures)
    {
        [$"Notices__Receivers__{Receiver}__Address"] = "http://127.0.0.1:9/",
        [$"Notices__Receivers__{Receiver}__Department"] = "ubn",
        [$"Notices__Receivers__{Receiver}__Shape"] = "teams",
    };

    public required IReadOnlyList<FuzzedUnit> Units { get; init; }

    public required FeedQueries Feed { get; init; }

    /// <summary>The paper's edition and its files.</summary>
    public required IReadOnlyList<(string Version, string File)> Files { get; init; }

    /// <summary>What the office has settled.</summary>
    public required JsonNode Settings { get; init; }

    /// <summary>The bodies that the contract shows, by function.</summary>
    public required IReadOnlyDictionary<string, JsonNode> ExampleBodies { get; init; }

    public static async Task<FuzzWorld> PrepareAsync(LocalApp app)
    {
        using var office = app.Client("coordinator");
        await UntilPlanIsReadAsync(office);
        await SucceedAsync(office.PutAsJsonAsync($"hsvo/v1/meetings/{Round}", new { date = "2021-05-25", agenda = new[] { new { plan = FuzzedUnit.Plan.Id, round = Round } } }));
        var units = new List<FuzzedUnit>();
        foreach (var department in FuzzedUnit.Departments)
        {
            using var reporter = app.Client("reporter", department);
            var unit = await FuzzedUnit.ReadAsync(reporter, department);
            units.Add(unit);
            var rows = FuzzedUnit.Steady.Select(r => new { indicator = r.Id, department, round = Round, value = "ja", comment = "Före allt annat." });
            await SucceedAsync(reporter.PostAsJsonAsync("hsvo/v1/reports", new { plan = FuzzedUnit.Plan.Id, reports = rows }));
            await SucceedAsync(reporter.PostAsync(new Uri($"v1.0/myorg/datasets/{unit.Dataset}/refreshes", UriKind.Relative), null));
        }

        await SucceedAsync(office.PostAsJsonAsync("admin/functions/CompileMeetingPapers", new { input = "" }));
        await app.WaitForOutputAsync($"Compiled the paper for the meeting {Round}");
        var versions = await ReadAsync(office, $"hsvo/v1/meetings/{Round}/summary/versions");
        var contract = await ReadAsync(office, "hsvo/v1/openapi.json");
        var bodies = contract["paths"]!.AsObject().SelectMany(p => p.Value!.AsObject()).Where(o => o.Value is JsonObject operation && operation["requestBody"]?["content"]?["application/json"] is not null)
            .ToDictionary(o => FunctionOf(o.Value!), o => ExampleOf(o.Value!["requestBody"]!["content"]!["application/json"]!)!);
        var world = new FuzzWorld
        {
            Units = units,
            Feed = new(await office.GetStringAsync(new Uri("odata/$metadata", UriKind.Relative))),
            Files = [.. versions["versions"]![0]!["files"]!.AsArray().Select(f => f!["address"]!.GetValue<string>().Split('/')).Select(a => (a[^2], a[^1]))],
            Settings = (await ReadAsync(office, "hsvo/v1/configuration"))["settings"]!,
            ExampleBodies = bodies,
        };
        foreach (var role in Roles)
        {
            world._tokens[role] = app.Token(role);
        }

        foreach (var department in FuzzedUnit.Departments)
        {
            world._tokens[department] = app.Token("reporter", department);
        }

        return world;
    }

    /// <summary>A token of a role, or of who reports for a unit.</summary>
    public string TokenOf(string who) => _tokens[who];

    private static string FunctionOf(JsonNode operation) => operation["operationId"]!.GetValue<string>() is var id ? char.ToUpperInvariant(id[0]) + id[1..] : "";

    private static JsonNode? ExampleOf(JsonNode content) => content["example"] ?? content["examples"]?.AsObject().First().Value!["value"];

    private static async Task UntilPlanIsReadAsync(HttpClient client)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (true)
        {
            using var answer = await client.GetAsync(new Uri($"hsvo/v1/status?plan={FuzzedUnit.Plan.Id}", UriKind.Relative), deadline.Token);
            if (answer.IsSuccessStatusCode)
            {
                return;
            }

            await ticks.WaitForNextTickAsync(deadline.Token);
        }
    }

    private static async Task<JsonNode> ReadAsync(HttpClient client, string path) => JsonNode.Parse(await client.GetStringAsync(new Uri(path, UriKind.Relative)))!;

    private static async Task SucceedAsync(Task<HttpResponseMessage> sending)
    {
        using var answer = await sending;
        Assert.True(answer.IsSuccessStatusCode, $"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
    }
}
