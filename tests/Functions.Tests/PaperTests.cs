using System.Net;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Hsvo.Functions.Tests.Frame;

namespace Hsvo.Functions.Tests;

/// <summary>The timer compiles the paper, and it is handed out as data, as a page and as a Word document.</summary>
[Collection(RunningApp.Collection)]
public sealed class PaperTests(RunningApp app)
{
    private const string Summary = $"/hsvo/v1/meetings/{RunningApp.Meeting}/summary";
    private const string Script = "<script>alert('hej')</script>";
    private const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    [Fact]
    public async Task The_timer_compiles_a_paper_in_which_a_comment_is_text_and_nothing_else()
    {
        var mark = $"{Guid.NewGuid()}";
        await app.ReporterOf("amn").PostReportsAsync(
            new { indicator = "2.2.2.i1", department = "amn", round = "2021-05", value = "nej", comment = $"{Script} & {mark}" });

        await RunTimerAsync();

        var data = JsonNode.Parse(await app.Reader.UntilAnswerHoldsAsync(Summary, mark))!;
        var status = data["plans"]![0]!["status"]!;
        var answer = status.StatusOf("2.2.2.i1")["answers"]!.AsArray().Single(a => a!.Text("department") == "amn")!;
        Assert.Equal($"{Script} & {mark}", answer.Text("comment"));
        Assert.Equal(("preliminary", "2021-05"), (data.Text("edition"), status["round"]!.Text("id")));
        Assert.Null(data["plans"]![0]!["comparedWith"]);

        using var html = await GetAsync(Summary, "text/html");
        var page = await html.Content.ReadAsStringAsync();
        Pages.AssertAccessible(page);
        Assert.Contains(mark, page, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;", page, StringComparison.Ordinal);
        Assert.Contains("Preliminär utgåva", page, StringComparison.Ordinal);
    }

    // RFC 9110, 12.5.1: the highest quality wins, the most exact range says a type's quality, and no header takes anything.
    [Theory]
    [InlineData(null, "application/json")]
    [InlineData("*/*", "application/json")]
    [InlineData("application/json", "application/json")]
    [InlineData("text/html", "text/html")]
    [InlineData("text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8", "text/html")]
    [InlineData("application/json;q=0.5, text/html;q=0.6", "text/html")]
    [InlineData("application/json;q=0.5, text/*", "text/html")]
    [InlineData($"{Docx}, application/json;q=0.9", Docx)]
    [InlineData("application/*;q=0.4, application/json;q=0", Docx)]
    [InlineData("text/html; charset=utf-8", "text/html")]
    [InlineData("application/pdf, */*;q=0.1", "application/json")]
    public async Task Accept_decides_the_format(string? accept, string expected)
    {
        await CompileAsync();

        using var answer = await GetAsync(Summary, accept);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(expected, answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains("Accept", answer.Headers.Vary);
        var file = await app.Coordinator.GetByteArrayAsync(answer.Content.Headers.ContentLocation);
        Assert.Equal($"\"{Convert.ToHexStringLower(SHA256.HashData(file))}\"", answer.Headers.ETag!.Tag);
    }

    [Theory]
    [InlineData("application/pdf")]
    [InlineData("application/json;q=0, text/html;q=0")]
    [InlineData("*/*;q=0")]
    [InlineData("nonsense")]
    public async Task What_takes_none_of_the_formats_is_told_which_there_are(string accept)
    {
        await CompileAsync();

        using var answer = await GetAsync(Summary, accept);

        var problem = await answer.JsonAsync(HttpStatusCode.NotAcceptable);
        Assert.Equal("accept.none", problem.Text("code"));
        Assert.EndsWith($"application/json, text/html, {Docx}.", problem.Text("title"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_edition_is_listed_with_the_hashes_of_its_files_and_each_file_stays_as_it_was()
    {
        await CompileAsync();

        var versions = (await app.Reader.JsonAsync($"{Summary}/versions"))["versions"]!.AsArray();

        Assert.All(versions, v => Assert.Equal(
            ["sammanstallning.json", "sammanstallning.html", "sammanstallning.docx"], v!["files"]!.AsArray().Select(f => f!.Text("name"))));
        Assert.Equal(versions.Select(v => v!.Text("version")).Order(StringComparer.Ordinal), versions.Select(v => v!.Text("version")));
        foreach (var file in versions[^1]!["files"]!.AsArray())
        {
            // The coordinator reads every edition: the reader's would be refused once another test has had a newer one compiled.
            using var answer = await app.Coordinator.GetAsync(file!.Text("address"));
            Assert.Equal(file!.Text("sha256"), Convert.ToHexStringLower(SHA256.HashData(await answer.Content.ReadAsByteArrayAsync())));
            Assert.Equal($"\"{file!.Text("sha256")}\"", answer.Headers.ETag!.Tag);
            Assert.Equal(file!.Text("contentType"), $"{answer.Content.Headers.ContentType}");
            Assert.Equal((true, null), (answer.Headers.CacheControl!.NoCache, answer.Headers.CacheControl.MaxAge));

            using var again = new HttpRequestMessage(HttpMethod.Get, file!.Text("address")) { Headers = { IfNoneMatch = { answer.Headers.ETag } } };
            using var unchanged = await app.Coordinator.SendAsync(again);
            Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
        }
    }

    [Theory]
    [InlineData("/hsvo/v1/meetings/1999-05/summary", "paper.unknown")]
    [InlineData("/hsvo/v1/meetings/1999-05/summary/versions", "paper.unknown")]
    [InlineData($"{Summary}/versions/sealed/sammanstallning.html", "paper.version")]
    [InlineData($"{Summary}/versions/..%2F..%2Fhost/sammanstallning.html", "paper.version")]
    public async Task What_is_not_there_is_404(string path, string code)
    {
        await CompileAsync();

        using var answer = await app.Reader.GetAsync(path);

        Assert.Equal(code, (await answer.JsonAsync(HttpStatusCode.NotFound)).Text("code"));
    }

    [Fact]
    public async Task The_meeting_tells_where_its_paper_is()
    {
        var listed = (await app.Reader.JsonAsync("/hsvo/v1/meetings"))["meetings"]!.AsArray().Single(m => m!.Text("id") == RunningApp.Meeting)!;
        var followed = (await app.Reader.JsonAsync($"{Requests.StatusPath}&round=2021-05"))["meeting"]!;

        Assert.All([listed, followed], m => Assert.Equal(Summary, m.Text("summary")));
    }

    [Fact]
    public async Task From_the_first_page_links_lead_to_the_paper_in_each_form()
    {
        await CompileAsync();

        var meeting = (await app.Reader.PageAsync("/")).Links("main").First(l => l.StartsWith("/samrad/", StringComparison.Ordinal));
        var files = (await app.Reader.PageAsync(meeting)).Links("main .actions").ToList();

        Assert.Equal($"/samrad/{RunningApp.Meeting}", meeting);
        Assert.Equal(["text/html", Docx, "application/json"], await Task.WhenAll(files.Select(TypeOfAsync)));
    }

    [Fact]
    public async Task A_paper_that_is_kept_is_304_and_one_that_is_saved_has_a_name_of_its_own()
    {
        await CompileAsync();
        const string Path = $"/samrad/{RunningApp.Meeting}/sammanstallning.docx";
        using var answer = await app.Reader.GetAsync(Path);
        using var request = new HttpRequestMessage(HttpMethod.Get, Path) { Headers = { IfNoneMatch = { answer.Headers.ETag! } } };

        using var again = await app.Reader.SendAsync(request);

        Assert.Equal("samrad-2021-05-preliminar-sammanstallning.docx", answer.Content.Headers.ContentDisposition!.FileName);
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
    }

    private async Task<string> TypeOfAsync(string path)
    {
        using var answer = await app.Reader.GetAsync(path);
        return answer.StatusCode == HttpStatusCode.OK ? answer.Content.Headers.ContentType!.MediaType! : $"{answer.StatusCode}";
    }

    private async Task<HttpResponseMessage> GetAsync(string path, string? accept)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (accept is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept", accept);
        }

        return await app.Reader.SendAsync(request);
    }

    // A run that nobody waits for would still be at work in the next test.
    private async Task CompileAsync()
    {
        using var newest = await GetAsync(Summary, null);
        if (newest.StatusCode == HttpStatusCode.NotFound)
        {
            await RunTimerAsync();
            await app.Reader.UntilAnswerHoldsAsync(Summary, "preliminary");
        }
    }

    private async Task RunTimerAsync()
    {
        using var run = await app.Nobody.PostAsync("/admin/functions/CompileMeetingPapers", Requests.JsonContent("{}"));
        Assert.Equal(HttpStatusCode.Accepted, run.StatusCode);
    }
}
