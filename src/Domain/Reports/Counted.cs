using Hsvo.Domain.Plans;

namespace Hsvo.Domain.Reports;

/// <summary>
/// What a number of people was when it was stored, by the plan of then. Kept with the report, so that no later version of the plan shows what was hidden:
/// one that takes the mark from a row, asks for another kind of number, or ends what tied a share to its count (<see cref="Disclosure.SmallNumbers"/>).
/// </summary>
public sealed record Counted
{
    /// <summary>A count or a percentage: as anything else the number means something else.</summary>
    public required IndicatorKind Kind { get; init; }

    /// <summary>Whether the row itself was marked as counting people.</summary>
    public bool IsPeople { get; init; }

    /// <summary>Whether it held all since a day, so that the difference of two is how many came between.</summary>
    public bool IsCumulative { get; init; }

    /// <summary>Whether the row had a target, so that an assessment tells that it was missed.</summary>
    public bool HadTarget { get; init; }

    /// <summary>The row that a percentage has its numerator from; null for others.</summary>
    public string? CountedBy { get; init; }

    /// <summary>The rows that a count is the numerator of.</summary>
    public IReadOnlyList<string> Shares { get; init; } = [];

    /// <summary>What a report's number is by a plan; null for what has no number, or none that is of people.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="cells">
    /// The cells as they stood: a count that is there may have been tied to a share that this plan leaves by itself, and a growing count goes on from one.
    /// </param>
    /// <param name="corrected">The one of them that the report replaces; null when the cell was empty.</param>
    /// <param name="report">The report.</param>
    public static Counted? Of(Plan plan, IReadOnlyList<Report> cells, Report? corrected, Report report)
    {
        if (plan.Find(report.Key.Indicator)?.Indicator is not { } spec || !report.Answer.HasNumber)
        {
            return null;
        }

        // A correction says something else than what it corrects, which may be hidden: where 1 and 2 are, "not 2" is 1. So it is of people as long as that
        // was, whatever the plan calls it since.
        var before = corrected?.Counted is { } last && last.Kind == spec.Kind ? last : null;
        var countedBy = spec.Kind != IndicatorKind.Percentage ? null
            : spec.Fraction?.CountedBy is { } count && plan.Find(count) is { Indicator.CountsPeople: true } ? count
            : cells.FirstOrDefault(c => c.Key.Round == report.Key.Round && c.Counted?.Shares.Contains(report.Key.Indicator, StringComparer.Ordinal) == true)?.Key.Indicator
                ?? before?.CountedBy;

        // What came between is as few as it was, whatever the plan calls it now: numbers before and after would enclose the one that isn't shown.
        var goesOn = cells.Any(c => (c.Key.Indicator, c.Key.Department) == (report.Key.Indicator, report.Key.Department)
            && c.Counted is { IsPeople: true, IsCumulative: true } counted && counted.Kind == spec.Kind);
        var isPeople = spec.CountsPeople || goesOn || before is { IsPeople: true };
        return !isPeople && countedBy is null ? null : new()
        {
            Kind = spec.Kind,
            IsPeople = isPeople,
            IsCumulative = goesOn || spec.Measurement?.Kind == MeasurementKind.Cumulative,
            HadTarget = spec.Target is not null,
            CountedBy = countedBy,
            Shares = isPeople && spec.Kind == IndicatorKind.Count
                ? [.. plan.Indicators.Where(n => n.Indicator!.Fraction?.CountedBy == report.Key.Indicator).Select(n => n.Id).Union(before?.Shares ?? [])]
                : [],
        };
    }
}
