using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Hsvo.Benchmarks.Apps;
using Hsvo.TestKit;

namespace Hsvo.Benchmarks.Pages;

/// <summary>The board's pages against the JSON feed of the plan that most of them show, from the same running app, turn by turn.</summary>
internal static class PageComparison
{
    /// <summary>The verb that runs it.</summary>
    public const string Verb = "pages";

    private const string Feed = "/hsvo/v1/status?plan=hsvo-2021";
    private const string Meeting = "2021-05";

    private static readonly string[] Paths =
        ["/", "/plan/hsvo-2021", "/mal/hsvo-2021_2.3.1", "/indikator/hsvo-2021_2.1.1.i3", $"/samrad/{Meeting}"];

    public static async Task RunAsync()
    {
        await using var app = await LocalApp.StartAsync();
        using var reader = app.Client("reader");
        await AnswerAsync(app, reader);
        var (feed, _) = await ReadAsync(reader, Feed);
        Console.WriteLine($"The feed is {feed.Length / 1024} KiB. Each 2,000 times over 8 connections; the ratio is the page's rate by the feed's.");
        Console.WriteLine("| what | page | feed | ratio |");
        Console.WriteLine("| --- | --- | --- | --- |");
        foreach (var path in Paths)
        {
            var (page, tag) = await ReadAsync(reader, path);
            var name = string.Create(CultureInfo.InvariantCulture, $"`{path}`, {page.Length / 1024} KiB");
            await Interleaved.MeasureAsync(
                name, () => Load.GetAsync(reader, path, HttpStatusCode.OK), () => Load.GetAsync(reader, Feed, HttpStatusCode.OK), warmUp: 2);
            await Interleaved.MeasureAsync(
                $"{name}, Brotli",
                () => Load.GetAsync(reader, path, HttpStatusCode.OK, ("Accept-Encoding", "br")),
                () => Load.GetAsync(reader, Feed, HttpStatusCode.OK, ("Accept-Encoding", "br")), warmUp: 2);
            var (_, feedTag) = await ReadAsync(reader, Feed);
            await Interleaved.MeasureAsync(
                $"{name}, 304",
                () => Load.GetAsync(reader, path, HttpStatusCode.NotModified, ("If-None-Match", $"{tag}")),
                () => Load.GetAsync(reader, Feed, HttpStatusCode.NotModified, ("If-None-Match", $"{feedTag}")), warmUp: 2);
        }
    }

    // A meeting, and half of what one unit owes, so that the pages have something to show.
    private static async Task AnswerAsync(LocalApp app, HttpClient reader)
    {
        await UntilReadAsync(reader);
        using var office = app.Client("coordinator");
        var date = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(21);
        using var meeting = await office.PutAsJsonAsync($"/hsvo/v1/meetings/{Meeting}", new { date = $"{date:yyyy-MM-dd}", agenda = new[] { new { plan = "hsvo-2021", round = Meeting } } });
        meeting.EnsureSuccessStatusCode();
        foreach (var department in new[] { "amn", "ubn", "shs" })
        {
            using var reporter = app.Client("reporter", department);
            var rows = new[] { "2.1.1.i3", "2.1.3.i2", "2.2.2.i1", "2.3.5.i1" }.Select(indicator => new { indicator, department, round = Meeting, value = "ja", comment = "Arbetet går enligt plan." });
            using var stored = await reporter.PostAsJsonAsync("/hsvo/v1/reports", new { plan = "hsvo-2021", reports = rows });
            stored.EnsureSuccessStatusCode();
        }

        // What was stored has another tag until it has been read back.
        await Task.Delay(TimeSpan.FromSeconds(2));
    }

    private static async Task UntilReadAsync(HttpClient reader)
    {
        while (true)
        {
            using var answer = await reader.GetAsync(new Uri(Feed, UriKind.Relative));
            if (answer.IsSuccessStatusCode)
            {
                return;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100));
        }
    }

    private static async Task<(byte[] Body, EntityTagHeaderValue? Tag)> ReadAsync(HttpClient reader, string path)
    {
        using var answer = await reader.GetAsync(new Uri(path, UriKind.Relative));
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadAsByteArrayAsync(), answer.Headers.ETag);
    }
}
