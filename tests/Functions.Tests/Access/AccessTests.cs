using System.Net;
using System.Net.Http.Headers;
using System.Reflection;
using System.Text.RegularExpressions;
using Hsvo.Functions.Http;
using Hsvo.LocalHost;
using Microsoft.Azure.Functions.Worker;

namespace Hsvo.Functions.Tests.Access;

/// <summary>Who may call what.</summary>
[Collection(RunningApp.Collection)]
public sealed class AccessTests(RunningApp app)
{
    private const string Goal = $"/v1.0/myorg/groups/{Known.Samrad}/scorecards({Known.SamradScorecard})/goals(42a3c6d5-95b8-573f-85e7-26e32692860b)";

    private const string Dataset = $"/v1.0/myorg/groups/{Known.Amn}/datasets/{Known.AmnDataset}";

    private const string NoReport = "/hsvo/v1/plans/hsvo-2021/rounds/2021-05/reports/none/none";

    private static readonly string[] Callers = ["nobody", "reader", "reporter", "coordinator", "auditor"];

    // The requests that are let through go no further than 404 or 415, so that nothing is stored.
    private static readonly (string Function, string Method, string Path, int[] Answers)[] Table =
    [
        //                                                                                             nobody reader reporter coordinator auditor
        ("StatusPage", "GET", "/",                                                                     [200, 200, 200, 200, 200]),
        ("GetLive", "GET", "/health/live",                                                             [200, 200, 200, 200, 200]),
        ("GetReady", "GET", "/health/ready",                                                           [200, 200, 200, 200, 200]),
        ("ListPlans", "GET", "/hsvo/v1/plans",                                                         [401, 200, 200, 200, 200]),
        ("GetPlan", "GET", "/hsvo/v1/plans/hsvo-2021",                                                 [401, 200, 200, 200, 200]),
        ("GetLoadingReport", "GET", "/hsvo/v1/plans/hsvo-2021/loading-report",                         [401, 200, 200, 200, 200]),
        ("ImportPlan", "POST", "/hsvo/v1/plans",                                                       [401, 403, 403, 415, 403]),
        ("GetNextPlan", "GET", "/hsvo/v1/plans/hsvo-2021/next",                                        [401, 200, 200, 200, 200]),
        ("ListProposals", "GET", "/hsvo/v1/proposals",                                                 [401, 200, 200, 200, 200]),
        ("MakeProposal", "POST", "/hsvo/v1/proposals",                                                 [401, 403, 415, 415, 403]),
        ("WithdrawProposal", "DELETE", "/hsvo/v1/proposals/none",                                      [401, 403, 404, 404, 403]),
        ("ListPlanVersions", "GET", "/hsvo/v1/plans/hsvo-2021/versions",                               [401, 200, 200, 200, 200]),
        ("GetPlanHealth", "GET", "/hsvo/v1/plans/hsvo-2021/health",                                    [401, 200, 200, 200, 200]),
        ("ListThreads", "GET", "/hsvo/v1/threads",                                                     [401, 200, 200, 200, 200]),
        ("GetStatus", "GET", Requests.StatusPath,                                                      [401, 200, 200, 200, 200]),
        ("GetPlainStatus", "GET", "/hsvo/v1/plans/hsvo-2021/rounds/2021-05/plain-status",              [401, 403, 403, 200, 403]),
        ("GetBurden", "GET", "/hsvo/v1/burden?plan=hsvo-2021",                                         [401, 200, 200, 200, 200]),
        ("GetConfiguration", "GET", "/hsvo/v1/configuration",                                          [401, 200, 200, 200, 200]),
        ("ListConfigurationVersions", "GET", "/hsvo/v1/configuration/versions",                        [401, 200, 200, 200, 200]),
        ("SetConfiguration", "PUT", "/hsvo/v1/configuration",                                          [401, 403, 403, 415, 403]),
        ("ListDeclarations", "GET", "/hsvo/v1/plans/hsvo-2021/rounds/2021-05/declarations",            [401, 200, 200, 200, 200]),
        ("DeclareNothingMore", "POST", "/hsvo/v1/plans/hsvo-2021/rounds/2021-05/declarations",         [401, 403, 415, 415, 403]),
        ("WithdrawDeclaration", "DELETE", "/hsvo/v1/plans/none/rounds/2021-05/declarations/amn",       [401, 403, 404, 404, 403]),
        ("GetMissing", "GET", "/hsvo/v1/missing?plan=hsvo-2021",                                       [401, 200, 200, 200, 200]),
        ("SubmitReports", "POST", "/hsvo/v1/reports",                                                  [401, 403, 415, 415, 403]),
        ("ListMeetings", "GET", "/hsvo/v1/meetings",                                                   [401, 200, 200, 200, 200]),
        ("SetMeeting", "PUT", "/hsvo/v1/meetings/2021-10",                                             [401, 403, 403, 415, 403]),
        ("RemoveMeeting", "DELETE", "/hsvo/v1/meetings/none",                                          [401, 403, 403, 404, 403]),
        ("ListLateChangePermits", "GET", "/hsvo/v1/plans/hsvo-2021/rounds/2021-05/late-change-permits", [401, 200, 200, 200, 200]),
        ("PermitLateChange", "POST", "/hsvo/v1/plans/hsvo-2021/rounds/2021-05/late-change-permits",     [401, 403, 403, 415, 403]),
        ("GetSummary", "GET", "/hsvo/v1/meetings/none/summary",                                        [401, 404, 404, 404, 404]),
        ("ListSummaryVersions", "GET", "/hsvo/v1/meetings/none/summary/versions",                      [401, 404, 404, 404, 404]),
        ("GetSummaryFile", "GET", "/hsvo/v1/meetings/none/summary/versions/sealed/sammanstallning.html", [401, 404, 404, 404, 404]),
        ("ListReports", "GET", "/hsvo/v1/reports?plan=hsvo-2021",                                      [401, 200, 200, 200, 200]),
        ("GetReport", "GET", NoReport,                                                                 [401, 404, 404, 404, 404]),
        ("PutReport", "PUT", NoReport,                                                                 [401, 403, 415, 415, 403]),
        ("WithdrawReport", "DELETE", NoReport,                                                         [401, 403, 404, 404, 403]),
        ("GetReportHistory", "GET", NoReport + "/history",                                             [401, 404, 404, 404, 404]),
        ("MaskComment", "POST", NoReport + "/mask",                                                    [401, 403, 403, 415, 403]),
        ("RemoveDraft", "DELETE", NoReport + "/draft",                                                 [401, 403, 404, 404, 403]),
        ("ListDrafts", "GET", "/hsvo/v1/drafts?plan=hsvo-2021",                                        [401, 403, 200, 200, 403]),
        ("ReviewReports", "POST", "/hsvo/v1/plans/hsvo-2021/rounds/2021-05/reviews",                   [401, 403, 403, 415, 403]),
        ("GetOpenApi", "GET", "/hsvo/v1/openapi.json",                                                 [200, 200, 200, 200, 200]),
        ("GetDocumentation", "GET", "/hsvo/v1/documentation",                                          [200, 200, 200, 200, 200]),
        ("GetApiInfo", "GET", "/hsvo/v1/api-info",                                                     [200, 200, 200, 200, 200]),
        ("ApiCatchAll", "GET", "/hsvo/v1/nothing",                                                     [404, 404, 404, 404, 404]),
        ("GetGroups", "GET", "/v1.0/myorg/groups",                                                     [401, 200, 200, 200, 200]),
        ("GetGroup", "GET", $"/v1.0/myorg/groups/{Known.Amn}",                                         [401, 200, 200, 200, 200]),
        ("GetScorecards", "GET", $"/v1.0/myorg/groups/{Known.Amn}/scorecards",                         [401, 200, 200, 200, 200]),
        ("GetScorecard", "GET", $"/v1.0/myorg/groups/{Known.Amn}/scorecards({Known.AmnScorecard})",    [401, 200, 200, 200, 200]),
        ("GetScorecardByReportId", "GET", $"/v1.0/myorg/groups/{Known.Amn}/scorecards/GetScorecardByReportId(reportId={Known.AmnReport})", [401, 200, 200, 200, 200]),
        ("GetGoals", "GET", $"/v1.0/myorg/groups/{Known.Amn}/scorecards({Known.AmnScorecard})/goals",  [401, 200, 200, 200, 200]),
        ("GetGoal", "GET", Goal,                                                                       [401, 200, 200, 200, 200]),
        ("GetGoalValues", "GET", $"{Goal}/goalValues",                                                 [401, 200, 200, 200, 200]),
        ("PostGoalValue", "POST", $"/v1.0/myorg/groups/{Known.Amn}/scorecards(none)/goals(none)/goalValues", [401, 403, 404, 404, 403]),
        ("GetGoalValue", "GET", $"{Goal}/goalValues(2021-10-30)",                                      [401, 400, 400, 400, 400]),
        ("PatchGoalValue", "PATCH", $"/v1.0/myorg/groups/{Known.Amn}/scorecards(none)/goals(none)/goalValues(2021-10-31)", [401, 403, 404, 404, 403]),
        ("DeleteGoalValue", "DELETE", $"/v1.0/myorg/groups/{Known.Amn}/scorecards(none)/goals(none)/goalValues(2021-10-31)", [401, 403, 404, 404, 403]),
        ("GetGoalNotes", "GET", $"{Goal}/goalValues(2021-10-30)/notes",                                [401, 400, 400, 400, 400]),
        ("PostGoalNote", "POST", $"/v1.0/myorg/groups/{Known.Amn}/scorecards(none)/goals(none)/goalValues(2021-10-31)/notes", [401, 403, 404, 404, 403]),
        ("PatchGoalNote", "PATCH", $"/v1.0/myorg/groups/{Known.Amn}/scorecards(none)/goals(none)/goalValues(2021-10-31)/notes(none)", [401, 403, 404, 404, 403]),
        ("DeleteGoalNote", "DELETE", $"/v1.0/myorg/groups/{Known.Amn}/scorecards(none)/goals(none)/goalValues(2021-10-31)/notes(none)", [401, 403, 404, 404, 403]),
        ("PostScorecard", "POST", "/v1.0/myorg/groups/none/scorecards",                                [401, 403, 404, 404, 403]),
        ("PatchScorecard", "PATCH", "/v1.0/myorg/groups/none/scorecards(none)",                        [401, 403, 404, 404, 403]),
        ("DeleteScorecard", "DELETE", "/v1.0/myorg/groups/none/scorecards(none)",                      [401, 403, 404, 404, 403]),
        ("PostGoal", "POST", "/v1.0/myorg/groups/none/scorecards(none)/goals",                         [401, 403, 404, 404, 403]),
        ("PatchGoal", "PATCH", "/v1.0/myorg/groups/none/scorecards(none)/goals(none)",                 [401, 403, 404, 404, 403]),
        ("DeleteGoal", "DELETE", "/v1.0/myorg/groups/none/scorecards(none)/goals(none)",               [401, 403, 404, 404, 403]),
        ("MoveGoals", "POST", "/v1.0/myorg/groups/none/scorecards(none)/MoveGoals()",                  [401, 403, 404, 404, 403]),
        ("GetStatusRules", "GET", $"{Goal}/statusRules",                                               [401, 200, 200, 200, 200]),
        ("PostStatusRules", "POST", $"/v1.0/myorg/groups/{Known.Amn}/scorecards(none)/goals(none)/statusRules", [401, 403, 403, 404, 403]),
        ("DeleteStatusRules", "DELETE", $"/v1.0/myorg/groups/{Known.Amn}/scorecards(none)/goals(none)/statusRules", [401, 403, 403, 404, 403]),
        ("PostGoalValues", "POST", $"/v1.0/myorg/groups/{Known.Amn}/scorecards(none)/goalValues",      [401, 403, 404, 404, 403]),
        ("GetDatasets", "GET", "/v1.0/myorg/datasets",                                                 [401, 200, 200, 200, 200]),
        ("GetDatasetsInGroup", "GET", $"/v1.0/myorg/groups/{Known.Amn}/datasets",                      [401, 200, 200, 200, 200]),
        ("GetDataset", "GET", "/v1.0/myorg/datasets/none",                                             [401, 404, 404, 404, 404]),
        ("GetDatasetInGroup", "GET", Dataset,                                                          [401, 200, 200, 200, 200]),
        ("GetTables", "GET", "/v1.0/myorg/datasets/none/tables",                                       [401, 404, 404, 404, 404]),
        ("GetTablesInGroup", "GET", $"{Dataset}/tables",                                               [401, 200, 200, 200, 200]),
        ("PostRows", "POST", "/v1.0/myorg/datasets/none/tables/Reports/rows",                          [401, 403, 404, 404, 403]),
        ("PostRowsInGroup", "POST", $"{Dataset}/tables/Reports/rows",                                  [401, 403, 415, 403, 403]),
        ("DeleteRows", "DELETE", "/v1.0/myorg/datasets/none/tables/Reports/rows",                      [401, 403, 404, 404, 403]),
        ("DeleteRowsInGroup", "DELETE", $"{Dataset}/tables/Reports/rows",                              [401, 403, 409, 409, 403]),
        ("RefreshDataset", "POST", "/v1.0/myorg/datasets/none/refreshes",                              [401, 403, 404, 404, 403]),
        ("RefreshDatasetInGroup", "POST", $"/v1.0/myorg/groups/{Known.Amn}/datasets/none/refreshes",   [401, 403, 404, 404, 403]),
        ("GetRefreshes", "GET", "/v1.0/myorg/datasets/none/refreshes",                                 [401, 404, 404, 404, 404]),
        ("GetRefreshesInGroup", "GET", $"{Dataset}/refreshes",                                         [401, 200, 200, 200, 200]),
        ("GetRefresh", "GET", "/v1.0/myorg/datasets/none/refreshes/none",                              [401, 404, 404, 404, 404]),
        ("GetRefreshInGroup", "GET", $"{Dataset}/refreshes/none",                                      [401, 404, 404, 404, 404]),
        ("PowerBICatchAll", "GET", "/v1.0/nothing",                                                    [404, 404, 404, 404, 404]),
        ("GetFeed", "GET", "/odata",                                                                   [401, 200, 200, 200, 200]),
        ("GetFeedMetadata", "GET", "/odata/$metadata",                                                 [401, 200, 200, 200, 200]),
        ("GetFeedSource", "GET", "/odata/hsvo.pbids",                                                  [200, 200, 200, 200, 200]),
        ("GetFeedSet", "GET", "/odata/Goals",                                                          [401, 200, 200, 200, 200]),
        ("CountFeedSet", "GET", "/odata/Goals/$count",                                                 [401, 200, 200, 200, 200]),
        ("GetFeedPath", "GET", "/odata/Plans('hsvo-2021')/rounds",                                     [401, 200, 200, 200, 200]),
        ("ODataCatchAll", "POST", "/odata/nothing/here",                                               [404, 404, 404, 404, 404]),
    ];

