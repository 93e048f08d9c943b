using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using Hsvo.Contracts.Api;
using Hsvo.Domain.Plans;
using Hsvo.Domain.Reports;
using Hsvo.LocalHost.Azurite;
using Hsvo.Plans;
using Hsvo.Storage;
using Hsvo.TestKit;
using Hsvo.UseCases.Stores;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Hsvo.EndToEnd;

/// <summary>
/// The host is killed with SIGKILL in the middle of a stream of posts. The storage lives on, as an account in Azure would: Azurite acknowledges from
/// memory, so killing it would lose what a real account keeps.
/// </summary>
public sealed class KilledHostTests
{
    private const int EnoughAcknowledged = 2000;
    private const int RowsPerShortPost = 5;
    private const int RowsPerLongPost = 55;

    // What one transaction carries, and so what is stored whole or not at all.
    private const int RowsPerPart = 49;

    private static readonly Plan Plan = PlanLibrary.Hsvo2021;

    // Rows of one ja or nej: what the naive reading below knows how to judge.
    private static readonly PlanNode[] Rows =
        [.. Plan.Indicators.Where(i => i.Indicator is { IsYesNo: true, Parts.Count: 0 } && Plan.Owing(i).Any(d => d.Id == "ubn"))];

    // The cells of a post, which goes on where the one before it ended. The other rounds are there to make long posts.
    private static readonly (string Round, PlanNode Row)[] Cells = [.. Plan.Rounds.SelectMany(round => Rows.Select(row => (round.Id, row)))];

