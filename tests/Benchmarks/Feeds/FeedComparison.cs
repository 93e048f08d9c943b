using System.Globalization;
using System.Text.Json;
using Hsvo.Benchmarks.Apps;
using Hsvo.LocalHost.Azurite;
using Hsvo.TestKit;

namespace Hsvo.Benchmarks.Feeds;

/// <summary>The OData feed of our running app, against an endpoint written by hand for the same questions and against SAP CAP; all three with the same rows.</summary>
internal static class FeedComparison
{
    /// <summary>The verb that runs it.</summary>
    public const string Verb = "odata";

    private const int Rounds = 7;
    private const int Requests = 2000;

    // CAP is slow enough for fewer to tell.
    private const int CapRequests = 200;

    public static async Task RunAsync()
    {
        var folder = LocalApp.NewDataFolder();
        await using (var azurite = await AzuriteProcess.StartAsync(RepositoryFolder.Azurite, Path.Combine(folder, "azurite"), CancellationToken.None))
        {
            await FeedRows.WriteAsync(azurite.ConnectionString);
            await using var app = await LocalApp.StartAsync(azurite.ConnectionString, folder);
            var token = app.Token("reader");
            var ours = new MeasuredFeed("ours", app.Address, "/odata/", token, app.ProcessId);
            var rows = await ReadRowsAsync(ours);
            await File.WriteAllTextAsync(Path.Combine(folder, "rows.json"), JsonSerializer.Serialize(rows));
            await using var bare = await BareProcess.StartAsync(HandwrittenFeed.Verb, folder);
            await using var cap = await CapFeed.StartAsync(rows);
            var handwritten = new MeasuredFeed("by hand", bare.Address, "/", token, bare.Id);
            var caps = new MeasuredFeed("CAP", cap.Address, "/odata/", null, cap.Id);
            await CompareAsync(ours, handwritten, caps, rows.Count);
            await MeasureAsync(ours, handwritten, caps);
        }

        Directory.Delete(folder, recursive: true);
    }

    // The app listens before it has read its storage.
    private static async Task<List<JsonElement>> ReadRowsAsync(MeasuredFeed ours)
    {
        var rows = await ours.ReadAllAsync("CurrentReports");
        return rows.Count == FeedRows.Count ? rows : throw new InvalidOperationException($"{rows.Count} rows, not {FeedRows.Count}.");
    }

    // Who answers something else has not done the same work.
    private static async Task CompareAsync(MeasuredFeed ours, MeasuredFeed handwritten, MeasuredFeed cap, int count)
    {
        foreach (var question in Question.All)
        {
            foreach (var n in new[] { 0, 5, 77 })
            {
                var expected = Normalised(await ours.ReadAsync(question.OData(n)));
                Check(question.What, expected, Normalised(await handwritten.ReadAsync(question.Handwritten(n))), handwritten);
                Check(question.What, expected, Normalised(await cap.ReadAsync(question.OData(n))), cap);
            }
        }

        foreach (var (feed, path) in new[] { (handwritten, "page?skip=0"), (cap, "CurrentReports") })
        {
            if ((await feed.ReadAllAsync(path)).Count != count)
            {
                throw new InvalidOperationException($"{feed.Name} has not paged through every row.");
            }
        }
    }

    private static void Check(string what, string expected, string answer, MeasuredFeed feed)
    {
        if (answer != expected)
        {
            throw new InvalidOperationException($"{what}: {feed.Name} answers something else:\n{expected[..Math.Min(1500, expected.Length)]}\n{answer[..Math.Min(1500, answer.Length)]}");
        }
    }

    // The count and the rows; times are written in several ways.
    private static string Normalised(JsonElement answer)
    {
        var count = answer.TryGetProperty("@odata.count", out var number) && number.ValueKind == JsonValueKind.Number ? number.GetInt64() : -1;
        var rows = answer.GetProperty("value").EnumerateArray().Select(r => string.Join('|', r.EnumerateObject().Select(p => $"{p.Name}={Normalised(p)}")));
        return $"{count}\n{string.Join('\n', rows)}";
    }

    private static string Normalised(JsonProperty property) => property.Name.EndsWith("edAt", StringComparison.Ordinal) && property.Value.ValueKind == JsonValueKind.String
        ? property.Value.GetDateTimeOffset().UtcDateTime.ToString("O", CultureInfo.InvariantCulture)
        : property.Value.ToString();

    private static async Task MeasureAsync(MeasuredFeed ours, MeasuredFeed handwritten, MeasuredFeed cap)
    {
        Console.WriteLine("| what | ours | by hand | CAP | ours / by hand | ours / CAP | processor: by hand / ours | CAP / ours |");
        Console.WriteLine("| --- | --- | --- | --- | --- | --- | --- | --- |");
        foreach (var question in Question.All)
        {
            // The same again and again, as a dashboard does.
            await PrintAsync($"{question.What}, asked again", Requests, CapRequests,
                () => ours.AskAsync(Requests, _ => question.OData(0)),
                () => handwritten.AskAsync(Requests, _ => question.Handwritten(0)),
                () => cap.AskAsync(CapRequests, _ => question.OData(0)), "requests/s");

            // Each another one, so that nothing is ready.
            var asked = 0;
            await PrintAsync($"{question.What}, each another", Requests, CapRequests,
                () => ours.AskAsync(Requests, _ => question.OData(Interlocked.Increment(ref asked) % 4000)),
                () => handwritten.AskAsync(Requests, i => question.Handwritten(i % 4000)),
                () => cap.AskAsync(CapRequests, i => question.OData(i % 4000)), "requests/s");
        }

        await PrintAsync("all rows by pages of 1,000", FeedRows.Count, FeedRows.Count,
            () => ours.PageAsync("CurrentReports"), () => handwritten.PageAsync("page?skip=0"), () => cap.PageAsync("CurrentReports"), "rows/s");
    }

    private static async Task PrintAsync(
        string what, int amount, int capAmount, Func<Task<Cost>> ours, Func<Task<Cost>> handwritten, Func<Task<Cost>> cap, string unit)
    {
        (Func<Task<Cost>> Run, int Amount, List<Cost> Costs)[] feeds = [(ours, amount, []), (handwritten, amount, []), (cap, capAmount, [])];
        foreach (var (run, _, _) in feeds)
        {
            await run();
        }

        for (var round = 0; round < Rounds; round++)
        {
            foreach (var (run, _, costs) in feeds)
            {
                costs.Add(await run());
            }
        }

        var speed = feeds.Select(f => f.Amount / Interleaved.Median(f.Costs.Select(c => c.Elapsed.TotalSeconds))).ToArray();
        var cpu = feeds.Select(f => Interleaved.Median(f.Costs.Select(c => c.Cpu.TotalSeconds)) / f.Amount).ToArray();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| {what} | {speed[0]:N0} {unit} | {speed[1]:N0} | {speed[2]:N0} | {speed[0] / speed[1]:0.00} | {speed[0] / speed[2]:0.0} | {cpu[1] / cpu[0]:0.00} ({cpu[0] * 1e6:N1} µs) | {cpu[2] / cpu[0]:0.0} |"));
    }
}
