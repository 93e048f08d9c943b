using System.Net;
using System.Net.Http.Json;

namespace Hsvo.Functions.Tests.PowerBI;

/// <summary>Notes are the comments of reports: one for each, changed by whoever wrote it.</summary>
public sealed class GoalNoteTests(RunningApp app) : IClassFixture<RunningApp>
{
    private const string Date = "2021-10-31";

    private HttpClient Shs => app.ReporterOf("shs");

    [Fact]
    public async Task A_note_is_posted_read_changed_and_deleted_and_every_state_stays_in_the_history()
    {
        var value = await ValueAsync("2.1.1.i3", new { timestamp = Date, value = 0 });

        using var post = await Shs.PostAsJsonAsync($"{value}/notes", new { body = " Väntar på beslut " });
        var posted = await post.JsonAsync(HttpStatusCode.OK);
        var note = $"{value}/notes({posted.Text("id")})";
        var listed = Assert.Single((await app.Reader.JsonAsync($"{value}/notes"))["value"]!.AsArray())!;
        var patched = await (await SendAsync(HttpMethod.Patch, note, new { body = "Beslutat" })).JsonAsync(HttpStatusCode.OK);
        var expanded = Assert.Single((await app.Reader.JsonAsync($"{value}?$expand=notes"))["notes"]!.AsArray())!;
        using var deleted = await SendAsync(HttpMethod.Delete, note);
        using var again = await SendAsync(HttpMethod.Delete, note);

        Assert.Equal(("#Microsoft.PowerBI.ServiceContracts.Api.GoalNote", "Väntar på beslut"), (posted.Text("@odata.type"), posted.Text("body")));
        Assert.EndsWith("/goalValues(2021-10-31T00%3A00%3A00Z)/notes/$entity", posted.Text("@odata.context"), StringComparison.Ordinal);
        Assert.Equal("""{"general":[{"properties":{"paragraphs":[{"textRuns":[{"value":"Väntar på beslut"}]}]}}]}""", posted.Text("content"));
        Assert.Equal((posted.Text("id"), posted.Text("id"), posted.Text("id")), (listed.Text("id"), patched.Text("id"), expanded.Text("id")));
        Assert.Equal(("Beslutat", "Beslutat"), (patched.Text("body"), expanded.Text("body")));
        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NotFound), (deleted.StatusCode, again.StatusCode));
        var history = await app.Reader.JsonAsync("/hsvo/v1/plans/hsvo-2021/rounds/2021-10/reports/2.1.1.i3/shs/history");
        Assert.Equal([null, "Väntar på beslut", "Beslutat", null], history["revisions"]!.AsArray().Select(r => r!["report"]!["comment"]?.GetValue<string>()));
    }

    [Fact]
    public async Task A_report_has_one_note_and_another_is_answered_with_the_address_of_it()
    {
        var value = await ValueAsync("2.3.4.i1", new { timestamp = Date, value = 0, note = "Första" });

        using var answer = await Shs.PostAsJsonAsync($"{value}/notes", new { body = "Andra" });

        var id = Assert.Single((await app.Reader.JsonAsync($"{value}/notes"))["value"]!.AsArray())!.Text("id");
        Assert.Contains(id, (await answer.JsonAsync(HttpStatusCode.Conflict))["error"]!.Text("message"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_but_who_wrote_a_note_changes_it_though_they_report_for_the_same_unit()
    {
        var groups = await app.Coordinator.JsonAsync("/v1.0/myorg/groups?$filter=isReadOnly eq false");
        var group = Assert.Single(groups["value"]!.AsArray())!.Text("id");
        var scorecard = (await app.Coordinator.JsonAsync($"/v1.0/myorg/groups/{group}/scorecards?$filter=planId eq '{Known.Plan}'"))["value"]![0]!.Text("id");
        var goals = await app.Coordinator.JsonAsync($"{Known.Goals(group, scorecard)}?$filter=permissions eq '27'&$top=1");
        var values = $"{Known.Goals(group, scorecard)}({goals["value"]![0]!.Text("id")})/goalValues";
        using var checkIn = await app.ReporterOf("nvs").PostAsJsonAsync(values, new { timestamp = Date, value = 0, note = "Rapportörens" });
        Assert.Equal(HttpStatusCode.OK, checkIn.StatusCode);
        var note = $"{values}({Date})/notes({(await app.Reader.JsonAsync($"{values}({Date})/notes"))["value"]![0]!.Text("id")})";

        using var patch = await SendAsync(HttpMethod.Patch, note, new { body = "Kansliets" }, app.Coordinator);
        using var delete = await SendAsync(HttpMethod.Delete, note, caller: app.Coordinator);

        Assert.Equal("note.author", (await patch.JsonAsync(HttpStatusCode.Forbidden))["error"]!["details"]![0]!.Text("code"));
        Assert.Equal(HttpStatusCode.Forbidden, delete.StatusCode);
        Assert.Equal("Rapportörens", (await app.Reader.JsonAsync($"{values}({Date})/notes"))["value"]![0]!.Text("body"));
    }

    [Fact]
    public async Task Notes_are_read_as_they_were_known_and_answer_304_to_who_has_them()
    {
        var value = await ValueAsync("2.1.4.i1", new { timestamp = Date, value = 0, note = "Nu" });

        var (_, known) = await app.Reader.AskAgainAsync($"{value}/notes");
        using var before = await app.Reader.GetAsync($"{value}/notes?asOf=2021-01-01");
        var now = await app.Reader.JsonAsync($"{value}/notes?asOf={Uri.EscapeDataString($"{TimeProvider.System.GetUtcNow():yyyy-MM-ddTHH:mm:ssZ}")}");
        using var wrong = await app.Reader.GetAsync($"{value}/notes?asOf=snart");

        Assert.Equal((HttpStatusCode.NotModified, HttpStatusCode.NotFound, HttpStatusCode.BadRequest), (known.StatusCode, before.StatusCode, wrong.StatusCode));
        Assert.NotNull(now["value"]);
    }

    [Fact]
    public async Task The_samrads_check_in_has_a_note_for_each_department_that_wrote_one()
    {
        await ValueAsync("2.3.3.i1", new { timestamp = Date, value = 0, note = "Shs" });
        await app.ReporterOf("amn").PostReportsAsync(new { indicator = "2.3.3.i1", department = "amn", round = "2021-10", value = "nej", comment = "Amn" });
        var goal = await app.Reader.GoalIdAsync(Known.Samrad, Known.SamradScorecard, "2.3.3.i1");

        var notes = await app.Reader.JsonAsync($"{Known.Goals(Known.Samrad, Known.SamradScorecard)}({goal})/goalValues({Date})/notes");
        var nested = await app.Reader.JsonAsync($"{Known.Goals(Known.Samrad, Known.SamradScorecard)}({goal})?$expand=goalValues($expand=notes)");

        Assert.Equal(["Amn", "Shs"], notes["value"]!.AsArray().Select(n => n!.Text("body")).Order());
        Assert.Equal(["Amn", "Shs"], nested["goalValues"]!.AsArray().SelectMany(v => v!["notes"]!.AsArray()).Select(n => n!.Text("body")).Order());
    }

    [Theory]
    [InlineData("{}", "body")]
    [InlineData("""{"body":" "}""", "body")]
    [InlineData("""{"body":1}""", "body")]
    [InlineData("""{"body":"Hej","text":"Hej"}""", "text")]
    [InlineData("""{"body":"19121212-1212"}""", "body")]
    public async Task A_body_that_is_none_is_answered_with_its_field(string body, string target)
    {
        var value = await ValueAsync("2.3.4.i2", new { timestamp = Date, value = 0 });

        using var answer = await Shs.PostAsync($"{value}/notes", Requests.JsonContent(body));

        Assert.Equal(target, (await answer.JsonAsync(HttpStatusCode.BadRequest))["error"]!["details"]![0]!.Text("target"));
    }

    [Fact]
    public async Task A_text_beyond_4000_characters_is_refused_and_a_note_on_nothing_is_not_found()
    {
        var value = await ValueAsync("2.3.4.i2", new { timestamp = Date, value = 0 });

        using var tooLong = await Shs.PostAsJsonAsync($"{value}/notes", new { body = new string('å', 4001) });
        using var none = await Shs.PostAsJsonAsync(value.Replace(Date, "2022-01-31", StringComparison.Ordinal) + "/notes", new { body = "Hej" });
        using var strange = await SendAsync(HttpMethod.Patch, $"{value}/notes({Known.Amn})", new { body = "Hej" });

        Assert.Equal("text.length", (await tooLong.JsonAsync(HttpStatusCode.BadRequest))["error"]!["details"]![0]!.Text("code"));
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (none.StatusCode, strange.StatusCode));
    }

    private async Task<string> ValueAsync(string node, object checkIn)
    {
        var values = $"{Known.Goals(Known.Shs, Known.ShsScorecard)}({await app.Reader.GoalIdAsync(Known.Shs, Known.ShsScorecard, node)})/goalValues";
        using var answer = await Shs.PostAsJsonAsync(values, checkIn);
        await answer.JsonAsync(HttpStatusCode.OK);
        return $"{values}({Date})";
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, object? body = null, HttpClient? caller = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        return await (caller ?? Shs).SendAsync(request);
    }
}
