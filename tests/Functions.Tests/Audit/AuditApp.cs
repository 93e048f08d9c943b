using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Hsvo.Functions.Tests.Frame;
using Hsvo.Functions.Tests.OpenApi;
using Hsvo.Functions.Tests.People;
using Hsvo.TestKit;

namespace Hsvo.Functions.Tests.Audit;

/// <summary>An app on 8 May 2021 in which each writing route was called once and a request of each kind was refused.</summary>
public sealed class AuditApp : IAsyncLifetime
{
    /// <summary>A word that was written wherever people write.</summary>
    public const string Secret = "Hemlighet";

    private const string Round = "/hsvo/v1/plans/hsvo-2021/rounds/2021-05";
    private const string AmnReport = $"{Round}/reports/2.1.1.i3/amn";
    private const string ShsReport = $"{Round}/reports/2.1.1.i3/shs";
    private const string Scorecards = $"/v1.0/myorg/groups/{Known.Shs}/scorecards";

    private LocalApp? _app;

    /// <summary>The ids of the requests that stored something, by function.</summary>
    public IReadOnlyDictionary<string, string> Written => _written;

    /// <summary>The ids of the requests that were refused, by what was wrong.</summary>
    public IReadOnlyDictionary<string, string> Refused => _refused;

    private readonly Dictionary<string, string> _written = [];
    private readonly Dictionary<string, string> _refused = [];

    public HttpClient Client(string? role, string? department = null) => _app!.Client(role, department, new AsPublished());

    public async Task InitializeAsync()
    {
        _app = await LocalApp.StartAsync(
            settings: new Dictionary<string, string> { ["Notices__Receivers__kanal__Department"] = "ubn" }, arguments: ["--no-example", "--at", "2021-05-08"]);
        using var reader = Client("reader");
        await reader.UntilPlanIsReadAsync();
        using var office = Client("coordinator");
        using var amn = Client("reporter", "amn");
        using var shs = Client("reporter", "shs");
        await WriteInTheApiAsync(office, amn, shs);
        await WriteInPowerBIAsync(office, amn, shs);
        using var ubn = Client("reporter", "ubn");
        await WriteAtPagesAsync(new(ubn));
        using var coordinator = Client("coordinator");
        await CoordinateAtPagesAsync(new(coordinator));
        await BeRefusedAsync(reader, office, amn);
    }

    public async Task DisposeAsync()
    {
        if (_app is not null)
        {
            await _app.DisposeAsync();
        }
    }

    private async Task WriteInTheApiAsync(HttpClient office, HttpClient amn, HttpClient shs)
    {
        await WriteAsync("SetMeeting", office, "PUT", "/hsvo/v1/meetings/2021-10", new { date = "2021-10-20", agenda = new[] { new { plan = Known.Plan, round = "2021-10" } } });
        await WriteAsync("RemoveMeeting", office, "DELETE", "/hsvo/v1/meetings/2021-10");
        await WriteAsync("SetMeeting", office, "PUT", "/hsvo/v1/meetings/2021-05", new { date = "2021-05-25", agenda = new[] { new { plan = Known.Plan, round = "2021-05" } } });
        await WriteAsync("SubmitReports", amn, "POST", "/hsvo/v1/reports", Reports(draft: true));
        await WriteAsync("RemoveDraft", amn, "DELETE", $"{AmnReport}/draft");
        await WriteAsync("SubmitReports", amn, "POST", "/hsvo/v1/reports", Reports(draft: false));
        await WriteAsync("PutReport", shs, "PUT", ShsReport, new { value = "ja", comment = Secret }, ("If-None-Match", "*"));
        await WriteAsync("WithdrawReport", shs, "DELETE", ShsReport, body: null, ("If-Match", "\"1\""));
        await WriteAsync("ReviewReports", office, "POST", $"{Round}/reviews",
            new { reviews = new[] { new { indicator = "2.1.1.i3", department = "amn", revision = 1, decision = "sendBack", question = Secret } } });
        await WriteAsync("MaskComment", office, "POST", $"{AmnReport}/mask", new { revision = 1, reason = Secret });
        await WriteAsync("DeclareNothingMore", amn, "POST", $"{Round}/declarations", new { department = "amn" });
        await WriteAsync("WithdrawDeclaration", amn, "DELETE", $"{Round}/declarations/amn");
        await WriteAsync("PermitLateChange", office, "POST", $"{Round}/late-change-permits", new { department = "shs", until = "2021-05-20", reason = Secret });
        var proposal = await WriteAsync("MakeProposal", amn, "POST", "/hsvo/v1/proposals", new { year = 2022, kind = "group", text = Secret });
        await WriteAsync("WithdrawProposal", amn, "DELETE", $"/hsvo/v1/proposals/{proposal!.Text("id")}");
        var settings = (await office.JsonAsync("/hsvo/v1/configuration"))["settings"]!;
        settings["warningDays"] = 61;
        await WriteAsync("SetConfiguration", office, "PUT", "/hsvo/v1/configuration", settings, ("If-Match", "\"0\""));
        await WriteAsync("TestReceiver", office, "POST", "/hsvo/v1/notice-receivers/kanal/test-messages");
        await WriteAsync("ImportPlan", office, "POST", "/hsvo/v1/plans", JsonNode.Parse(await File.ReadAllTextAsync(ExamplePlan)));
    }

