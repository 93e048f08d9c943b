using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Hsvo.Functions.Tests.PowerBI;

/// <summary>Check-ins are reports: what one door takes in, both show.</summary>
[Collection(RunningApp.Collection)]
public sealed class CheckInTests(RunningApp app)
{
    private const string Round = "2021-10";
    private const string Date = "2021-10-31";
    private const string Timestamp = "2021-10-31T00:00:00Z";

    [Fact]
    public async Task A_check_in_is_answered_200_and_shows_in_both_doors_next_read()
    {
        var values = await ValuesPathAsync("amn", "2.1.1.i3");

        using var answer = await app.ReporterOf("amn").PostAsJsonAsync(values, new { timestamp = Date, value = 0, status = 2, note = "Väntar på beslut" });

        var posted = await answer.JsonAsync(HttpStatusCode.OK);
        var read = (await app.Reader.JsonAsync(values))["value"]!.AsArray().Single(v => v!.Text("timestamp") == Timestamp)!;
        Assert.All([posted, read], value =>
        {
            Assert.Equal(Timestamp, value.Text("timestamp"));
            Assert.Equal(0, value["value"]!.GetValue<double>());
            Assert.Equal(2, value["status"]!.GetValue<int>());
            Assert.Equal("Väntar på beslut", value.Text("note"));
        });
        var own = await AnswerAsync("2.1.1.i3", "amn");
        Assert.Equal(("nej", "atRisk", "Väntar på beslut", Round), (own.Text("value"), own.Text("status"), own.Text("comment"), own.Text("fromRound")));
    }

    [Fact]
    public async Task A_report_shows_as_a_goal_value_in_the_next_read_of_its_workspace_and_the_samrads()
    {
        var values = await ValuesPathAsync("amn", "2.3.4.i2");
        var ofAll = await SamradValuesPathAsync("2.3.4.i2");

        await app.ReporterOf("amn").PostReportsAsync(Row("amn", "2.3.4.i2", "ja"));

        Assert.Equal(1, Assert.Single((await app.Reader.JsonAsync(values))["value"]!.AsArray())!["value"]!.GetValue<double>());
        Assert.Equal(1, Assert.Single((await app.Reader.JsonAsync(ofAll))["value"]!.AsArray())!["value"]!.GetValue<double>());
        Assert.Equal("ja", (await AnswerAsync("2.3.4.i2", "amn")).Text("value"));
    }

    [Fact]
    public async Task A_second_check_in_on_the_date_is_a_new_revision()
    {
        var values = await ValuesPathAsync("amn", "2.3.4.i1");
        using var first = await app.ReporterOf("amn").PostAsJsonAsync(values, new { timestamp = Timestamp, value = 0 });

        using var second = await app.ReporterOf("amn").PostAsJsonAsync(values, new { timestamp = Timestamp, value = 1 });

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Equal(1, (await second.JsonAsync(HttpStatusCode.OK))["value"]!.GetValue<double>());
        Assert.Single((await app.Reader.JsonAsync(values))["value"]!.AsArray());
        var answer = await AnswerAsync("2.3.4.i1", "amn");
        Assert.Equal(2, answer["revision"]!.GetValue<int>());
        Assert.Equal("avstämning", answer.Text("reason"));
    }

    [Fact]
    public async Task The_samrads_value_is_there_where_the_units_agree_and_omitted_where_they_differ()
    {
        await app.ReporterOf("amn").PostReportsAsync(Row("amn", "2.1.4.i1", "ja"), Row("amn", "2.3.3.i1", "ja"));
        await app.ReporterOf("osn").PostReportsAsync(Row("osn", "2.1.4.i1", "nej"), Row("osn", "2.3.3.i1", "ja"));

        var differing = await app.Reader.JsonAsync(await SamradValuesPathAsync("2.1.4.i1"));
        var agreeing = await app.Reader.JsonAsync(await SamradValuesPathAsync("2.3.3.i1"));

        Assert.False(Assert.Single(differing["value"]!.AsArray())!.AsObject().ContainsKey("value"));
        Assert.Equal(1, Assert.Single(agreeing["value"]!.AsArray())!["value"]!.GetValue<double>());
    }

    [Fact]
    public async Task An_answer_from_an_earlier_round_is_no_goal_value_of_a_later_one()
    {
        var values = await ValuesPathAsync("osn", "2.3.3.i2");

        await app.ReporterOf("osn").PostReportsAsync(new { indicator = "2.3.3.i2", department = "osn", round = "2021-05", value = "ja" });

        Assert.Equal("2021-05-31T00:00:00Z", Assert.Single((await app.Reader.JsonAsync(values))["value"]!.AsArray())!.Text("timestamp"));
        Assert.Equal("2021-05", (await AnswerAsync("2.3.3.i2", "osn")).Text("fromRound"));
    }

    [Theory]
    [InlineData("amn")]
    [InlineData("shs")]
    public async Task The_samrads_workspace_refuses_check_ins_and_names_the_callers_own(string department)
    {
        using var answer = await app.ReporterOf(department).PostAsJsonAsync(await SamradValuesPathAsync("2.1.1.i3"), new { timestamp = Date, value = 1 });

        var error = (await answer.JsonAsync(HttpStatusCode.Forbidden))["error"]!;
        Assert.Contains(department == "amn" ? Known.Amn : Known.Shs, error.Text("message"), StringComparison.Ordinal);
        Assert.Equal("PowerBINotAuthorizedException", error.Text("code"));
    }

    [Fact]
    public async Task A_date_that_ends_no_round_is_answered_with_those_that_do()
    {
        using var answer = await app.ReporterOf("amn").PostAsJsonAsync(await ValuesPathAsync("amn", "2.1.1.i3"), new { timestamp = "2021-10-30", value = 1 });

        var message = (await answer.JsonAsync(HttpStatusCode.BadRequest))["error"]!.Text("message");
        Assert.All(["2021-05-31", "2021-10-31", "2022-01-31"], date => Assert.Contains(date, message, StringComparison.Ordinal));
    }

    private static object Row(string department, string indicator, string value) => new { indicator, department, round = Round, value };

    private async Task<string> SamradValuesPathAsync(string node) => await ValuesPathAsync(Known.Samrad, Known.SamradScorecard, node);

    private async Task<string> ValuesPathAsync(string department, string node)
    {
        var group = department == "amn" ? Known.Amn : await GroupOfAsync(department);
        var scorecards = await app.Reader.JsonAsync($"/v1.0/myorg/groups/{group}/scorecards");
        return await ValuesPathAsync(group, scorecards["value"]!.AsArray().Single(s => s!.Text("planId") == "hsvo-2021")!.Text("id"), node);
    }

    private async Task<string> ValuesPathAsync(string group, string scorecard, string node) =>
        $"{Known.Goals(group, scorecard)}({await app.Reader.GoalIdAsync(group, scorecard, node)})/goalValues";

    // A reporter's own workspace is the one that isn't read only.
    private async Task<string> GroupOfAsync(string department) =>
        (await app.ReporterOf(department).JsonAsync("/v1.0/myorg/groups"))["value"]!.AsArray().Single(g => !g!["isReadOnly"]!.GetValue<bool>())!.Text("id");

    private async Task<JsonNode> AnswerAsync(string node, string department) =>
        (await app.Reader.JsonAsync($"{Requests.StatusPath}&round={Round}")).StatusOf(node)["answers"]!.AsArray().Single(a => a!.Text("department") == department)!;
}