    public static IEnumerable<object[]> Cells => Table.SelectMany(_ => Callers, (row, caller) => new object[] { row.Function, caller });

    public static IEnumerable<object[]> KeyedCells => Cells.Where(c => Table.Single(r => r.Function == (string)c[0]).Path is var path && path != InSegments(path));

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task Each_caller_gets_what_the_table_says(string function, string caller)
    {
        var row = Table.Single(r => r.Function == function);
        using var request = new HttpRequestMessage(new(row.Method), row.Path);

        using var answer = await ClientOf(caller).SendAsync(request);

        Assert.Equal(row.Answers[Array.IndexOf(Callers, caller)], (int)answer.StatusCode);
    }

    [Theory]
    [MemberData(nameof(KeyedCells))]
    public async Task Each_caller_gets_the_same_where_keys_are_segments(string function, string caller)
    {
        var row = Table.Single(r => r.Function == function);
        using var request = new HttpRequestMessage(new(row.Method), InSegments(row.Path));

        using var answer = await ClientOf(caller).SendAsync(request);

        Assert.Equal(row.Answers[Array.IndexOf(Callers, caller)], (int)answer.StatusCode);
    }

    [Fact]
    public void Every_function_that_is_called_over_http_has_its_row()
    {
        Assert.Equal(FunctionMethods.Http.Select(FunctionMethods.NameOf).Order(), Table.Select(r => r.Function).Order());
    }

