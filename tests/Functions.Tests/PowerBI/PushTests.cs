using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Hsvo.Functions.Tests.PowerBI;

/// <summary>Reports pushed as rows to a dataset of one's own workspace.</summary>
[Collection(RunningApp.Collection)]
public sealed class PushTests(RunningApp app)
{
    private const string Sequence = "X-PowerBI-PushData-SequenceNumber";

    [Fact]
    public async Task Rows_are_answered_200_with_an_empty_body_and_are_reports_in_both_doors()
    {
        var ubn = await WorkspaceAsync("ubn");

        using var answer = await app.ReporterOf("ubn").PostAsJsonAsync(ubn.Rows, new
        {
            rows = new object[]
            {
                new { Indicator = "2.3.4.i1", Date = "2022-01-31T00:00:00Z", Value = 1 },
                new { indicator = "2.1.1.i4", ROUND = "2022-01", department = "ubn", status = 1, comment = "Brukarråd träffas varje månad.", reason = (string?)null },
                new { Indicator = "2.1.1.i3", Round = "2022-01", NotApplicable = true, Reason = "Görs av vårdstyrelsen." },
            },
        });

        Assert.Equal((HttpStatusCode.OK, ""), (answer.StatusCode, await answer.Content.ReadAsStringAsync()));
        var status = await app.Reader.JsonAsync($"{Requests.StatusPath}&round=2022-01");
        JsonNode[] answers = [.. new[] { "2.3.4.i1", "2.1.1.i4", "2.1.1.i3" }.Select(i => status.StatusOf(i)["answers"]!.AsArray().Single(a => a!.Text("department") == "ubn")!)];
        Assert.Equal("ja", answers[0].Text("value"));
        Assert.Equal(("Brukarråd träffas varje månad.", "onTrack"), (answers[1].Text("value"), answers[1].Text("status")));
        Assert.Equal("notApplicable", answers[2].Text("reporting"));
    }

