using System.Text.Json.Nodes;
using Hsvo.Domain.Plans;
using Hsvo.Domain.Summaries;
using Hsvo.Functions.Papers;
using Hsvo.Plans;

namespace Hsvo.Functions.Tests.Papers;

/// <summary>The paper for systems says what the paper for people says.</summary>
public sealed class JsonPaperTests
{
    [Fact]
    public async Task A_plans_conditions_stand_with_their_quotes()
    {
        var insats = (await WriteAsync(Samples.SeveralPlans()))["plans"]![0]!;

        Assert.Equal(
            PlanLibrary.Lokussamordnare2018.Conditions.Select(c => (c.Text, c.Quote)),
            insats["status"]!["conditions"]!.AsArray().Select(c => (c!.Text("text"), c!.Text("quote"))));
        Assert.Equal(2, insats["status"]!["conditions"]!.AsArray().Count);
    }

    [Fact]
    public async Task Milestones_are_every_row_with_a_day_of_its_own()
    {
        var insats = (await WriteAsync(Samples.SeveralPlans()))["plans"]![0]!;

        Assert.Equal(["insatsmal.1.i1", "insatsmal.2.i1", "insatsmal.3.i1"], insats["milestones"]!.AsArray().Select(m => m!.GetValue<string>()));
    }

    [Fact]
    public async Task A_proposal_stands_with_its_motivation_and_source()
    {
        var proposal = PlanLibrary.Proposals[0] with { Motivation = "Många väntar länge på stöd." };

        var written = (await WriteAsync(Samples.SeveralPlans() with { Proposals = new(2024, [proposal]) }))["proposals"]!["proposals"]![0]!;

        Assert.Equal("Många väntar länge på stöd.", written.Text("motivation"));
        Assert.Equal((proposal.Source!.Document, proposal.Quote), (written["source"]!.Text("document"), written["source"]!.Text("quote")));
    }

    [Fact]
    public async Task The_plan_to_adopt_stands_with_each_finding_of_its_health_check()
    {
        var summary = Samples.LaterPaper();

        var findings = (await WriteAsync(summary))["planToAdopt"]!["findings"]!.AsArray();

        Assert.NotEmpty(findings);
        Assert.Equal(
            PlanHealth.FindingsOf(summary.ToAdopt!.Plan!).Select(f => (f.Code, f.Node, f.Swedish)),
            findings.Select(f => (f!.Text("code"), f!["node"]?.GetValue<string>(), f!.Text("text"))));
    }

    private static async Task<JsonNode> WriteAsync(MeetingSummary summary) =>
        JsonNode.Parse((await new JsonPaperWriter().WriteAsync(summary, default)).Span)!;
}