    [Fact]
    public async Task After_a_kill_every_acknowledged_report_is_there_once_no_part_is_half_and_the_roll_up_is_that_of_the_log()
    {
        // Arrange
        var folder = LocalApp.NewDataFolder();
        await using var azurite = await AzuriteProcess.StartAsync(RepositoryFolder.Azurite, Path.Combine(folder, "azurite"), CancellationToken.None);
        var acknowledged = new ConcurrentBag<(ReportKey Key, int Revision, string Comment)>();
        var sent = new ConcurrentDictionary<string, IReadOnlyList<ReportKey>>();
        var isKilled = false;
        var cutOff = 0;

        // Act: seven units post until enough is acknowledged, then the host is killed while posts are under way.
        await using var app = await LocalApp.StartAsync(azurite.ConnectionString, folder);
        var enough = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var writers = Plan.Departments.Where(d => d.Id != "nvs").Select(d => Task.Run(() => PostUntilKilledAsync(d.Id))).ToArray();
        await await Task.WhenAny([enough.Task, .. writers]).WaitAsync(TimeSpan.FromMinutes(3));
        Volatile.Write(ref isKilled, true);
        await app.KillAsync();
        await Task.WhenAll(writers);

        await using var restarted = await LocalApp.StartAsync(azurite.ConnectionString, folder);
        using var reader = restarted.Client("reader");
        var (log, cells) = await ReadStorageAsync(azurite.ConnectionString);

        // Assert
        Assert.True(acknowledged.Count >= EnoughAcknowledged, $"Only {acknowledged.Count} reports were acknowledged.");
        Assert.True(cutOff >= 1, "No post was cut off by the kill.");
        Assert.Contains(sent.Values, rows => rows.Count > RowsPerPart);

        var byRevision = log.ToLookup(r => (r.Key, r.Revision));
        Assert.All(acknowledged, a => Assert.Equal(a.Comment, Assert.Single(byRevision[(a.Key, a.Revision)]).Comment));
        Assert.Equal(acknowledged.Count, acknowledged.DistinctBy(a => (a.Key, a.Revision)).Count());

        // Whole or not at all: each part's rows went in one transaction, and no part before the one ahead of it.
        Assert.All(log.GroupBy(r => r.Submission), AssertWholeParts);
        Assert.All(log.GroupBy(r => r.Key), c => Assert.Equal(Enumerable.Range(1, c.Count()), c.Select(r => r.Revision).Order()));
        var newest = log.GroupBy(r => r.Key).ToDictionary(c => c.Key, c => c.MaxBy(r => r.Revision)!);
        Assert.Equal(newest.Count, cells.Count);
        Assert.All(cells, c => Assert.Equal(newest[c.Report.Key].Revision, c.Report.Revision));

        foreach (var round in Plan.Rounds)
        {
            var status = (await reader.GetFromJsonAsync<StatusDocument>($"hsvo/v1/status?plan={Plan.Id}&round={round.Id}"))!;
            var goals = status.FocusAreas.SelectMany(f => f.Children).ToDictionary(g => g.Id, g => g.Status);
            Assert.Equal(NaiveRollUp.OfGoals(Plan, round.Id, log).OrderBy(g => g.Key), goals.OrderBy(g => g.Key));
        }

        Directory.Delete(folder, recursive: true);

        async Task PostUntilKilledAsync(string department)
        {
            using var client = app.Client("reporter", department);
            for (int post = 0, at = 0; ; post++)
            {
                var cells = Enumerable.Range(at, post % 3 > 0 ? RowsPerLongPost : RowsPerShortPost).Select(i => Cells[i % Cells.Length]).ToList();
                at += cells.Count;
                var rows = cells.Select(c => RowOf(c.Round, c.Row, department, post)).ToList();
                sent[$"{department} {post}"] = [.. cells.Select(c => new ReportKey(c.Round, c.Row.Id, department))];
                try
                {
                    using var answer = await client.PostAsJsonAsync("hsvo/v1/reports", new { plan = Plan.Id, reports = rows });
                    Assert.True(answer.StatusCode == HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
                    foreach (var row in (await answer.Content.ReadFromJsonAsync<SubmissionDocument>())!.Rows)
                    {
                        acknowledged.Add((new(row.Round, row.Indicator, row.Department), row.Revision, (string)rows[row.Row]["comment"]!));
                    }
                }
                catch (HttpRequestException failure) when (Volatile.Read(ref isKilled))
                {
                    // Refused means that it was never sent; anything else, that it was and nobody answered.
                    if (failure.HttpRequestError != HttpRequestError.ConnectionError)
                    {
                        Interlocked.Increment(ref cutOff);
                    }

                    return;
                }

                if (acknowledged.Count >= EnoughAcknowledged)
                {
                    enough.TrySetResult();
                }
            }
        }

        void AssertWholeParts(IEnumerable<Report> submission)
        {
            var stored = submission.ToList();
            var rows = sent[Assert.Single(stored.Select(r => r.Comment!).Distinct())];
            Assert.Contains(stored.Count, new[] { RowsPerPart, rows.Count });
            Assert.Equal(rows.Take(stored.Count).ToHashSet(), stored.Select(r => r.Key).ToHashSet());
        }
    }

    // Each post says something new, so that every row is a new revision.
    private static Dictionary<string, object?> RowOf(string round, PlanNode row, string department, int post)
    {
        var yes = (post + department.Length) % 3 == 0;
        var isContinuing = row.Indicator!.Kind == IndicatorKind.Continuing;
        var isAssessed = !yes && post % 2 == 1 && !Plan.FindRound(round)!.IsFinal;
        return new()
        {
            ["indicator"] = row.Id,
            ["department"] = department,
            ["round"] = round,
            ["value"] = yes ? "ja" : "nej",
            ["assessment"] = !isAssessed ? null : isContinuing ? "atRisk" : "notStarted",
            ["comment"] = $"{department} {post}",
        };
    }

    private static async Task<(List<Report> Log, IReadOnlyList<StoredCell> Cells)> ReadStorageAsync(string connectionString)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Storage", connectionString)]).Build();
        await using var services = new ServiceCollection().AddStorage(configuration).BuildServiceProvider();
        var reports = services.GetRequiredService<IReportStore>();
        return (
            await reports.ReadLogAsync(Plan.Key, CancellationToken.None).Select(r => r.Original).ToListAsync(),
            await reports.ReadCellsAsync(Plan.Key, CancellationToken.None));
    }
}
