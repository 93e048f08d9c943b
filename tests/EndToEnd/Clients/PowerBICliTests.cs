using System.Globalization;
using System.Text.Json;
using Hsvo.Domain.Plans;
using Hsvo.Plans;
using Hsvo.TestKit;

namespace Hsvo.EndToEnd.Clients;

/// <summary>The door in Power BI's shape, by a client that was made for Power BI.</summary>
public sealed class PowerBICliTests
{
    private const string Samrad = "Samråd HSVO Uppsala";

    private static readonly Plan Plan = PlanLibrary.Hsvo2021;
    private static readonly Department Department = Plan.Departments[0];
    private static readonly string Date = Plan.FindRound("2021-10")!.Ends.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static readonly PlanNode Indicator = Plan.Indicators.First(
        i => i.Indicator is { Kind: IndicatorKind.Deliverable, Parts.Count: 0 } && Plan.Owing(i).Contains(Department));

    [Fact]
    public async Task A_person_with_pbicli_finds_the_goal_checks_in_with_a_note_and_sees_the_samrad_change()
    {
        // Arrange
        await using var app = await LocalApp.StartAsync();
        using var reporter = new PowerBICli(app, "reporter", Department.Id);
        using var reader = new PowerBICli(app, "reader");

        // Act
        var workspaces = await reporter.ReadAsync("workspace", "list");
        var scorecards = await reporter.ReadAsync("scorecard", "list", "--workspace", Department.Name);
        var scorecard = Named(scorecards, Plan.Title);
        string[] goal = ["--workspace", Department.Name, "--scorecard", scorecard, "--goal", await GoalAsync(reporter, Department.Name)];
        string[] samrad = ["--workspace", Samrad, "--scorecard", Named(await reader.ReadAsync("scorecard", "list", "--workspace", Samrad), Plan.Title),
            "--goal", await GoalAsync(reader, Samrad)];
        var before = await reader.ReadAsync(["scorecard", "goal", "value", "list", .. samrad]);
        await reporter.RunAsync(["scorecard", "goal", "value", "create", .. goal, "--definition", $$"""{"timestamp":"{{Date}}T00:00:00Z","value":1,"status":5}"""]);
        await reporter.RunAsync(["scorecard", "goal", "value", "note", "create", .. goal, "--timestamp", Date, "--text", "Klart i maj."]);
        var own = await reporter.ReadAsync(["scorecard", "goal", "value", "show", .. goal, "--timestamp", Date, "--expand", "notes"]);
        var after = await reader.ReadAsync(["scorecard", "goal", "value", "list", .. samrad]);

        // Assert
        Assert.Equal(Plan.Departments.Select(d => d.Name).Append(Samrad).Order(StringComparer.Ordinal),
            Names(workspaces).Intersect(Plan.Departments.Select(d => d.Name).Append(Samrad)).Order(StringComparer.Ordinal));
        Assert.Empty(Values(before));
        Assert.Equal((1, 5), (own.GetProperty("value").GetInt32(), own.GetProperty("status").GetInt32()));
        Assert.Equal("Klart i maj.", Assert.Single(own.GetProperty("notes").EnumerateArray()).GetProperty("body").GetString());
        Assert.Equal(1, Assert.Single(Values(after)).GetProperty("value").GetInt32());
    }

    [Fact]
    public async Task A_person_with_pbicli_makes_a_scorecard_beside_the_plans_with_a_goal_and_takes_it_away()
    {
        await using var app = await LocalApp.StartAsync();
        using var reporter = new PowerBICli(app, "reporter", Department.Id);
        string[] mine = ["--workspace", Department.Name, "--scorecard", "Vårt eget"];

        await reporter.RunAsync(["scorecard", "create", .. mine, "--description", "Det vi följer själva."]);
        await reporter.RunAsync(["scorecard", "goal", "create", .. mine, "--definition", """{"name":"Kortare kö"}"""]);
        var goals = await reporter.ReadAsync(["scorecard", "goal", "list", .. mine]);
        await reporter.RunAsync(["scorecard", "delete", .. mine]);
        var left = await reporter.ReadAsync("scorecard", "list", "--workspace", Department.Name);

        Assert.Equal(["Kortare kö"], Names(goals));
        Assert.DoesNotContain("Vårt eget", Names(left));
    }

    [Fact]
    public async Task A_person_with_pbicli_reads_in_the_error_what_is_wrong_with_the_check_in()
    {
        await using var app = await LocalApp.StartAsync();
        using var reporter = new PowerBICli(app, "reporter", Department.Id);
        var scorecard = Named(await reporter.ReadAsync("scorecard", "list", "--workspace", Department.Name), Plan.Title);

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(async () => await reporter.RunAsync(
            "scorecard", "goal", "value", "create", "--workspace", Department.Name, "--scorecard", scorecard,
            "--goal", await GoalAsync(reporter, Department.Name), "--definition", """{"timestamp":"2021-06-01","value":1}"""));

        Assert.Contains(Date, refused.Message, StringComparison.Ordinal);
    }

    private static async Task<string> GoalAsync(PowerBICli person, string workspace)
    {
        var scorecard = Named(await person.ReadAsync("scorecard", "list", "--workspace", workspace), Plan.Title);
        var goals = await person.ReadAsync("scorecard", "goal", "list", "--workspace", workspace, "--scorecard", scorecard);
        return goals.EnumerateArray().Single(g => g.GetProperty("nodeId").GetString() == Indicator.Id).GetProperty("id").GetString()!;
    }

    // pbicli prints the whole answer here, the envelope included.
    private static JsonElement.ArrayEnumerator Values(JsonElement answer) => answer.GetProperty("value").EnumerateArray();

    private static string Named(JsonElement list, string name) =>
        list.EnumerateArray().Single(e => e.GetProperty("name").GetString() == name).GetProperty("id").GetString()!;

    private static IEnumerable<string> Names(JsonElement list) => list.EnumerateArray().Select(e => e.GetProperty("name").GetString()!);
}
