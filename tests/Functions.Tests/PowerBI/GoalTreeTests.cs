using System.Text.Json.Nodes;
using Hsvo.Plans;

namespace Hsvo.Functions.Tests.PowerBI;

/// <summary>The whole plan is served as goals, at Power BI's levels 0 to 4.</summary>
[Collection(RunningApp.Collection)]
public sealed class GoalTreeTests(RunningApp app)
{
    [Theory]
    [InlineData(Known.Samrad, Known.SamradScorecard)]
    [InlineData(Known.Amn, Known.AmnScorecard)]
    public async Task Every_node_of_the_plan_is_a_goal_at_its_level_under_its_parent(string group, string scorecard)
    {
        var plan = PlanLibrary.Hsvo2021;

        var goals = await GoalsAsync(group, scorecard);

        Assert.Equal(110, goals.Count);
        Assert.Equal(3, goals.Count(g => Level(g) == 0));
        Assert.Equal(12, goals.Count(g => Level(g) == 1));
        Assert.Equal(4, goals.Max(Level));
        var byId = goals.ToDictionary(g => g.Text("id"));
        Assert.Equal(plan.Nodes.Select(n => n.Id), goals.Select(g => g.Text("nodeId")));
        Assert.All(goals, goal =>
        {
            var node = plan.Node(goal.Text("nodeId"));
            var parent = goal["parentId"] is { } id ? byId[id.GetValue<string>()] : null;
            Assert.Equal(node.Text, goal.Text("name"));
            Assert.Equal(node.Kind.ToString(), goal.Text("nodeKind"), ignoreCase: true);
            Assert.Equal(node.ParentId, parent?.Text("nodeId"));
            Assert.Equal(parent is null ? 0 : Level(parent) + 1, Level(goal));
            Assert.Equal(scorecard, goal.Text("scorecardId"));
        });
    }

    [Fact]
    public async Task Indicators_stand_below_activities_or_priority_areas_only()
    {
        var goals = await GoalsAsync(Known.Samrad, Known.SamradScorecard);

        var kinds = goals.GroupBy(g => g.Text("nodeKind")).ToDictionary(k => k.Key, k => k.Select(Level).Distinct().Order().ToArray());

        Assert.Equal([0], kinds["focusArea"]);
        Assert.Equal([1], kinds["goal"]);
        Assert.Equal([2], kinds["priorityArea"]);
        Assert.Equal([3], kinds["activity"]);
        Assert.Equal([3, 4], kinds["indicator"]);
        Assert.Equal(PlanLibrary.Hsvo2021.Indicators.Count(), goals.Count(g => g.Text("nodeKind") == "indicator"));
    }

    [Fact]
    public async Task Ids_are_the_version_5_guids_they_have_always_been()
    {
        var goals = await GoalsAsync(Known.Amn, Known.AmnScorecard);

        Assert.Equal(Known.AmnFocusArea, goals.Single(g => g.Text("nodeId") == "2.1").Text("id"));
        Assert.Equal(Known.AmnTrained, goals.Single(g => g.Text("nodeId") == "2.2.3.i3").Text("id"));
    }

    [Fact]
    public async Task A_reporter_may_check_in_on_the_rows_of_their_own_workspace_and_nowhere_else()
    {
        var own = (await app.ReporterOf("amn").JsonAsync(Known.Goals(Known.Amn, Known.AmnScorecard)))["value"]!.AsArray();
        var others = (await app.ReporterOf("amn").JsonAsync(Known.Goals(Known.Shs, Known.ShsScorecard)))["value"]!.AsArray();
        var plan = PlanLibrary.Hsvo2021;

        var open = own.Where(g => g!.Text("permissions") != "View").Select(g => g!.Text("nodeId"));

        Assert.Equal(plan.Indicators.Where(i => plan.Owing(i).Any(d => d.Id == "amn")).Select(i => i.Id), open);
        Assert.All(others, g => Assert.Equal("View", g!.Text("permissions")));
    }

    private static int Level(JsonNode goal) => goal["level"]!.GetValue<int>();

    private async Task<IReadOnlyList<JsonNode>> GoalsAsync(string group, string scorecard) =>
        [.. (await app.Reader.JsonAsync(Known.Goals(group, scorecard)))["value"]!.AsArray().Select(g => g!)];
}
