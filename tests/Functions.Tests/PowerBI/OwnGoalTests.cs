using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Hsvo.Functions.Tests.PowerBI;

/// <summary>Check-ins, notes and rules of departments' own goals: beside the plan, on any day, and every revision kept.</summary>
public sealed class OwnGoalTests(RunningApp app) : IClassFixture<RunningApp>
{
    private const string Scorecards = $"/v1.0/myorg/groups/{Known.Shs}/scorecards";

    private HttpClient Shs => app.ReporterOf("shs");

    [Fact]
    public async Task A_check_in_on_any_day_is_answered_as_power_bi_answers_and_stands_in_lists_and_aggregations()
    {
        var goal = await GoalAsync();

        using var answer = await Shs.PostAsJsonAsync($"{goal}/goalValues", new { timestamp = "2021-03-17T00:00:00Z", value = 100.0, target = 120, status = 1, trend = -1, forecast = 1.5 });
        await PostAsync($"{goal}/goalValues", new { timestamp = "2021-03-24", value = 101.4, status = "At risk", note = "Går trögt" });
        var read = await app.Reader.JsonAsync($"{goal}?$expand=goalValues($expand=notes),aggregations");
        var filtered = await app.Reader.JsonAsync($"{goal}/goalValues?$filter=value gt 100&$count=true");

        var posted = await answer.JsonAsync(HttpStatusCode.OK);
        Assert.Equal(
            ["@odata.context", "timestamp", "goalId", "scorecardId", "createdTime", "lastModifiedTime", "value", "target", "valueDisplayString", "targetDisplayString", "trend", "forecast", "status", "statusName"],
            posted.AsObject().Select(p => p.Key));
        Assert.Equal(("2021-03-17T00:00:00Z", 100, -1, 1.5), (posted.Text("timestamp"), posted["value"]!.GetValue<double>(), posted["trend"]!.GetValue<int>(), posted["forecast"]!.GetValue<double>()));
        Assert.EndsWith("/goalValues/$entity", posted.Text("@odata.context"), StringComparison.Ordinal);
        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{7}Z$", posted.Text("createdTime"));
        Assert.Equal((1, 2, "atRisk"), (read["notesCount"]!.GetValue<int>(), read["status"]!.GetValue<int>(), read.Text("statusName")));
        Assert.Equal(["", "Går trögt"], read["goalValues"]!.AsArray().Select(v => string.Concat(v!["notes"]!.AsArray().Select(n => n!.Text("body")))));
        Assert.Equal(
            [("Status", 2, "AtRisk"), ("Value", 101.4, "101,4"), ("Target", 120, "120"), ("Sparkline", 100, "100"), ("Sparkline", 101.4, "101,4"), ("Change", 1.4, "+1,4")],
            read["aggregations"]!.AsArray().Select(a => (a!.Text("type"), a!["value"]!.GetValue<double>(), a!.Text("valueDisplayString"))));
        Assert.Equal((1, 101.4), (filtered["@odata.count"]!.GetValue<int>(), filtered["value"]![0]!["value"]!.GetValue<double>()));
    }

    [Fact]
    public async Task A_patch_changes_what_it_names_a_deleted_one_is_gone_and_may_be_given_again()
    {
        var goal = await GoalAsync();
        await PostAsync($"{goal}/goalValues", new { timestamp = "2021-03-17", value = 1, target = 5, status = 3, note = "Kvar" });
        const string Day = "2021-03-17T00%3A00%3A00Z";

        var patched = await (await SendAsync(HttpMethod.Patch, $"{goal}/goalValues({Day})", new { value = 200.0, target = (double?)null })).JsonAsync(HttpStatusCode.OK);
        using var deleted = await SendAsync(HttpMethod.Delete, $"{goal}/goalValues({Day})");
        using var gone = await app.Reader.GetAsync($"{goal}/goalValues(2021-03-17)");
        using var again = await SendAsync(HttpMethod.Delete, $"{goal}/goalValues({Day})");
        using var unchanged = await SendAsync(HttpMethod.Patch, $"{goal}/goalValues({Day})", new { value = 1 });
        using var anew = await SendAsync(HttpMethod.Post, $"{goal}/goalValues", new { timestamp = "2021-03-17", value = 7 });

        Assert.Equal((200, false, false, "Kvar"), (patched["value"]!.GetValue<double>(), patched.AsObject().ContainsKey("target"), patched.AsObject().ContainsKey("status"), patched.Text("note")));
        Assert.Equal(
            [HttpStatusCode.NoContent, HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.OK],
            new[] { deleted, gone, again, unchanged, anew }.Select(a => a.StatusCode));
        Assert.Equal("\"4\"", anew.Headers.ETag!.Tag);
        Assert.False((await anew.JsonAsync(HttpStatusCode.OK)).AsObject().ContainsKey("note"));
    }

