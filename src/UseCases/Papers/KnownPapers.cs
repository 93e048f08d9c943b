using System.Collections.Concurrent;
using Hsvo.Domain.Meetings;
using Hsvo.Domain.Summaries;
using Hsvo.UseCases.Stores;

namespace Hsvo.UseCases.Papers;

/// <summary>
/// Which papers are there, and what did the last one say? For pages that many ask for: storage is asked at most once a second for each meeting, and no more
/// of one whose paper is sealed.
/// </summary>
/// <param name="area">The area served.</param>
/// <param name="papers">The papers.</param>
/// <param name="time">The clock.</param>
public sealed class KnownPapers(AreaOptions area, IPaperStore papers, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, SharedRead<IReadOnlyList<ListedPaper>>> _lists = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, PaperManifest> _sealed = new(StringComparer.Ordinal);

    /// <summary>The editions of a meeting's paper that everyone may read who may read any: the newest preliminary one, and the sealed one.</summary>
    /// <param name="meeting">A meeting that is known: what is asked of made-up ones would fill memory.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public async Task<IReadOnlyList<ListedPaper>> ListAsync(Meeting meeting, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(meeting);
        var list = _lists.GetOrAdd(meeting.Id, id => new(time, async last => last?.Any(IsSealed) == true ? last : await papers.ListAsync(area.Area, id, CancellationToken.None)));
        var all = await list.GetAsync(cancellationToken) ?? [];
        return [.. all.Where(p => !IsSealed(p)).TakeLast(1), .. all.Where(IsSealed)];
    }

    /// <summary>What the paper of the last samråd before a day said of a plan; null where no sealed paper tells of it.</summary>
    /// <param name="snapshot">The plan.</param>
    /// <param name="today">The day.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public async Task<(PaperManifest Manifest, PaperPlan Plan)?> FindLastAsync(PlanSnapshot snapshot, DateOnly today, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        foreach (var meeting in snapshot.Meetings.Where(m => m.Date < today).OrderByDescending(m => m.Date).ThenByDescending(m => m.Id, StringComparer.Ordinal))
        {
            if ((await FindSealedAsync(meeting, cancellationToken))?.Plans.LastOrDefault(p => p.Plan == snapshot.Plan.Id) is { } plan)
            {
                return (_sealed[meeting.Id], plan);
            }
        }

        return null;
    }

    private async Task<PaperManifest?> FindSealedAsync(Meeting meeting, CancellationToken cancellationToken)
    {
        if (_sealed.TryGetValue(meeting.Id, out var known))
        {
            return known;
        }

        // A sealed edition never changes, and whoever read it last keeps the same.
        return (await ListAsync(meeting, cancellationToken)).Any(IsSealed)
            && await papers.FindManifestAsync(area.Area, meeting.Id, PaperManifest.SealedVersion, cancellationToken) is { } manifest
            ? _sealed.GetOrAdd(meeting.Id, manifest)
            : null;
    }

    private static bool IsSealed(ListedPaper paper) => paper.Edition == PaperEdition.Sealed;
}