    [Fact]
    public void Every_function_has_a_rule_of_access_or_is_a_timer()
    {
        Assert.NotEmpty(FunctionMethods.All);
        Assert.All(FunctionMethods.All, f => Assert.True(f.IsDefined(typeof(AccessAttribute)) != FunctionMethods.IsTimer(f), FunctionMethods.NameOf(f)));
    }

    [Fact]
    public void No_function_asks_for_a_key_since_keys_can_stand_in_addresses()
    {
        Assert.All(FunctionMethods.Http, f => Assert.Equal(AuthorizationLevel.Anonymous, FunctionMethods.TriggerOf(f)!.AuthLevel));
    }

    [Fact]
    public void A_function_without_a_rule_is_refused_to_everyone()
    {
        var everyRole = new UseCases.Caller("x", Enum.GetValues<UseCases.Role>().ToHashSet(), "amn", IsExample: false);

        Assert.False(AccessPolicy.Allows("NoSuchFunction", everyRole));
        Assert.False(new AccessPolicy(openStatusPage: true).IsOpen("NoSuchFunction"));
    }

    [Theory]
    [InlineData("/hsvo/v1/plans", "application/problem+json")]
    [InlineData("/v1.0/myorg/groups", "application/json")]
    public async Task Without_a_token_the_answer_says_where_to_sign_in(string path, string type)
    {
        using var answer = await app.Nobody.GetAsync(path);

        await Assert401Async(answer, type, tokenWasSent: false);
        var challenge = answer.Headers.WwwAuthenticate.Single();
        Assert.Equal("Bearer", challenge.Scheme);
        Assert.Equal(
            $"authorization_uri=https://development.hsvo.invalid/{DevelopmentAuthority.TenantId}/oauth2/authorize", challenge.Parameter);
    }

