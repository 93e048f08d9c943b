using System.Net;
using System.Text.Json.Nodes;

namespace Hsvo.Functions.Tests.PowerBI;

/// <summary>Status rules: the plan's own until the coordinator writes others.</summary>
public sealed class StatusRulesTests(RunningApp app) : IClassFixture<RunningApp>
{
    private const string Good = """
        {"rules":[{"conditions":[{"fieldComparison":{"field":"Value","operator":"Equal","value":{"number":1}}}],"output":1}],"defaultOutput":4}
        """;

    [Fact]
    public async Task The_plans_own_rules_are_read_in_power_bis_shape_by_everyone()
    {
        var rules = await app.Reader.JsonAsync(await PathAsync("2.1.1.i3"));

        var first = rules["rules"]!.AsArray()[0]!;
        Assert.Equal("""{"field":"Value","operator":"Equal","value":{"number":1}}""", first["conditions"]![0]!["fieldComparison"]!.ToJsonString());
        Assert.Equal((5, false, true), (first["output"]!.GetValue<int>(), rules["isWritten"]!.GetValue<bool>(), rules["defaultIsAssessment"]!.GetValue<bool>()));
        Assert.EndsWith("/statusRules", rules.Text("@odata.context"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Written_rules_decide_in_every_workspace_until_they_are_deleted()
    {
        await app.ReporterOf("amn").PostReportsAsync(new { indicator = "2.1.1.i3", department = "amn", round = "2021-10", value = "nej" });
        var path = await PathAsync("2.1.1.i3");

        using var posted = await app.Coordinator.PostAsync(path, Requests.JsonContent(Good));
        var written = await posted.JsonAsync(HttpStatusCode.OK);
        var status = await StatusAsync();
        using var again = await app.Coordinator.PostAsync(path, Requests.JsonContent(written.ToJsonString()));
        using var deleted = await app.Coordinator.DeleteAsync(path);
        using var gone = await app.Coordinator.DeleteAsync(path);

        Assert.Equal((true, 4, "\"1\""), (written["isWritten"]!.GetValue<bool>(), written["defaultOutput"]!.GetValue<int>(), posted.Headers.ETag!.Tag));
        Assert.Equal("overdue", status);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NoContent, HttpStatusCode.NotFound), (again.StatusCode, deleted.StatusCode, gone.StatusCode));
        Assert.Null(await StatusAsync());
    }

    [Theory]
    [InlineData("""{"rules":[]}""", "defaultOutput")]
    [InlineData("""{"rules":[],"defaultOutput":9}""", "defaultOutput")]
    [InlineData("""{"rules":{},"defaultOutput":1}""", "rules")]
    [InlineData("""{"rules":[{"conditions":[],"output":1,"mood":1}],"defaultOutput":1}""", "rules/0/mood")]
    [InlineData("""{"rules":[{"conditions":[{"expression":"1=1"}],"output":9}],"defaultOutput":1}""", "rules/0/conditions/0/expression")]
    [InlineData("""{"rules":[{"conditions":[{"fieldComparison":{"field":"Value","operator":"Like","value":{"number":1}}}],"output":1}],"defaultOutput":1}""", "rules/0/conditions/0/fieldComparison/operator")]
    [InlineData("""{"rules":[{"conditions":[{"fieldComparison":{"field":"Value","operator":"Equal","value":{"dateTime":"2021-05-31"}}}],"output":1}],"defaultOutput":1}""", "rules/0/conditions/0/fieldComparison/value")]
    [InlineData("""{"rules":[{"conditions":[{"fieldComparison":{"field":"Value","operator":"Equal","value":{}}}],"output":1}],"defaultOutput":1}""", "rules/0/conditions/0/fieldComparison/value")]
    public async Task What_can_not_be_kept_to_is_refused_with_its_place(string body, string target)
    {
        using var answer = await app.Coordinator.PostAsync(await PathAsync("2.1.1.i3"), Requests.JsonContent(body));

        var details = (await answer.JsonAsync(HttpStatusCode.BadRequest))["error"]!["details"]!.AsArray();
        Assert.Contains(target, details.Select(d => d!.Text("target")));
    }

    [Theory]
    [InlineData("""{"rules":[{"conditions":[{"expression":"1=1"}],"output":1}],"defaultOutput":1}""", "rules/0/conditions/0/expression")]
    [InlineData("""{"rules":[{"conditions":[{"fieldComparison":{"field":"Change","operator":"Equal","value":{"number":1}}}],"output":1}],"defaultOutput":1}""", "rules/0/conditions/0/fieldComparison/field")]
    public async Task What_power_bi_takes_and_is_not_offered_is_501_with_its_place(string body, string target)
    {
        using var answer = await app.Coordinator.PostAsync(await PathAsync("2.1.1.i3"), Requests.JsonContent(body));

        var detail = Assert.Single((await answer.JsonAsync(HttpStatusCode.NotImplemented))["error"]!["details"]!.AsArray())!;
        Assert.Equal(("statusRules.notOffered", target), (detail.Text("code"), detail.Text("target")));
    }

    [Fact]
    public async Task Rules_of_the_plans_rows_are_the_coordinators_alone_whoever_may_write_their_own_goals()
    {
        var path = $"{Known.Goals(Known.Amn, Known.AmnScorecard)}({Known.AmnTrained})/statusRules";

        using var posted = await app.ReporterOf("amn").PostAsync(path, Requests.JsonContent(Good));
        using var deleted = await app.ReporterOf("amn").DeleteAsync(path);

        Assert.Equal("role.missing", (await posted.JsonAsync(HttpStatusCode.Forbidden))["error"]!["details"]![0]!.Text("code"));
        Assert.Equal(HttpStatusCode.Forbidden, deleted.StatusCode);
    }

    [Fact]
    public async Task The_etag_answers_304_and_is_what_a_change_may_name()
    {
        var path = await PathAsync("2.3.4.i2");
        using var read = await app.Coordinator.GetAsync(path);
        using var known = await SendAsync(HttpMethod.Get, path, "If-None-Match", $"{read.Headers.ETag}");
        using var posted = await SendAsync(HttpMethod.Post, path, "If-Match", $"{read.Headers.ETag}", Good);
        using var overtaken = await SendAsync(HttpMethod.Post, path, "If-Match", $"{read.Headers.ETag}", Good);
        using var weak = await SendAsync(HttpMethod.Delete, path, "If-Match", $"W/{posted.Headers.ETag}");
        using var deleted = await SendAsync(HttpMethod.Delete, path, "If-Match", "*");

        Assert.Equal(
            [HttpStatusCode.NotModified, HttpStatusCode.OK, HttpStatusCode.PreconditionFailed, HttpStatusCode.PreconditionFailed, HttpStatusCode.NoContent],
            new[] { known, posted, overtaken, weak, deleted }.Select(a => a.StatusCode));
    }

    [Fact]
    public async Task A_date_and_a_part_of_the_target_are_read_and_given_back_the_same()
    {
        const string Rule = """
            {"rules":[{"conditions":[{"fieldComparison":{"field":"Value","operator":"LessThan","value":{"percentOf":{"field":"Target","percent":90}}}},{"fieldComparison":{"field":"Timestamp","operator":"GreaterThan","value":{"dateTime":"2021-12-31T00:00:00Z"}}}],"output":3}],"defaultOutput":1}
            """;
        using var posted = await app.Coordinator.PostAsync(await PathAsync("2.3.3.i1"), Requests.JsonContent(Rule));

        var read = await posted.JsonAsync(HttpStatusCode.OK);

        Assert.Equal(JsonNode.Parse(Rule)!["rules"]!.ToJsonString(), read["rules"]!.ToJsonString());
    }

    [Fact]
    public async Task A_goal_that_is_no_indicator_has_no_rules()
    {
        var path = $"{Known.Goals(Known.Amn, Known.AmnScorecard)}({Known.AmnFocusArea})/statusRules";

        using var read = await app.Reader.GetAsync(path);
        using var written = await app.Coordinator.PostAsync(path, Requests.JsonContent(Good));

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.BadRequest), (read.StatusCode, written.StatusCode));
    }

    private async Task<string?> StatusAsync() => (await app.Reader.JsonAsync($"{Requests.StatusPath}&round=2021-10")).StatusOf("2.1.1.i3")["answers"]!.AsArray()
        .Single(a => a!.Text("department") == "amn")!["status"]?.GetValue<string>();

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string header, string value, string? body = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : Requests.JsonContent(body) };
        Assert.True(request.Headers.TryAddWithoutValidation(header, value));
        return await app.Coordinator.SendAsync(request);
    }

    private async Task<string> PathAsync(string node) =>
        $"{Known.Goals(Known.Samrad, Known.SamradScorecard)}({await app.Reader.GoalIdAsync(Known.Samrad, Known.SamradScorecard, node)})/statusRules";
}
