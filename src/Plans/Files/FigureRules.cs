using Hsvo.Domain.Plans;

namespace Hsvo.Plans.Files;

/// <summary>What must hold of a plan's figures and of the indicators that they are of.</summary>
internal static class FigureRules
{
    public static IEnumerable<string> Faults(PlanFile file, IReadOnlySet<string> nodes)
    {
        var rounds = file.Rounds.Select(r => r.Id).ToHashSet(StringComparer.Ordinal);
        var indicators = file.FocusAreas.SelectMany(a => a.Goals).SelectMany(g => g.Rows).SelectMany(r => r.Indicators)
            .GroupBy(i => i.Id, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().Answer, StringComparer.Ordinal);

        bool Counts(string id) => indicators.GetValueOrDefault(id) is { Kind: IndicatorKind.Count, Parts.Count: 0 };

        foreach (var figure in file.Figures.Select(f => f.Figure))
        {
            if (figure.Node is { } node && !nodes.Contains(node))
            {
                yield return $"figure {figure.Id} tells of no node: {node}";
            }

            if (figure.Round is { } round && !rounds.Contains(round))
            {
                yield return $"figure {figure.Id} tells of no round: {round}";
            }

            if (!figure.Quote.Contains(figure.AsWritten, StringComparison.Ordinal))
            {
                yield return $"figure {figure.Id} isn't written so in its quote: {figure.AsWritten}";
            }
        }

        foreach (var derived in file.DerivedFigures)
        {
            if (!nodes.Contains(derived.Node))
            {
                yield return $"derived figure {derived.Id} tells of no node: {derived.Node}";
            }

            if (!Counts(derived.Count))
            {
                yield return $"derived figure {derived.Id} is computed from no count: {derived.Count}";
            }

            if (indicators.GetValueOrDefault(derived.Share) is not { Kind: IndicatorKind.Percentage, Parts.Count: 0, Target.Direction: TargetDirection.AtMost })
            {
                yield return $"derived figure {derived.Id} is computed from no percentage with a highest target: {derived.Share}";
            }
        }

        foreach (var (id, answer) in indicators.Where(i => i.Value.Fraction?.CountedBy is { } counted && !Counts(counted)))
        {
            yield return $"{id} is counted by no count of this plan: {answer.Fraction!.CountedBy}";
        }
    }
}