    [Theory]
    [InlineData("/hsvo/v1/plans", "application/problem+json")]
    [InlineData("/v1.0/myorg/groups", "application/json")]
    public async Task A_token_that_is_none_or_signed_by_someone_else_is_refused_as_such(string path, string type)
    {
        var folder = Directory.CreateTempSubdirectory("hsvo-key-");
        var foreign = new DevelopmentTokens(DevelopmentKey.Open(folder.FullName), TimeProvider.System).Create("coordinator");
        folder.Delete(recursive: true);

        foreach (var token in new[] { foreign, "none", foreign.Split('.')[0] + "." + foreign.Split('.')[1] + "." })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", token) } };
            using var answer = await app.Nobody.SendAsync(request);

            await Assert401Async(answer, type, tokenWasSent: true);
            Assert.EndsWith(", error=\"invalid_token\"", answer.Headers.WwwAuthenticate.Single().Parameter, StringComparison.Ordinal);
            Assert.DoesNotContain(token, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("Basic YTpi")]
    [InlineData("Bearer")]
    public async Task A_header_without_token_is_no_token(string authorization)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1.0/myorg/groups");
        request.Headers.TryAddWithoutValidation("Authorization", authorization);

        using var answer = await app.Nobody.SendAsync(request);

        await Assert401Async(answer, "application/json", tokenWasSent: false);
    }

