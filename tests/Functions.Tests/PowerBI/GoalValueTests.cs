using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Hsvo.Functions.Tests.PowerBI;

/// <summary>One check-in: read, changed in part, taken back; and many at once.</summary>
public sealed class GoalValueTests(RunningApp app) : IClassFixture<RunningApp>
{
    private const string Date = "2021-10-31";
    private const string Round = "2021-10";

    private HttpClient Shs => app.ReporterOf("shs");

    [Theory]
    [InlineData("2021-10-31")]
    [InlineData("2021-10-31T00:00:00Z")]
    [InlineData("2021-10-31T00%3A00%3A00Z")]
    [InlineData("2021-10-31T00:00:00.0000000Z")]
    public async Task One_value_is_read_by_its_date_in_every_form_that_clients_send(string date)
    {
        var values = await ValuesAsync("2.1.1.i3");
        await PostAsync(values, new { timestamp = Date, value = 1, note = "Klart" });

        using var answer = await app.Reader.GetAsync($"{values}({date})");

        var value = await answer.JsonAsync(HttpStatusCode.OK);
        Assert.Equal(("2021-10-31T00:00:00Z", 1, "completed"), (value.Text("timestamp"), value["value"]!.GetValue<double>(), value.Text("statusName")));
        Assert.EndsWith("/goalValues/$entity", value.Text("@odata.context"), StringComparison.Ordinal);
        Assert.NotNull(answer.Headers.ETag);
    }

    [Fact]
    public async Task A_date_that_ends_no_round_is_answered_with_those_that_do_and_one_without_value_is_not_found()
    {
        var values = await ValuesAsync("2.1.1.i3");

        using var other = await app.Reader.GetAsync($"{values}(2021-10-30)");
        using var none = await app.Reader.GetAsync($"{values}(2021-05-31)");

        var error = (await other.JsonAsync(HttpStatusCode.BadRequest))["error"]!;
        Assert.All(["2021-05-31", "2021-10-31", "2022-01-31"], date => Assert.Contains(date, error.Text("message"), StringComparison.Ordinal));
        Assert.Equal("PowerBIEntityNotFound", (await none.JsonAsync(HttpStatusCode.NotFound))["error"]!.Text("code"));
    }

    [Fact]
    public async Task A_patch_changes_what_it_names_and_keeps_the_rest()
    {
        var values = await ValuesAsync("2.3.4.i1");
        await PostAsync(values, new { timestamp = Date, value = 0, status = "At risk", note = "Väntar" });

        var status = await PatchAsync(values, new { status = "behind" });
        var note = await PatchAsync(values, new { note = (string?)null });
        var value = await PatchAsync(values, new { value = 1 });

        Assert.Equal((0, 3, "Väntar"), (status["value"]!.GetValue<double>(), status["status"]!.GetValue<int>(), status.Text("note")));
        Assert.Equal((3, false), (note["status"]!.GetValue<int>(), note.AsObject().ContainsKey("note")));
        Assert.Equal((1, "completed"), (value["value"]!.GetValue<double>(), value.Text("statusName")));
    }

    [Theory]
    [InlineData("2")]
    [InlineData("\"2\"")]
    [InlineData("\"At risk\"")]
    [InlineData("\"atRisk\"")]
    [InlineData("\"AtRisk\"")]
    [InlineData("\"I riskzonen\"")]
    public async Task A_status_is_taken_as_number_name_or_text_and_answered_as_both(string status)
    {
        using var answer = await Shs.PostAsync(await ValuesAsync("2.3.4.i2"), Requests.JsonContent($$"""{"timestamp":"{{Date}}","value":0,"status":{{status}}}"""));

        var value = await answer.JsonAsync(HttpStatusCode.OK);
        Assert.Equal((2, "atRisk"), (value["status"]!.GetValue<int>(), value.Text("statusName")));
    }

    [Fact]
    public async Task Whoever_says_which_revision_it_saw_changes_no_other()
    {
        var values = await ValuesAsync("2.3.3.i1");
        await PostAsync(values, new { timestamp = Date, value = 0 });
        using var read = await Shs.GetAsync($"{values}({Date})");
        var tag = read.Headers.ETag!.Tag;
        await PatchAsync(values, new { note = "Annan" });

        using var patch = await SendAsync(HttpMethod.Patch, $"{values}({Date})", tag, new { note = "Min" });
        using var delete = await SendAsync(HttpMethod.Delete, $"{values}({Date})", tag);
        using var post = await SendAsync(HttpMethod.Post, values, tag, new { timestamp = Date, value = 1 });

        Assert.All([patch, delete, post], a => Assert.Equal(HttpStatusCode.PreconditionFailed, a.StatusCode));
        Assert.Equal("Annan", (await Shs.JsonAsync($"{values}({Date})")).Text("note"));
    }

