using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Hsvo.Domain.Meetings;

namespace Hsvo.Functions.Tests;

/// <summary>An answer's way through our own API: draft, answer, correction, review, mask, history; and what was known before.</summary>
[Collection(RunningApp.Collection)]
public sealed class FlowTests(RunningApp app)
{
    // A round without a meeting, and a unit that no other test answers for.
    private const string Round = "2021-10";
    private const string Unit = "scn";

    private HttpClient Reporter => app.ReporterOf(Unit);

    [Fact]
    public async Task An_answer_is_put_by_who_says_which_revision_they_saw_and_anyone_else_gets_both_versions()
    {
        const string Path = $"/hsvo/v1/plans/hsvo-2021/rounds/{Round}/reports/2.1.1.i3/{Unit}";
        using var unsaid = await PutAsync(Path, new { value = "ja" });
        using var first = await PutAsync(Path, new { value = "nej", comment = "Första" }, noneMatch: "*");
        using var again = await PutAsync(Path, new { value = "ja" }, noneMatch: "*");
        using var second = await PutAsync(Path, new { value = "ja", comment = "Andra" }, match: first.Headers.ETag!.Tag);
        using var late = await PutAsync(Path, new { value = "nej", comment = "Tredje" }, match: first.Headers.ETag.Tag);
        using var read = await app.Reader.GetAsync(Path);

        Assert.Equal("precondition.required", (await unsaid.JsonAsync((HttpStatusCode)428)).Text("code"));
        Assert.Equal(("\"1\"", 1), (first.Headers.ETag.Tag, (await first.JsonAsync(HttpStatusCode.OK))["revision"]!.GetValue<int>()));
        Assert.Equal(HttpStatusCode.PreconditionFailed, again.StatusCode);
        Assert.Equal("Andra", (await second.JsonAsync(HttpStatusCode.OK)).Text("comment"));
        var problem = await late.JsonAsync(HttpStatusCode.PreconditionFailed);
        Assert.Equal(("reports.overtaken", "If-Match"), (problem.Text("code"), problem["errors"]!.AsArray().Single()!.Text("pointer")));
        var conflict = problem["conflicts"]!.AsArray().Single()!;
        Assert.Equal(("Tredje", "Andra", 1, 2),
            (conflict["yours"]!.Text("comment"), conflict["stored"]!.Text("comment"), conflict["seenRevision"]!.GetValue<int>(), conflict["stored"]!["revision"]!.GetValue<int>()));
        Assert.Equal("\"2\"", read.Headers.ETag!.Tag);
    }

    [Theory]
    [InlineData("ett", null, HttpStatusCode.BadRequest, "precondition.invalid")]
    [InlineData("\"1\", \"2\"", null, HttpStatusCode.BadRequest, "precondition.invalid")]
    [InlineData("\"1\"", "*", HttpStatusCode.BadRequest, "precondition.invalid")]
    [InlineData(null, "\"1\"", HttpStatusCode.BadRequest, "precondition.invalid")]
    [InlineData("W/\"1\"", null, HttpStatusCode.PreconditionFailed, "precondition.unmatched")]
    [InlineData("\"ett\"", null, HttpStatusCode.PreconditionFailed, "precondition.unmatched")]
    [InlineData("*", null, HttpStatusCode.PreconditionFailed, "precondition.nothingThere")]
    public async Task A_precondition_that_can_not_be_read_is_400_and_one_that_never_holds_is_412(string? match, string? noneMatch, HttpStatusCode status, string code)
    {
        using var answer = await PutAsync($"/hsvo/v1/plans/hsvo-2021/rounds/{Round}/reports/2.2.1.i1/{Unit}", new { value = "ja" }, match, noneMatch);

        Assert.Equal(code, (await answer.JsonAsync(status)).Text("code"));
    }

    [Fact]
    public async Task Any_revision_that_there_is_may_be_changed_and_taken_back_by_who_says_so()
    {
        const string Path = $"/hsvo/v1/plans/hsvo-2021/rounds/{Round}/reports/2.3.3.i2/{Unit}";
        using var first = await PutAsync(Path, new { value = "nej" }, noneMatch: "*");
        using var second = await PutAsync(Path, new { value = "ja" }, match: "*");
        using var request = new HttpRequestMessage(HttpMethod.Delete, Path);
        request.Headers.TryAddWithoutValidation("If-Match", "*");
        using var withdrawn = await app.ReporterOf(Unit).SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Equal(2, (await second.JsonAsync(HttpStatusCode.OK))["revision"]!.GetValue<int>());
        Assert.Equal(HttpStatusCode.NoContent, withdrawn.StatusCode);
    }

