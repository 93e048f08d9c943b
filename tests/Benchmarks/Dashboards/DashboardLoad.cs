using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Hsvo.Benchmarks.Apps;
using Hsvo.Domain.Plans;
using Hsvo.LocalHost.Azurite;
using Hsvo.Storage;
using Hsvo.TestKit;
using Hsvo.TestKit.Builders;
using Hsvo.UseCases.Stores;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Hsvo.Benchmarks.Dashboards;

/// <summary>
/// 200 dashboards that refresh as fast as they are answered, on a feed that nobody changes and on one that units post to, against the smallest endpoint that hands
/// out one of their bodies behind the same token validation; turn by turn in one run, on loopback, for a time that is set.
/// </summary>
internal static class DashboardLoad
{
    /// <summary>The verb that runs it.</summary>
    public const string Verb = "load";

    private const int Dashboards = 200;
    private const int Rounds = 4;

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(8);

    public static async Task RunAsync()
    {
        var folder = LocalApp.NewDataFolder();
        await using (var azurite = await AzuriteProcess.StartAsync(RepositoryFolder.Azurite, Path.Combine(folder, "azurite"), CancellationToken.None))
        {
            await MeasuredPlan.WriteAsync(azurite.ConnectionString, revisions: 1);
            await using var proxy = await FaultProxy.StartAsync(azurite.ConnectionString);
            await using var app = await LocalApp.StartAsync(proxy.Through(azurite.ConnectionString), folder, LocalApp.WithFigures);
            await RunAsync(app, proxy, folder, azurite.ConnectionString);
        }

        Directory.Delete(folder, recursive: true);
    }

    private static async Task RunAsync(LocalApp app, FaultProxy proxy, string folder, string connectionString)
    {
        var addresses = await AddressesAsync(app);
        using var reader = Client(app.Address, app.Token("reader"));
        await File.WriteAllBytesAsync(Path.Combine(folder, "feed.json"), await reader.GetByteArrayAsync(new Uri(addresses[0], UriKind.Relative)));
        using (var packed = app.Client("reader"))
        {
            packed.DefaultRequestHeaders.AcceptEncoding.ParseAdd("br");
            await File.WriteAllBytesAsync(Path.Combine(folder, "feed.br"), await packed.GetByteArrayAsync(new Uri(addresses[0], UriKind.Relative)));
        }

        await using var bare = await BareProcess.StartAsync(folder);
        using var baseline = Client(bare.Address, app.Token("reader"));
        Dashboard[] ours = [.. Enumerable.Range(0, Dashboards).Select(_ => new Dashboard(reader, addresses))];
        Dashboard[] theirs = [.. Enumerable.Range(0, Dashboards).Select(_ => new Dashboard(baseline, [BareApp.Path]))];
        var units = new PostingUnits(app);

        await RefreshAsync(ours, new(WarmUp), null);
        await RefreshAsync(theirs, new(WarmUp), null);
        var warm = await app.ReadFiguresAsync();
        var (unchanged, changing, bares) = (new List<LoadRound>(), new List<LoadRound>(), new List<LoadRound>());
        var (idle, busy) = (new ConcurrentDictionary<string, int>(), new ConcurrentDictionary<string, int>());
        for (var round = 0; round < Rounds; round++)
        {
            proxy.Calls = idle;
            unchanged.Add(await RefreshAsync(ours, new(Length), null));
            proxy.Calls = null;
            bares.Add(await RefreshAsync(theirs, new(Length), null));
            proxy.Calls = busy;
            changing.Add(await RefreshAsync(ours, new(Length), units));
            proxy.Calls = null;
        }

        var end = await app.ReadFiguresAsync();
        Console.WriteLine($"{Dashboards} dashboards, {Rounds} rounds of {Length.TotalSeconds} s each, after {WarmUp.TotalSeconds} s to warm up; {units.Acknowledged.Count} reports by {MeasuredPlan.Departments.Count} units.");
        Console.WriteLine();
        Console.WriteLine("| what | requests/s | p50 | p95 | p99 | 304 | other than 200 and 304 | MiB/s unpacked |");
        Console.WriteLine("| --- | --- | --- | --- | --- | --- | --- | --- |");
        Print("ours, unchanged", unchanged);
        Print("ours, while units post", changing);
        Print("bare endpoint, unchanged", bares);
        Console.WriteLine();
        Console.WriteLine($"Posts: p50 {Percentile(units.Milliseconds, 0.5):0} ms, p95 {Percentile(units.Milliseconds, 0.95):0} ms, p99 {Percentile(units.Milliseconds, 0.99):0} ms; refused {units.Refused}.");
        PrintCalls("unchanged", idle);
        PrintCalls("while units post", busy);
        Console.WriteLine($"Memory after warming up: {warm}; at the end: {end}.");
        await PrintLostAsync(connectionString, units);
    }