    [Fact]
    public async Task One_value_answers_304_to_who_has_it_and_any_that_there_is_may_be_changed()
    {
        var values = await ValuesAsync("2.3.1.i1");
        using var none = await SendAsync(HttpMethod.Post, values, "*", new { timestamp = Date, value = 0 });
        await PostAsync(values, new { timestamp = Date, value = 0 });
        var (own, known) = await Shs.AskAgainAsync($"{values}({Date})");
        using var others = await app.Reader.GetAsync($"{values}({Date})");
        using var post = await SendAsync(HttpMethod.Post, values, "*", new { timestamp = Date, value = 0, note = "Nytt" });
        using var patch = await SendAsync(HttpMethod.Patch, $"{values}({Date})", "*", new { note = "Nyare" });
        using var weak = await SendAsync(HttpMethod.Patch, $"{values}({Date})", $"W/{patch.Headers.ETag}", new { note = "Nyast" });

        Assert.Equal("precondition.nothingThere", (await none.JsonAsync(HttpStatusCode.PreconditionFailed))["error"]!["details"]![0]!.Text("code"));
        Assert.StartsWith("\"1.", own.Headers.ETag!.Tag, StringComparison.Ordinal);
        Assert.NotEqual(own.Headers.ETag, others.Headers.ETag);
        Assert.True(own.Headers.CacheControl is { Private: true, NoCache: true });
        Assert.Equal(
            [HttpStatusCode.NotModified, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.PreconditionFailed],
            new[] { known, post, patch, weak }.Select(a => a.StatusCode));
        Assert.Equal("\"3\"", patch.Headers.ETag!.Tag);
    }