    [Fact]
    public async Task The_etag_of_a_value_and_of_the_scorecard_answers_304_and_is_what_a_change_may_name()
    {
        var goal = await GoalAsync();
        var scorecard = goal[..goal.IndexOf("/goals", StringComparison.Ordinal)];
        await PostAsync($"{goal}/goalValues", new { timestamp = "2021-03-17", value = 1 });

        foreach (var (path, change) in new[] { ($"{goal}/goalValues(2021-03-17)", (object)new { value = 2 }), (scorecard, new { name = "Nytt" }), (goal, new { name = "Nytt mål" }) })
        {
            using var read = await Shs.GetAsync(path);
            using var known = await SendAsync(HttpMethod.Get, path, null, ("If-None-Match", $"{read.Headers.ETag}"));
            using var changed = await SendAsync(HttpMethod.Patch, path, change, ("If-Match", $"{read.Headers.ETag}"));
            using var overtaken = await SendAsync(HttpMethod.Patch, path, change, ("If-Match", $"{read.Headers.ETag}"));
            using var weak = await SendAsync(HttpMethod.Patch, path, change, ("If-Match", $"W/{changed.Headers.ETag}"));
            using var any = await SendAsync(HttpMethod.Patch, path, change, ("If-Match", "*"));

            Assert.Equal(
                [HttpStatusCode.NotModified, HttpStatusCode.OK, HttpStatusCode.PreconditionFailed, HttpStatusCode.PreconditionFailed, HttpStatusCode.OK],
                new[] { known, changed, overtaken, weak, any }.Select(a => a.StatusCode));
        }
    }

    [Fact]
    public async Task If_match_any_checks_in_on_a_day_that_has_one_and_if_none_match_any_on_one_that_has_none()
    {
        var goal = await GoalAsync();

        using var none = await SendAsync(HttpMethod.Post, $"{goal}/goalValues", new { timestamp = "2021-03-17", value = 1 }, ("If-Match", "*"));
        using var first = await SendAsync(HttpMethod.Post, $"{goal}/goalValues", new { timestamp = "2021-03-17", value = 1 }, ("If-None-Match", "*"));
        using var taken = await SendAsync(HttpMethod.Post, $"{goal}/goalValues", new { timestamp = "2021-03-17", value = 2 }, ("If-None-Match", "*"));
        using var again = await SendAsync(HttpMethod.Post, $"{goal}/goalValues", new { timestamp = "2021-03-17", value = 2 }, ("If-Match", "*"));

        Assert.Equal(
            [HttpStatusCode.PreconditionFailed, HttpStatusCode.OK, HttpStatusCode.PreconditionFailed, HttpStatusCode.OK],
            new[] { none, first, taken, again }.Select(a => a.StatusCode));
    }

