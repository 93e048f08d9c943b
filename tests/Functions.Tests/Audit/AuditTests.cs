using System.Net;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Hsvo.LocalHost;

namespace Hsvo.Functions.Tests.Audit;

/// <summary>What the auditor and the office are told of who did what, over HTTP through the app's own checks.</summary>
public sealed class AuditTests(AuditApp app) : IClassFixture<AuditApp>
{
    // Two are there to say that rows are never deleted, one shows what would come of a sheet, and two make a draft of a plan, which is kept nowhere.
    private static readonly string[] NeverWrite = ["DeleteRows", "DeleteRowsInGroup", "CheckSheet", "DraftPlan", "ReadPlanFile"];

    private static readonly string[] Reading = ["get", "head", "options"];

    [Fact]
    public async Task Each_function_that_writes_leaves_an_entry_with_its_request()
    {
        var writing = FunctionMethods.Http.Where(f => !FunctionMethods.TriggerOf(f)!.Methods!.All(m => Reading.Contains(m.ToLowerInvariant()))).Select(FunctionMethods.NameOf)
            .Where(f => !f.EndsWith("CatchAll", StringComparison.Ordinal)).Except(NeverWrite);
        var entries = await ListAsync("outcome=stored");

        Assert.Equal(writing.Order(StringComparer.Ordinal), app.Written.Keys.Order(StringComparer.Ordinal));
        Assert.All(app.Written, w =>
        {
            var entry = Assert.Single(entries, e => e["requestId"]?.GetValue<string>() == w.Value);
            Assert.Equal(w.Key, entry.Text("operation"));
            Assert.StartsWith("00000000-0000-4000-8000-", entry.Text("who"), StringComparison.Ordinal);
            Assert.Contains(entry.Text("door"), new[] { "api", "powerBI", "page" });
        });
    }

    [Fact]
    public async Task Each_kind_of_refusal_leaves_an_entry_with_who_and_why()
    {
        var entries = (await ListAsync("outcome=refused")).ToDictionary(e => e.Text("requestId"));

        var told = app.Refused.ToDictionary(r => r.Key, r => entries[r.Value]);
        Assert.Equal(
            new Dictionary<string, string>
            {
                ["role"] = "SetMeeting 403 role.missing",
                ["role in Power BI's door"] = "PostScorecard 403 role.missing",
                ["role at an address in segments"] = "DeleteScorecard 403 role.missing",
                ["another department's report"] = "SubmitReports 403 reports.forbidden",
                ["another department's workspace"] = "PostScorecard 403 department.forbidden",
                ["another department's declaration"] = "DeclareNothingMore 403 declaration.forbidden",
                ["another department's draft"] = "RemoveDraft 403 department.forbidden",
                ["no department"] = "PostRowsInGroup 403 department.forbidden",
                ["role at an address that names a person"] = "RemoveMeeting 403 role.missing",
            },
            told.ToDictionary(t => t.Key, t => $"{t.Value.Text("operation")} {t.Value["refusal"]!["status"]} {t.Value["refusal"]!.Text("code")}"));
        Assert.Equal(IdOf("reader"), told["role"].Text("who"));
        Assert.Equal(("PUT", "/hsvo/v1/meetings/2021-10"), (told["role"]["refusal"]!.Text("method"), told["role"]["refusal"]!.Text("address")));
        Assert.Equal("…", told["role at an address that names a person"]["refusal"]!.Text("address"));
    }

