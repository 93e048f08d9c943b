using System.Runtime.CompilerServices;
using Hsvo.Domain.Audit;
using Hsvo.Domain.Meetings;
using Hsvo.Domain.Reports;
using Hsvo.UseCases.Stores;

namespace Hsvo.UseCases.Audit;

/// <summary>What is asked of the audit.</summary>
/// <param name="Period">When.</param>
public sealed record AuditQuestion(AuditPeriod Period)
{
    /// <summary>Whose object id; null for everyone's.</summary>
    public string? By { get; init; }

    /// <summary>By which door; null for all.</summary>
    public Door? Door { get; init; }

    /// <summary>The plan whose own entries are read beside the area's; null for those of every plan.</summary>
    public string? Plan { get; init; }

    /// <summary>Whether an entry is asked for.</summary>
    public bool Wants(AuditEntry entry) => (By is null || entry.By == By) && (Door is null || entry.Door == Door);
}

/// <summary>Who did what, and who was refused: every entry of an area by time, from wherever it lies.</summary>
/// <param name="area">The area served.</param>
/// <param name="audit">The entries that have rows of their own.</param>
/// <param name="meetings">What the area decides.</param>
/// <param name="plans">The plans' versions.</param>
/// <param name="proposals">The proposals.</param>
/// <param name="papers">The papers.</param>
public sealed class ReadAudit(
    AreaOptions area, IAuditStore audit, IMeetingStore meetings, IPlanStore plans, IProposalStore proposals, IPaperStore papers)
{
    // A paper is compiled from when its rounds open; sealed on the day, or when the timer runs again.
    private const int LongestSealing = 366;

    /// <summary>The entries, the oldest first, read as they are asked for: a few of each place are in memory at a time.</summary>
    public async IAsyncEnumerable<AuditEntry> ReadAsync(AuditQuestion question, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var ids = question.Plan is { } plan ? [plan] : await plans.ListAsync(area.Area, cancellationToken);
        List<IAsyncEnumerable<AuditEntry>> places = [.. await audit.OpenAsync(area.Area, ids, question.Period, cancellationToken)];
        if (question.Period.Refusals != true)
        {
            places.Add((await ReadUnchangedAsync(ids, question.Period, cancellationToken)).ToAsyncEnumerable());
        }

        await foreach (var entry in MergeAsync(places, cancellationToken))
        {
            if (question.Wants(entry))
            {
                yield return entry;
            }
        }
    }

    // What is decided, imported, proposed and compiled is some hundreds a year, and never changed.
    private async Task<List<AuditEntry>> ReadUnchangedAsync(IReadOnlyList<string> ids, AuditPeriod period, CancellationToken cancellationToken)
    {
        var history = await meetings.ReadAsync(area.Area, cancellationToken);
        List<AuditEntry> all = [.. AuditEntries.Of(history)];
        foreach (var id in ids)
        {
            all.AddRange(AuditEntries.Of(id, await plans.ListVersionsAsync(new(area.Area, id), cancellationToken)));
        }

        all.AddRange((await proposals.ListAsync(area.Area, cancellationToken)).SelectMany(AuditEntries.Of));
        foreach (var meeting in history.Meetings.GroupBy(c => c.Meeting.Id).Where(g => MayHavePapersOf(period, g)).Select(g => g.Key))
        {
            all.AddRange((await papers.ListAsync(area.Area, meeting, cancellationToken)).Select(p => AuditEntries.Of(meeting, p)));
        }

        return [.. all.Where(period.Holds).OrderBy(e => new AuditPosition(e.At, e.Id))];
    }

    private static bool MayHavePapersOf(AuditPeriod period, IEnumerable<MeetingChange> changes) => changes.Any(c =>
        c.Meeting.Opens <= StockholmTime.DateOf(period.To) && c.Meeting.Date.AddDays(LongestSealing) >= StockholmTime.DateOf(period.From));

    private static async IAsyncEnumerable<AuditEntry> MergeAsync(
        List<IAsyncEnumerable<AuditEntry>> places, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var open = new List<IAsyncEnumerator<AuditEntry>>(places.Count);
        try
        {
            var next = new PriorityQueue<IAsyncEnumerator<AuditEntry>, AuditPosition>();
            foreach (var place in places)
            {
                var entries = place.GetAsyncEnumerator(cancellationToken);
                open.Add(entries);
                await GoOnAsync(next, entries);
            }

            while (next.TryDequeue(out var entries, out _))
            {
                yield return entries.Current;
                await GoOnAsync(next, entries);
            }
        }
        finally
        {
            foreach (var entries in open)
            {
                await entries.DisposeAsync();
            }
        }
    }

    private static async Task GoOnAsync(PriorityQueue<IAsyncEnumerator<AuditEntry>, AuditPosition> next, IAsyncEnumerator<AuditEntry> entries)
    {
        if (await entries.MoveNextAsync())
        {
            next.Enqueue(entries, new(entries.Current.At, entries.Current.Id));
        }
    }
}
