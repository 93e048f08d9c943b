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
    private const int EnoughAcknowledged = 500;
    private const int RowsPerPost = 5;

    private static readonly Plan Plan = PlanLibrary.Hsvo2021;

    // Rows of one ja or nej: what the naive reading below knows how to judge.
    private static readonly PlanNode[] Rows =
        [.. Plan.Indicators.Where(i => i.Indicator is { IsYesNo: true, Parts.Count: 0 } && Plan.Owing(i).Any(d => d.Id == "ubn"))];

    [Fact]
    public async Task After_a_kill_every_acknowledged_report_is_there_once_none_is_half_and_the_roll_up_is_that_of_the_log()
    {
        // Arrange
        var folder = LocalApp.NewDataFolder();
        await using var azurite = await AzuriteProcess.StartAsync(RepositoryFolder.Azurite, Path.Combine(folder, "azurite"), CancellationToken.None);
        var acknowledged = new ConcurrentBag<(ReportKey Key, int Revision, string Comment)>();
        var inFlight = 0;

        // Act: seven units post until enough is acknowledged, then the host is killed while posts are under way.
        await using var app = await LocalApp.StartAsync(azurite.ConnectionString, folder);
        var enough = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var writers = Plan.Departments.Where(d => d.Id != "nvs").Select(d => Task.Run(() => PostUntilKilledAsync(d.Id))).ToArray();
        await await Task.WhenAny([enough.Task, .. writers]).WaitAsync(TimeSpan.FromMinutes(3));
        var inFlightAtKill = Volatile.Read(ref inFlight);
        await app.KillAsync();
        await Task.WhenAll(writers);

        await using var restarted = await LocalApp.StartAsync(azurite.ConnectionString, folder);
        using var reader = restarted.Client("reader");
        var status = (await reader.GetFromJsonAsync<StatusDocument>($"hsvo/v1/status?plan={Plan.Id}&round=2021-05"))!;
        var (log, cells) = await ReadStorageAsync(azurite.ConnectionString);

        // Assert
        Assert.True(acknowledged.Count >= EnoughAcknowledged, $"Only {acknowledged.Count} reports were acknowledged.");
        Assert.True(inFlightAtKill >= 1, "No post was in flight at the kill.");

        var byRevision = log.ToLookup(r => (r.Key, r.Revision));
        Assert.All(acknowledged, a => Assert.Equal(a.Comment, Assert.Single(byRevision[(a.Key, a.Revision)]).Comment));
        Assert.Equal(acknowledged.Count, acknowledged.DistinctBy(a => (a.Key, a.Revision)).Count());

        // Whole or not at all: each submission's rows went in one transaction.
        Assert.All(log.GroupBy(r => r.Submission), s => Assert.Equal(RowsPerPost, s.Count()));
        Assert.All(log.GroupBy(r => r.Key), c => Assert.Equal(Enumerable.Range(1, c.Count()), c.Select(r => r.Revision).Order()));
        var newest = log.GroupBy(r => r.Key).ToDictionary(c => c.Key, c => c.MaxBy(r => r.Revision)!);
        Assert.Equal(newest.Count, cells.Count);
        Assert.All(cells, c => Assert.Equal(newest[c.Report.Key].Revision, c.Report.Revision));

        var goals = status.FocusAreas.SelectMany(f => f.Children).ToDictionary(g => g.Id, g => g.Status);
        Assert.Equal(NaiveRollUp.OfGoals(Plan, log).OrderBy(g => g.Key), goals.OrderBy(g => g.Key));

        Directory.Delete(folder, recursive: true);

        async Task PostUntilKilledAsync(string department)
        {
            using var client = app.Client("reporter", department);
            for (var post = 0; ; post++)
            {
                var rows = Enumerable.Range(0, RowsPerPost).Select(i => RowOf(Rows[((post * RowsPerPost) + i) % Rows.Length], department, post)).ToList();
                Interlocked.Increment(ref inFlight);
                try
                {
                    using var answer = await client.PostAsJsonAsync("hsvo/v1/reports", new { plan = Plan.Id, reports = rows });
                    Assert.True(answer.StatusCode == HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
                    foreach (var row in (await answer.Content.ReadFromJsonAsync<SubmissionDocument>())!.Rows)
                    {
                        acknowledged.Add((new(row.Round, row.Indicator, row.Department), row.Revision, (string)rows[row.Row]["comment"]!));
                    }
                }
                catch (HttpRequestException)
                {
                    return;
                }
                finally
                {
                    Interlocked.Decrement(ref inFlight);
                }

                if (acknowledged.Count >= EnoughAcknowledged)
                {
                    enough.TrySetResult();
                }
            }
        }
    }

    // Each post says something new, so that every row is a new revision.
    private static Dictionary<string, object?> RowOf(PlanNode row, string department, int post)
    {
        var yes = (post + department.Length) % 3 == 0;
        var isContinuing = row.Indicator!.Kind == IndicatorKind.Continuing;
        return new()
        {
            ["indicator"] = row.Id,
            ["department"] = department,
            ["round"] = "2021-05",
            ["value"] = yes ? "ja" : "nej",
            ["assessment"] = yes || post % 2 == 0 ? null : isContinuing ? "atRisk" : "notStarted",
            ["comment"] = $"{department} {post}",
        };
    }

    private static async Task<(List<Report> Log, IReadOnlyList<StoredCell> Cells)> ReadStorageAsync(string connectionString)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Storage", connectionString)]).Build();
        await using var services = new ServiceCollection().AddStorage(configuration).BuildServiceProvider();
        var reports = services.GetRequiredService<IReportStore>();
        return (
            await reports.ReadLogAsync(Plan.Key, CancellationToken.None).ToListAsync(),
            await reports.ReadCellsAsync(Plan.Key, CancellationToken.None));
    }
}
