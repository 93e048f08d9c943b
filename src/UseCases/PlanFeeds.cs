using System.Collections.Concurrent;
using Hsvo.Domain.Areas;
using Hsvo.Domain.Plans;
using Hsvo.Domain.Reports;
using Hsvo.UseCases.Stores;

namespace Hsvo.UseCases;

/// <summary>
/// Each plan's snapshot in memory. A reader gets what this instance stored at once, and what another instance stored within a second: storage is
/// asked for the list of plans, for the area's stamp and for a plan's stamp at most once a second each, however many read.
/// </summary>
/// <param name="plans">Plans.</param>
/// <param name="meetings">What the areas decide.</param>
/// <param name="reports">Reports.</param>
/// <param name="time">The clock.</param>
public sealed class PlanFeeds(IPlanStore plans, IMeetingStore meetings, IReportStore reports, TimeProvider time)
{
    // An import renews the plan's stamp right after it has published a version; one that broke off between the two shows this late.
    private static readonly TimeSpan VersionFreshness = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<PlanKey, Entry> _entries = new();
    private readonly ConcurrentDictionary<string, SharedRead<StampedArea>> _areas = new();
    private readonly ConcurrentDictionary<string, SharedRead<IReadOnlyList<string>>> _lists = new();
    private long _readings;

    /// <summary>What an area has decided.</summary>
    public async Task<AreaRecord> ReadAreaAsync(string area, CancellationToken cancellationToken) => (await StampedAsync(area, cancellationToken)).Record;

    /// <summary>The plan as it stands, or null when there is none.</summary>
    public async Task<PlanSnapshot?> FindAsync(PlanKey key, CancellationToken cancellationToken)
    {
        if (!_entries.TryGetValue(key, out var entry))
        {
            RemoveIdle();
            entry = _entries.GetOrAdd(key, k => new(time, (e, last) => ReadAsync(k, e, last)));
        }

        // Each as fresh as the other: what the one has in memory is no reason to take the other's.
        var area = StampedAsync(key.Area, cancellationToken);
        var plan = entry.Plan.GetAsync(cancellationToken);
        await Task.WhenAll(area, plan);
        if (await plan is { } stored)
        {
            return entry.Put(stored, await area);
        }

        // An unknown plan keeps no entry: asking for made-up ids must not fill memory.
        _entries.TryRemove(new(key, entry));
        return null;
    }

    /// <summary>The snapshots of all of an area's plans.</summary>
    public async Task<IReadOnlyList<PlanSnapshot>> ListAsync(string area, CancellationToken cancellationToken)
    {
        var list = _lists.GetOrAdd(area, a => new(time, async _ => await plans.ListAsync(a, CancellationToken.None)));
        // Side by side: the first reader of an instance waits for one plan's questions, not for all of them in turn.
        var found = await Task.WhenAll((await list.GetAsync(cancellationToken) ?? []).Select(id => FindAsync(new(area, id), cancellationToken)));

        // An id whose import was cut off has no plan yet.
        return [.. found.OfType<PlanSnapshot>()];
    }

    /// <summary>
    /// Says what this instance stored in a plan's cells: the next reader gets it with what was read last, and storage isn't asked for what is known.
    /// </summary>
    /// <param name="key">The plan.</param>
    /// <param name="cells">The cells as they stand after it.</param>
    public void Put(PlanKey key, IReadOnlyList<StoredCell> cells)
    {
        if (_entries.TryGetValue(key, out var entry))
        {
            entry.Keep(cells);
        }
    }

    /// <summary>Says that this instance changed something of a plan: the next reader asks storage.</summary>
    public void Invalidate(PlanKey key)
    {
        if (_entries.TryGetValue(key, out var entry))
        {
            entry.Plan.Invalidate();
        }
    }

    /// <summary>Forgets what is held of a plan: the next reader gets it made anew from storage, whole.</summary>
    public void Forget(PlanKey key) => _entries.TryRemove(key, out _);

    /// <summary>Says that this instance changed something that concerns every plan of an area, or which plans there are.</summary>
    public void InvalidateArea(string area)
    {
        if (_lists.TryGetValue(area, out var list))
        {
            list.Invalidate();
        }

        if (_areas.TryGetValue(area, out var record))
        {
            record.Invalidate();
        }

        foreach (var (_, entry) in _entries.Where(e => e.Key.Area == area))
        {
            entry.AskForVersion();
            entry.Plan.Invalidate();
        }
    }

    // Left by made-up ids that were asked for while storage was away.
    private void RemoveIdle()
    {
        foreach (var entry in _entries.Where(e => e.Value.Plan.IsIdle))
        {
            _entries.TryRemove(entry);
        }
    }

    private async Task<StampedArea> StampedAsync(string area, CancellationToken cancellationToken) =>
        (await _areas.GetOrAdd(area, a => new(time, last => ReadAreaAsync(a, last))).GetAsync(cancellationToken))!;