    [Fact]
    public async Task A_value_that_is_deleted_is_gone_from_the_lists_and_stays_in_the_history_and_its_status_weighs_on()
    {
        var values = await ValuesAsync("2.1.4.i1");
        await PostAsync(values, new { timestamp = Date, value = 0, status = "Behind", note = "Efter" });

        using var deleted = await SendAsync(HttpMethod.Delete, $"{values}({Date})");
        using var gone = await Shs.GetAsync($"{values}({Date})");
        using var again = await SendAsync(HttpMethod.Delete, $"{values}({Date})");

        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NotFound, HttpStatusCode.NotFound), (deleted.StatusCode, gone.StatusCode, again.StatusCode));
        Assert.DoesNotContain((await Shs.JsonAsync(values))["value"]!.AsArray(), v => v!.Text("timestamp").StartsWith(Date, StringComparison.Ordinal));
        var revisions = (await app.Reader.JsonAsync(ReportPath("2.1.4.i1") + "/history"))["revisions"]!.AsArray().Select(r => r!["report"]!).ToList();
        Assert.True(revisions[^1]["isWithdrawn"]!.GetValue<bool>());
        Assert.Equal("nej", revisions[^2].Text("value"));
        var answer = (await app.Reader.JsonAsync($"{Requests.StatusPath}&round={Round}")).StatusOf("2.1.4.i1")["answers"]!.AsArray().Single(a => a!.Text("department") == "shs")!;
        Assert.Equal(("behind", "due", "powerBI"), (answer.Text("status"), answer.Text("reporting"), revisions[^1].Text("door")));
        Assert.Equal(revisions[^1]["revision"]!.GetValue<int>(), answer["withdrawn"]!["revision"]!.GetValue<int>());
        Assert.Null(answer["value"]);

        await PostAsync(values, new { timestamp = Date, value = 1 });
        Assert.Equal(1, (await Shs.JsonAsync($"{values}({Date})"))["value"]!.GetValue<double>());
    }

    [Fact]
    public async Task Our_own_door_takes_an_answer_back_by_its_revision()
    {
        var path = ReportPath("2.3.3.i2");
        await Shs.PostReportsAsync(new { indicator = "2.3.3.i2", department = "shs", round = Round, value = "ja" });
        using var read = await Shs.GetAsync(path);

        using var unsaid = await SendAsync(HttpMethod.Delete, path);
        using var other = await SendAsync(HttpMethod.Delete, path, "\"99\"");
        using var deleted = await SendAsync(HttpMethod.Delete, path, read.Headers.ETag!.Tag);
        using var stranger = await SendAsync(HttpMethod.Delete, path, "\"2\"", caller: app.ReporterOf("amn"));

        Assert.Equal(
            [HttpStatusCode.PreconditionRequired, HttpStatusCode.PreconditionFailed, HttpStatusCode.NoContent, HttpStatusCode.NotFound],
            new[] { unsaid, other, deleted, stranger }.Select(a => a.StatusCode));
        var report = await Shs.JsonAsync(path);
        Assert.True(report["isWithdrawn"]!.GetValue<bool>());
        using var put = await SendAsync(HttpMethod.Put, path, $"\"{report["revision"]}\"", new { value = "nej" });
        using var withdrawn = await SendAsync(HttpMethod.Put, path, put.Headers.ETag!.Tag, new { withdrawn = true, reason = "Fel rad" });
        Assert.Equal((true, "Fel rad"), ((await withdrawn.JsonAsync(HttpStatusCode.OK))["isWithdrawn"]!.GetValue<bool>(), (await Shs.JsonAsync(path)).Text("reason")));
    }

    [Fact]
    public async Task Many_check_ins_at_once_are_answered_row_by_row()
    {
        var (one, two) = (await GoalAsync("2.1.1.i3"), await GoalAsync("2.3.4.i1"));
        object[] rows =
        [
            new { goalId = one, timestamp = "2022-01-31", value = 1 },
            new { goalId = two, timestamp = "2022-01-31", value = 0, status = "Overdue", note = "Försenat" },
        ];

        var first = await PostManyAsync(rows);
        var again = await PostManyAsync(rows);

        Assert.Equal([(0, "created"), (1, "created")], first.Select(r => (r!["row"]!.GetValue<int>(), r.Text("result"))));
        Assert.Equal(["unchanged", "unchanged"], again.Select(r => r!.Text("result")));
        Assert.Equal([one, two], first.Select(r => r!.Text("goalId")));
    }

    [Fact]
    public async Task One_wrong_row_of_many_stores_nothing_and_each_fault_names_its_row_and_field()
    {
        var goal = await GoalAsync("2.3.3.i1");
        var before = (await Shs.JsonAsync(await ValuesAsync("2.3.3.i1")))["value"]!.AsArray().Count;
        object[] rows =
        [
            new { goalId = goal, timestamp = Date, value = 1 },
            new { goalId = goal, timestamp = "2021-10-30", value = 1 },
            new { goalId = Known.Amn, timestamp = Date, value = 1 },
            new { goalId = goal, timestamp = "2022-01-31", value = 1, status = "Blå", mood = "glad" },
            "rad",
        ];

        using var answer = await Shs.PostAsJsonAsync(ManyPath, new { value = rows });

        var details = (await answer.JsonAsync(HttpStatusCode.BadRequest))["error"]!["details"]!.AsArray().Select(d => (d!.Text("code"), d!.Text("target")));
        Assert.Equal(
            [("timestamp.notRound", "value[1].timestamp"), ("id.unknown", "value[2].goalId"), ("field.type", "value[3].status"), ("field.unknown", "value[3].mood"), ("row.type", "value[4]")],
            details);
        Assert.Equal(before, (await Shs.JsonAsync(await ValuesAsync("2.3.3.i1")))["value"]!.AsArray().Count);
    }

    [Fact]
    public async Task Nobody_writes_in_the_samrads_workspace_or_another_departments()
    {
        var samrad = $"{Known.Goals(Known.Samrad, Known.SamradScorecard)}({await app.Reader.GoalIdAsync(Known.Samrad, Known.SamradScorecard, "2.1.1.i3")})/goalValues";
        foreach (var path in new[] { samrad, await ValuesAsync("2.1.1.i3") })
        {
            foreach (var method in new[] { HttpMethod.Patch, HttpMethod.Delete })
            {
                using var answer = await SendAsync(method, $"{path}({Date})", null, new { value = 1 }, app.ReporterOf("amn"));

                var error = (await answer.JsonAsync(HttpStatusCode.Forbidden))["error"]!;
                Assert.Contains(Known.Amn, error.Text("message"), StringComparison.Ordinal);
            }
        }
    }

    private static string ManyPath => $"/v1.0/myorg/groups/{Known.Shs}/scorecards({Known.ShsScorecard})/goalValues";

    private static string ReportPath(string node) => $"/hsvo/v1/plans/hsvo-2021/rounds/{Round}/reports/{node}/shs";

    private Task<string> GoalAsync(string node) => app.Reader.GoalIdAsync(Known.Shs, Known.ShsScorecard, node);

    private async Task<string> ValuesAsync(string node) => $"{Known.Goals(Known.Shs, Known.ShsScorecard)}({await GoalAsync(node)})/goalValues";

    private async Task<JsonArray> PostManyAsync(object[] rows)
    {
        using var answer = await Shs.PostAsJsonAsync(ManyPath, new { value = rows });
        return (await answer.JsonAsync(HttpStatusCode.OK))["value"]!.AsArray();
    }

    private async Task PostAsync(string values, object body)
    {
        using var answer = await Shs.PostAsJsonAsync(values, body);
        await answer.JsonAsync(HttpStatusCode.OK);
    }

    private async Task<JsonNode> PatchAsync(string values, object body)
    {
        using var answer = await SendAsync(HttpMethod.Patch, $"{values}({Date})", null, body);
        return await answer.JsonAsync(HttpStatusCode.OK);
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string? tag = null, object? body = null, HttpClient? caller = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        if (tag is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", tag);
        }

        return await (caller ?? Shs).SendAsync(request);
    }
}