    [Fact]
    public async Task What_is_wrong_in_one_answer_points_into_its_own_body()
    {
        using var answer = await PutAsync(
            $"/hsvo/v1/plans/hsvo-2021/rounds/1999-01/reports/2.1.1.i3/{Unit}", new { value = "kanske", comment = "811228-9874", x = 1 }, noneMatch: "*");

        var problem = await answer.JsonAsync(HttpStatusCode.UnprocessableEntity);
        Assert.Equal(["/x", "round"], problem["errors"]!.AsArray().Select(e => e!.Text("pointer")).Order(StringComparer.Ordinal));
        Assert.DoesNotContain("9874", problem.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_is_the_units_own_until_it_is_submitted()
    {
        const string Drafts = $"/hsvo/v1/drafts?plan=hsvo-2021&round={Round}";
        var row = new { indicator = "2.1.4.i1", department = Unit, round = Round, comment = "Påbörjat", revision = 0 };
        using var saved = await Reporter.PostAsJsonAsync("/hsvo/v1/reports", new { plan = Known.Plan, draft = true, reports = new[] { row } });
        var receipt = await saved.JsonAsync(HttpStatusCode.OK);
        var own = await Reporter.JsonAsync(Drafts);
        var others = await app.ReporterOf("ubn").JsonAsync(Drafts);
        var offices = await app.Coordinator.JsonAsync(Drafts);

        Assert.Equal((true, 1, "drafted"), (receipt["draft"]!.GetValue<bool>(), receipt["drafted"]!.GetValue<int>(), receipt["rows"]![0]!.Text("result")));
        var draft = own["drafts"]!.AsArray().Single()!;
        Assert.Equal(("Påbörjat", false), (draft["answer"]!.Text("comment"), draft["isOutdated"]!.GetValue<bool>()));
        Assert.Null(draft["current"]);
        Assert.Empty(others["drafts"]!.AsArray());
        Assert.Empty(offices["drafts"]!.AsArray());

        await Reporter.PostReportsAsync(new { indicator = "2.1.4.i1", department = Unit, round = Round, value = "ja" });
        Assert.Empty((await Reporter.JsonAsync(Drafts))["drafts"]!.AsArray());

        using var another = await Reporter.PostAsJsonAsync("/hsvo/v1/reports", new { plan = Known.Plan, draft = true, reports = new[] { row } });
        var outdated = (await Reporter.JsonAsync(Drafts))["drafts"]!.AsArray().Single()!;
        Assert.Equal((true, "ja"), (outdated["isOutdated"]!.GetValue<bool>(), outdated["current"]!.Text("value")));
        const string Draft = $"/hsvo/v1/plans/hsvo-2021/rounds/{Round}/reports/2.1.4.i1/{Unit}/draft";
        using var foreign = await app.ReporterOf("ubn").DeleteAsync(Draft);
        using var removed = await Reporter.DeleteAsync(Draft);
        using var gone = await Reporter.DeleteAsync(Draft);
        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.NoContent, HttpStatusCode.NotFound), (foreign.StatusCode, removed.StatusCode, gone.StatusCode));
    }

