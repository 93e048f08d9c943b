using System.Text.Json.Nodes;

namespace Hsvo.Functions.Tests.Malformed;

/// <summary>Each malformed request gets the approved answer, and nothing is stored.</summary>
[Collection(RunningApp.Collection)]
public sealed class MalformedTests(RunningApp app)
{
    private const string ReportsApproved = "Malformed/reports.approved.txt";
    private const string CheckInsApproved = "Malformed/goalValues.approved.txt";
    private const string RowsApproved = "Malformed/rows.approved.txt";
    private const string WritesApproved = "Malformed/powerbi.approved.txt";
    private const string PlansApproved = "Malformed/plans.approved.txt";
    private const string ProposalsApproved = "Malformed/proposals.approved.txt";

    [Fact]
    public async Task Malformed_submissions_get_the_approved_answers_and_store_nothing()
    {
        var before = await app.Reader.StoredAnswersAsync();

        var answers = await AnswersAsync(app.ReporterOf("amn"), ReportRequests.All, "/hsvo/v1/reports", "application/problem+json", Problem);

        Approved.Matches(ReportsApproved, answers);
        Assert.Equal(before, await app.Reader.StoredAnswersAsync());
    }

    [Fact]
    public async Task Malformed_check_ins_get_the_approved_answers_and_store_nothing()
    {
        var before = await app.Reader.StoredAnswersAsync();

        var answers = await AnswersAsync(app.ReporterOf("amn"), CheckInRequests.All, CheckInRequests.UsualPath, "application/json", PowerBIError);

        Approved.Matches(CheckInsApproved, answers);
        Assert.Equal(before, await app.Reader.StoredAnswersAsync());
    }

    [Fact]
    public async Task Malformed_pushes_get_the_approved_answers_and_store_nothing()
    {
        var before = await app.Reader.StoredAnswersAsync();

        var answers = await AnswersAsync(app.ReporterOf("amn"), PushRequests.All, PushRequests.UsualPath, "application/json", PowerBIError);

        Approved.Matches(RowsApproved, answers);
        Assert.Equal(before, await app.Reader.StoredAnswersAsync());
    }

    [Fact]
    public async Task Malformed_writes_of_power_bis_door_get_the_approved_answers_and_store_nothing()
    {
        var amn = app.ReporterOf("amn");
        const string Scorecards = $"/v1.0/myorg/groups/{Known.Amn}/scorecards";
        var scorecard = $"{Scorecards}({await MakeAsync(Scorecards, """{"name":"Att skriva fel i"}""")})";
        var goal = $"{scorecard}/goals({await MakeAsync($"{scorecard}/goals", """{"name":"Mål","startDate":"2021-01-01","completionDate":"2021-12-31"}""")})";
        await MakeAsync($"{goal}/goalValues", """{"timestamp":"2021-03-17","value":1}""");
        var before = (await app.Reader.StoredAnswersAsync(), await app.Reader.GetStringAsync($"{scorecard}?$expand=goals($expand=goalValues($expand=notes))"));

        var answers = await AnswersAsync(amn, PowerBIWriteRequests.In(scorecard, goal), scorecard, "application/json", PowerBIError);
        var coordinators = await AnswersAsync(app.Coordinator, PowerBIWriteRequests.ByCoordinator, scorecard, "application/json", PowerBIError);

        var after = (await app.Reader.StoredAnswersAsync(), await app.Reader.GetStringAsync($"{scorecard}?$expand=goals($expand=goalValues($expand=notes))"));

        // Other tests of the same app find the plans' scorecards alone.
        using var removed = await amn.DeleteAsync(scorecard);
        Approved.Matches(WritesApproved, answers + coordinators);
        Assert.Equal(before, after);
        Assert.Equal(System.Net.HttpStatusCode.NoContent, removed.StatusCode);
    }

    private async Task<string> MakeAsync(string path, string body)
    {
        using var answer = await app.ReporterOf("amn").PostAsync(path, Requests.JsonContent(body));
        return (await answer.JsonAsync(System.Net.HttpStatusCode.OK))["id"]?.GetValue<string>() ?? "";
    }

    [Fact]
    public async Task Malformed_plans_get_the_approved_answers_and_store_nothing()
    {
        var before = await app.Reader.GetStringAsync("/hsvo/v1/plans");

        var answers = await AnswersAsync(app.Coordinator, PlanImportRequests.All, "/hsvo/v1/plans", "application/problem+json", Problem);

        Approved.Matches(PlansApproved, answers);
        Assert.Equal(before, await app.Reader.GetStringAsync("/hsvo/v1/plans"));
    }

    [Fact]
    public async Task Malformed_proposals_get_the_approved_answers_and_store_nothing()
    {
        var before = await app.Reader.GetStringAsync("/hsvo/v1/proposals");

        var answers = await AnswersAsync(app.ReporterOf("amn"), ProposalRequests.All, "/hsvo/v1/proposals", "application/problem+json", Problem);

        Approved.Matches(ProposalsApproved, answers);
        Assert.Equal(before, await app.Reader.GetStringAsync("/hsvo/v1/proposals"));
    }

    private static async Task<string> AnswersAsync(
        HttpClient client, IReadOnlyList<MalformedRequest> requests, string path, string type, Func<JsonNode, string> read)
    {
        var lines = new List<string>();
        foreach (var request in requests)
        {
            using var message = request.ToMessage(path);
            using var answer = await client.SendAsync(message);
            var body = await answer.Content.ReadAsStringAsync();
            Assert.True((int)answer.StatusCode is >= 400 and < 500, $"{request.Name}: {(int)answer.StatusCode} {body}");
            Assert.Equal((request.Name, type), (request.Name, answer.Content.Headers.ContentType?.MediaType));
            Assert.True(Guid.TryParse(answer.Headers.GetValues("RequestId").Single(), out _), request.Name);
            lines.Add($"{request.Name}: {(int)answer.StatusCode} {read(JsonNode.Parse(body)!)}");
        }

        return string.Join('\n', lines) + "\n";
    }

    private static string Problem(JsonNode problem)
    {
        Assert.Equal($"urn:hsvo:problem:{problem.Text("code")}", problem.Text("type"));
        Assert.NotEmpty(problem.Text("title"));
        Assert.All(problem["errors"]!.AsArray(), e => Assert.All(["sv", "en"], language => Assert.NotEmpty(e!["message"]!.Text(language))));
        return $"{problem.Text("code")}{Listed(problem["errors"]!.AsArray(), "pointer")}";
    }

    private static string PowerBIError(JsonNode envelope)
    {
        var error = envelope["error"]!;
        Assert.NotEmpty(error.Text("message"));
        var details = error["details"]?.AsArray() ?? [];
        Assert.All(details, d => Assert.NotEmpty(d!.Text("message")));
        return $"{error.Text("code")}{Listed(details, "target")}";
    }

    private static string Listed(JsonArray faults, string place) =>
        string.Concat(faults.Select(f => $" | {f!.Text("code")} at {(f![place]?.GetValue<string>() is { Length: > 0 } at ? at : "(the whole)")}"));
}
