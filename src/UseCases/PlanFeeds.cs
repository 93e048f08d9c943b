using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Hsvo.Domain.Plans;
using Hsvo.UseCases.Stores;

namespace Hsvo.UseCases;

/// <summary>
/// Each plan's snapshot in memory. A reader gets what this instance stored at once, and what another instance stored within a second: storage is
/// asked for a plan's stamps at most once a second, however many read.
/// </summary>
/// <param name="plans">Plans.</param>
/// <param name="meetings">Meetings.</param>
/// <param name="reports">Reports.</param>
/// <param name="time">The clock.</param>
public sealed class PlanFeeds(IPlanStore plans, IMeetingStore meetings, IReportStore reports, TimeProvider time)
{
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<PlanKey, Entry> _entries = new();

    /// <summary>The plan as it stands, or null when there is none.</summary>
    public async Task<PlanSnapshot?> FindAsync(PlanKey key, CancellationToken cancellationToken)
    {
        // An unknown plan gets no entry: asking for made-up ids must not fill memory.
        if (!_entries.TryGetValue(key, out var entry))
        {
            if (await plans.ReadVersionAsync(key, cancellationToken) == 0)
            {
                return null;
            }

            entry = _entries.GetOrAdd(key, _ => new());
        }

        if (IsFresh(entry))
        {
            return entry.Snapshot;
        }

        await entry.Gate.WaitAsync(cancellationToken);
        try
        {
            return IsFresh(entry) ? entry.Snapshot : await RefreshAsync(key, entry, cancellationToken);
        }
        finally
        {
            entry.Gate.Release();
        }
    }

    /// <summary>The snapshots of all of an area's plans.</summary>
    public async Task<IReadOnlyList<PlanSnapshot>> ListAsync(string area, CancellationToken cancellationToken)
    {
        var found = new List<PlanSnapshot>();
        foreach (var id in await plans.ListAsync(area, cancellationToken))
        {
            if (await FindAsync(new(area, id), cancellationToken) is { } snapshot)
            {
                found.Add(snapshot);
            }
        }

        return found;
    }

    /// <summary>Says that this instance changed something of a plan: the next reader asks storage.</summary>
    public void Invalidate(PlanKey key)
    {
        if (_entries.TryGetValue(key, out var entry))
        {
            Interlocked.Increment(ref entry.Changes);
        }
    }

    /// <summary>Says that this instance changed something that concerns every plan of an area.</summary>
    public void InvalidateArea(string area)
    {
        foreach (var key in _entries.Keys.Where(k => k.Area == area))
        {
            Invalidate(key);
        }
    }

    private bool IsFresh(Entry entry) =>
        entry.Snapshot is not null
        && Volatile.Read(ref entry.Changes) == Volatile.Read(ref entry.SeenChanges)
        && time.GetElapsedTime(Volatile.Read(ref entry.CheckedAt)) < Freshness;

    private async Task<PlanSnapshot?> RefreshAsync(PlanKey key, Entry entry, CancellationToken cancellationToken)
    {
        // Read before the stamps: a change made meanwhile leaves the entry stale, and the next reader looks again.
        var changes = Volatile.Read(ref entry.Changes);
        var checkedAt = time.GetTimestamp();

        // The stamps before the content: content may be newer than its stamp for a moment, never older.
        var version = plans.ReadVersionAsync(key, cancellationToken);
        var meetingsStamp = meetings.ReadStampAsync(key.Area, cancellationToken);
        var reportsStamp = reports.ReadStampAsync(key, cancellationToken);
        var stamp = $"{await version}|{await meetingsStamp}|{await reportsStamp}";
        if (entry.Snapshot?.Stamp != stamp)
        {
            var plan = entry.Snapshot?.Plan;
            if (plan is null || plan.Version != await version)
            {
                plan = await plans.FindAsync(key, cancellationToken);
            }

            if (plan is null)
            {
                return null;
            }

            entry.Snapshot = new(
                plan,
                [.. (await meetings.ListAsync(key.Area, cancellationToken)).Where(m => m.Plan == plan.Id)],
                [.. (await meetings.ListPermitsAsync(key.Area, cancellationToken)).Where(p => p.Plan == plan.Id)],
                [.. (await reports.ReadCellsAsync(key, cancellationToken)).Select(c => c.Report)],
                stamp);
        }

        Volatile.Write(ref entry.SeenChanges, changes);
        Volatile.Write(ref entry.CheckedAt, checkedAt);
        return entry.Snapshot;
    }

    [SuppressMessage("Reliability", "CA1001", Justification = "Lives as long as the app, and a semaphore whose wait handle is never asked for holds nothing.")]
    private sealed class Entry
    {
        public readonly SemaphoreSlim Gate = new(1);
        public volatile PlanSnapshot? Snapshot;
        public long Changes;
        public long SeenChanges;
        public long CheckedAt;
    }
}
