using System.Net;
using System.Net.Http.Json;

namespace Hsvo.Functions.Tests.PowerBI;

/// <summary>A department's own scorecards and goals beside the plans; what comes from a plan is changed by the plan alone.</summary>
public sealed class PersonalScorecardTests(RunningApp app) : IClassFixture<RunningApp>
{
    private const string Scorecards = $"/v1.0/myorg/groups/{Known.Shs}/scorecards";

    private HttpClient Shs => app.ReporterOf("shs");

    [Fact]
    public async Task A_scorecard_and_its_goals_are_made_changed_moved_and_deleted()
    {
        var scorecard = $"{Scorecards}({await PostAsync(Scorecards, new { name = "Eget" })})";
        var top = await PostAsync($"{scorecard}/goals", new { name = "Överst", startDate = "2021-01-01T00:00:00Z" });
        var below = await PostAsync($"{scorecard}/goals", new { name = "Under", parentId = top });

        using var renamed = await SendAsync(HttpMethod.Patch, $"{scorecard}/goals({below})", new { name = "Nytt namn" });
        using var wrong = await SendAsync(HttpMethod.Post, $"{scorecard}/MoveGoals()", new { goalToMove = new { goalId = below } });
        using var moved = await SendAsync(HttpMethod.Post, $"{scorecard}/MoveGoals()", new { goalToMove = new { goalId = below, currentParentId = top }, newNext = new { goalId = top } });
        var goals = (await app.Reader.JsonAsync($"{scorecard}/goals"))["value"]!.AsArray();
        using var removed = await SendAsync(HttpMethod.Delete, $"{scorecard}/goals({below})");
        using var deleted = await SendAsync(HttpMethod.Delete, scorecard);
        using var gone = await app.Reader.GetAsync(scorecard);

        Assert.Equal(
            [HttpStatusCode.OK, HttpStatusCode.Conflict, HttpStatusCode.NoContent, HttpStatusCode.NoContent, HttpStatusCode.NoContent, HttpStatusCode.NotFound],
            new[] { renamed, wrong, moved, removed, deleted, gone }.Select(a => a.StatusCode));
        Assert.Equal([("Nytt namn", 0, 1), ("Överst", 0, 2)], goals.Select(g => (g!.Text("name"), g!["level"]!.GetValue<int>(), g!["rank"]!.GetValue<int>())));
    }

