using System.Net;

namespace Hsvo.Functions.Tests.PowerBI;

/// <summary>What can be expanded, and in which spellings clients ask for it.</summary>
[Collection(RunningApp.Collection)]
public sealed class ExpandTests(RunningApp app)
{
    private const string Scorecard = $"/v1.0/myorg/groups/{Known.Amn}/scorecards({Known.AmnScorecard})";
    private const string Goal = $"{Scorecard}/goals({Known.AmnTrained})";

    [Theory]
    [InlineData("$expand=goals($expand=goalValues,aggregations)")]
    [InlineData("$expand=goals($expand=goalValues, aggregations)")]
    [InlineData("$expand=goals($expand=goalValues,%20aggregations)")]
    [InlineData("$expand=goals($expand=goalValues,+aggregations)")]
    [InlineData("%24expand=goals(%24expand%3DgoalValues%2Caggregations)")]
    [InlineData("%24expand=goals%28$expand=goalValues,aggregations%29")]
    public async Task A_scorecard_expands_goals_and_in_them_goal_values_and_aggregations(string query)
    {
        var scorecard = await app.Reader.JsonAsync($"{Scorecard}?{query}");

        var goals = scorecard["goals"]!.AsArray();
        Assert.Equal(110, goals.Count);
        Assert.All(goals, g => Assert.NotNull(g!["goalValues"]));
        Assert.All(goals, g => Assert.NotNull(g!["aggregations"]));
        Assert.EndsWith($"/$metadata#scorecards({Known.AmnScorecard})/goals", scorecard.Text("goals@odata.context"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_expanded_unasked()
    {
        var scorecard = await app.Reader.JsonAsync(Scorecard);
        var withGoals = await app.Reader.JsonAsync($"{Scorecard}?$expand=goals");

        Assert.Null(scorecard["goals"]);
        Assert.All(withGoals["goals"]!.AsArray(), g => Assert.Null(g!["goalValues"]));
    }

    [Theory]
    [InlineData("$expand=goalValues")]
    [InlineData("expand=goalValues")]
    [InlineData("%24expand=goalValues")]
    public async Task A_single_goal_expands_with_and_without_the_dollar_sign(string query)
    {
        var goal = await app.Reader.JsonAsync($"{Goal}?{query}");

        Assert.Equal("2.2.3.i3", goal.Text("nodeId"));
        Assert.NotNull(goal["goalValues"]);
        Assert.Null(goal["aggregations"]);
    }

    [Fact]
    public async Task What_is_expanded_has_options_of_its_own_on_every_level()
    {
        var all = (await app.Reader.JsonAsync($"{Scorecard}?$expand=goals($expand=goalValues,aggregations)"))["goals"]!.AsArray();

        var scorecard = await app.Reader.JsonAsync(
            $"{Scorecard}?$select=name&$expand=goals($filter=level ge 3;$orderby=rank desc,nodeId;$skip=1;$top=4;$select=nodeId,rank;$expand=aggregations($filter=type eq 'Status';$select=type))");

        var expected = all.Where(g => g!["level"]!.GetValue<int>() >= 3).OrderByDescending(g => g!["rank"]!.GetValue<int>()).ThenBy(g => g!.Text("nodeId"), StringComparer.Ordinal)
            .Skip(1).Take(4).ToList();
        var goals = scorecard["goals"]!.AsArray();
        Assert.Equal(["@odata.context", "name", "goals@odata.context", "goals"], scorecard.AsObject().Select(p => p.Key));
        Assert.Equal(expected.Select(g => g!.Text("nodeId")), goals.Select(g => g!.Text("nodeId")));
        Assert.All(goals, g => Assert.Equal(["rank", "nodeId", "aggregations@odata.context", "aggregations"], g!.AsObject().Select(p => p.Key)));
        Assert.Equal(
            expected.Select(g => g!["aggregations"]!.AsArray().Count(a => a!.Text("type") == "Status")), goals.Select(g => g!["aggregations"]!.AsArray().Count));
    }

    [Theory]
    [InlineData(Scorecard, "$filter=name%20eq%20'x'", "$filter")]
    [InlineData(Scorecard, "$Expand=goals", "$Expand")]
    [InlineData(Scorecard, "$expand=goals&x=1", "x")]
    [InlineData(Scorecard, "$expand=nothing", "$expand")]
    [InlineData(Scorecard, "$expand=goals($filter=nothing eq 1)", "$expand")]
    [InlineData(Scorecard, "$expand=goals($filter=level eq)", "$expand")]
    [InlineData(Scorecard, "$expand=goals(", "$expand")]
    [InlineData(Scorecard, "$expand=", "$expand")]
    [InlineData(Scorecard, "$select=nothing", "$select")]
    [InlineData(Goal, "$expand=goalValues&expand=goalValues", "$expand")]
    [InlineData(Goal, "$expand=goalValues&$expand=aggregations", "$expand")]
    [InlineData("/v1.0/myorg/groups", "$expand=x", "$expand")]
    [InlineData("/v1.0/myorg/groups", "$apply=x", "$apply")]
    public async Task A_query_that_can_not_be_answered_as_asked_is_400_and_names_the_option(string path, string query, string option) =>
        await AssertRefusedAsync(path, query, option, HttpStatusCode.BadRequest, "BadRequest");

    [Theory]
    [InlineData(Scorecard, "$expand=goals($compute=id as x)", "$expand")]
    [InlineData(Scorecard, "$expand=goals($count=true)", "$expand")]
    [InlineData(Scorecard, "$expand=goals($levels=2)", "$expand")]
    [InlineData(Scorecard, "$expand=goals/$count", "$expand")]
    public async Task What_odata_has_and_the_service_does_not_is_501_and_names_the_option(string path, string query, string option) =>
        await AssertRefusedAsync(path, query, option, HttpStatusCode.NotImplemented, "NotImplemented");

    private async Task AssertRefusedAsync(string path, string query, string option, HttpStatusCode status, string code)
    {
        using var answer = await app.Reader.GetAsync($"{path}?{query}");

        var error = (await answer.JsonAsync(status))["error"]!;
        Assert.Equal(code, error.Text("code"));
        Assert.NotEmpty(error.Text("message"));
        Assert.Equal(option, Assert.Single(error["details"]!.AsArray())!.Text("target"));
    }
}
