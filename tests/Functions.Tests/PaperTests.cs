using System.Net;
using System.Text.Json.Nodes;

namespace Hsvo.Functions.Tests;

/// <summary>The timer compiles the paper, and it is handed out as a page and as data.</summary>
[Collection(RunningApp.Collection)]
public sealed class PaperTests(RunningApp app)
{
    private const string Html = $"/hsvo/v1/meetings/{RunningApp.Meeting}/paper/sammanstallning.html";
    private const string Json = $"/hsvo/v1/meetings/{RunningApp.Meeting}/paper/sammanstallning.json";
    private const string Script = "<script>alert('hej')</script>";

    [Fact]
    public async Task The_timer_compiles_a_paper_in_which_a_comment_is_text_and_nothing_else()
    {
        var mark = $"{Guid.NewGuid()}";
        await app.ReporterOf("amn").PostReportsAsync(
            new { indicator = "2.2.2.i1", department = "amn", round = "2021-05", value = "nej", comment = $"{Script} & {mark}" });

        await RunTimerAsync();

        var page = await app.Reader.UntilAnswerHoldsAsync(Html, mark);
        Pages.AssertAccessible(page);
        Assert.Contains("&lt;script&gt;", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Preliminär sammanställning", page, StringComparison.Ordinal);

        var data = JsonNode.Parse(await app.Reader.UntilAnswerHoldsAsync(Json, mark))!;
        var answer = data.StatusOf("2.2.2.i1")["answers"]!.AsArray().Single(a => a!.Text("department") == "amn")!;
        Assert.Equal($"{Script} & {mark}", answer.Text("comment"));
        Assert.Equal("2021-05", data["round"]!.Text("id"));
    }

    [Theory]
    [InlineData("/hsvo/v1/meetings/1999-05/paper/sammanstallning.html", "paper.unknown")]
    [InlineData($"/hsvo/v1/meetings/{RunningApp.Meeting}/paper/manifest.json", "paper.file")]
    [InlineData($"/hsvo/v1/meetings/{RunningApp.Meeting}/paper/..%2F..%2Fhost.json", "paper.file")]
    public async Task A_paper_or_a_file_that_is_not_there_is_404(string path, string code)
    {
        await CompileAsync();

        using var answer = await app.Reader.GetAsync(path);

        Assert.Equal(code, (await answer.JsonAsync(HttpStatusCode.NotFound)).Text("code"));
    }

    [Fact]
    public async Task The_meeting_and_the_first_page_tell_where_the_paper_is()
    {
        await CompileAsync();

        var listed = (await app.Reader.JsonAsync("/hsvo/v1/meetings"))["meetings"]!.AsArray().Single(m => m!.Text("id") == RunningApp.Meeting)!;
        var followed = (await app.Reader.JsonAsync($"{Requests.StatusPath}&round=2021-05"))["meeting"]!;
        using var page = await app.Nobody.GetAsync("/");

        Assert.All([listed, followed], m => Assert.Equal((Html, Json), (m["papers"]!.Text("html"), m["papers"]!.Text("json"))));
        Assert.Contains($"<a href=\"{Html}\">", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_page_is_open_where_the_setting_says_so()
    {
        using var answer = await app.Nobody.GetAsync("/");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/html; charset=utf-8", $"{answer.Content.Headers.ContentType}");
        var page = await answer.Content.ReadAsStringAsync();
        Pages.AssertAccessible(page);
        Assert.Contains("2.3.5 ", page, StringComparison.Ordinal);
        Assert.Contains("/v1.0/myorg/groups", page, StringComparison.Ordinal);
    }

    private async Task CompileAsync()
    {
        await RunTimerAsync();
        await app.Reader.UntilAnswerHoldsAsync(Html, "Sammanställning");
    }

    private async Task RunTimerAsync()
    {
        using var run = await app.Nobody.PostAsync("/admin/functions/CompileMeetingPapers", Requests.JsonContent("{}"));
        Assert.Equal(HttpStatusCode.Accepted, run.StatusCode);
    }
}
