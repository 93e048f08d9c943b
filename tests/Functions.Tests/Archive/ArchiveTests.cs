using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Hsvo.Domain.Areas;
using Hsvo.Domain.Reports;
using Hsvo.Functions.Archive;
using Hsvo.Functions.Http;
using Hsvo.Functions.Http.Api;
using Hsvo.Functions.Mapping;
using Hsvo.Functions.Tests.Audit;
using Hsvo.UseCases;
using Hsvo.UseCases.Archive;

namespace Hsvo.Functions.Tests.Archive;

/// <summary>The archive of a plan year in which everything was done once, read back without the app.</summary>
public sealed class ArchiveTests(AuditApp app) : IClassFixture<AuditApp>
{
    private const string Address = $"/arkiv/{Known.Plan}";
    private const string Hashes = "sha256sums.txt";

    private static readonly DateOnly Today = new(2021, 5, 8);

    [Fact]
    public async Task Every_file_is_in_the_list_of_hashes_and_each_hash_holds()
    {
        using var office = app.Client("coordinator");
        await CompileAsync(office);
        var files = await FilesAsync(office);

        var listed = Text(files[Hashes]).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split("  ", 2)).ToDictionary(l => l[1], l => l[0]);

        Assert.Equal(files.Keys.Where(f => f != Hashes).Order(), listed.Keys.Order());
        Assert.All(listed, l => Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(files[l.Key])), l.Value));
        Assert.Contains("sha256sum -c", Text(files["las-mig.txt"]), StringComparison.Ordinal);
        var paper = files.Keys.Where(f => f.StartsWith("underlag/2021-05/preliminary-", StringComparison.Ordinal)).Select(f => Path.GetExtension(f)).Distinct().Order();
        Assert.Equal([".docx", ".html", ".json"], paper);
    }

    [Fact]
    public async Task What_is_rebuilt_from_the_archive_stands_as_the_app_says_that_it_stands()
    {
        using var office = app.Client("coordinator");
        var files = await FilesAsync(office);

        var snapshot = Rebuild(files);

        Assert.NotEmpty(snapshot.Cells);
        Assert.Equal($"{snapshot.Cells.Count}", await office.GetStringAsync($"/odata/CurrentReports/$count?$filter=planId eq '{Known.Plan}'"));
        foreach (var round in snapshot.Plan.Rounds)
        {
            Assert.Equal(
                Canonical(await office.GetStringAsync($"/hsvo/v1/status?plan={Known.Plan}&round={round.Id}")),
                Canonical(StatusMapping.ToDocument(snapshot.Published.StatusIn(round, Today))));
            Assert.Equal(
                Canonical(await office.GetStringAsync($"/hsvo/v1/plans/{Known.Plan}/rounds/{round.Id}/plain-status")),
                Canonical(StatusMapping.ToDocument(snapshot.StatusIn(round, Today), Edition.Plain)));
            Assert.Equal(Canonical(Text(files[$"laget/{round.Id}.json"])), Canonical(StatusMapping.ToDocument(snapshot.Published.StatusIn(round, Today))));
        }
    }

    [Fact]
    public async Task The_same_plan_is_the_same_archive_though_the_audit_tells_of_each_that_was_taken_out()
    {
        using var office = app.Client("coordinator");
        using var auditor = app.Client("auditor");
        await CompileAsync(office);

        var first = await office.GetByteArrayAsync(Address);
        var second = await office.GetByteArrayAsync(Address);

        Assert.Equal(Convert.ToHexString(SHA256.HashData(first)), Convert.ToHexString(SHA256.HashData(second)));
        var entries = (await auditor.JsonAsync("/hsvo/v1/audit?from=2021-05-01&to=2021-06-01&limit=1000"))["entries"]!.AsArray();
        Assert.True(entries.Count(e => e!.Text("action") == "planExported" && e!["plan"]!.GetValue<string>() == Known.Plan) >= 2);
    }

    [Theory]
    [InlineData("coordinator", false)]
    [InlineData("auditor", true)]
    public async Task A_text_that_was_masked_is_for_the_auditor(string role, bool expected)
    {
        using var client = app.Client(role);
        var files = await FilesAsync(client);

        var masked = LogOf(files).Where(r => r.Mask is not null).ToList();

        Assert.NotEmpty(masked);
        Assert.All(masked, r => Assert.Equal(expected, r.Report.Comment is not null));
        Assert.Contains("inte hela loggen", Text(files["las-mig.txt"]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_audit_in_it_is_of_this_plan_and_what_was_decided_of_it()
    {
        using var office = app.Client("coordinator");

        var entries = JsonNode.Parse((await FilesAsync(office))["logg/logg.json"])!["entries"]!.AsArray();

        Assert.Superset(new HashSet<string> { "meetingSet", "reportsStored", "reportsReviewed", "textMasked", "planImported", "configurationSet", "lateChangePermitted" }, entries.Select(e => e!.Text("action")).ToHashSet());
        Assert.All(entries, e => Assert.True(e!["plan"] is null || e.Text("plan") == Known.Plan));
        Assert.DoesNotContain(entries, e => e!.Text("action") is "planExported" or "scorecardMade" or "proposalMade");
    }

    [Fact]
    public async Task Another_sites_page_can_not_have_a_browser_take_it_out()
    {
        using var office = app.Client("coordinator");
        using var request = new HttpRequestMessage(HttpMethod.Get, Address) { Headers = { { "Sec-Fetch-Site", "cross-site" } } };
        using var answer = await office.SendAsync(request);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public void Who_is_both_coordinator_and_auditor_gets_all_of_it_and_who_is_neither_none_that_is_hidden()
    {
        Assert.True(Of(Role.Coordinator, Role.Auditor).IsWhole);
        Assert.Equal((false, false), (Of(Role.Reader).HasSmallNumbers, Of(Role.Reader).HasMaskedTexts));

        static ArchiveEdition Of(params Role[] roles) => ArchiveEdition.For(new("x", roles.ToHashSet(), null, IsExample: false));
    }

    private static async Task CompileAsync(HttpClient office)
    {
        using var run = await office.PostAsync("/admin/functions/CompileMeetingPapers", Requests.JsonContent("{}"));
        Assert.Equal(HttpStatusCode.Accepted, run.StatusCode);
        await office.UntilAnswerHoldsAsync("/hsvo/v1/meetings/2021-05/summary/versions", "preliminary");
    }

    private static async Task<Dictionary<string, byte[]>> FilesAsync(HttpClient client)
    {
        using var answer = await client.GetAsync(Address);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        Assert.Equal("application/zip", answer.Content.Headers.ContentType!.MediaType);
        using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync());
        var files = new Dictionary<string, byte[]>();
        foreach (var entry in zip.Entries)
        {
            using var content = new MemoryStream();
            await using var file = await entry.OpenAsync();
            await file.CopyToAsync(content);
            files.Add(entry.FullName, content.ToArray());
        }

        return files;
    }

    // By what stands in the files alone.
    private static PlanSnapshot Rebuild(Dictionary<string, byte[]> files)
    {
        var newest = files.Keys.Where(f => f.StartsWith("plan/", StringComparison.Ordinal)).Max(StringComparer.Ordinal)!;
        List<FieldError> faults = [];
        using var document = JsonDocument.Parse(files[newest]);
        var (plan, version) = new PlanDocumentReader(faults).Read(document.RootElement)!.Value;
        var decisions = JsonSerializer.Deserialize<ArchivedDecisions>(files["beslut/beslut.json"], ArchiveJson.Readable)!;
        var history = new AreaHistory
        {
            Configurations = decisions.Configurations,
            Meetings = decisions.Meetings,
            Permits = decisions.Permits,
            Declarations = decisions.Declarations,
            StatusRules = decisions.StatusRules,
        };
        var cells = LoggedRevision.CellsAt(LogOf(files).Select(r => new LoggedRevision(r.Report, r.Reviews, r.Mask)), DateTimeOffset.MaxValue);
        return new(plan with { Area = "uppsala", Version = version!.Value }, history.Now, [.. cells], "rebuilt");
    }

    private static List<ArchivedRevision> LogOf(Dictionary<string, byte[]> files) =>
        [.. Text(files["svar/logg.jsonl"]).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonSerializer.Deserialize<ArchivedRevision>(l, ArchiveJson.Lines)!)];

    private static string Canonical(string json) => JsonNode.Parse(json)!.ToJsonString();

    private static string Canonical<T>(T document) => Canonical(JsonSerializer.Serialize(document, Json.Api));

    private static string Text(byte[] file) => Encoding.UTF8.GetString(file);
}