    private async Task WriteInPowerBIAsync(HttpClient office, HttpClient amn, HttpClient shs)
    {
        var goal = $"{Known.Goals(Known.Amn, Known.AmnScorecard)}({await amn.GoalIdAsync(Known.Amn, Known.AmnScorecard, "2.1.1.i3")})";
        var value = $"{goal}/goalValues(2021-10-31)";
        await WriteAsync("PostGoalValue", amn, "POST", $"{goal}/goalValues", new { timestamp = "2021-10-31", value = 0 });
        await WriteAsync("PatchGoalValue", amn, "PATCH", value, new { value = 1 });
        var note = $"{value}/notes({(await WriteAsync("PostGoalNote", amn, "POST", $"{value}/notes", new { body = Secret }))!.Text("id")})";
        await WriteAsync("PatchGoalNote", amn, "PATCH", note, new { body = Secret + 2 });
        await WriteAsync("DeleteGoalNote", amn, "DELETE", note);
        await WriteAsync("DeleteGoalValue", amn, "DELETE", value);
        await WriteAsync("PostGoalValues", amn, "POST", $"/v1.0/myorg/groups/{Known.Amn}/scorecards({Known.AmnScorecard})/goalValues",
            new { value = new[] { new { goalId = await amn.GoalIdAsync(Known.Amn, Known.AmnScorecard, "2.1.1.i3"), timestamp = "2022-01-31", value = 1 } } });
        await WriteAsync("PostRowsInGroup", amn, "POST", $"/v1.0/myorg/groups/{Known.Amn}/datasets/{Known.AmnDataset}/tables/Reports/rows", Rows("2.1.2.i1"));
        await WriteAsync("PostRows", amn, "POST", $"/v1.0/myorg/datasets/{Known.AmnDataset}/tables/Reports/rows", Rows("2.1.3.i1"));
        await WriteAsync("RefreshDataset", amn, "POST", $"/v1.0/myorg/datasets/{Known.AmnDataset}/refreshes");
        await WriteAsync("RefreshDatasetInGroup", amn, "POST", $"/v1.0/myorg/groups/{Known.Amn}/datasets/{Known.AmnDataset}/refreshes");
        await WriteAsync("PostStatusRules", office, "POST", $"{goal}/statusRules", JsonNode.Parse(
            """{"rules":[{"conditions":[{"fieldComparison":{"field":"Value","operator":"Equal","value":{"number":1}}}],"output":1}],"defaultOutput":4}"""));
        await WriteAsync("DeleteStatusRules", office, "DELETE", $"{goal}/statusRules");

        var scorecard = $"{Scorecards}({(await WriteAsync("PostScorecard", shs, "POST", Scorecards, new { name = Secret }))!.Text("id")})";
        await WriteAsync("PatchScorecard", shs, "PATCH", scorecard, new { name = Secret + 2 });
        var top = (await WriteAsync("PostGoal", shs, "POST", $"{scorecard}/goals", new { name = Secret }))!.Text("id");
        var below = (await WriteAsync("PostGoal", shs, "POST", $"{scorecard}/goals", new { name = Secret, parentId = top }))!.Text("id");
        await WriteAsync("PatchGoal", shs, "PATCH", $"{scorecard}/goals({below})", new { name = Secret + 2 });
        await WriteAsync("MoveGoals", shs, "POST", $"{scorecard}/MoveGoals()", new { goalToMove = new { goalId = below, currentParentId = top }, newNext = new { goalId = top } });
        await WriteAsync("DeleteGoal", shs, "DELETE", $"{scorecard}/goals({below})");
        await WriteAsync("DeleteScorecard", shs, "DELETE", scorecard);
    }

    private async Task WriteAtPagesAsync(Browser person)
    {
        const string Pages = "/rapportera/hsvo-2021/2021-05";
        await person.OpenAsync($"{Pages}/svar/2.1.1.i3");
        await PressAsync("AnswerQuestion", person, "Spara och gå vidare", ("value", "nej"), ("comment", Secret));
        await person.OpenAsync($"{Pages}/kontrollera");
        await PressAsync("SendAnswers", person, "Skicka in svaret");
        await person.OpenAsync("/rapportera/kalkylblad");
        await person.UploadAsync("Kontrollera bladet", $"Plan;Omgång;Förvaltning;Indikator-id;Svar;Kommentar\nhsvo-2021;2021-05;ubn;2.1.2.i1;nej;{Secret}\n");
        await PressAsync("SendSheet", person, "Skicka in svaret");
        await person.OpenAsync($"{Pages}/svar/2.1.2.i1/ta-tillbaka");
        await PressAsync("TakeAnswerBack", person, "Ta tillbaka svaret", ("reason", Secret));
        await person.OpenAsync(Pages);
        await PressAsync("SayNothingMore", person, "Inget mer från oss i omgången");
    }

