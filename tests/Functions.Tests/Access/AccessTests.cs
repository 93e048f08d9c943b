using System.Net;
using System.Reflection;
using System.Text.RegularExpressions;
using Hsvo.Functions.Http;
using Hsvo.Functions.Pages.Forms;
using Hsvo.Functions.Pages.SignIn;
using Microsoft.Azure.Functions.Worker;

namespace Hsvo.Functions.Tests.Access;

/// <summary>Who may call what.</summary>
[Collection(TwoTenants.Collection)]
public sealed class AccessTests(TwoTenants app)
{
    private const string Goal = $"/v1.0/myorg/groups/{Known.Samrad}/scorecards({Known.SamradScorecard})/goals(42a3c6d5-95b8-573f-85e7-26e32692860b)";

    private const string Dataset = $"/v1.0/myorg/groups/{Known.Amn}/datasets/{Known.AmnDataset}";

    private const string NoReport = "/hsvo/v1/plans/hsvo-2021/rounds/2021-05/reports/none/none";

    private static readonly Guid Somebody = new("00000000-0000-4000-8000-0000000000e3");

    // What the API says of itself to everyone, signed in or not.
    private static readonly string[] OpenToAll = ["/hsvo/v1/openapi.json", "/hsvo/v1/documentation", "/hsvo/v1/api-info", "/odata/hsvo.pbids"];

    private static readonly string[] Callers = ["nobody", "noRole", "reader", "reporter", "system", "other", "coordinator", "auditor", "foreign"];