    // What a dashboard shows: our own feed, the OData feed's pages, and Power BI's goals.
    private static async Task<IReadOnlyList<string>> AddressesAsync(LocalApp app)
    {
        using var reader = app.Client("reader");
        var groups = JsonNode.Parse(await reader.GetStringAsync(new Uri("v1.0/myorg/groups", UriKind.Relative)))!["value"]!.AsArray();
        var samrad = groups.Single(g => g!["name"]!.GetValue<string>().Contains("amråd", StringComparison.Ordinal))!["id"]!.GetValue<string>();
        var scorecards = JsonNode.Parse(await reader.GetStringAsync(new Uri($"v1.0/myorg/groups/{samrad}/scorecards", UriKind.Relative)))!["value"]!.AsArray();
        var scorecard = scorecards.Single(s => s!["planId"]!.GetValue<string>() == LargePlan.Id)!["id"]!.GetValue<string>();
        return
        [
            $"hsvo/v1/status?plan={LargePlan.Id}&round=2021-05",
            $"odata/StatusFeed?$filter=planId eq '{LargePlan.Id}' and roundId eq '2021-05'",
            $"odata/CurrentReports?$filter=planId eq '{LargePlan.Id}'",
            $"v1.0/myorg/groups/{samrad}/scorecards({scorecard})/goals?$expand=aggregations",
        ];
    }

    private static HttpClient Client(Uri address, string token)
    {
        var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = Dashboards, AutomaticDecompression = DecompressionMethods.Brotli }) { BaseAddress = address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        client.DefaultRequestHeaders.Add("Prefer", "odata.maxpagesize=200");
        return client;
    }

    private static async Task<LoadRound> RefreshAsync(IEnumerable<Dashboard> dashboards, LoadRound round, PostingUnits? units)
    {
        var posting = units?.PostAsync(round) ?? Task.CompletedTask;
        await Task.WhenAll(dashboards.Select(d => Task.Run(() => d.RefreshAsync(round))));
        await posting;
        return round;
    }

    private static void Print(string what, IReadOnlyList<LoadRound> rounds)
    {
        var (all, seconds) = (rounds.SelectMany(r => r.Milliseconds).ToList(), rounds.Sum(r => r.Length.TotalSeconds));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| {what} | {all.Count / seconds:0} | {Percentile(all, 0.5):0} ms | {Percentile(all, 0.95):0} ms | {Percentile(all, 0.99):0} ms | {100.0 * rounds.Sum(r => r.NotModified) / all.Count:0} % | {rounds.Sum(r => r.Errors)} | {rounds.Sum(r => r.Bytes) / seconds / 1024 / 1024:0} |"));
    }

    private static void PrintCalls(string what, IReadOnlyDictionary<string, int> calls)
    {
        var seconds = Rounds * Length.TotalSeconds;
        var most = calls.Where(c => c.Key.StartsWith("GET", StringComparison.Ordinal)).OrderByDescending(c => c.Value).FirstOrDefault();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"Storage, {what}: {calls.Values.Sum() / seconds:0.0} calls a second, of them {calls.Where(c => c.Key.StartsWith("POST", StringComparison.Ordinal)).Sum(c => c.Value) / seconds:0.0} transactions; "
            + $"the same question at most {most.Value / seconds:0.00} times a second ({most.Key})."));
    }

    private static async Task PrintLostAsync(string connectionString, PostingUnits units)
    {
        await using var services = new ServiceCollection()
            .AddStorage(new ConfigurationBuilder().AddInMemoryCollection([new("Storage", connectionString)]).Build())
            .BuildServiceProvider();
        var log = await services.GetRequiredService<IReportStore>().ReadLogAsync(new PlanKey("uppsala", LargePlan.Id), default).Select(r => (r.Original.Key, r.Original.Revision)).ToListAsync();
        var found = log.ToLookup(r => r);
        Console.WriteLine($"Reports acknowledged {units.Acknowledged.Count}, lost {units.Acknowledged.Count(a => !found[a].Any())}, stored twice {found.Sum(f => f.Count() - 1)}.");
    }

    private static double Percentile(IReadOnlyCollection<double> values, double share) => values.Count == 0 ? 0 : values.Order().ElementAt((int)((values.Count - 1) * share));
}
