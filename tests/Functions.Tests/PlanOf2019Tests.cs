using System.Text.Json.Nodes;
using Hsvo.Plans;

namespace Hsvo.Functions.Tests;

/// <summary>The plan for 2019 is served beside the plan for 2021, with what only it has.</summary>
[Collection(RunningApp.Collection)]
public sealed class PlanOf2019Tests(RunningApp app)
{
    [Fact]
    public async Task The_plan_is_given_with_every_row_and_its_quote_and_without_a_registry_number()
    {
        var document = await app.Reader.JsonAsync("/hsvo/v1/plans/nsu-2019");

        Assert.Null(document["diarienummer"]);
        Assert.Equal("2018-10-16", document.Text("adopted"));
        Assert.Equal(
            PlanLibrary.Nsu2019.Nodes.Select(n => (n.Id, n.Quote)),
            document["nodes"]!.AsArray().Select(n => (n!.Text("id"), n!.Text("quote"))));
        Assert.Equal(11, document["ordinaryOperations"]!.AsArray().Count);
    }

    [Fact]
    public async Task A_row_tells_its_target_group_and_what_it_depends_on()
    {
        var row = Node(await app.Reader.JsonAsync("/hsvo/v1/plans/nsu-2019"), "5.2.i6");

        Assert.Equal("Vuxna", row.Text("targetGroup"));
        Assert.Equal("under förutsättning att ansökan beviljas", row.Text("condition"));
    }

    [Fact]
    public async Task The_goal_without_a_table_stands_in_the_plan_the_status_and_the_page()
    {
        var goal = Node(await app.Reader.JsonAsync("/hsvo/v1/plans/nsu-2019"), "5.3");
        var status = (await app.Reader.JsonAsync("/hsvo/v1/status?plan=nsu-2019")).StatusOf("5.3");
        var page = await app.Reader.GetStringAsync("/plan/nsu-2019");

        Assert.Null(goal["number"]);
        Assert.Null(status["status"]);
        Assert.Equal("0 av 0", status["coverage"]!.Text("text"));
        Assert.Empty(status["children"]!.AsArray());
        Assert.Contains("handlingsplan ”psykisk hälsa”", System.Net.WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Pages.AssertAccessible(page);
    }

    [Fact]
    public async Task The_loading_report_says_what_was_read_into_the_document()
    {
        var report = await app.Reader.JsonAsync("/hsvo/v1/plans/nsu-2019/loading-report");

        Assert.Equal(PlanLibrary.Nsu2019.Readings.Count, report["readings"]!.AsArray().Count);
    }

    private static JsonNode Node(JsonNode plan, string id) => plan["nodes"]!.AsArray().Single(n => n!.Text("id") == id)!;
}