    [Fact]
    public async Task A_share_is_sent_with_what_it_is_of_and_must_follow_from_it()
    {
        var amn = app.ReporterOf("amn");
        using var wrong = await SendAsync(new { dryRun = true }, new { value = 2, numerator = 3447, denominator = 246_214 });
        using var reckoned = await SendAsync(new { dryRun = true }, new { numerator = 3447, denominator = 246_214 });
        using var typed = await SendAsync(new { dryRun = true }, new { value = 1.4, numerator = "3447", denominator = 246_214 });
        using var draft = await SendAsync(new { draft = true }, new { numerator = 3447 });

        var fault = (await wrong.JsonAsync(HttpStatusCode.UnprocessableEntity))["errors"]!.AsArray().Single()!;
        Assert.Equal(("value.ratio", "/reports/0/value"), (fault.Text("code"), fault.Text("pointer")));
        Assert.Contains("1,4 %", fault.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal("created", (await reckoned.JsonAsync(HttpStatusCode.OK))["rows"]![0]!.Text("result"));
        Assert.Equal("/reports/0/numerator", (await typed.JsonAsync(HttpStatusCode.UnprocessableEntity))["errors"]!.AsArray().Single()!.Text("pointer"));
        await draft.JsonAsync(HttpStatusCode.OK);
        var drafted = (await amn.JsonAsync("/hsvo/v1/drafts?plan=ekonomiskt-bistand-2023&round=2023-07"))["drafts"]!.AsArray().Single()!["answer"]!;
        Assert.Equal(3447, drafted["numerator"]!.GetValue<double>());
        Assert.Null(drafted["denominator"]);

        Task<HttpResponseMessage> SendAsync(object how, object answer)
        {
            var row = JsonSerializer.SerializeToNode(answer)!.AsObject();
            (row["indicator"], row["department"], row["round"]) = ("ekonomiskt-bistand.1.i1", "amn", "2023-07");
            var body = JsonSerializer.SerializeToNode(how)!.AsObject();
            (body["plan"], body["reports"]) = ("ekonomiskt-bistand-2023", new JsonArray(row));
            return amn.PostAsJsonAsync("/hsvo/v1/reports", body);
        }
    }

    [Fact]
    public async Task An_answer_is_sent_back_corrected_accepted_and_masked_and_its_history_tells_all_of_it()
    {
        const string Path = $"/hsvo/v1/plans/hsvo-2021/rounds/{Round}/reports/2.3.2.i1/{Unit}";
        await Reporter.PostReportsAsync(new { indicator = "2.3.2.i1", department = Unit, round = Round, value = "nej", comment = "Anna på Storgatan säger nej" });
        await ReviewAsync(new { indicator = "2.3.2.i1", department = Unit, revision = 1, decision = "sendBack", question = "Vad väntar ni på?" });
        var sentBack = await StatusAsync();
        await Reporter.PostReportsAsync(new { indicator = "2.3.2.i1", department = Unit, round = Round, value = "ja", comment = "Beslutat" });
        var accepted = await ReviewAsync(new { indicator = "2.3.2.i1", department = Unit, revision = 2, decision = "accept" });
        using var unexplained = await Reporter.PostAsJsonAsync(
            "/hsvo/v1/reports", new { plan = Known.Plan, reports = new[] { new { indicator = "2.3.2.i1", department = Unit, round = Round, value = "nej" } } });
        using var masked = await app.Coordinator.PostAsJsonAsync($"{Path}/mask", new { revision = 1, reason = "Pekar ut någon." });
        using var overtaken = await app.Coordinator.PostAsJsonAsync(
            $"/hsvo/v1/plans/hsvo-2021/rounds/{Round}/reviews",
            new { reviews = new[] { new { indicator = "2.3.2.i1", department = Unit, revision = 1, decision = "accept" } } });

        Assert.Equal(("sendBack", "Vad väntar ni på?", 1),
            (sentBack["review"]!.Text("decision"), sentBack["review"]!.Text("question"), sentBack["revision"]!.GetValue<int>()));
        Assert.Equal(("accept", 2), (accepted["review"]!.Text("decision"), accepted["revision"]!.GetValue<int>()));
        Assert.NotEqual(accepted.Text("reporter"), accepted["review"]!.Text("by"));
        Assert.Equal("reason.required", (await unexplained.JsonAsync(HttpStatusCode.UnprocessableEntity))["errors"]![0]!.Text("code"));
        Assert.Null((await masked.JsonAsync(HttpStatusCode.OK))["report"]!["comment"]);
        Assert.Equal(2, (await overtaken.JsonAsync(HttpStatusCode.PreconditionFailed))["conflicts"]![0]!["stored"]!["revision"]!.GetValue<int>());

        foreach (var client in new[] { app.Reader, Reporter, app.Coordinator, app.Auditor })
        {
            var history = (await client.JsonAsync($"{Path}/history"))["revisions"]!.AsArray();
            Assert.Equal([1, 2], history.Select(r => r!["report"]!["revision"]!.GetValue<int>()));
            Assert.Equal(["sendBack", "accept"], history.Select(r => r!["reviews"]![0]!.Text("decision")));
            Assert.Equal(client == app.Auditor || client == app.Coordinator ? "Pekar ut någon." : null, history[0]!["report"]!["mask"]!["reason"]?.GetValue<string>());
            Assert.Equal(client == app.Auditor ? "Anna på Storgatan säger nej" : null, history[0]!["original"]?["comment"]?.GetValue<string>());
            Assert.Equal(client == app.Auditor, history.ToJsonString().Contains("Storgatan", StringComparison.Ordinal));
            Assert.Null(history[1]!["original"]);
        }

        async Task<JsonNode> StatusAsync() => (await app.Reader.JsonAsync($"{Requests.StatusPath}&round={Round}")).StatusOf("2.3.2.i1")["answers"]!.AsArray()
            .Single(a => a!.Text("department") == Unit)!;
    }

    [Fact]
    public async Task Who_keeps_a_copy_asks_with_the_time_that_the_last_answer_gave()
    {
        await Reporter.PostReportsAsync(new { indicator = "2.3.4.i1", department = Unit, round = Round, value = "ja" });
        var all = await app.Reader.JsonAsync("/hsvo/v1/reports?plan=hsvo-2021");
        var next = all.Text("next");
        var escaped = await app.Reader.JsonAsync($"/hsvo/v1/reports?plan=hsvo-2021&changedSince={Uri.EscapeDataString(next)}");
        var unescaped = await app.Reader.JsonAsync($"/hsvo/v1/reports?plan=hsvo-2021&changedSince={next}");

        Assert.Contains(all["reports"]!.AsArray(), r => r!.Text("indicator") == "2.3.4.i1" && r!.Text("department") == Unit);
        Assert.Equal(escaped["reports"]!.ToJsonString(), unescaped["reports"]!.ToJsonString());
    }

    [Theory]
    [InlineData("/hsvo/v1/status?plan=hsvo-2021&asOf=i går", "query.asOf")]
    [InlineData("/hsvo/v1/status?plan=hsvo-2021&asOf=2021-05-03T08:00:00", "query.asOf")]
    [InlineData("/hsvo/v1/status?plan=hsvo-2021&asOf=2021-02-30", "query.asOf")]
    [InlineData("/hsvo/v1/status?plan=hsvo-2021&asOf=2099-01-01", "asOf.future")]
    [InlineData("/hsvo/v1/missing?plan=hsvo-2021&asOf=2099-01-01T00:00:00Z", "asOf.future")]
    [InlineData("/hsvo/v1/plans/hsvo-2021?asOf=", "query.asOf")]
    [InlineData("/hsvo/v1/burden?plan=hsvo-2021&asOf=2099-01-01", "asOf.future")]
    [InlineData("/hsvo/v1/reports?plan=hsvo-2021&changedSince=2021-05-03", "query.changedSince")]
    [InlineData("/hsvo/v1/reports?plan=hsvo-2021&changedSince=2099-01-01T00:00:00Z", "query.changedSince")]
    public async Task A_time_that_is_none_or_has_not_come_is_400(string path, string code)
    {
        using var answer = await app.Reader.GetAsync(path);

        Assert.Equal(code, (await answer.JsonAsync(HttpStatusCode.BadRequest))["errors"]!.AsArray().Single()!.Text("code"));
    }

    [Fact]
    public async Task Before_the_plan_was_imported_there_is_none_and_the_answer_says_since_when()
    {
        using var answer = await app.Reader.GetAsync($"{Requests.StatusPath}&asOf=2001-01-01");

        var problem = await answer.JsonAsync(HttpStatusCode.NotFound);
        Assert.Equal(("asOf.before", "asOf"), (problem.Text("code"), problem["errors"]!.AsArray().Single()!.Text("pointer")));
    }

    [Fact]
    public async Task As_of_now_the_status_is_the_current_one_and_as_of_before_an_answer_it_isnt_there()
    {
        var before = TimeProvider.System.GetUtcNow();
        await Reporter.PostReportsAsync(new { indicator = "2.3.1.i1", department = Unit, round = Round, value = "ja" });
        var (now, then) = (await AtAsync(TimeProvider.System.GetUtcNow()), await AtAsync(before));

        Assert.Equal((await app.Reader.JsonAsync($"{Requests.StatusPath}&round={Round}"))["focusAreas"]!.ToJsonString(), now["focusAreas"]!.ToJsonString());
        Assert.NotNull(now["asOf"]);
        Assert.DoesNotContain(then.StatusOf("2.3.1.i1")["answers"]!.AsArray(), a => a!.Text("department") == Unit && a!["revision"] is not null);

        async Task<JsonNode> AtAsync(DateTimeOffset at) =>
            await app.Reader.JsonAsync($"{Requests.StatusPath}&round={Round}&asOf={at:yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'}");
    }

    [Fact]
    public async Task A_plan_as_of_a_time_is_the_version_of_then_as_it_was_imported_and_today_is_now()
    {
        const string Path = "/hsvo/v1/plans/hsvo-2021";
        var now = TimeProvider.System.GetUtcNow();

        Assert.Equal(await app.Reader.GetStringAsync(Path), await app.Reader.GetStringAsync($"{Path}?asOf={now:yyyy-MM-dd'T'HH:mm:ss'Z'}"));
        Assert.Equal(
            await app.Reader.GetStringAsync(Requests.StatusPath), await app.Reader.GetStringAsync($"{Requests.StatusPath}&asOf={StockholmTime.DateOf(now):yyyy-MM-dd}"));
    }

    private async Task<JsonNode> ReviewAsync(object row)
    {
        using var answer = await app.Coordinator.PostAsJsonAsync($"/hsvo/v1/plans/hsvo-2021/rounds/{Round}/reviews", new { reviews = new[] { row } });
        return (await answer.JsonAsync(HttpStatusCode.OK))["reports"]!.AsArray().Single()!;
    }

    private async Task<HttpResponseMessage> PutAsync(string path, object body, string? match = null, string? noneMatch = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, path) { Content = JsonContent.Create(body) };
        if (match is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", match);
        }

        if (noneMatch is not null)
        {
            request.Headers.TryAddWithoutValidation("If-None-Match", noneMatch);
        }

        return await Reporter.SendAsync(request);
    }
}
