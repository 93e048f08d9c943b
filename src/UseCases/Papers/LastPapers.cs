using Hsvo.Domain.Meetings;
using Hsvo.UseCases.Stores;

namespace Hsvo.UseCases.Papers;

/// <summary>Finds the last sealed paper that told of a plan; plans that were last followed up at the same meeting share one read.</summary>
/// <param name="area">The area.</param>
/// <param name="papers">The papers.</param>
internal sealed class LastPapers(string area, IPaperStore papers)
{
    private readonly Dictionary<string, PaperManifest?> _read = new(StringComparer.Ordinal);

    /// <summary>The newest sealed paper for a meeting before this one that has the plan on its agenda, or null.</summary>
    public async Task<(PaperManifest Manifest, PaperPlan Plan)?> BeforeAsync(Meeting meeting, PlanSnapshot snapshot, CancellationToken cancellationToken)
    {
        foreach (var earlier in snapshot.Meetings.Where(m => IsBefore(m, meeting)).OrderByDescending(m => m.Date).ThenByDescending(m => m.Id, StringComparer.Ordinal))
        {
            if (!_read.TryGetValue(earlier.Id, out var manifest))
            {
                manifest = _read[earlier.Id] = await papers.FindManifestAsync(area, earlier.Id, PaperManifest.SealedVersion, cancellationToken);
            }

            if (manifest?.Plans.LastOrDefault(p => p.Plan == snapshot.Plan.Id) is { } plan)
            {
                return (manifest, plan);
            }
        }

        return null;
    }

    private static bool IsBefore(Meeting one, Meeting other) =>
        one.Date < other.Date || (one.Date == other.Date && string.CompareOrdinal(one.Id, other.Id) < 0);
}
