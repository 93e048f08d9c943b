using System.Text.Json.Nodes;
using Hsvo.Plans;

namespace Hsvo.Functions.Tests;

/// <summary>Every quote of a data file is given by the plan's own address, at its place, and no other is.</summary>
[Collection(RunningApp.Collection)]
public sealed class PlanQuotesTests(RunningApp app)
{
    public static TheoryData<string> Plans => [.. PlanLibrary.All.Select(p => p.Id)];

    [Theory]
    [MemberData(nameof(Plans))]
    public async Task Every_quote_of_the_data_file_is_in_the_answer_at_its_place(string plan)
    {
        var file = DataFile(plan);

        var answer = await app.Reader.JsonAsync($"/hsvo/v1/plans/{plan}");

        Assert.Equal(InFile(file).Order(), InAnswer(answer).Order());
        Assert.Equal(QuotesAnywhere(file).Order(StringComparer.Ordinal), InFile(file).Select(q => q.Text).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("hsvo-2021", "2.2.1.p1", "TL HSVO Uppsala")]
    [InlineData("hsvo-2021", "2.2.1.p2", null)]
    [InlineData("nsu-2019", "5.1.p1", "Närvårdsstrateger")]
    [InlineData("nsu-2019", "5.1.i2", "Samordnare vid FOU-S")]
    [InlineData("nsu-2019", "5.2.i5", "Uppsala kommun är insatsägare och Arbetsförmedlingen, Försäkrings- kassan och Region Uppsala är samverkansparter")]
    [InlineData("lokussamordnare-2018", "insatsmal.1.i1", null)]
    public async Task The_Ansvar_cell_stands_where_its_row_opens(string plan, string node, string? quote)
    {
        var nodes = (await app.Reader.JsonAsync($"/hsvo/v1/plans/{plan}"))["nodes"]!.AsArray();

        Assert.Equal(quote, (string?)nodes.Single(n => n!.Text("id") == node)!["responsibleQuote"]);
    }

    [Fact]
    public async Task The_status_tells_what_the_insats_depends_on()
    {
        var plan = await app.Reader.JsonAsync("/hsvo/v1/plans/lokussamordnare-2018");
        var status = await app.Reader.JsonAsync("/hsvo/v1/status?plan=lokussamordnare-2018");

        Assert.Equal(2, status["conditions"]!.AsArray().Count);
        Assert.Equal(plan["conditions"]!.ToJsonString(), status["conditions"]!.ToJsonString());
        Assert.Empty((await app.Reader.JsonAsync(Requests.StatusPath))["conditions"]!.AsArray());
    }

    private static JsonNode DataFile(string plan)
    {
        using var stream = typeof(PlanLibrary).Assembly.GetManifestResourceStream($"{plan}.json")!;
        return JsonNode.Parse(stream)!;
    }

    private static IEnumerable<(string Place, string Text)> InFile(JsonNode file) => Present(
    [
        ("adoptedQuote", file["adopted"]!["quote"]),
        ("overallGoalQuote", file["overallGoal"]?["quote"]),
        .. Lists(file),
        .. List(file, "figures").Select(f => ($"figures/{f["figure"]!["id"]}/quote", f["figure"]!["quote"])),
        .. List(file, "focusAreas").SelectMany(a => Headings(a).Concat(List(a, "goals").SelectMany(g => Headings(g).Concat(List(g, "rows").SelectMany(Row))))),
    ]);

    private static IEnumerable<(string Place, string Text)> InAnswer(JsonNode answer) => Present(
    [
        ("adoptedQuote", answer["adoptedQuote"]),
        ("overallGoalQuote", answer["overallGoalQuote"]),
        .. Lists(answer),
        .. List(answer, "figures").Select(f => ($"figures/{f["id"]}/quote", f["quote"])),

        // A goal that stands in the list alone has the list's words for its own.
        .. List(answer, "nodes").SelectMany(n => new[] { "quote", "listQuote", "responsibleQuote" }
            .Where(field => field != "quote" || n["nodeKind"]!.GetValue<string>() != "goal" || (string?)n["quote"] != (string?)n["listQuote"] || n["number"] is not null)
            .Select(field => ($"{n["id"]}/{field}", n[field]))),
    ]);

    private static IEnumerable<(string, JsonNode?)> Lists(JsonNode plan) => new[] { "boards", "bodies", "conditions", "ordinaryOperations" }
        .SelectMany(list => List(plan, list).Select((entry, i) => ($"{list}/{i}/quote", entry["quote"])));

    private static IEnumerable<(string, JsonNode?)> Headings(JsonNode heading) =>
        [($"{heading["number"]}/quote", heading["quote"]), ($"{heading["number"]}/listQuote", heading["listQuote"])];

    private static IEnumerable<(string, JsonNode?)> Row(JsonNode row)
    {
        JsonNode[] cells = [.. row["priorityArea"] is { } area ? [area] : Array.Empty<JsonNode>(), .. List(row, "indicators"), .. List(row, "activities")];
        return [.. cells.Select(c => ($"{c["id"]}/quote", c["quote"])), ($"{cells[0]["id"]}/responsibleQuote", row["responsible"]!["quote"])];
    }

    private static IEnumerable<JsonNode> List(JsonNode node, string name) => node[name] is JsonArray list ? list.Select(n => n!) : [];

    private static IEnumerable<(string Place, string Text)> Present(IEnumerable<(string Place, JsonNode? Text)> quotes) =>
        quotes.Where(q => q.Text is not null).Select(q => (q.Place, q.Text!.GetValue<string>()));

    // Whatever place they stand at, so that none is forgotten here.
    private static IEnumerable<string> QuotesAnywhere(JsonNode? node) => node switch
    {
        JsonObject o => o.SelectMany(p => p.Key is "quote" or "listQuote" && p.Value is JsonValue quote ? [quote.GetValue<string>()] : QuotesAnywhere(p.Value)),
        JsonArray a => a.SelectMany(QuotesAnywhere),
        _ => [],
    };
}
