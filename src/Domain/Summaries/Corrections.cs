using Hsvo.Domain.Plans;
using Hsvo.Domain.Reports;

namespace Hsvo.Domain.Summaries;

/// <summary>An answer as a paper used it.</summary>
/// <param name="Key">The cell.</param>
/// <param name="Revision">The revision that counted.</param>
/// <param name="Answer">
/// What it said; null where the paper left that out, since it counted few people. Words are left out: they may be masked later, and nobody would know here.
/// </param>
public sealed record UsedRevision(ReportKey Key, int Revision, Answer? Answer);

/// <summary>An answer of a sealed round that is another one than the sealed paper used.</summary>
/// <param name="Before">What the paper used; null for an answer that came afterwards.</param>
/// <param name="Now">The answer that counts now.</param>
public sealed record Correction(UsedRevision? Before, Report Now);

/// <summary>Finds what was changed after a paper was sealed.</summary>
public static class Corrections
{
    /// <summary>The answers of rounds up to the sealed one whose revision isn't the one that was used, in the plan's order.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="used">What the sealed paper used: every cell of its round and those before.</param>
    /// <param name="sealedRound">The round it was sealed for.</param>
    /// <param name="cells">The newest report of each cell.</param>
    public static IReadOnlyList<Correction> Since(Plan plan, IEnumerable<UsedRevision> used, string sealedRound, IEnumerable<Report> cells)
    {
        var before = used.ToDictionary(u => u.Key);
        var places = plan.Nodes.Select((n, i) => (n.Id, i)).ToDictionary(n => n.Id, n => n.i, StringComparer.Ordinal);
        var rounds = plan.RoundsUpTo(sealedRound).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. cells.Where(c => rounds.Contains(c.Key.Round) && places.ContainsKey(c.Key.Indicator))
                .Where(c => before.GetValueOrDefault(c.Key)?.Revision != c.Revision)
                .OrderBy(c => places[c.Key.Indicator]).ThenBy(c => c.Key.Department, StringComparer.Ordinal)
                .ThenBy(c => c.Key.Round, StringComparer.Ordinal)
                .Select(c => new Correction(before.GetValueOrDefault(c.Key), c)),
        ];
    }

    /// <summary>A plan's rounds up to one, that one included, by their place in the plan.</summary>
    public static IEnumerable<string> RoundsUpTo(this Plan plan, string round)
    {
        foreach (var one in plan.Rounds)
        {
            yield return one.Id;
            if (one.Id == round)
            {
                yield break;
            }
        }
    }
}