    // The requests that are let through go no further than 404 or 415, so that nothing is stored.
    private static readonly (string Function, string Method, string Path, int[] Answers)[] Table =
    [
        // nobody: no token. noRole: signed in, no app role. reporter and system: both of Arbetsmarknadsförvaltningen. other: a reporter of the region's, in its
        // tenant. foreign: coordinator and auditor of the region's tenant.
        //                                                                                             nobody noRole reader reporter system other coordinator auditor foreign
        ("StatusPage", "GET", "/",                                                                     [200, 200, 200, 200, 200, 200, 200, 200, 200]),
        ("PlanPage", "GET", "/plan/hsvo-2021",                                                         [200, 200, 200, 200, 200, 200, 200, 200, 200]),
        ("GoalPage", "GET", "/mal/hsvo-2021_2.1.1",                                                    [200, 200, 200, 200, 200, 200, 200, 200, 200]),
        ("IndicatorPage", "GET", "/indikator/hsvo-2021_2.1.1.i3",                                      [200, 200, 200, 200, 200, 200, 200, 200, 200]),
        ("MeetingPage", "GET", "/samrad/none",                                                         [404, 404, 404, 404, 404, 404, 404, 404, 404]),
        ("MeetingPaper", "GET", "/samrad/none/sammanstallning.html",                                   [404, 404, 404, 404, 404, 404, 404, 404, 404]),
        ("AccessibilityPage", "GET", "/tillganglighet",                                                [200, 200, 200, 200, 200, 200, 200, 200, 200]),
        ("GetCalendar", "GET", "/kalender.ics",                                                        [200, 200, 200, 200, 200, 200, 200, 200, 200]),
        ("SignedInPage", "GET", "/inloggad",                                                           [401, 403, 200, 200, 200, 200, 200, 200, 403]),
        ("ZRootCatchAll", "GET", "/rapportera/hsvo-2021",                                              [404, 404, 404, 404, 404, 404, 404, 404, 404]),
        ("ImportPage", "GET", "/samordning/plan",                                                      [401, 403, 403, 403, 403, 403, 200, 403, 403]),
        ("ReadPlanFile", "POST", "/samordning/plan",                                                   [401, 403, 403, 403, 403, 403, 415, 403, 403]),
        ("ImportDraft", "POST", "/samordning/plan/utkast",                                             [401, 403, 403, 403, 403, 403, 415, 403, 403]),
        ("ReportingPage", "GET", "/rapportera",                                                        [401, 403, 403, 200, 200, 200, 200, 403, 403]),
        ("SheetPage", "GET", "/rapportera/kalkylblad",                                                 [401, 403, 403, 200, 200, 200, 200, 403, 403]),
        ("CheckSheet", "POST", "/rapportera/kalkylblad",                                               [401, 403, 403, 415, 415, 415, 415, 403, 403]),
        ("SendSheet", "POST", "/rapportera/skicka-kalkylblad",                                         [401, 403, 403, 415, 415, 415, 415, 403, 403]),
        ("FetchSheet", "GET", "/rapportera/hsvo-2021/2021-05/kalkylblad",                              [401, 403, 403, 200, 200, 200, 200, 403, 403]),
        ("RoundPage", "GET", "/rapportera/hsvo-2021/2021-05",                                          [401, 403, 403, 200, 200, 200, 200, 403, 403]),
        ("SayNothingMore", "POST", "/rapportera/hsvo-2021/2021-05",                                    [401, 403, 403, 415, 415, 415, 415, 403, 403]),
        ("QuestionPage", "GET", "/rapportera/hsvo-2021/2021-05/svar/none",                             [401, 403, 403, 404, 404, 404, 404, 403, 403]),
        ("AnswerQuestion", "POST", "/rapportera/hsvo-2021/2021-05/svar/none",                          [401, 403, 403, 415, 415, 415, 415, 403, 403]),
        ("AnswerHistoryPage", "GET", "/rapportera/hsvo-2021/2021-05/svar/none/historik",               [401, 403, 403, 404, 404, 404, 404, 403, 403]),
        ("WithdrawalPage", "GET", "/rapportera/hsvo-2021/2021-05/svar/none/ta-tillbaka",               [401, 403, 403, 404, 404, 404, 404, 403, 403]),
        ("TakeAnswerBack", "POST", "/rapportera/hsvo-2021/2021-05/svar/none/ta-tillbaka",              [401, 403, 403, 415, 415, 415, 415, 403, 403]),
        ("CheckPage", "GET", "/rapportera/hsvo-2021/2021-05/kontrollera",                              [401, 403, 403, 200, 200, 200, 200, 403, 403]),
        ("SendAnswers", "POST", "/rapportera/hsvo-2021/2021-05/kontrollera",                           [401, 403, 403, 415, 415, 415, 415, 403, 403]),
        ("GetArchive", "GET", "/arkiv/none",                                                           [401, 403, 403, 403, 403, 403, 404, 404, 403]),
        ("GetCatalogue", "GET", "/datasets/dcat",                                                      [200, 200, 200, 200, 200, 200, 200, 200, 200]),
        ("GetDatasetJson", "GET", "/datasets/hsvo-2021/lage.json",                                     [200, 200, 200, 200, 200, 200, 200, 200, 200]),
        ("GetDatasetCsv", "GET", "/datasets/hsvo-2021/lage.csv",                                       [200, 200, 200, 200, 200, 200, 200, 200, 200]),
        ("OfficePage", "GET", "/samordning",                                                           [401, 403, 403, 403, 403, 403, 200, 403, 403]),
        ("MeetingFormPage", "GET", "/samordning/moten/nytt",                                           [401, 403, 403, 403, 403, 403, 200, 403, 403]),
        ("SetMeetingAtPage", "POST", "/samordning/moten/none",                                         [401, 403, 403, 403, 403, 403, 415, 403, 403]),
        ("OfficeRoundPage", "GET", "/samordning/omgangar/hsvo-2021/2021-05",                           [401, 403, 403, 403, 403, 403, 200, 403, 403]),
        ("GivePermit", "POST", "/samordning/omgangar/hsvo-2021/2021-05",                               [401, 403, 403, 403, 403, 403, 415, 403, 403]),
        ("ReviewPage", "GET", "/samordning/omgangar/hsvo-2021/2021-05/amn",                            [401, 403, 403, 403, 403, 403, 200, 403, 403]),
        ("ReviewAnswers", "POST", "/samordning/omgangar/hsvo-2021/2021-05/amn",                        [401, 403, 403, 403, 403, 403, 415, 403, 403]),
        ("ResponsibilityPage", "GET", "/samordning/ansvar/hsvo-2021",                                  [401, 403, 403, 403, 403, 403, 200, 403, 403]),
        ("SettleResponsibility", "POST", "/samordning/ansvar/hsvo-2021",                               [401, 403, 403, 403, 403, 403, 415, 403, 403]),
        ("RowResponsibilityPage", "GET", "/samordning/ansvar/hsvo-2021/none",                          [401, 403, 403, 403, 403, 403, 404, 403, 403]),
        ("SettleRowResponsibility", "POST", "/samordning/ansvar/hsvo-2021/none",                       [401, 403, 403, 403, 403, 403, 415, 403, 403]),
        ("GetLive", "GET", "/health/live",                                                             [200, 200, 200, 200, 200, 200, 200, 200, 200]),
        ("GetReady", "GET", "/health/ready",                                                           [200, 200, 200, 200, 200, 200, 200, 200, 200]),
        ("ListPlans", "GET", "/hsvo/v1/plans",                                                         [401, 403, 200, 200, 200, 200, 200, 200, 403]),
        ("GetPlan", "GET", "/hsvo/v1/plans/hsvo-2021",                                                 [401, 403, 200, 200, 200, 200, 200, 200, 403]),
        ("GetLoadingReport", "GET", "/hsvo/v1/plans/hsvo-2021/loading-report",                         [401, 403, 200, 200, 200, 200, 200, 200, 403]),
        ("ImportPlan", "POST", "/hsvo/v1/plans",                                                       [401, 403, 403, 403, 403, 403, 415, 403, 403]),
        ("DraftPlan", "POST", "/hsvo/v1/plan-drafts",                                                  [401, 403, 403, 403, 403, 403, 415, 403, 403]),
        ("GetNextPlan", "GET", "/hsvo/v1/plans/hsvo-2021/next",                                        [401, 403, 200, 200, 200, 200, 200, 200, 403]),
        ("ListProposals", "GET", "/hsvo/v1/proposals",                                                 [401, 403, 200, 200, 200, 200, 200, 200, 403]),
        ("MakeProposal", "POST", "/hsvo/v1/proposals",                                                 [401, 403, 403, 415, 415, 415, 415, 403, 403]),
        ("WithdrawProposal", "DELETE", "/hsvo/v1/proposals/none",                                      [401, 403, 403, 404, 404, 404, 404, 403, 403]),
        ("ListPlanVersions", "GET", "/hsvo/v1/plans/hsvo-2021/versions",                               [401, 403, 200, 200, 200, 200, 200, 200, 403]),
        ("GetPlanHealth", "GET", "/hsvo/v1/plans/hsvo-2021/health",                                    [401, 403, 200, 200, 200, 200, 200, 200, 403]),
        ("ListThreads", "GET", "/hsvo/v1/threads",                                                     [401, 403, 200, 200, 200, 200, 200, 200, 403]),
        ("GetStatus", "GET", Requests.StatusPath,                                                      [401, 403, 200, 200, 200, 200, 200, 200, 403]),
        ("GetPlainStatus", "GET", "/hsvo/v1/plans/hsvo-2021/rounds/2021-05/plain-status",              [401, 403, 403, 403, 403, 403, 200, 403, 403]),
        ("GetBurden", "GET", "/hsvo/v1/burden?plan=hsvo-2021",                                         [401, 403, 200, 200, 200, 200, 200, 200, 403]),
        ("GetConfiguration", "GET", "/hsvo/v1/configuration",                                          [401, 403, 200, 200, 200, 200, 200, 200, 403]),
        ("ListConfigurationVersions", "GET", "/hsvo/v1/configuration/versions",                        [401, 403, 200, 200, 200, 200, 200, 200, 403]),
        ("SetConfiguration", "PUT", "/hsvo/v1/configuration",                                          [401, 403, 403, 403, 403, 403, 415, 403, 403]),
        ("GetAnswerSheet", "GET", "/hsvo/v1/plans/hsvo-2021/rounds/2021-05/answer-sheets/amn",         [401, 403, 200, 200, 200, 200, 200, 200, 403]),
        ("ListDeclarations", "GET", "/hsvo/v1/plans/hsvo-2021/rounds/2021-05/declarations",            [401, 403, 200, 200, 200, 200, 200, 200, 403]),
        ("DeclareNothingMore", "POST", "/hsvo/v1/plans/hsvo-2021/rounds/2021-05/declarations",         [401, 403, 403, 415, 415, 415, 415, 403, 403]),
        ("WithdrawDeclaration", "DELETE", "/hsvo/v1/plans/none/rounds/2021-05/declarations/amn",       [401, 403, 403, 404, 404, 404, 404, 403, 403]),
        ("GetMissing", "GET", "/hsvo/v1/missing?plan=hsvo-2021",                                       [401, 403, 200, 200, 200, 200, 200, 200, 403]),
        ("SubmitReports", "POST", "/hsvo/v1/reports",                                                  [401, 403, 403, 415, 415, 415, 415, 403, 403]),
        ("ListMeetings", "GET", "/hsvo/v1/meetings",                                                   [401, 403, 200, 200, 200, 200, 200, 200, 403]),
        ("SetMeeting", "PUT", "/hsvo/v1/meetings/2021-10",                                             [401, 403, 403, 403, 403, 403, 415, 403, 403]),
        ("RemoveMeeting", "DELETE", "/hsvo/v1/meetings/none",                                          [401, 403, 403, 403, 403, 403, 404, 403, 403]),
        ("ListLateChangePermits", "GET", "/hsvo/v1/plans/hsvo-2021/rounds/2021-05/late-change-permits", [401, 403, 200, 200, 200, 200, 200, 200, 403]),
        ("PermitLateChange", "POST", "/hsvo/v1/plans/hsvo-2021/rounds/2021-05/late-change-permits",     [401, 403, 403, 403, 403, 403, 415, 403, 403]),
        ("GetSummary", "GET", "/hsvo/v1/meetings/none/summary",                                        [401, 403, 404, 404, 404, 404, 404, 404, 403]),
        ("ListSummaryVersions", "GET", "/hsvo/v1/meetings/none/summary/versions",                      [401, 403, 404, 404, 404, 404, 404, 404, 403]),
        ("GetSummaryFile", "GET", "/hsvo/v1/meetings/none/summary/versions/sealed/sammanstallning.html", [401, 403, 404, 404, 404, 404, 404, 404, 403]),
        ("ListReports", "GET", "/hsvo/v1/reports?plan=hsvo-2021",                                      [401, 403, 200, 200, 200, 200, 200, 200, 403]),
        ("GetReport", "GET", NoReport,                                                                 [401, 403, 404, 404, 404, 404, 404, 404, 403]),
        ("PutReport", "PUT", NoReport,                                                                 [401, 403, 403, 415, 415, 415, 415, 403, 403]),
        ("WithdrawReport", "DELETE", NoReport,                                                         [401, 403, 403, 404, 404, 404, 404, 403, 403]),
        ("GetReportHistory", "GET", NoReport + "/history",                                             [401, 403, 404, 404, 404, 404, 404, 404, 403]),
        ("MaskComment", "POST", NoReport + "/mask",                                                    [401, 403, 403, 403, 403, 403, 415, 403, 403]),
        ("RemoveDraft", "DELETE", NoReport + "/draft",                                                 [401, 403, 403, 404, 404, 404, 404, 403, 403]),
        ("ListDrafts", "GET", "/hsvo/v1/drafts?plan=hsvo-2021",                                        [401, 403, 403, 200, 200, 200, 200, 403, 403]),
        ("ReviewReports", "POST", "/hsvo/v1/plans/hsvo-2021/rounds/2021-05/reviews",                   [401, 403, 403, 403, 403, 403, 415, 403, 403]),
        ("ListAudit", "GET", "/hsvo/v1/audit",                                                         [401, 403, 403, 403, 403, 403, 200, 200, 403]),
        ("GetAuditYear", "GET", "/hsvo/v1/audit/none",                                                 [401, 403, 403, 403, 403, 403, 404, 404, 403]),
        ("GetAuditFile", "GET", "/hsvo/v1/audit/none/none",                                            [401, 403, 403, 403, 403, 403, 404, 404, 403]),
        ("ListNotices", "GET", "/hsvo/v1/notices",                                                     [401, 403, 403, 403, 403, 403, 200, 200, 403]),
        ("TestReceiver", "POST", "/hsvo/v1/notice-receivers/none/test-messages",                       [401, 403, 403, 403, 403, 403, 404, 403, 403]),
        ("GetOpenApi", "GET", "/hsvo/v1/openapi.json",                                                 [200, 200, 200, 200, 200, 200, 200, 200, 200]),
        ("GetDocumentation", "GET", "/hsvo/v1/documentation",                                          [200, 200, 200, 200, 200, 200, 200, 200, 200]),
        ("GetApiInfo", "GET", "/hsvo/v1/api-info",                                                     [200, 200, 200, 200, 200, 200, 200, 200, 200]),
        ("ZApiCatchAll", "GET", "/hsvo/v1/nothing",                                                    [404, 404, 404, 404, 404, 404, 404, 404, 404]),
        ("GetGroups", "GET", "/v1.0/myorg/groups",                                                     [401, 403, 200, 200, 200, 200, 200, 200, 403]),
        ("GetGroup", "GET", $"/v1.0/myorg/groups/{Known.Amn}",                                         [401, 403, 200, 200, 200, 200, 200, 200, 403]),
        ("GetScorecards", "GET", $"/v1.0/myorg/groups/{Known.Amn}/scorecards",                         [401, 403, 200, 200, 200, 200, 200, 200, 403]),
        ("GetScorecard", "GET", $"/v1.0/myorg/groups/{Known.Amn}/scorecards({Known.AmnScorecard})",    [401, 403, 200, 200, 200, 200, 200, 200, 403]),
        ("GetScorecardByReportId", "GET", $"/v1.0/myorg/groups/{Known.Amn}/scorecards/GetScorecardByReportId(reportId={Known.AmnReport})", [401, 403, 200, 200, 200, 200, 200, 200, 403]),
        ("GetGoals", "GET", $"/v1.0/myorg/groups/{Known.Amn}/scorecards({Known.AmnScorecard})/goals",  [401, 403, 200, 200, 200, 200, 200, 200, 403]),
        ("GetGoal", "GET", Goal,                                                                       [401, 403, 200, 200, 200, 200, 200, 200, 403]),
        ("GetGoalValues", "GET", $"{Goal}/goalValues",                                                 [401, 403, 200, 200, 200, 200, 200, 200, 403]),
        ("PostGoalValue", "POST", $"/v1.0/myorg/groups/{Known.Amn}/scorecards(none)/goals(none)/goalValues", [401, 403, 403, 404, 404, 404, 404, 403, 403]),
        ("GetGoalValue", "GET", $"{Goal}/goalValues(2021-10-30)",                                      [401, 403, 400, 400, 400, 400, 400, 400, 403]),
        ("PatchGoalValue", "PATCH", $"/v1.0/myorg/groups/{Known.Amn}/scorecards(none)/goals(none)/goalValues(2021-10-31)", [401, 403, 403, 404, 404, 404, 404, 403, 403]),
        ("DeleteGoalValue", "DELETE", $"/v1.0/myorg/groups/{Known.Amn}/scorecards(none)/goals(none)/goalValues(2021-10-31)", [401, 403, 403, 404, 404, 404, 404, 403, 403]),
        ("GetGoalNotes", "GET", $"{Goal}/goalValues(2021-10-30)/notes",                                [401, 403, 400, 400, 400, 400, 400, 400, 403]),
        ("PostGoalNote", "POST", $"/v1.0/myorg/groups/{Known.Amn}/scorecards(none)/goals(none)/goalValues(2021-10-31)/notes", [401, 403, 403, 404, 404, 404, 404, 403, 403]),
        ("PatchGoalNote", "PATCH", $"/v1.0/myorg/groups/{Known.Amn}/scorecards(none)/goals(none)/goalValues(2021-10-31)/notes(none)", [401, 403, 403, 404, 404, 404, 404, 403, 403]),
        ("DeleteGoalNote", "DELETE", $"/v1.0/myorg/groups/{Known.Amn}/scorecards(none)/goals(none)/goalValues(2021-10-31)/notes(none)", [401, 403, 403, 404, 404, 404, 404, 403, 403]),
        ("PostScorecard", "POST", "/v1.0/myorg/groups/none/scorecards",                                [401, 403, 403, 404, 404, 404, 404, 403, 403]),
        ("PatchScorecard", "PATCH", "/v1.0/myorg/groups/none/scorecards(none)",                        [401, 403, 403, 404, 404, 404, 404, 403, 403]),
        ("DeleteScorecard", "DELETE", "/v1.0/myorg/groups/none/scorecards(none)",                      [401, 403, 403, 404, 404, 404, 404, 403, 403]),
        ("PostGoal", "POST", "/v1.0/myorg/groups/none/scorecards(none)/goals",                         [401, 403, 403, 404, 404, 404, 404, 403, 403]),
        ("PatchGoal", "PATCH", "/v1.0/myorg/groups/none/scorecards(none)/goals(none)",                 [401, 403, 403, 404, 404, 404, 404, 403, 403]),
        ("DeleteGoal", "DELETE", "/v1.0/myorg/groups/none/scorecards(none)/goals(none)",               [401, 403, 403, 404, 404, 404, 404, 403, 403]),
        ("MoveGoals", "POST", "/v1.0/myorg/groups/none/scorecards(none)/MoveGoals()",                  [401, 403, 403, 404, 404, 404, 404, 403, 403]),
        ("GetStatusRules", "GET", $"{Goal}/statusRules",                                               [401, 403, 200, 200, 200, 200, 200, 200, 403]),
        ("PostStatusRules", "POST", $"/v1.0/myorg/groups/{Known.Amn}/scorecards(none)/goals(none)/statusRules", [401, 403, 403, 403, 403, 403, 404, 403, 403]),
        ("DeleteStatusRules", "DELETE", $"/v1.0/myorg/groups/{Known.Amn}/scorecards(none)/goals(none)/statusRules", [401, 403, 403, 403, 403, 403, 404, 403, 403]),
        ("PostGoalValues", "POST", $"/v1.0/myorg/groups/{Known.Amn}/scorecards(none)/goalValues",      [401, 403, 403, 404, 404, 404, 404, 403, 403]),
        ("GetDatasets", "GET", "/v1.0/myorg/datasets",                                                 [401, 403, 200, 200, 200, 200, 200, 200, 403]),
        ("GetDatasetsInGroup", "GET", $"/v1.0/myorg/groups/{Known.Amn}/datasets",                      [401, 403, 200, 200, 200, 200, 200, 200, 403]),
        ("GetDataset", "GET", "/v1.0/myorg/datasets/none",                                             [401, 403, 404, 404, 404, 404, 404, 404, 403]),
        ("GetDatasetInGroup", "GET", Dataset,                                                          [401, 403, 200, 200, 200, 200, 200, 200, 403]),
        ("GetTables", "GET", "/v1.0/myorg/datasets/none/tables",                                       [401, 403, 404, 404, 404, 404, 404, 404, 403]),
        ("GetTablesInGroup", "GET", $"{Dataset}/tables",                                               [401, 403, 200, 200, 200, 200, 200, 200, 403]),
        ("PostRows", "POST", "/v1.0/myorg/datasets/none/tables/Reports/rows",                          [401, 403, 403, 404, 404, 404, 404, 403, 403]),
        ("PostRowsInGroup", "POST", $"{Dataset}/tables/Reports/rows",                                  [401, 403, 403, 415, 415, 403, 403, 403, 403]),
        ("DeleteRows", "DELETE", "/v1.0/myorg/datasets/none/tables/Reports/rows",                      [401, 403, 403, 404, 404, 404, 404, 403, 403]),
        ("DeleteRowsInGroup", "DELETE", $"{Dataset}/tables/Reports/rows",                              [401, 403, 403, 409, 409, 409, 409, 403, 403]),
        ("RefreshDataset", "POST", "/v1.0/myorg/datasets/none/refreshes",                              [401, 403, 403, 404, 404, 404, 404, 403, 403]),
        ("RefreshDatasetInGroup", "POST", $"/v1.0/myorg/groups/{Known.Amn}/datasets/none/refreshes",   [401, 403, 403, 404, 404, 404, 404, 403, 403]),
        ("GetRefreshes", "GET", "/v1.0/myorg/datasets/none/refreshes",                                 [401, 403, 404, 404, 404, 404, 404, 404, 403]),
        ("GetRefreshesInGroup", "GET", $"{Dataset}/refreshes",                                         [401, 403, 200, 200, 200, 200, 200, 200, 403]),
        ("GetRefresh", "GET", "/v1.0/myorg/datasets/none/refreshes/none",                              [401, 403, 404, 404, 404, 404, 404, 404, 403]),
        ("GetRefreshInGroup", "GET", $"{Dataset}/refreshes/none",                                      [401, 403, 404, 404, 404, 404, 404, 404, 403]),
        ("ZPowerBICatchAll", "GET", "/v1.0/nothing",                                                   [404, 404, 404, 404, 404, 404, 404, 404, 404]),
        ("GetFeed", "GET", "/odata",                                                                   [401, 403, 200, 200, 200, 200, 200, 200, 403]),
        ("GetFeedMetadata", "GET", "/odata/$metadata",                                                 [401, 403, 200, 200, 200, 200, 200, 200, 403]),
        ("ConnectToFeed", "GET", "/odata/hsvo.pbids",                                                  [200, 200, 200, 200, 200, 200, 200, 200, 200]),
        ("GetFeedSet", "GET", "/odata/Goals",                                                          [401, 403, 200, 200, 200, 200, 200, 200, 403]),
        ("CountFeedSet", "GET", "/odata/Goals/$count",                                                 [401, 403, 200, 200, 200, 200, 200, 200, 403]),
        ("NavigateFeed", "GET", "/odata/Plans('hsvo-2021')/rounds",                                     [401, 403, 200, 200, 200, 200, 200, 200, 403]),
        ("ZODataCatchAll", "POST", "/odata/nothing/here",                                              [404, 404, 404, 404, 404, 404, 404, 404, 404]),
    ];