    [Fact]
    public async Task A_check_in_has_several_notes_and_each_is_changed_by_whoever_wrote_it_alone()
    {
        var (group, goal) = await GoalOfOfficeAsync();
        await PostAsync($"{goal}/goalValues", new { timestamp = "2021-03-17", value = 1 }, app.Coordinator);
        var notes = $"{goal}/goalValues(2021-03-17)/notes";

        using var post = await app.Coordinator.PostAsJsonAsync(notes, new { body = " Kansliets " });
        var posted = await post.JsonAsync(HttpStatusCode.OK);
        var other = await PostAsync(notes, new { body = "Rapportörens" }, app.ReporterOf("nvs"));
        using var strange = await SendAsync(HttpMethod.Patch, $"{notes}({posted.Text("id")})", new { body = "Min" }, caller: app.ReporterOf("nvs"));
        using var strangeDelete = await SendAsync(HttpMethod.Delete, $"{notes}({posted.Text("id")})", caller: app.ReporterOf("nvs"));
        var patched = await (await SendAsync(HttpMethod.Patch, $"{notes}({posted.Text("id")})", new { body = "Beslutat" }, caller: app.Coordinator)).JsonAsync(HttpStatusCode.OK);
        using var deleted = await SendAsync(HttpMethod.Delete, $"{notes}({other})", caller: app.ReporterOf("nvs"));
        using var listed = await app.Reader.GetAsync(notes);

        Assert.Equal(("#Microsoft.PowerBI.ServiceContracts.Api.GoalNote", "Kansliets"), (posted.Text("@odata.type"), posted.Text("body")));
        Assert.Equal("note.author", (await strange.JsonAsync(HttpStatusCode.Forbidden))["error"]!["details"]![0]!.Text("code"));
        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.NoContent), (strangeDelete.StatusCode, deleted.StatusCode));
        Assert.Equal((posted.Text("id"), "Beslutat"), (patched.Text("id"), patched.Text("body")));
        Assert.Equal(["Beslutat"], (await listed.JsonAsync(HttpStatusCode.OK))["value"]!.AsArray().Select(n => n!.Text("body")));
        Assert.NotNull(listed.Headers.ETag);
        Assert.Contains(group, goal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rules_decide_over_what_was_said_by_value_target_change_and_day_until_they_are_deleted()
    {
        const string Rules = """
            {"rules":[
              {"conditions":[{"fieldComparison":{"field":"Change","operator":"LessThan","value":{"number":0}}}],"output":3},
              {"conditions":[{"fieldComparison":{"field":"Value","operator":"GreaterThanOrEqual","value":{"percentOf":{"field":"Target","percent":100}}}},{"fieldComparison":{"field":"Timestamp","operator":"LessThan","value":{"dateTime":"2021-12-01T00:00:00Z"}}}],"output":5}
            ],"defaultOutput":1}
            """;
        var goal = await GoalAsync();
        await PostAsync($"{goal}/goalValues", new { timestamp = "2021-03-17", value = 10, target = 20, status = 4 });
        using var none = await app.Reader.GetAsync($"{goal}/statusRules");

        using var posted = await Shs.PostAsync($"{goal}/statusRules", Requests.JsonContent(Rules));
        await PostAsync($"{goal}/goalValues", new { timestamp = "2021-04-17", value = 9 });
        await PostAsync($"{goal}/goalValues", new { timestamp = "2021-05-17", value = 20 });
        await PostAsync($"{goal}/goalValues", new { timestamp = "2021-12-17", value = 30 });
        using var contradicted = await SendAsync(HttpMethod.Post, $"{goal}/goalValues", new { timestamp = "2022-01-17", value = 40, status = 3 });
        using var stranger = await app.ReporterOf("amn").PostAsync($"{goal}/statusRules", Requests.JsonContent(Rules));
        var judged = await app.Reader.JsonAsync($"{goal}?$expand=goalValues");
        var read = await app.Reader.JsonAsync($"{goal}/statusRules");
        using var deleted = await SendAsync(HttpMethod.Delete, $"{goal}/statusRules");
        using var gone = await SendAsync(HttpMethod.Delete, $"{goal}/statusRules");
        var said = await app.Reader.JsonAsync($"{goal}/goalValues");

        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
        Assert.Equal(JsonNode.Parse(Rules)!["rules"]!.ToJsonString(), (await posted.JsonAsync(HttpStatusCode.OK))["rules"]!.ToJsonString());
        Assert.Equal([1, 3, 5, 1], judged["goalValues"]!.AsArray().Select(v => v!["status"]!.GetValue<int>()));
        Assert.Equal((true, 1), (judged["hasStatusRules"]!.GetValue<bool>(), judged["status"]!.GetValue<int>()));
        Assert.Equal("assessment.contradicts", (await contradicted.JsonAsync(HttpStatusCode.BadRequest))["error"]!["details"]![0]!.Text("code"));
        Assert.Equal(HttpStatusCode.Forbidden, stranger.StatusCode);
        Assert.Equal((true, 1), (read["isWritten"]!.GetValue<bool>(), read["defaultOutput"]!.GetValue<int>()));
        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NotFound), (deleted.StatusCode, gone.StatusCode));
        Assert.Equal([4, null, null, null], said["value"]!.AsArray().Select(v => v!["status"]?.GetValue<int>()));
    }

    [Fact]
    public async Task Own_goals_touch_neither_the_plans_status_nor_the_feed()
    {
        using var before = await app.Reader.GetAsync(Requests.StatusPath);
        var facts = await app.Reader.GetStringAsync("/odata/Reports/$count");

        await PostAsync($"{await GoalAsync()}/goalValues", new { timestamp = "2021-05-31", value = 1, status = 4, note = "Bara vårt" });
        using var after = await app.Reader.GetAsync(Requests.StatusPath);

        Assert.Equal(before.Headers.ETag, after.Headers.ETag);
        Assert.Equal(facts, await app.Reader.GetStringAsync("/odata/Reports/$count"));
    }

    [Fact]
    public async Task What_the_caller_may_do_with_an_own_goal_is_said_and_holds_and_is_part_of_the_tag()
    {
        var goal = await GoalAsync();
        var id = await PostAsync($"{goal}/goalValues", new { timestamp = "2021-03-17", value = 1 });
        using var own = await Shs.GetAsync(goal);
        using var other = await app.ReporterOf("amn").GetAsync(goal);

        using var refused = await SendAsync(HttpMethod.Post, $"{goal}/goalValues", new { timestamp = "2021-03-17", value = 1 }, caller: app.ReporterOf("amn"));
        using var reader = await SendAsync(HttpMethod.Post, $"{goal}/goalValues", new { timestamp = "2021-03-17", value = 1 }, caller: app.Reader);
        using var many = await SendAsync(HttpMethod.Post, $"{goal[..goal.IndexOf("/goals", StringComparison.Ordinal)]}/goalValues", new { value = Array.Empty<object>() });

        Assert.Equal(("All", "View"), ((await own.JsonAsync(HttpStatusCode.OK)).Text("permissions"), (await other.JsonAsync(HttpStatusCode.OK)).Text("permissions")));
        Assert.NotEqual(own.Headers.ETag, other.Headers.ETag);
        Assert.True(own.Headers.CacheControl is { Private: true, NoCache: true });
        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden, HttpStatusCode.NotImplemented), (refused.StatusCode, reader.StatusCode, many.StatusCode));
        Assert.Empty(id);
    }

    private async Task<string> GoalAsync()
    {
        var scorecard = $"{Scorecards}({await PostAsync(Scorecards, new { name = "Eget" })})";
        return $"{scorecard}/goals({await PostAsync($"{scorecard}/goals", new { name = "Mål", startDate = "2021-01-01" })})";
    }

    private async Task<(string Group, string Goal)> GoalOfOfficeAsync()
    {
        var groups = await app.Coordinator.JsonAsync("/v1.0/myorg/groups?$filter=isReadOnly eq false");
        var group = Assert.Single(groups["value"]!.AsArray())!.Text("id");
        var scorecard = $"/v1.0/myorg/groups/{group}/scorecards({await PostAsync($"/v1.0/myorg/groups/{group}/scorecards", new { name = "Kansliets" }, app.Coordinator)})";
        return (group, $"{scorecard}/goals({await PostAsync($"{scorecard}/goals", new { name = "Mål" }, app.Coordinator)})");
    }

    private async Task<string> PostAsync(string path, object body, HttpClient? caller = null)
    {
        using var answer = await (caller ?? Shs).PostAsJsonAsync(path, body);
        return (await answer.JsonAsync(HttpStatusCode.OK))["id"]?.GetValue<string>() ?? "";
    }

    private async Task<HttpResponseMessage> SendAsync(
        HttpMethod method, string path, object? body = null, (string Name, string Value)? header = null, HttpClient? caller = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        if (header is { } sent)
        {
            Assert.True(request.Headers.TryAddWithoutValidation(sent.Name, sent.Value));
        }

        return await (caller ?? Shs).SendAsync(request);
    }
}
