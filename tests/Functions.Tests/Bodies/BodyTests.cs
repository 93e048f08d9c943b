using System.Net;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Hsvo.Functions.Tests.Bodies;

/// <summary>The bodies that clients build on, as approved. Times, the day and the host are replaced; lists are cut to what tells something.</summary>
[Collection(SampleApp.Collection)]
public sealed partial class BodyTests(SampleApp app) : IDisposable
{
    private const string Node = "2.1.1.i3";
    private const string SamradGoal = "ceb1603b-1bba-5bbc-8973-5539628c8b84";
    private const string AmnGoal = "c16308ce-297c-53d2-b721-181894b08714";

    private static readonly JsonSerializerOptions Readable =
        new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly HttpClient _reporter = app.Client("reporter", "amn");

    public void Dispose() => _reporter.Dispose();

    [Fact]
    public async Task Status()
    {
        var status = await _reporter.JsonAsync(Requests.StatusPath);

        var areas = status["focusAreas"]!.AsArray();
        Keep(areas, a => a.Text("id") == "2.1");
        Keep(areas[0]!["children"]!.AsArray(), g => g.Text("id") == "2.1.1");
        Keep(areas[0]!["children"]![0]!["children"]!.AsArray(), p => p.Text("id") == "2.1.1.p2");
        Matches("status", status);
    }

    [Fact]
    public async Task Groups() => Matches("groups", await _reporter.JsonAsync("/v1.0/myorg/groups"));

    [Fact]
    public async Task Scorecards() => Matches("scorecards", await _reporter.JsonAsync($"/v1.0/myorg/groups/{Known.Amn}/scorecards"));

    [Fact]
    public async Task A_scorecard_with_what_is_below_it()
    {
        var scorecard = await _reporter.JsonAsync(
            $"/v1.0/myorg/groups/{Known.Samrad}/scorecards({Known.SamradScorecard})?$expand=goals($expand=goalValues,aggregations)");

        Keep(scorecard["goals"]!.AsArray(), g => g.Text("nodeId") is Node or "2.1.1");
        Matches("scorecard", scorecard);
    }

    [Fact]
    public async Task A_goal_in_a_departments_workspace() => Matches(
        "goal", await _reporter.JsonAsync($"{Known.Goals(Known.Amn, Known.AmnScorecard)}({AmnGoal})?expand=goalValues,aggregations"));

    [Fact]
    public async Task Datasets() => Matches("datasets", await _reporter.JsonAsync("/v1.0/myorg/datasets"));

    [Fact]
    public async Task A_dataset_in_the_samrads_workspace() => Matches(
        "dataset", await _reporter.JsonAsync($"/v1.0/myorg/groups/{Known.Samrad}/datasets/bde82559-4717-5939-925c-05c496116e4b"));

    [Fact]
    public async Task Tables() => Matches("tables", await _reporter.JsonAsync($"/v1.0/myorg/groups/{Known.Amn}/datasets/{Known.AmnDataset}/tables"));

    [Fact]
    public async Task Goals_as_they_were_asked_for() => Matches("goals", await _reporter.JsonAsync(
        $"{Known.Goals(Known.Samrad, Known.SamradScorecard)}?$filter=status ne null and level ge 3&$select=name,statusText,coverage&$orderby=name&$count=true"
        + "&$expand=goalValues($select=timestamp,status;$expand=notes($select=body))"));

    [Fact]
    public async Task The_answer_to_a_check_in()
    {
        // In a later round than the other samples show.
        using var answer = await _reporter.PostAsync(
            $"{Known.Goals(Known.Amn, Known.AmnScorecard)}(ffec4d03-fb48-5495-bdb7-0457f04e7ec9)/goalValues",
            Requests.JsonContent("""{"timestamp":"2022-01-31T00:00:00Z","value":0,"note":"Hann inte."}"""));

        Matches("goalValue", await answer.JsonAsync(HttpStatusCode.OK));
    }

    [Fact]
    public async Task The_answer_to_a_submission()
    {
        using var answer = await _reporter.PostAsync("/hsvo/v1/reports", Requests.JsonContent(
            """{"plan":"hsvo-2021","dryRun":true,"reports":[{"indicator":"2.1.1.i3","department":"amn","round":"2021-05","value":"nej"}]}"""));

        Matches("submission", await answer.JsonAsync(HttpStatusCode.OK));
    }

    [Fact]
    public async Task A_problem()
    {
        using var answer = await _reporter.PostAsync("/hsvo/v1/reports", Requests.JsonContent(
            """{"plan":"hsvo-2021","reports":[{"indicator":"2.1.1.i3","department":"amn","round":"2021-05","value":"ja","assessment":"behind"}]}"""));

        Matches("problem", await answer.JsonAsync(HttpStatusCode.UnprocessableEntity));
    }

    [Fact]
    public async Task An_error_in_power_bis_shape()
    {
        using var answer = await _reporter.PostAsync(
            $"{Known.Goals(Known.Amn, Known.AmnScorecard)}({AmnGoal})/goalValues", Requests.JsonContent("""{"timestamp":"2021-06-30","value":1}"""));

        Matches("error", await answer.JsonAsync(HttpStatusCode.BadRequest));
    }

    [Fact]
    public async Task The_first_page_asks_for_sign_in_unless_the_setting_opens_it()
    {
        using var nobody = app.Client();
        using var reader = app.Client("reader");

        using var refused = await nobody.GetAsync("/");
        using var shown = await reader.GetAsync("/");

        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        Assert.StartsWith("authorization_uri=", refused.Headers.WwwAuthenticate.Single().Parameter, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, shown.StatusCode);
        Pages.AssertAccessible(await shown.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Ids_and_reports_are_the_same_after_a_restart()
    {
        var path = $"{Known.Goals(Known.Samrad, Known.SamradScorecard)}({SamradGoal})?expand=goalValues";
        var before = await _reporter.JsonAsync(path);

        await app.RestartAsync();

        using var reporter = app.Client("reporter", "amn");
        var after = await reporter.JsonAsync(path);
        Assert.Equal(Normalised(before), Normalised(after));
        Assert.Equal(Node, after.Text("nodeId"));
        var goals = (await reporter.JsonAsync(Known.Goals(Known.Amn, Known.AmnScorecard)))["value"]!.AsArray();
        Assert.Equal(Known.AmnFocusArea, goals.Single(g => g!.Text("nodeId") == "2.1")!.Text("id"));
        Assert.Equal(Known.AmnTrained, goals.Single(g => g!.Text("nodeId") == "2.2.3.i3")!.Text("id"));
    }

    private static void Keep(JsonArray items, Func<JsonNode, bool> wanted) => items.RemoveAll(i => !wanted(i!));

    private static void Matches(string name, JsonNode body) => Approved.Matches($"Bodies/{name}.approved.json", Normalised(body) + "\n");

    private static string Normalised(JsonNode body) =>
        OurId().Replace(Host().Replace(Day().Replace(Instant().Replace(body.ToJsonString(Readable), "<instant>"), "$1<today>"), "<host>"), "$1<id>");

    [GeneratedRegex(@"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d+(Z|\+00:00)")]
    private static partial Regex Instant();

    [GeneratedRegex("""("today": ")[\d-]+""")]
    private static partial Regex Day();

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+")]
    private static partial Regex Host();

    [GeneratedRegex("""("requestId": ")[0-9a-f-]+""")]
    private static partial Regex OurId();
}
