using Hsvo.Domain.Plans;

namespace Hsvo.Plans.Files;

/// <summary>What must hold of one indicator: each fact fits the kind of its answer.</summary>
internal static class IndicatorRules
{
    public static IEnumerable<string> Faults(IndicatorEntry indicator, TableRow row)
    {
        var answer = indicator.Answer;
        if (indicator.Under is { } under && row.Activities.All(a => a.Id != under))
        {
            yield return $"{indicator.Id} is under no activity of its row: {under}";
        }

        if ((answer.Kind == IndicatorKind.Reference) != (answer.RefersTo is not null))
        {
            yield return $"{indicator.Id} is a reference without a row, or has a row without being one";
        }

        if (indicator.Condition is { } condition && !indicator.Quote.Contains(condition, StringComparison.Ordinal))
        {
            yield return $"{indicator.Id} has a condition that its quote doesn't name: {condition}";
        }

        if (answer.Unit is not null && !answer.IsNumber)
        {
            yield return $"{indicator.Id} has a unit but is no number";
        }

        if (answer.Target is not null && !answer.IsNumber)
        {
            yield return $"{indicator.Id} has a target but is no number";
        }

        if (answer is { CountsPeople: true, Kind: not (IndicatorKind.Count or IndicatorKind.Percentage) })
        {
            yield return $"{indicator.Id} counts people but is no count or percentage";
        }

        if (answer is { Measurement: not null, Kind: not (IndicatorKind.Count or IndicatorKind.Amount) })
        {
            yield return $"{indicator.Id} covers a moment or a time but is no count";
        }

        if (answer.Measurement is { } measurement && (measurement.Kind == MeasurementKind.Cumulative) != (measurement.Since is not null))
        {
            yield return $"{indicator.Id} is cumulative without a first day, or has one without being cumulative";
        }

        if (answer is { Fraction: not null, Kind: not IndicatorKind.Percentage })
        {
            yield return $"{indicator.Id} is a share of something but no percentage";
        }

        if (answer is { Starts: not null, Kind: not IndicatorKind.Continuing })
        {
            yield return $"{indicator.Id} starts on a day but doesn't go on";
        }

        if ((answer.Kind == IndicatorKind.Milestone) != (answer.Due is not null))
        {
            yield return $"{indicator.Id} is a milestone without a date, or has a date without being one";
        }

        if (answer.Parts.Count == 1 || answer.Parts.Any(p => !Identifier.IsValid(p.Id)) || answer.Parts.DistinctBy(p => p.Id).Count() != answer.Parts.Count)
        {
            yield return $"{indicator.Id} has one part alone, or parts without ids of their own";
        }
    }
}
