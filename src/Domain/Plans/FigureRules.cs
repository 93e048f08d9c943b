using Hsvo.Domain.Figures;
using Hsvo.Domain.Reports;

namespace Hsvo.Domain.Plans;

/// <summary>What must hold of a plan's figures and of the rows that they are of.</summary>
internal static class FigureRules
{
    public static IEnumerable<FieldError> FaultsOf(Plan plan) =>
    [
        .. PlanRules.OfIds("figures", "figure", plan.Figures.Select(f => f.Id)),
        .. PlanRules.OfIds("derivedFigures", "figure", plan.DerivedFigures.Select(f => f.Id)),
        .. from derived in plan.DerivedFigures.Index()
           where plan.Figures.Any(f => f.Id == derived.Item.Id)
           select new FieldError("id.twice", $"derivedFigures/{derived.Index}/id", $"{derived.Item.Id} finns två gånger.", $"figure {derived.Item.Id} stands twice."),
        .. plan.Figures.SelectMany((f, i) => OfFigure(plan, f, $"figures/{i}")),
        .. plan.DerivedFigures.SelectMany((f, i) => OfDerived(plan, f, $"derivedFigures/{i}")),
    ];

    /// <summary>Whether a row counts something, as one number.</summary>
    public static bool Counts(Plan plan, string id) => plan.Find(id) is { Indicator: { Kind: IndicatorKind.Count, Parts.Count: 0 } };

    private static IEnumerable<FieldError> OfFigure(Plan plan, DocumentFigure figure, string place)
    {
        if (figure.Node is { } node && plan.Find(node) is null)
        {
            yield return new("node.unknown", $"{place}/node", $"Planen har ingen rad {Excerpt.Of(node)}.", $"figure {figure.Id} tells of no node: {Excerpt.Of(node)}.");
        }

        if (figure.Round is { } round && plan.FindRound(round) is null)
        {
            yield return new("round.unknown", $"{place}/round", $"Planen har ingen omgång {Excerpt.Of(round)}.", $"figure {figure.Id} tells of no round: {Excerpt.Of(round)}.");
        }

        if (!figure.Quote.Contains(figure.AsWritten, StringComparison.Ordinal))
        {
            yield return new("figure.asWritten", $"{place}/asWritten", "Talet står inte så i citatet.", $"figure {figure.Id} isn't written so in its quote: {Excerpt.Of(figure.AsWritten)}.");
        }

        foreach (var fault in PlanRules.OfText($"{place}/text", figure.Text).Concat(PlanRules.OfName($"{place}/unit", figure.Unit))
            .Concat(PlanRules.OfName($"{place}/asWritten", figure.AsWritten)).Concat(PlanRules.OfText($"{place}/quote", figure.Quote))
            .Concat(PlanRules.OfDay($"{place}/period/from", figure.Period?.From)).Concat(PlanRules.OfDay($"{place}/period/through", figure.Period?.Through)))
        {
            yield return fault;
        }
    }

    private static IEnumerable<FieldError> OfDerived(Plan plan, DerivedFigureSpec derived, string place)
    {
        if (plan.Find(derived.Node) is null)
        {
            yield return new("node.unknown", $"{place}/node", $"Planen har ingen rad {Excerpt.Of(derived.Node)}.", $"derived figure {derived.Id} tells of no node: {Excerpt.Of(derived.Node)}.");
        }

        if (!Counts(plan, derived.Count))
        {
            yield return new("derived.count", $"{place}/count", $"Ingen rad {Excerpt.Of(derived.Count)} ger ett antal.", $"derived figure {derived.Id} is computed from no count: {Excerpt.Of(derived.Count)}.");
        }

        if (plan.Find(derived.Share) is not { Indicator: { Kind: IndicatorKind.Percentage, Parts.Count: 0, Target.Direction: TargetDirection.AtMost } })
        {
            yield return new("derived.share", $"{place}/share", $"Ingen rad {Excerpt.Of(derived.Share)} ger en andel med ett högsta mål.",
                $"derived figure {derived.Id} is computed from no percentage with a highest target: {Excerpt.Of(derived.Share)}.");
        }

        foreach (var fault in PlanRules.OfText($"{place}/text", derived.Text))
        {
            yield return fault;
        }
    }
}