    [Fact]
    public async Task The_same_number_with_the_same_rows_stores_nothing_twice_and_with_others_is_refused()
    {
        var rows = (await WorkspaceAsync("ubn")).Rows;
        var row = new { Indicator = "2.1.2.i1", Round = "2022-01", Value = 0 };
        using var first = await PushAsync(rows, (Sequence, "7"), row);
        await app.ReporterOf("ubn").PostReportsAsync(new { indicator = "2.1.2.i1", department = "ubn", round = "2022-01", value = "ja" });
        var tag = await app.Reader.StoredAnswersAsync();

        using var again = await PushAsync(rows, (Sequence, "7"), row);
        using var other = await PushAsync(rows, (Sequence, "7"), row with { Value = 1 });

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (first.StatusCode, again.StatusCode));
        var error = (await other.JsonAsync(HttpStatusCode.BadRequest))["error"]!;
        Assert.Equal(("idempotency.mismatch", Sequence), (error["details"]![0]!.Text("code"), error["details"]![0]!.Text("target")));
        Assert.Contains(Sequence, error.Text("message"), StringComparison.Ordinal);
        Assert.DoesNotContain("Idempotency-Key", error.Text("message"), StringComparison.Ordinal);
        Assert.Equal(tag, await app.Reader.StoredAnswersAsync());
        using var next = await PushAsync(rows, (Sequence, "8"), row);
        Assert.Equal(HttpStatusCode.OK, next.StatusCode);
        Assert.NotEqual(tag, await app.Reader.StoredAnswersAsync());
    }

    [Fact]
    public async Task An_idempotency_key_does_the_same_and_is_no_sequence_number()
    {
        var rows = (await WorkspaceAsync("ubn")).Rows;
        var row = new { Indicator = "2.3.3.i2", Round = "2022-01", Value = 0 };
        using var first = await PushAsync(rows, ("Idempotency-Key", "9"), row);

        using var other = await PushAsync(rows, ("Idempotency-Key", "9"), row with { Value = 1 });
        using var number = await PushAsync(rows, (Sequence, "9"), row with { Value = 1 });

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.BadRequest, HttpStatusCode.OK), (first.StatusCode, other.StatusCode, number.StatusCode));
    }

    [Fact]
    public async Task One_wrong_row_stores_none_and_is_pointed_out_by_row_and_column_as_they_were_sent()
    {
        var rows = (await WorkspaceAsync("ubn")).Rows;
        var tag = await app.Reader.StoredAnswersAsync();

        using var answer = await app.ReporterOf("ubn").PostAsJsonAsync(rows, new
        {
            rows = new object[] { new { Indicator = "2.3.4.i1", Round = "2022-01", Value = 1 }, new { indicator = "2.3.4.i2", round = "2022-01", value = "ja" } },
        });

        var error = (await answer.JsonAsync(HttpStatusCode.BadRequest))["error"]!;
        Assert.Equal(("column.type", "rows[1].value"), (error["details"]![0]!.Text("code"), error["details"]![0]!.Text("target")));
        Assert.Equal(tag, await app.Reader.StoredAnswersAsync());
    }

    [Fact]
    public async Task Another_workspace_is_refused_with_the_callers_own()
    {
        var amn = await WorkspaceAsync("amn");

        using var answer = await app.ReporterOf("ubn").PostAsJsonAsync(amn.Rows, new { rows = new[] { new { Indicator = "2.1.1.i3", Round = "2022-01", Value = 1 } } });

        var error = (await answer.JsonAsync(HttpStatusCode.Forbidden))["error"]!;
        Assert.Equal("PowerBINotAuthorizedException", error.Text("code"));
        Assert.Contains((await WorkspaceAsync("ubn")).Group, error.Text("message"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_are_not_deleted_since_history_is_kept()
    {
        using var answer = await app.ReporterOf("ubn").DeleteAsync((await WorkspaceAsync("ubn")).Rows);

        Assert.Contains("history is kept", (await answer.JsonAsync(HttpStatusCode.Conflict))["error"]!.Text("message"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dataset_takes_120_posts_a_minute_and_says_when_the_next()
    {
        var osn = await WorkspaceAsync("osn");
        for (var i = 0; i < 120; i++)
        {
            using var refused = await app.ReporterOf("osn").PostAsync(osn.Rows, Requests.JsonContent("""{"rows":[]}"""));
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        }

        using var answer = await app.ReporterOf("osn").PostAsync(osn.Rows, Requests.JsonContent("""{"rows":[]}"""));

        Assert.Equal("TooManyRequests", (await answer.JsonAsync(HttpStatusCode.TooManyRequests))["error"]!.Text("code"));
        Assert.InRange(answer.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task Each_workspace_has_the_plans_as_datasets_and_rows_go_to_ones_own_alone()
    {
        var own = await app.ReporterOf("ubn").JsonAsync("/v1.0/myorg/datasets");
        var group = (await WorkspaceAsync("ubn")).Group;
        var same = await app.ReporterOf("ubn").JsonAsync($"/v1.0/myorg/groups/{group}/datasets");
        var amns = await app.ReporterOf("ubn").JsonAsync($"/v1.0/myorg/groups/{Known.Amn}/datasets");

        Assert.Equal(own["value"]!.ToJsonString(), same["value"]!.ToJsonString());
        Assert.All(own["value"]!.AsArray(), d => Assert.True(d!["addRowsAPIEnabled"]!.GetValue<bool>()));
        Assert.All(amns["value"]!.AsArray(), d => Assert.False(d!["addRowsAPIEnabled"]!.GetValue<bool>()));
        Assert.Empty((await app.Reader.JsonAsync("/v1.0/myorg/datasets"))["value"]!.AsArray());
    }

    [Fact]
    public async Task A_refresh_is_answered_202_with_its_place_and_says_what_it_found()
    {
        var refreshes = $"/v1.0/myorg/groups/{Known.Amn}/datasets/{Known.AmnDataset}/refreshes";
        using var answer = await app.ReporterOf("amn").PostAsync(refreshes, null);

        Assert.Equal((HttpStatusCode.Accepted, ""), (answer.StatusCode, await answer.Content.ReadAsStringAsync()));
        var id = answer.Headers.GetValues("x-ms-request-id").Single();
        Assert.EndsWith($"{refreshes}/{id}", answer.Headers.Location!.AbsolutePath, StringComparison.Ordinal);
        var found = await app.Reader.JsonAsync(answer.Headers.Location.PathAndQuery);
        Assert.Equal((id, "Completed", "ViaApi", 0), (found.Text("requestId"), found.Text("status"), found.Text("refreshType"), found["mended"]!.GetValue<int>()));
        var listed = Assert.Single((await app.Reader.JsonAsync($"{refreshes}?$top=1"))["value"]!.AsArray())!;
        Assert.Equal(id, listed.Text("requestId"));
    }

    [Theory]
    [InlineData("""{"notifyOption":"NoNotification"}""", HttpStatusCode.Accepted)]
    [InlineData("""{"notifyOption":"MailOnFailure"}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"type":"Full"}""", HttpStatusCode.Accepted)]
    [InlineData("""{"type":"clearValues"}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"objects":[]}""", HttpStatusCode.BadRequest)]
    [InlineData("hej", HttpStatusCode.BadRequest)]
    public async Task A_refresh_takes_what_it_can_keep_to(string body, HttpStatusCode expected)
    {
        using var answer = await app.ReporterOf("amn").PostAsync(
            $"/v1.0/myorg/groups/{Known.Amn}/datasets/{Known.AmnDataset}/refreshes", Requests.JsonContent(body));

        Assert.Equal(expected, answer.StatusCode);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("x")]
    [InlineData("99999999999")]
    public async Task A_top_that_is_none_is_refused(string top)
    {
        using var answer = await app.Reader.GetAsync($"/v1.0/myorg/groups/{Known.Amn}/datasets/{Known.AmnDataset}/refreshes?$top={top}");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    private async Task<HttpResponseMessage> PushAsync(string path, (string Name, string Value) header, object row)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(new { rows = new[] { row } }) };
        request.Headers.Add(header.Name, header.Value);
        return await app.ReporterOf("ubn").SendAsync(request);
    }

    private async Task<(string Group, string Rows)> WorkspaceAsync(string department)
    {
        var reporter = app.ReporterOf(department);
        var group = (await reporter.JsonAsync("/v1.0/myorg/groups"))["value"]!.AsArray().Single(g => !g!["isReadOnly"]!.GetValue<bool>())!.Text("id");
        var dataset = (await reporter.JsonAsync("/v1.0/myorg/datasets"))["value"]!.AsArray().Single(d => d!.Text("planId") == Known.Plan)!.Text("id");
        return (group, $"/v1.0/myorg/groups/{group}/datasets/{dataset}/tables/Reports/rows");
    }
}
