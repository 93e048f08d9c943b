using Hsvo.Domain.Reports;

namespace Hsvo.Domain.Plans;

/// <summary>What must hold of how a row is answered.</summary>
internal static class IndicatorRules
{
    // More parts than any row binds together.
    private const int MaxParts = 20;

    public static IEnumerable<FieldError> FaultsOf(Plan plan, PlanNode node, string place) => (node.Kind, node.Indicator) switch
    {
        (NodeKind.Indicator, { } spec) => OfSpec(plan, node, spec, place),
        (NodeKind.Indicator, null) => [new("answer.required", $"{place}/answerKind", "En indikator behöver ett slags svar.", $"{node.Id} is an indicator without a kind of answer.")],
        (_, { }) => [new("answer.notAllowed", $"{place}/answerKind", "Bara en indikator besvaras.", $"{node.Id} has a kind of answer but is no indicator.")],
        _ => node.Condition is null
            ? []
            : [new("condition.notAllowed", $"{place}/condition", "Bara en indikator har ett villkor.", $"{node.Id} has a condition but is no indicator.")],
    };

    private static IEnumerable<FieldError> OfSpec(Plan plan, PlanNode node, IndicatorSpec spec, string place)
    {
        if ((spec.Kind == IndicatorKind.Reference) != (spec.RefersTo is not null))
        {
            yield return new("reference.form", $"{place}/refersTo", "En hänvisning, och ingen annan, har en rad att visa.",
                $"{node.Id} is a reference without a row, or has a row without being one.");
        }

        if (spec.RefersTo is { } named && plan.Find(named) is not { Indicator.Kind: not IndicatorKind.Reference })
        {
            yield return new("reference.unknown", $"{place}/refersTo", $"Ingen rad {Excerpt.Of(named)} besvaras i planen.",
                $"{node.Id} refers to no row that is answered: {Excerpt.Of(named)}.");
        }

        if (node.Condition is { } condition && !node.Quote.Contains(condition, StringComparison.Ordinal))
        {
            yield return new("condition.quote", $"{place}/condition", "Villkoret ska vara ord ur citatet.",
                $"{node.Id} has a condition that its quote doesn't name: {Excerpt.Of(condition)}.");
        }

        if (spec.Unit is not null && !spec.IsNumber)
        {
            yield return new("unit.kind", $"{place}/unit", "Bara ett tal har en enhet.", $"{node.Id} has a unit but is no number.");
        }

        if (spec.Target is not null && !spec.IsNumber)
        {
            yield return new("target.kind", $"{place}/target", "Bara ett tal har ett mål.", $"{node.Id} has a target but is no number.");
        }

        if (spec.Target is { } target && !double.IsFinite(target.Value))
        {
            yield return new("target.value", $"{place}/target/value", "Målet är inget tal.", $"{node.Id} has a target that is no number.");
        }

        if (spec is { CountsPeople: true, Kind: not (IndicatorKind.Count or IndicatorKind.Percentage) })
        {
            yield return new("countsPeople.kind", $"{place}/countsPeople", "Bara ett antal eller en andel räknar personer.",
                $"{node.Id} counts people but is no count or percentage.");
        }

        if ((spec.Kind == IndicatorKind.Milestone) != (spec.Due is not null))
        {
            yield return new("due.kind", $"{place}/due", "En milstolpe, och inget annat, har ett datum att nå.",
                $"{node.Id} is a milestone without a date, or has a date without being one.");
        }

        if (spec.Starts is not null && spec.Kind != IndicatorKind.Continuing)
        {
            yield return new("starts.kind", $"{place}/starts", "Bara det som pågår har en första dag.", $"{node.Id} starts on a day but doesn't go on.");
        }

        if (spec is { Measurement: not null, Kind: not (IndicatorKind.Count or IndicatorKind.Amount) })
        {
            yield return new("measurement.kind", $"{place}/measurement", "Bara ett antal eller belopp säger vad det täcker.",
                $"{node.Id} covers a moment or a time but is no count.");
        }

        if (spec.Measurement is { } measurement && (measurement.Kind == MeasurementKind.Cumulative) != (measurement.Since is not null))
        {
            yield return new("measurement.since", $"{place}/measurement/since", "Det som räknas sedan en dag, och inget annat, har en första dag.",
                $"{node.Id} is cumulative without a first day, or has one without being cumulative.");
        }

        if (spec.Fraction is not null && spec.Kind != IndicatorKind.Percentage)
        {
            yield return new("fraction.kind", $"{place}/fraction", "Bara en andel är en del av något.", $"{node.Id} is a share of something but no percentage.");
        }

        if (spec.Fraction?.CountedBy is { } counting && !FigureRules.Counts(plan, counting))
        {
            yield return new("fraction.countedBy", $"{place}/fraction/countedBy", $"Ingen rad {Excerpt.Of(counting)} ger ett antal i planen.",
                $"{node.Id} is counted by no count of this plan: {Excerpt.Of(counting)}.");
        }

        if (spec.Parts.Count is 1 or > MaxParts || spec.Parts.Any(p => !Identifier.IsValid(p.Id)) || spec.Parts.DistinctBy(p => p.Id).Count() != spec.Parts.Count)
        {
            yield return new("parts.form", $"{place}/parts", $"En rad har inga delar eller 2–{MaxParts}, var och en med eget id.",
                $"{node.Id} has one part alone, or parts without ids of their own.");
        }

        // Each part may be as long as an answer, and an answer is stored as one.
        if (spec is { Kind: IndicatorKind.Qualitative, Parts.Count: > 0 })
        {
            yield return new("parts.kind", $"{place}/parts", "Ett svar i ord har inga delar.", $"{node.Id} is answered in words and has no parts.");
        }

        foreach (var fault in Enumerable.Empty<FieldError>()
            .Concat(spec.Unit is null ? [] : PlanRules.OfName($"{place}/unit", spec.Unit))
            .Concat(spec.Parts.SelectMany(p => PlanRules.OfName($"{place}/parts/{FieldError.Escape(Excerpt.Of(p.Id))}", p.Text)))
            .Concat(PlanRules.OfDay($"{place}/due", spec.Due))
            .Concat(PlanRules.OfDay($"{place}/starts", spec.Starts))
            .Concat(PlanRules.OfDay($"{place}/target/by", spec.Target?.By))
            .Concat(PlanRules.OfOptional($"{place}/fraction/numerator", spec.Fraction?.Numerator))
            .Concat(PlanRules.OfOptional($"{place}/fraction/denominator", spec.Fraction?.Denominator)))
        {
            yield return fault;
        }
    }
}