    private async Task<StampedArea?> ReadAreaAsync(string area, StampedArea? last)
    {
        // The stamp before the content: content may be newer than its stamp for a moment, never older.
        var stamp = await meetings.ReadStampAsync(area, CancellationToken.None);
        return last?.Stamp == stamp ? last : new((await meetings.ReadAsync(area, CancellationToken.None)).Now, stamp);
    }

    private async Task<StampedPlan?> ReadAsync(PlanKey key, Entry entry, StampedPlan? last)
    {
        var (readAt, began) = (time.GetUtcNow(), time.GetTimestamp());

        // Alone for a plan never seen: a made-up id costs one question.
        if (last is null && await plans.ReadVersionAsync(key, CancellationToken.None) == 0)
        {
            return null;
        }

        // The stamp before the content: content may be newer than its stamp for a moment, never older.
        var check = entry.BeginCheck(time.GetTimestamp());
        var stamp = await reports.ReadStampAsync(key, CancellationToken.None);
        if (last?.Stamp == stamp && entry.VersionCheckedAt is { } at && time.GetElapsedTime(at) < VersionFreshness)
        {
            return last;
        }

        var plan = last is not null && last.Plan.Version == await plans.ReadVersionAsync(key, CancellationToken.None)
            ? last.Plan
            : await plans.FindAsync(key, CancellationToken.None);
        entry.EndCheck(check);
        if (plan is null || (last?.Stamp == stamp && ReferenceEquals(last.Plan, plan)))
        {
            return plan is null ? null : last;
        }

        var read = new StampedPlan(plan, await reports.ReadCellsAsync(key, CancellationToken.None), stamp, readAt, Interlocked.Increment(ref _readings));
        Measures.PlanRead(time.GetElapsedTime(began));
        return read;
    }

    private sealed record StampedArea(AreaRecord Record, string Stamp);

    private sealed record StampedPlan(Plan Plan, IReadOnlyList<StoredCell> Cells, string Stamp, DateTimeOffset ReadAt, long Number);

    private sealed record VersionCheck(long At, long Announced);

    private sealed class Entry
    {
        private readonly Lock _lock = new();
        private readonly Dictionary<ReportKey, StoredCell> _own = [];
        private string _ownStamp = "";
        private long _announced;
        private VersionCheck? _check;
        private (StampedPlan? Plan, StampedArea? Area, string OwnStamp) _from;
        private PlanSnapshot? _snapshot;

        public Entry(TimeProvider time, Func<Entry, StampedPlan?, Task<StampedPlan?>> read) => Plan = new(time, last => read(this, last));

        public SharedRead<StampedPlan> Plan { get; }

        /// <summary>When storage was asked last which version of the plan is the newest; null when it must be asked.</summary>
        public long? VersionCheckedAt => Volatile.Read(ref _check) is { } check && check.Announced == Interlocked.Read(ref _announced) ? check.At : null;

        public void AskForVersion() => Interlocked.Increment(ref _announced);

        // What is announced while storage is asked isn't answered by it.
        public VersionCheck BeginCheck(long at) => new(at, Interlocked.Read(ref _announced));

        public void EndCheck(VersionCheck check) => Volatile.Write(ref _check, check);

        // One for all readers, since it keeps the statuses it has computed.
        public PlanSnapshot Put(StampedPlan plan, StampedArea area)
        {
            lock (_lock)
            {
                // A reader that was held up brings nothing older back.
                var newest = _from.Plan is { } known && known.Number > plan.Number ? known : plan;
                if (_snapshot is null || _from != (newest, area, _ownStamp))
                {
                    var cells = WithOwn(newest.Cells);
                    _from = (newest, area, _ownStamp);
                    _snapshot = new(newest.Plan, area.Record, [.. cells.Select(c => c.Report)], $"{newest.Plan.Version}|{newest.Stamp}|{area.Stamp}|{_ownStamp}")
                    {
                        ReadAt = newest.ReadAt,
                        Stored = cells,
                    };
                }

                return _snapshot;
            }
        }

        public void Keep(IReadOnlyList<StoredCell> cells)
        {
            lock (_lock)
            {
                foreach (var cell in cells)
                {
                    _own[cell.Report.Key] = cell;
                }

                _ownStamp = Guid.NewGuid().ToString("N");
            }
        }

        // The log only grows, so of two states of a cell the one with the higher revision is the newer, whoever read or wrote it.
        private IReadOnlyList<StoredCell> WithOwn(IReadOnlyList<StoredCell> cells)
        {
            foreach (var cell in cells.Where(c => _own.TryGetValue(c.Report.Key, out var own) && own.Report.Revision <= c.Report.Revision))
            {
                _own.Remove(cell.Report.Key);
            }

            if (_own.Count == 0)
            {
                _ownStamp = "";
                return cells;
            }

            return [.. cells.Where(c => !_own.ContainsKey(c.Report.Key)), .. _own.Values];
        }
    }
}