    public static TheoryData<string> Rows => [.. Table.Select(r => r.Function)];

    public static TheoryData<string> KeyedRows => [.. Table.Where(r => r.Path != InSegments(r.Path)).Select(r => r.Function)];

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Each_caller_gets_what_the_table_says(string function)
    {
        var (_, method, path, expected) = Table.Single(r => r.Function == function);

        Assert.Equal(Of(expected), Of(await AnswersAsync(method, path)));
    }

    [Theory]
    [MemberData(nameof(KeyedRows))]
    public async Task Each_caller_gets_the_same_where_keys_are_segments(string function)
    {
        var (_, method, path, expected) = Table.Single(r => r.Function == function);

        Assert.Equal(Of(expected), Of(await AnswersAsync(method, InSegments(path))));
    }

    [Fact]
    public async Task Each_caller_gets_with_head_what_they_get_with_get()
    {
        foreach (var (function, _, path, expected) in Table.Where(r => r.Method == "GET"))
        {
            Assert.Equal((function, Of(expected)), (function, Of(await AnswersAsync("HEAD", path))));
        }
    }

    [Fact]
    public async Task A_browsers_sign_in_counts_to_pages_and_opens_nothing_else()
    {
        var token = app.TokenOf(TwoTenants.Coordinator, "coordinator").Write();
        foreach (var (function, method, path, expected) in Table.Where(r => r.Answers[0] == 401))
        {
            using var answer = await app.SendAsync(new(method), path, token: null, content: null, (BrowserSignIn.TokenHeader, token));

            Assert.Equal((function, AccessPolicy.IsPage(function) ? expected[6] : 401), (function, (int)answer.StatusCode));
        }
    }

