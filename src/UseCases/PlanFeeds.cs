using System.Collections.Concurrent;
using Hsvo.Domain.Plans;
using Hsvo.UseCases.Stores;

namespace Hsvo.UseCases;

/// <summary>
/// Each plan's snapshot in memory. A reader gets what this instance stored at once, and what another instance stored within a second: storage is
/// asked for the list of plans and for a plan's stamps at most once a second, however many read.
/// </summary>
/// <param name="plans">Plans.</param>
/// <param name="meetings">Meetings.</param>
/// <param name="reports">Reports.</param>
/// <param name="time">The clock.</param>
public sealed class PlanFeeds(IPlanStore plans, IMeetingStore meetings, IReportStore reports, TimeProvider time)
{
    private readonly ConcurrentDictionary<PlanKey, SharedRead<PlanSnapshot>> _snapshots = new();
    private readonly ConcurrentDictionary<string, SharedRead<IReadOnlyList<string>>> _lists = new();

    /// <summary>The plan as it stands, or null when there is none.</summary>
    public async Task<PlanSnapshot?> FindAsync(PlanKey key, CancellationToken cancellationToken)
    {
        if (!_snapshots.TryGetValue(key, out var entry))
        {
            RemoveIdle();
            entry = _snapshots.GetOrAdd(key, k => new(time, last => ReadAsync(k, last)));
        }

        var snapshot = await entry.GetAsync(cancellationToken);
        if (snapshot is null)
        {
            // An unknown plan keeps no entry: asking for made-up ids must not fill memory.
            _snapshots.TryRemove(new(key, entry));
        }

        return snapshot;
    }

    /// <summary>The snapshots of all of an area's plans.</summary>
    public async Task<IReadOnlyList<PlanSnapshot>> ListAsync(string area, CancellationToken cancellationToken)
    {
        var list = _lists.GetOrAdd(area, a => new(time, async _ => await plans.ListAsync(a, CancellationToken.None)));
        var found = new List<PlanSnapshot>();
        foreach (var id in await list.GetAsync(cancellationToken) ?? [])
        {
            // An id whose import was cut off has no plan yet.
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
        if (_snapshots.TryGetValue(key, out var entry))
        {
            entry.Invalidate();
        }
    }

    /// <summary>Says that this instance changed something that concerns every plan of an area, or which plans there are.</summary>
    public void InvalidateArea(string area)
    {
        if (_lists.TryGetValue(area, out var list))
        {
            list.Invalidate();
        }

        foreach (var key in _snapshots.Keys.Where(k => k.Area == area))
        {
            Invalidate(key);
        }
    }

    // Left by made-up ids that were asked for while storage was away.
    private void RemoveIdle()
    {
        foreach (var entry in _snapshots.Where(e => e.Value.IsIdle))
        {
            _snapshots.TryRemove(entry);
        }
    }

    private async Task<PlanSnapshot?> ReadAsync(PlanKey key, PlanSnapshot? last)
    {
        // Before the stamps, and alone for a plan never seen: a made-up id costs one question.
        var version = plans.ReadVersionAsync(key, CancellationToken.None);
        if (last is null && await version == 0)
        {
            return null;
        }

        // The stamps before the content: content may be newer than its stamp for a moment, never older.
        var meetingsStamp = meetings.ReadStampAsync(key.Area, CancellationToken.None);
        var reportsStamp = reports.ReadStampAsync(key, CancellationToken.None);
        await Task.WhenAll(version, meetingsStamp, reportsStamp);
        var stamp = $"{await version}|{await meetingsStamp}|{await reportsStamp}";
        if (last?.Stamp == stamp)
        {
            return last;
        }

        var plan = last is not null && last.Plan.Version == await version ? last.Plan : await plans.FindAsync(key, CancellationToken.None);
        return plan is null
            ? null
            : new(
                plan,
                [.. (await meetings.ListAsync(key.Area, CancellationToken.None)).Where(m => m.Plan == plan.Id)],
                [.. (await meetings.ListPermitsAsync(key.Area, CancellationToken.None)).Where(p => p.Plan == plan.Id)],
                [.. (await reports.ReadCellsAsync(key, CancellationToken.None)).Select(c => c.Report)],
                stamp);
    }
}