    [Fact]
    public async Task Who_is_not_signed_in_or_has_a_token_of_no_worth_is_not_stored()
    {
        using var nobody = app.Client(null);
        using var unsigned = await nobody.PutAsync("/hsvo/v1/meetings/2021-10", null);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/hsvo/v1/plans") { Headers = { { "Authorization", "Bearer none" } } };
        using var worthless = await nobody.SendAsync(request);

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized), (unsigned.StatusCode, worthless.StatusCode));
        Assert.DoesNotContain(await ListAsync("outcome=refused"), e => e["requestId"]?.GetValue<string>() is { } id
            && (id == unsigned.Headers.GetValues("RequestId").Single() || id == worthless.Headers.GetValues("RequestId").Single()));
    }

    [Fact]
    public async Task Nothing_that_was_written_stands_in_any_of_it()
    {
        using var auditor = app.Client("auditor");
        Assert.DoesNotContain(AuditApp.Secret, string.Concat((await ListAsync("")).Select(e => e.ToJsonString())), StringComparison.Ordinal);
        foreach (var file in (await auditor.JsonAsync("/hsvo/v1/audit/2021"))["files"]!.AsArray())
        {
            Assert.DoesNotContain(AuditApp.Secret, await auditor.GetStringAsync(file!.Text("address")), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Pages_go_on_where_the_last_one_ended()
    {
        using var auditor = app.Client("auditor");
        var whole = await ListAsync("outcome=stored");
        var paged = new List<string>();
        string? next = "";
        while (next is not null)
        {
            var page = await auditor.JsonAsync($"/hsvo/v1/audit?outcome=stored&limit=9{next}");
            paged.AddRange(page["entries"]!.AsArray().Select(e => e!.ToJsonString()));
            next = page["next"]?.GetValue<string>() is { } place ? $"&after={place}" : null;
        }

        Assert.Equal(whole.Select(e => e.ToJsonString()), paged);
    }

    [Theory]
    [InlineData("from=2021-05-08&to=2021-05-08", true)]
    [InlineData("from=2021-05-09&to=2021-05-09", false)]
    [InlineData("to=2021-05-07", false)]
    [InlineData("from=2021-01-01&to=2021-12-31", true)]
    public async Task Days_are_Stockholms_and_both_are_included(string query, bool expected) =>
        Assert.Equal(expected, (await ListAsync($"{query}&who={IdOf("coordinator")}")).Count > 0);

    [Fact]
    public async Task Who_and_door_choose()
    {
        Assert.All(await ListAsync($"who={IdOf("reader")}"), e => Assert.Equal((IdOf("reader"), "refused"), (e.Text("who"), e.Text("outcome"))));
        Assert.All(await ListAsync("door=app"), e => Assert.Contains(e.Text("action"), new[] { "planImported", "paperCompiled" }));
        Assert.Equal(4, (await ListAsync("door=app")).Count(e => e.Text("action") == "planImported"));
    }

    [Theory]
    [InlineData("from=8", "query.day")]
    [InlineData("from=2021-02-30", "query.day")]
    [InlineData("from=2021-05-08&to=2021-05-07", "query.period")]
    [InlineData("from=2019-01-01&to=2021-01-01", "query.period")]
    [InlineData("who=anna", "query.who")]
    [InlineData("who=00000000-0000-4000-8000-000000000002@hemma", "query.who")]
    [InlineData("door=back", "query.door")]
    [InlineData("outcome=", "query.outcome")]
    [InlineData("limit=0", "query.limit")]
    [InlineData("limit=1001", "query.limit")]
    [InlineData("after=9999999999999999999.x", "query.after")]
    [InlineData("after=1._", "query.after")]
    [InlineData("year=2021", "query.unknown")]
    public async Task What_can_not_be_asked_is_refused_by_name(string query, string code)
    {
        using var auditor = app.Client("auditor");
        using var answer = await auditor.GetAsync($"/hsvo/v1/audit?{query}");

        Assert.Equal(code, (await answer.JsonAsync(HttpStatusCode.BadRequest))["errors"]!.AsArray().Single()!.Text("code"));
    }

    [Theory]
    [InlineData("/hsvo/v1/audit/2022")]
    [InlineData("/hsvo/v1/audit/1999")]
    [InlineData("/hsvo/v1/audit/x")]
    [InlineData("/hsvo/v1/audit/2021/logg-2020-sparat.csv")]
    public async Task A_year_that_has_not_begun_and_a_file_that_is_not_there_are_not_found(string path)
    {
        using var auditor = app.Client("auditor");
        using var answer = await auditor.GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task A_years_files_are_what_their_hashes_say_and_hold_every_entry_in_both_forms()
    {
        using var auditor = app.Client("auditor");
        var year = await auditor.JsonAsync("/hsvo/v1/audit/2021");
        var hashes = await auditor.GetStringAsync("/hsvo/v1/audit/2021/logg-2021-sha256.txt");

        Assert.Equal((2021, false), (year["year"]!.GetValue<int>(), year["isFinished"]!.GetValue<bool>()));
        foreach (var file in year["files"]!.AsArray().Where(f => f!.Text("name").Contains("sparat", StringComparison.Ordinal)))
        {
            var bytes = await auditor.GetByteArrayAsync(file!.Text("address"));
            var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
            Assert.Equal((hash, bytes.Length), (file!.Text("sha256"), file!["length"]!.GetValue<int>()));
            Assert.Contains($"{hash}  {file.Text("name")}\n", hashes, StringComparison.Ordinal);
        }

        var stored = JsonNode.Parse(await auditor.GetStringAsync("/hsvo/v1/audit/2021/logg-2021-sparat.json"))!["entries"]!.AsArray();
        Assert.Equal((await ListAsync("outcome=stored")).Select(e => e.ToJsonString()), stored.Select(e => e!.ToJsonString()));
        var lines = (await auditor.GetStringAsync("/hsvo/v1/audit/2021/logg-2021-sparat.csv")).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(1 + stored.Sum(e => Math.Max(1, e!["rows"]!.AsArray().Count)), lines.Length);
        Assert.StartsWith("Tid (UTC);Vem;Tenant;Väg in;Utfall;Vad;", lines[0].TrimStart('\uFEFF'), StringComparison.Ordinal);
        Assert.All(app.Written.Values, id => Assert.Contains(lines, l => l.Contains(id, StringComparison.Ordinal)));
    }

    private async Task<List<JsonNode>> ListAsync(string query)
    {
        using var office = app.Client("coordinator");
        var page = await office.JsonAsync($"/hsvo/v1/audit?limit=1000&{query}");
        Assert.Null(page["next"]);
        return [.. page["entries"]!.AsArray().Select(e => e!)];
    }

    private static string IdOf(string role) => DevelopmentIdentities.TryFind(role, null, out var identity, out _) ? identity.ObjectId.ToString() : "";
}