    [Theory]
    [InlineData("POST", "/hsvo/v1/reports", "Din roll räcker inte för detta; rollen reporter eller coordinator behövs.")]
    [InlineData("PUT", "/hsvo/v1/meetings/2021-10", "Din roll räcker inte för detta; rollen coordinator behövs.")]
    public async Task A_role_that_does_not_do_is_told_which_would(string method, string path, string expected)
    {
        using var request = new HttpRequestMessage(new(method), path);

        using var answer = await app.Reader.SendAsync(request);

        Assert.Equal(expected, (await answer.JsonAsync(HttpStatusCode.Forbidden)).Text("title"));
    }

    private static async Task Assert401Async(HttpResponseMessage answer, string type, bool tokenWasSent)
    {
        var body = await answer.JsonAsync(HttpStatusCode.Unauthorized);
        Assert.Equal(type, answer.Content.Headers.ContentType?.MediaType);
        var expected = (type == "application/json", tokenWasSent) switch
        {
            (true, true) => "TokenExpired",
            (true, false) => "Unauthorized",
            (false, true) => "token.invalid",
            (false, false) => "signIn.required",
        };
        Assert.Equal(expected, (body["error"] ?? body).Text("code"));
    }

    // goals(x) as goals/x: a function's own parentheses stay.
    private static string InSegments(string path) => Regex.Replace(path, @"\(([0-9a-zA-Z:-]+)\)", "/$1");

    private HttpClient ClientOf(string caller) => caller switch
    {
        "nobody" => app.Nobody,
        "reader" => app.Reader,
        "reporter" => app.ReporterOf("amn"),
        "coordinator" => app.Coordinator,
        _ => app.Auditor,
    };
}
