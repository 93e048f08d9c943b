using System.Globalization;
using System.Net.Http.Json;
using Hsvo.Contracts.Api;
using Hsvo.EndToEnd.Faults;
using Hsvo.LocalHost.Azurite;
using Hsvo.TestKit;
using Xunit.Abstractions;

namespace Hsvo.EndToEnd.Fuzzing;

/// <summary>
/// Whatever is sent to whichever route, signed in, is answered as its door answers, and nothing breaks. FUZZ=long sends 100,000 requests; FUZZ_SEED sends others.
/// </summary>
public sealed class FuzzTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const int Short = 3_000;
    private const int Long = 100_000;
    private const int DefaultSeed = 2021;
    private const int Shown = 15;

    // What a leak of a few hundred bytes for each request would pass in the long form.
    private const double Growth = 1.5;
    private const long Slack = 16 * 1024 * 1024;
    private const int FewOpen = 40;

    private static readonly bool IsLong = Environment.GetEnvironmentVariable("FUZZ") == "long";

    private static readonly int Seed = int.TryParse(Environment.GetEnvironmentVariable("FUZZ_SEED"), CultureInfo.InvariantCulture, out var seed) ? seed : DefaultSeed;

    private readonly string _folder = LocalApp.NewDataFolder();
    private AzuriteProcess _azurite = null!;

    public async Task InitializeAsync() =>
        _azurite = await AzuriteProcess.StartAsync(RepositoryFolder.Azurite, Path.Combine(_folder, "azurite"), CancellationToken.None);

    public async Task DisposeAsync()
    {
        await _azurite.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Whatever_is_sent_to_any_route_is_answered_as_its_door_does_and_nothing_breaks_grows_or_is_lost()
    {
        // Arrange
        var requests = IsLong ? Long : Short;
        await using var app = await LocalApp.StartAsync(_azurite.ConnectionString, _folder, FuzzWorld.AppSettings, "--no-example", "--at", "2021-05-10");
        var world = await FuzzWorld.PrepareAsync(app);
        using var fuzzer = new Fuzzer(app, world, Seed);

        // Act: the first third warms up caches.
        await fuzzer.SendAsync(requests / 3);
        var warm = await app.ReadFiguresAsync();
        await fuzzer.SendAsync(requests - (requests / 3));
        var end = await app.ReadFiguresAsync();

        // Assert
        output.WriteLine($"seed {Seed} (FUZZ_SEED): {fuzzer.Answered} requests; of those that were made for a route {fuzzer.Tally.With(s => s is >= 200 and < 400)} succeeded, "
            + $"{fuzzer.Tally.With(s => s == 400)} were 400, {fuzzer.Tally.With(s => s is > 400 and < 500)} other refusals, {fuzzer.Tally.With(s => s == 501)} not offered (501), "
            + $"{fuzzer.Tally.With(s => s is >= 500 and not 501)} failed; {fuzzer.Faults.Count} faults; slowest {fuzzer.Slowest.TotalSeconds:0.0} s; after the first third {warm}, at the end {end}");
        output.WriteLine(fuzzer.Tally.Table());
        Assert.True(fuzzer.Faults.Count == 0, $"{fuzzer.Faults.Count} faults with FUZZ_SEED={Seed}:\n{string.Join('\n', fuzzer.Faults.Take(Shown))}");
        Assert.True(end.Heap < (warm.Heap * Growth) + Slack && end.Threads < warm.Threads + FewOpen && end.Handles < warm.Handles + FewOpen, $"It grows: {warm}, then {end}.");
        Assert.True(fuzzer.Answered > requests * 0.95, $"Only {fuzzer.Answered} requests were answered.");
        await AssertHoldsAsync(app, world, fuzzer);
        Assert.True(!fuzzer.Tally.TooFew().Any(), string.Join('\n', fuzzer.Tally.TooFew()));
    }

    private async Task AssertHoldsAsync(LocalApp app, FuzzWorld world, Fuzzer fuzzer)
    {
        await SettleAsAtFirstAsync(app, world);
        var stored = await StoredReports.ReadAsync(_azurite.ConnectionString);
        var log = stored.Log.ToLookup(r => (r.Key, r.Revision));

        // What was acknowledged is there once, as it was said, and what counts is the newest of each cell.
        Assert.NotEmpty(fuzzer.Acknowledged);
        Assert.Equal([], fuzzer.Acknowledged.Where(a => log[(a.Key, a.Revision)].Count() != 1));
        Assert.Equal([], fuzzer.Acknowledged.Where(a => a.Comment is not null && log[(a.Key, a.Revision)].Single().Comment != a.Comment));
        Assert.Equal(fuzzer.Acknowledged.Count, fuzzer.Acknowledged.DistinctBy(a => (a.Key, a.Revision)).Count());
        Assert.All(stored.Log.GroupBy(r => r.Key), c => Assert.Equal(Enumerable.Range(1, c.Count()), c.Select(r => r.Revision).Order()));
        Assert.Equal(stored.Log.GroupBy(r => r.Key).Select(c => (c.Key, c.Max(r => r.Revision))).ToHashSet(), stored.Cells.Select(c => (c.Key, c.Revision)).ToHashSet());

        // Rows of ja or nej go as an independent, naive reading of the log says; it knows nothing of answers that are taken back.
        var plan = FuzzedUnit.Plan;
        var rows = plan.Indicators.Where(i => i.Indicator is { IsYesNo: true, Parts.Count: 0 } && !stored.Log.Any(r => r.Key.Indicator == i.Id && r.IsWithdrawn)).ToList();
        Assert.True(rows.Count(r => stored.Log.Count(l => l.Key.Indicator == r.Id) > FuzzedUnit.Departments.Count) >= 5, "Too few rows were answered.");
        using var reader = app.Client("reader");
        foreach (var round in plan.Rounds)
        {
            var status = (await reader.GetFromJsonAsync<StatusDocument>($"hsvo/v1/status?plan={plan.Id}&round={round.Id}"))!;
            var shown = status.FocusAreas.SelectMany(All).Where(n => rows.Exists(r => r.Id == n.Id)).ToDictionary(n => n.Id, n => n.Status);
            Assert.Equal(NaiveRollUp.OfRows(plan, rows, round.Id, stored.Log).OrderBy(r => r.Key), shown.OrderBy(r => r.Key));
        }
    }

    // What the office decided is taken back, so that the plan's own rules judge, and who owes what is as the plan says.
    private static async Task SettleAsAtFirstAsync(LocalApp app, FuzzWorld world)
    {
        using var office = app.Client("coordinator");
        var unit = world.Units[0];
        foreach (var row in FuzzedUnit.YesNoRows)
        {
            using var removed = await office.DeleteAsync(new Uri($"v1.0/myorg/groups/{unit.Group}/scorecards({unit.Scorecard})/goals({unit.Goals[row.Id]})/statusRules", UriKind.Relative));
        }

        using var settled = await office.GetAsync(new Uri("hsvo/v1/configuration", UriKind.Relative));
        using var request = new HttpRequestMessage(HttpMethod.Put, "hsvo/v1/configuration") { Headers = { { "If-Match", $"{settled.Headers.ETag}" } } };
        request.Content = JsonContent.Create(world.Settings);
        using var answer = await office.SendAsync(request);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    private static IEnumerable<StatusNode> All(StatusNode node) => node.Children.SelectMany(All).Prepend(node);
}
