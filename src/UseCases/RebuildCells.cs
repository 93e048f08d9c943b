using System.Collections.Concurrent;
using System.Text.Json;
using Hsvo.Domain.Audit;
using Hsvo.Domain.Plans;
using Hsvo.Domain.Reports;
using Hsvo.UseCases.Stores;

namespace Hsvo.UseCases;

/// <summary>One rebuild of a plan's cells.</summary>
/// <param name="Id">Its id.</param>
/// <param name="BeganAt">When it began, UTC.</param>
/// <param name="EndedAt">When it was done, UTC; null when it isn't, or was cut off.</param>
/// <param name="Found">What it found; null before it is done.</param>
public sealed record Rebuild(Guid Id, DateTimeOffset BeganAt, DateTimeOffset? EndedAt, RebuildFindings? Found)
{
    /// <summary>The object id of who asked for it; null where that wasn't kept.</summary>
    public string? By { get; init; }

    /// <summary>Which request it came in; null where that wasn't kept.</summary>
    public Origin? Origin { get; init; }
}

/// <summary>What a rebuild found.</summary>
/// <param name="Cells">How many cells the log tells of.</param>
/// <param name="Mended">How many of them were stored otherwise, or not at all, and are put right.</param>
/// <param name="Unfounded">How many more are stored that the log knows nothing of. They are left: what is gone from a log that only grows is for people to find out.</param>
public sealed record RebuildFindings(int Cells, int Mended, int Unfounded);

/// <summary>
/// Makes a plan's cells anew from its log and compares them with those that are stored. They are written together, so nothing should ever differ; what
/// does is put right, unless somebody writes the cell meanwhile. Every instance then makes its feeds of the plan anew.
/// </summary>
/// <param name="area">The area served.</param>
/// <param name="plans">The plans as the feeds hold them.</param>
/// <param name="reports">The reports.</param>
/// <param name="rebuilds">The cells put right, and what is kept of it.</param>
/// <param name="time">The clock.</param>
public sealed class RebuildCells(AreaOptions area, PlanFeeds plans, IReportStore reports, IRebuildStore rebuilds, TimeProvider time)
{
    // A writer that is met changes a few cells, and the next attempt meets the next writer.
    private const int Attempts = 5;

    private readonly ConcurrentDictionary<PlanKey, Guid> _running = new();

    /// <summary>Rebuilds.</summary>
    public async Task<Outcome<Rebuild>> HandleAsync(Caller caller, string plan, CancellationToken cancellationToken)
    {
        var key = new PlanKey(area.Area, plan);
        if (!Identifier.IsValid(plan) || await plans.FindAsync(key, cancellationToken) is null)
        {
            return Unknown(plan);
        }

        var rebuild = new Rebuild(Guid.NewGuid(), time.GetUtcNow(), null, null) { By = caller.ObjectId, Origin = caller.Origin };
        if (!_running.TryAdd(key, rebuild.Id))
        {
            return new Failure(FailureKind.Conflict, "rebuild.running", "Planen byggs om just nu; vänta tills det är klart.", "The plan is being rebuilt right now; wait until it is done.");
        }

        try
        {
            await rebuilds.KeepAsync(key, rebuild, cancellationToken);
            if (await FindAndMendAsync(key, cancellationToken) is not { } found)
            {
                return new Failure(FailureKind.Unavailable, "rebuild.busy", "Så många skriver att planen inte kan byggas om just nu. Försök igen.", "So many write that the plan can't be rebuilt right now. Try again.")
                {
                    RetryAfter = TimeSpan.FromSeconds(2),
                };
            }

            var done = rebuild with { EndedAt = time.GetUtcNow(), Found = found };
            await rebuilds.KeepAsync(key, done, CancellationToken.None);
            plans.Forget(key);
            return done;
        }
        finally
        {
            _running.TryRemove(new(key, rebuild.Id));
        }
    }

    /// <summary>The rebuilds of a plan, the newest first.</summary>
    public async Task<Outcome<IReadOnlyList<Rebuild>>> ListAsync(string plan, CancellationToken cancellationToken) =>
        Identifier.IsValid(plan) ? (await rebuilds.ListAsync(new(area.Area, plan), cancellationToken)).ToList() : Unknown(plan);

    private async Task<RebuildFindings?> FindAndMendAsync(PlanKey key, CancellationToken cancellationToken)
    {
        var mended = new HashSet<ReportKey>();
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            // The cells before the log: a revision that comes in between is in the log, and its cell is no longer the one that would be replaced.
            var stored = (await reports.ReadCellsAsync(key, cancellationToken)).ToDictionary(c => c.Report.Key);
            var logged = await ReadNewestAsync(key, cancellationToken);
            NewRevision[] differing =
            [
                .. logged.Values.Where(r => !stored.TryGetValue(r.Key, out var cell) || !IsSame(r, cell.Report))
                    .Select(r => new NewRevision(r, stored.GetValueOrDefault(r.Key)?.Version)),
            ];
            if (await MendAsync(key, await LeftAloneAsync(key, differing, cancellationToken), mended, cancellationToken))
            {
                return new(logged.Count, mended.Count, stored.Keys.Count(k => !logged.ContainsKey(k)));
            }
        }

        return null;
    }

    // A cell that somebody wrote while the log was read differs from what was read before it and isn't wrong. Units that post all the time would else keep a rebuild
    // from ever being done.
    private async Task<NewRevision[]> LeftAloneAsync(PlanKey key, NewRevision[] differing, CancellationToken cancellationToken)
    {
        if (differing.Length == 0)
        {
            return differing;
        }

        var now = (await reports.ReadCellsAsync(key, cancellationToken)).ToDictionary(c => c.Report.Key, c => c.Version);
        return [.. differing.Where(d => now.GetValueOrDefault(d.Report.Key) == d.ReplacedVersion)];
    }

    private async Task<Dictionary<ReportKey, Report>> ReadNewestAsync(PlanKey key, CancellationToken cancellationToken)
    {
        var newest = new Dictionary<ReportKey, Report>();

        // By cell, and by revision within it.
        await foreach (var revision in reports.ReadLogAsync(key, cancellationToken))
        {
            newest[revision.Original.Key] = revision.Shown;
        }

        return newest;
    }

    // Without a cell to mend the stamp alone is renewed, so that every instance reads the plan anew.
    private async Task<bool> MendAsync(PlanKey key, NewRevision[] differing, HashSet<ReportKey> mended, CancellationToken cancellationToken)
    {
        foreach (var part in differing.Length == 0 ? [[]] : differing.Chunk(IRebuildStore.MaxCellsPerPart))
        {
            if (await rebuilds.MendAsync(key, part, cancellationToken) == AppendOutcome.Conflict)
            {
                return false;
            }

            mended.UnionWith(part.Select(r => r.Report.Key));
        }

        return true;
    }

    // As they would be stored: an answer may hold lists, which records don't compare.
    private static bool IsSame(Report logged, Report stored) => JsonSerializer.SerializeToUtf8Bytes(logged).AsSpan().SequenceEqual(JsonSerializer.SerializeToUtf8Bytes(stored));

    private static Failure Unknown(string plan) =>
        new(FailureKind.NotFound, "plan.unknown", $"Planen ”{Excerpt.Of(plan)}” finns inte.", $"There is no plan '{Excerpt.Of(plan)}'.");
}
