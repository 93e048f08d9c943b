using System.Net;
using System.Text.RegularExpressions;

namespace Hsvo.Functions.Tests.PowerBI;

/// <summary>Scorecards: found by id and by report, now and as of earlier times.</summary>
[Collection(RunningApp.Collection)]
public sealed partial class ScorecardTests(RunningApp app)
{
    private const string Group = $"/v1.0/myorg/groups/{Known.Amn}";

    [Theory]
    [InlineData("")]
    [InlineData("?$expand=goals($expand=goalValues, aggregations)")]
    public async Task A_scorecard_is_found_by_the_report_that_shows_it(string query)
    {
        var found = await app.Reader.JsonAsync($"{Group}/scorecards/GetScorecardByReportId(reportId={Known.AmnReport}){query}");

        Assert.Equal((await app.Reader.JsonAsync($"{Group}/scorecards({Known.AmnScorecard}){query}")).ToJsonString(), found.ToJsonString());
        Assert.Equal(Known.AmnReport, found.Text("reportId"));
    }

    [Fact]
    public async Task A_report_that_shows_nothing_is_404()
    {
        using var answer = await app.Reader.GetAsync($"{Group}/scorecards/GetScorecardByReportId(reportId={Known.AmnScorecard})");

        Assert.Equal("reportId", (await answer.JsonAsync(HttpStatusCode.NotFound))["error"]!["details"]![0]!.Text("target"));
    }

    [Fact]
    public async Task Times_are_utc_with_seven_decimals()
    {
        var scorecard = await app.Reader.JsonAsync($"{Group}/scorecards({Known.AmnScorecard})?$expand=goals($expand=aggregations)");

        Assert.All(["createdTime", "lastModifiedTime"], name => Assert.Matches(SevenDecimals(), scorecard.Text(name)));
        Assert.All(scorecard["goals"]!.AsArray(), g => Assert.Matches(SevenDecimals(), g!.Text("lastModifiedTime")));
    }

    [Theory]
    [InlineData("scorecards")]
    [InlineData($"scorecards({Known.AmnScorecard})?$expand=goals($expand=goalValues)")]
    [InlineData($"scorecards({Known.AmnScorecard})/goals?$expand=goalValues,aggregations")]
    [InlineData($"scorecards({Known.AmnScorecard})/goals(ffec4d03-fb48-5495-bdb7-0457f04e7ec9)?expand=goalValues")]
    [InlineData($"scorecards/GetScorecardByReportId(reportId={Known.AmnReport})?$expand=goals")]
    public async Task As_of_an_earlier_time_it_is_what_was_known_then(string path)
    {
        var before = await app.Reader.JsonAsync($"{Group}/{path}");
        var at = TimeProvider.System.GetUtcNow();
        await app.ReporterOf("amn").PostReportsAsync(
            new { indicator = "2.3.2.i1", department = "amn", round = "2022-01", value = "ja", comment = $"{Guid.NewGuid()}" });

        var then = await app.Reader.JsonAsync($"{Group}/{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}asOf={at:yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'}");

        Assert.Equal(before.ToJsonString(), then.ToJsonString());
        Assert.NotEqual(before.ToJsonString(), (await app.Reader.JsonAsync($"{Group}/{path}")).ToJsonString());
    }

    [Fact]
    public async Task Before_the_plan_was_there_it_is_404_and_in_the_list_it_is_not()
    {
        using var answer = await app.Reader.GetAsync($"{Group}/scorecards({Known.AmnScorecard})?asOf=2001-01-01");

        Assert.Equal("asOf", (await answer.JsonAsync(HttpStatusCode.NotFound))["error"]!["details"]![0]!.Text("target"));
        Assert.Empty((await app.Reader.JsonAsync($"{Group}/scorecards?asOf=2001-01-01"))["value"]!.AsArray());
    }

    [Theory]
    [InlineData("scorecards?asOf=2099-01-01")]
    [InlineData($"scorecards({Known.AmnScorecard})/goals?asOf=x")]
    public async Task A_time_that_nobody_knows_of_is_400(string path)
    {
        using var answer = await app.Reader.GetAsync($"{Group}/{path}");

        Assert.Equal("asOf", (await answer.JsonAsync(HttpStatusCode.BadRequest))["error"]!["details"]![0]!.Text("target"));
    }

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{7}Z$")]
    private static partial Regex SevenDecimals();
}