    [Fact]
    public async Task What_comes_from_a_plan_is_answered_409_that_says_to_import_a_new_version()
    {
        var plan = $"{Scorecards}({Known.ShsScorecard})";
        var goal = $"{plan}/goals({await app.Reader.GoalIdAsync(Known.Shs, Known.ShsScorecard, "2.1.1.i3")})";

        foreach (var (method, path) in new[] { (HttpMethod.Patch, plan), (HttpMethod.Delete, plan), (HttpMethod.Patch, goal), (HttpMethod.Delete, goal), (HttpMethod.Post, $"{plan}/MoveGoals()") })
        {
            using var answer = await SendAsync(method, path, new { name = "Nytt" });
            Assert.Contains("POST /hsvo/v1/plans", (await answer.JsonAsync(HttpStatusCode.Conflict))["error"]!.Text("message"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_null_in_a_change_is_refused_rather_than_passed_over()
    {
        var scorecard = $"{Scorecards}({await PostAsync(Scorecards, new { name = "Null", description = "Kvar" })})";

        using var refused = await SendAsync(HttpMethod.Patch, scorecard, new { description = (string?)null });

        Assert.Equal("description", (await refused.JsonAsync(HttpStatusCode.BadRequest))["error"]!["details"]!.AsArray().Single()!.Text("target"));
        Assert.Equal("Kvar", (await app.Reader.JsonAsync(scorecard)).Text("description"));
    }

    [Fact]
    public async Task What_power_bis_clients_set_is_kept_and_answered()
    {
        using var made = await Shs.PostAsJsonAsync(Scorecards, new { name = "Fält", description = "Vad det är", contact = "Planeringsenheten", sensitivityLabelId = Guid.Empty });
        var scorecard = await made.JsonAsync(HttpStatusCode.OK);
        var path = $"{Scorecards}({scorecard.Text("id")})";
        using var patched = await SendAsync(HttpMethod.Patch, path, new { columnSettings = new object[] { new { columnId = "1", show = false }, new { columnId = 6, show = false } } });
        var goal = await PostAsync($"{path}/goals", new { name = "Mål", description = "Vad det betyder", valuesFormatString = "0", datesFormatString = "yyyy-MM-dd" });
        await (await SendAsync(HttpMethod.Patch, $"{path}/goals({goal})", new { datesFormatString = "d MMM" })).JsonAsync(HttpStatusCode.OK);

        var read = await app.Reader.JsonAsync(path);
        var readGoal = await app.Reader.JsonAsync($"{path}/goals({goal})");

        Assert.Equal("Planeringsenheten", scorecard.Text("contact"));
        Assert.All(scorecard["columnSettings"]!.AsArray(), c => Assert.True(c!["show"]!.GetValue<bool>()));
        Assert.Equal([(0, true), (1, false), (2, true), (3, true), (4, true), (5, true), (6, false)], Columns(await patched.JsonAsync(HttpStatusCode.OK)));
        Assert.Equal(Columns(await patched.JsonAsync(HttpStatusCode.OK)), Columns(read));
        Assert.Equal(("Vad det betyder", "0", "d MMM"), (readGoal.Text("description"), readGoal.Text("valuesFormatString"), readGoal.Text("datesFormatString")));
    }

    [Theory]
    [InlineData("POST", """{"name":"Mål","startDate":"2021-06-01","completionDate":"2021-05-31"}""")]
    [InlineData("PATCH", """{"completionDate":"2020-12-31"}""")]
    [InlineData("PATCH", """{"startDate":"2022-01-01T00:00:00Z"}""")]
    public async Task No_goal_ends_before_it_starts(string method, string body)
    {
        var goals = $"{Scorecards}({await PostAsync(Scorecards, new { name = "Dagar" })})/goals";
        var goal = await PostAsync(goals, new { name = "Mål", startDate = "2021-01-01", completionDate = "2021-12-31" });
        using var request = new HttpRequestMessage(new(method), method == "POST" ? goals : $"{goals}({goal})") { Content = Requests.JsonContent(body) };

        using var answer = await Shs.SendAsync(request);

        var detail = Assert.Single((await answer.JsonAsync(HttpStatusCode.BadRequest))["error"]!["details"]!.AsArray())!;
        Assert.Equal(("goal.dates", "completionDate"), (detail.Text("code"), detail.Text("target")));
    }

    [Fact]
    public async Task The_workspace_may_stand_in_the_body_too_and_must_be_the_one_of_the_address()
    {
        using var right = await SendAsync(HttpMethod.Post, Scorecards, new { name = "Med arbetsyta", groupId = Known.Shs });
        using var wrong = await SendAsync(HttpMethod.Post, Scorecards, new { name = "Med en annan", groupId = Known.Amn });

        Assert.Equal(HttpStatusCode.OK, right.StatusCode);
        Assert.Equal("groupId", (await wrong.JsonAsync(HttpStatusCode.BadRequest))["error"]!["details"]!.AsArray().Single()!.Text("target"));
    }

    [Fact]
    public async Task Nobody_writes_in_another_workspace_and_everybody_reads()
    {
        var id = await PostAsync(Scorecards, new { name = "Läs" });

        using var stranger = await SendAsync(HttpMethod.Delete, $"{Scorecards}({id})", caller: app.ReporterOf("amn"));
        using var samrad = await SendAsync(HttpMethod.Post, $"/v1.0/myorg/groups/{Known.Samrad}/scorecards", new { name = "Läs" });

        Assert.Contains(Known.Amn, (await stranger.JsonAsync(HttpStatusCode.Forbidden))["error"]!.Text("message"), StringComparison.Ordinal);
        Assert.Contains(Known.Shs, (await samrad.JsonAsync(HttpStatusCode.Forbidden))["error"]!.Text("message"), StringComparison.Ordinal);
        Assert.Contains(id, (await app.Reader.JsonAsync(Scorecards))["value"]!.AsArray().Select(s => s!.Text("id")));
    }

    [Theory]
    [InlineData("{}", "name")]
    [InlineData("""{"name":" "}""", "name")]
    [InlineData("""{"name":"Eget","sensitivity":1}""", "sensitivity")]
    [InlineData("""{"name":"Eget","sensitivityLabelId":"0c1d3a52-0000-5000-8000-000000000001"}""", "sensitivityLabelId")]
    [InlineData("""{"name":"Eget","columnSettings":[]}""", "columnSettings")]
    public async Task A_body_that_is_none_is_answered_with_its_field(string body, string target)
    {
        using var answer = await Shs.PostAsync(Scorecards, Requests.JsonContent(body));

        Assert.Equal(target, (await answer.JsonAsync(HttpStatusCode.BadRequest))["error"]!["details"]![0]!.Text("target"));
    }

    private static IEnumerable<(int Column, bool Show)> Columns(System.Text.Json.Nodes.JsonNode scorecard) =>
        scorecard["columnSettings"]!.AsArray().Select(c => (c!["columnId"]!.GetValue<int>(), c!["show"]!.GetValue<bool>()));

    private async Task<string> PostAsync(string path, object body)
    {
        using var answer = await Shs.PostAsJsonAsync(path, body);
        return (await answer.JsonAsync(HttpStatusCode.OK)).Text("id");
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, object? body = null, HttpClient? caller = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        return await (caller ?? Shs).SendAsync(request);
    }
}