    private async Task CoordinateAtPagesAsync(Browser office)
    {
        const string Pages = "/samordning/omgangar/hsvo-2021/2021-05";
        await office.OpenAsync("/samordning/moten/2022-01");
        await PressAsync("SetMeetingAtPage", office, "Spara", ("date", "2022-01-20"), ("agenda", "hsvo-2021/2022-01"));
        await office.OpenAsync($"{Pages}/ubn");
        await PressAsync("ReviewAnswers", office, "Spara granskningen", ("decision-2.1.1.i3", "accept"));
        await office.OpenAsync(Pages);
        await PressAsync("GivePermit", office, "Ge undantag", ("department", "ubn"), ("until", "2021-05-20"), ("reason", Secret));
        await office.OpenAsync("/samordning/ansvar/hsvo-2021");
        await PressAsync("SettleResponsibility", office, office.Page.AllSaid("main button").First(), ("confirmed", "ja"));
        await office.OpenAsync("/samordning/ansvar/hsvo-2021/2.1.1.i3");
        await PressAsync("SettleRowResponsibility", office, "Spara", ("confirmed", "ja"));
        await office.OpenAsync("/samordning/plan");
        await office.UploadWordAsync("Läs dokumentet", "fil", await File.ReadAllBytesAsync(ExampleWord));
        await PressAsync("ImportDraft", office, "Spara som version", ("id", "prov-word"));
    }

    // By role, by department, by workspace, by author; in each door, by each style of address.
    private async Task BeRefusedAsync(HttpClient reader, HttpClient office, HttpClient amn)
    {
        await RefuseAsync("role", reader, "PUT", "/hsvo/v1/meetings/2021-10");
        await RefuseAsync("role in Power BI's door", reader, "POST", Scorecards);
        await RefuseAsync("role at an address in segments", reader, "DELETE", $"{Scorecards}/{Guid.Empty}");
        await RefuseAsync("another department's report", amn, "POST", "/hsvo/v1/reports",
            new { plan = Known.Plan, reports = new[] { new { indicator = "2.1.1.i3", department = "shs", round = "2021-05", value = "ja", comment = Secret } } });
        await RefuseAsync("another department's workspace", amn, "POST", Scorecards, new { name = Secret });
        await RefuseAsync("another department's declaration", amn, "POST", $"{Round}/declarations", new { department = "shs" });
        await RefuseAsync("another department's draft", amn, "DELETE", $"{ShsReport}/draft");
        await RefuseAsync("no department", office, "POST", $"/v1.0/myorg/groups/{Known.Amn}/datasets/{Known.AmnDataset}/tables/Reports/rows", Rows("2.1.2.i1"));
        await RefuseAsync("role at an address that names a person", reader, "DELETE", "/hsvo/v1/meetings/19121212-1212");
    }

    private static string ExamplePlan => Path.Combine(
        Hsvo.LocalHost.Azurite.RepositoryFolder.Root, "src", "Functions", "Http", "Api", "OpenApi", "Examples", "ImportPlan.request.json");

    private static string ExampleWord => Path.Combine(Hsvo.LocalHost.Azurite.RepositoryFolder.Root, "tests", "http", "exempel-plan.docx");

    private static object Reports(bool draft) =>
        new { plan = Known.Plan, draft, reports = new[] { new { indicator = "2.1.1.i3", department = "amn", round = "2021-05", value = "nej", comment = Secret } } };

    private static object Rows(string indicator) => new { rows = new[] { new { Indicator = indicator, Round = "2022-01", Value = 1, Comment = Secret } } };

    private async Task<JsonNode?> WriteAsync(string function, HttpClient client, string method, string path, object? body = null, params (string Name, string Value)[] headers)
    {
        using var answer = await SendAsync(client, method, path, body, headers);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{function}: {(int)answer.StatusCode} {text}");
        _written[function] = answer.Headers.GetValues("RequestId").Single();
        return text.Length > 0 ? JsonNode.Parse(text) : null;
    }

    private async Task PressAsync(string function, Browser person, string button, params (string Name, string? Value)[] fields)
    {
        using var answer = await person.SendAsync(button, fields);
        Assert.Equal((function, System.Net.HttpStatusCode.SeeOther), (function, answer.StatusCode));
        _written[function] = answer.Headers.GetValues("RequestId").Single();
    }

    private async Task RefuseAsync(string what, HttpClient client, string method, string path, object? body = null)
    {
        using var answer = await SendAsync(client, method, path, body);
        Assert.True((int)answer.StatusCode == 403, $"{what}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        _refused[what] = answer.Headers.GetValues("RequestId").Single();
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, string method, string path, object? body, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new(method), path) { Content = body is null ? null : JsonContent.Create(body) };
        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        return await client.SendAsync(request);
    }
}