    [Fact]
    public void No_api_is_a_page()
    {
        string[] doors = ["hsvo/", "v1.0/", "odata", "health/"];
        var pages = FunctionMethods.Http.Where(f => AccessPolicy.IsPage(FunctionMethods.NameOf(f))).ToList();

        Assert.NotEmpty(pages);
        Assert.All(pages, f => Assert.DoesNotContain(doors, d => FunctionMethods.TriggerOf(f)!.Route!.StartsWith(d, StringComparison.OrdinalIgnoreCase)));
    }

    [Theory]
    [InlineData("not.a.token")]
    [InlineData("")]
    public async Task What_the_platform_hands_over_is_held_to_what_any_token_is(string token)
    {
        using var answer = await app.SendAsync(HttpMethod.Get, "/rapportera", token: null, content: null, (BrowserSignIn.TokenHeader, token));

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
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
    [InlineData("POST", "/hsvo/v1/reports", "Din roll räcker inte för detta; rollen reporter eller coordinator behövs.")]
    [InlineData("PUT", "/hsvo/v1/meetings/2021-10", "Din roll räcker inte för detta; rollen coordinator behövs.")]
    public async Task A_role_that_does_not_do_is_told_which_would(string method, string path, string expected)
    {
        using var answer = await app.SendAsync(new(method), path, TokenOf("reader"));

        Assert.Equal(expected, (await answer.JsonAsync(HttpStatusCode.Forbidden)).Text("title"));
    }

    // goals(x) as goals/x: a function's own parentheses stay.
    private static string InSegments(string path) => Regex.Replace(path, @"\(([0-9a-zA-Z:-]+)\)", "/$1");

    private static string Of(IEnumerable<int> answers) => string.Join(", ", Callers.Zip(answers, (caller, answer) => $"{caller} {answer}"));

    private async Task<List<int>> AnswersAsync(string method, string path)
    {
        var answers = new List<int>();
        foreach (var caller in Callers)
        {
            using var answer = await app.SendAsync(new(method), path, TokenOf(caller));
            AssertGuarded(answer);
            answers.Add((int)answer.StatusCode);
        }

        return answers;
    }

    // What every answer says to browsers and to what keeps copies, errors too.
    private static void AssertGuarded(HttpResponseMessage answer)
    {
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("no-referrer", answer.Headers.GetValues("Referrer-Policy").Single());
        Assert.Equal("max-age=31536000", answer.Headers.GetValues("Strict-Transport-Security").Single());
        Assert.Equal("same-origin", answer.Headers.GetValues("Cross-Origin-Resource-Policy").Single());
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.StartsWith("default-src 'none';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("script", policy, StringComparison.Ordinal);
        var cache = answer.Headers.CacheControl!;
        Assert.True(cache.NoStore || cache.Private || (cache.Public && OpenToAll.Contains(answer.RequestMessage!.RequestUri!.AbsolutePath)), cache.ToString());
        Assert.False(answer.Headers.Contains("Access-Control-Allow-Origin"));
        Assert.All(answer.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies : [], c => Assert.Matches($"^{PageForms.CookieName}=[^;]+; path=/; samesite=lax; httponly$", c));
    }

    private string? TokenOf(string caller) => caller == "nobody" ? null : (caller switch
    {
        "noRole" => app.TokenOf(Somebody),
        "reader" => app.TokenOf(Somebody, "reader"),
        "reporter" => app.TokenOf(TwoTenants.Reporter, "reporter"),
        "system" => app.TokenOf(TwoTenants.System, "reporter").OfSystem(),
        "other" => app.RegionTokenOf(TwoTenants.RegionReporter, "reporter"),
        "coordinator" => app.TokenOf(TwoTenants.Coordinator, "coordinator"),
        "auditor" => app.TokenOf(Somebody, "auditor"),
        _ => app.RegionTokenOf(Somebody, "coordinator", "auditor"),
    }).Write();
}
