using System.Net.Http.Json;
using Hsvo.Contracts.Api;
using Hsvo.Domain.Plans;
using Hsvo.Domain.Reports;
using Hsvo.Storage;
using Hsvo.TestKit;
using Hsvo.UseCases.Stores;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;

namespace Hsvo.EndToEnd.Faults;

/// <summary>What storage itself holds after the faults, held against what the systems were told.</summary>
/// <param name="Log">Every revision.</param>
/// <param name="Cells">What counts.</param>
internal sealed record StoredReports(IReadOnlyList<Report> Log, IReadOnlyList<Report> Cells)
{
    // What one transaction carries beside a receipt, and so what is stored whole or not at all.
    private const int RowsPerPart = 48;

    private static Plan Plan => PostingSystems.Plan;

    /// <summary>Reads it, past the app and past the faults.</summary>
    public static async Task<StoredReports> ReadAsync(string connectionString)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Storage", connectionString)]).Build();
        await using var services = new ServiceCollection().AddStorage(configuration).BuildServiceProvider();
        var reports = services.GetRequiredService<IReportStore>();
        return new(
            await reports.ReadLogAsync(Plan.Key, CancellationToken.None).Select(r => r.Original).ToListAsync(),
            [.. (await reports.ReadCellsAsync(Plan.Key, CancellationToken.None)).Select(c => c.Report)]);
    }

    /// <summary>Every acknowledged report is there once, none half, and what counts is the newest revision of each cell.</summary>
    public void AssertHold(PostingSystems systems, ITestOutputHelper output)
    {
        var found = Log.ToLookup(r => (r.Key, r.Comment!));
        var lost = systems.Acknowledged.Count(a => !found[(a.Key, a.Comment)].Any(r => r.Revision == a.Revision));
        var duplicates = found.Sum(r => r.Count() - 1);
        output.WriteLine($"posted {systems.Sent.Values.Sum(s => s.Count)}, acknowledged {systems.Acknowledged.Count}, found {Log.Count}, duplicates {duplicates}, "
            + $"lost {lost}; answered 503 {systems.Unavailable} times, cut off {systems.Unanswered} times");

        Assert.Equal((0, 0), (lost, duplicates));
        Assert.Equal(systems.Acknowledged.Count, systems.Acknowledged.Distinct().Count());

        // Whole or not at all: each part's rows went in one transaction, and no part before the one ahead of it.
        Assert.All(Log.GroupBy(r => r.Comment!), stored =>
        {
            var rows = systems.Sent[stored.Key];
            Assert.Contains(stored.Count(), new[] { RowsPerPart, rows.Count });
            Assert.Equal(rows.Take(stored.Count()).ToHashSet(), stored.Select(r => r.Key).ToHashSet());
        });
        Assert.All(Log.GroupBy(r => r.Key), c => Assert.Equal(Enumerable.Range(1, c.Count()), c.Select(r => r.Revision).Order()));
        Assert.Equal(
            Log.GroupBy(r => r.Key).Select(c => (c.Key, c.Max(r => r.Revision))).ToHashSet(),
            Cells.Select(c => (c.Key, c.Revision)).ToHashSet());
    }

    /// <summary>The goals as an instance shows them are those of an independent, naive reading of the log, round by round.</summary>
    public async Task AssertShownByAsync(LocalApp app)
    {
        using var reader = app.Client("reader");
        foreach (var round in Plan.Rounds)
        {
            var status = (await reader.GetFromJsonAsync<StatusDocument>($"hsvo/v1/status?plan={Plan.Id}&round={round.Id}"))!;
            var goals = status.FocusAreas.SelectMany(f => f.Children).ToDictionary(g => g.Id, g => g.Status);
            Assert.Equal(NaiveRollUp.OfGoals(Plan, round.Id, [.. Log]).OrderBy(g => g.Key), goals.OrderBy(g => g.Key));
        }
    }
}
