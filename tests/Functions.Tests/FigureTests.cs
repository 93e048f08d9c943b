using System.Text.Json.Nodes;

namespace Hsvo.Functions.Tests;

/// <summary>What a document states in figures, and what is computed from them, is served with plan and status.</summary>
[Collection(RunningApp.Collection)]
public sealed class FigureTests(RunningApp app)
{
    private const string FollowUp = "/hsvo/v1/plans/ekonomiskt-bistand-2023";
    private const string Status = "/hsvo/v1/status?plan=ekonomiskt-bistand-2023&round=";

    [Theory]
    [InlineData("ekonomiskt-bistand-2023", "uppfoljning", "monthly")]
    [InlineData("lokussamordnare-2018", "insats", "samrad")]
    [InlineData("nsu-2019", "verksamhetsplan", "samrad")]
    [InlineData("hsvo-2021", "verksamhetsplan", "samrad")]
    public async Task A_plan_says_what_kind_it_is_and_when_it_is_answered(string plan, string kind, string cadence)
    {
        var document = await app.Reader.JsonAsync($"/hsvo/v1/plans/{plan}");

        Assert.Equal((kind, cadence), (document["plan"]!.Text("kind"), document.Text("cadence")));
    }

    [Fact]
    public async Task The_documents_figures_come_as_written()
    {
        var figures = (await app.Reader.JsonAsync(FollowUp))["figures"]!.AsArray();

        Assert.Equal(
            [
                ("1,4 procent", 1.4, false), ("3447 personer", 3447, false), ("cirka 1 000 vuxna", 1000, true), ("Cirka hälften", 50, true),
                ("cirka 60 pågående ärenden", 60, true), ("140 SIP-möten", 140, false),
            ],
            figures.Select(f => (f!.Text("asWritten"), f!["value"]!.GetValue<double>(), f["isApproximate"]!.GetValue<bool>())));
    }

    [Theory]
    [InlineData(FollowUp)]
    [InlineData(Status + "2023-05")]
    [InlineData(Status + "2023-12")]
    public async Task The_persons_above_the_target_are_985_between_894_and_1_070_with_their_reckoning(string path)
    {
        var document = await app.Reader.JsonAsync(path);

        var derived = (document["derivedFigures"] ?? document["figures"]!["derived"])!.AsArray().Single()!["result"]!;

        Assert.Equal((985, 894, 1070), (Number(derived, "value"), Number(derived, "lower"), Number(derived, "upper")));
        Assert.Contains("3 447 personer är 1,4 procent av befolkningen", derived.Text("reckoning").Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.Contains("mellan 894 och 1 070", derived.Text("reckoning").Replace('\u00A0', ' '), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_round_before_the_figures_has_those_of_no_round_alone()
    {
        var figures = (await app.Reader.JsonAsync(Status + "2023-04"))["figures"]!;

        Assert.Equal(["egen-forsorjning"], figures["document"]!.AsArray().Select(f => f!.Text("id")));
        Assert.Null(figures["derived"]!.AsArray().Single()!["result"]);
    }

    [Fact]
    public async Task The_insats_gives_its_money_conditions_period_and_dates()
    {
        var document = await app.Reader.JsonAsync("/hsvo/v1/plans/lokussamordnare-2018");
        var grant = document["figures"]![0]!;

        Assert.Equal((1_570_000, "kr", "atMost"), (Number(grant, "value"), grant.Text("unit"), grant.Text("bound")));
        Assert.Equal(("2018-01-01", "2019-12-31"), (document["period"]!.Text("from"), document["period"]!.Text("through")));
        Assert.Equal(2, document["conditions"]!.AsArray().Count);
        Assert.Null(document["adopted"]);
        Assert.Equal(
            [("2018-06-30", null), ("2018-08-31", null), (null, "2018-09-01")],
            document["nodes"]!.AsArray().Where(n => n!.Text("id").StartsWith("insatsmal.", StringComparison.Ordinal) && n!["answerKind"] is not null)
                .Select(n => (n!["due"]?.GetValue<string>(), n!["starts"]?.GetValue<string>())));
    }

    [Fact]
    public async Task Status_gives_a_rows_target_group_and_condition_and_so_does_power_bi()
    {
        var row = (await app.Reader.JsonAsync("/hsvo/v1/status?plan=nsu-2019")).StatusOf("5.2.i6");
        var goals = await app.Reader.JsonAsync($"/v1.0/myorg/groups/{Known.Samrad}/scorecards");
        var scorecard = goals["value"]!.AsArray().Single(s => s!.Text("planId") == "nsu-2019")!.Text("id");
        var goal = (await app.Reader.JsonAsync($"/v1.0/myorg/groups/{Known.Samrad}/scorecards({scorecard})/goals"))["value"]!.AsArray()
            .Single(g => g!.Text("nodeId") == "5.2.i6")!;

        Assert.Equal(("Vuxna", "under förutsättning att ansökan beviljas"), (row.Text("targetGroup"), row.Text("condition")));
        Assert.Equal(("Vuxna", "under förutsättning att ansökan beviljas"), (goal.Text("targetGroup"), goal.Text("condition")));
    }

    [Theory]
    [InlineData("insatsmal.1.i1", "2018-01-01", "2018-06-30")]
    [InlineData("insatsmal.3.i1", "2018-09-01", "2019-12-31")]
    [InlineData("effektmal", "2018-01-01", "2019-12-31")]
    public async Task A_power_bi_goal_has_the_days_that_the_document_names(string node, string start, string completion)
    {
        var scorecards = await app.Reader.JsonAsync($"/v1.0/myorg/groups/{Known.Samrad}/scorecards");
        var id = scorecards["value"]!.AsArray().Single(s => s!.Text("planId") == "lokussamordnare-2018")!.Text("id");
        var goals = (await app.Reader.JsonAsync($"/v1.0/myorg/groups/{Known.Samrad}/scorecards({id})/goals"))["value"]!.AsArray();

        var goal = goals.Single(g => g!.Text("nodeId") == node)!;

        Assert.Equal(($"{start}T00:00:00Z", $"{completion}T00:00:00Z"), (goal.Text("startDate"), goal.Text("completionDate")));
    }

    private static double Number(JsonNode node, string name) => node[name]!.GetValue<double>();
}
