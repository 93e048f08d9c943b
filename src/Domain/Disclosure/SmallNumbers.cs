using Hsvo.Domain.Plans;
using Hsvo.Domain.Reports;

namespace Hsvo.Domain.Disclosure;

/// <summary>
/// Små tal: what of the answers everyone may see. A count of few people is left out whole, and so is what it could be recomputed from. Pure; what is
/// shown anywhere is computed from what this leaves, so that no status, total or text can tell what it left out.
/// </summary>
public static class SmallNumbers
{
    /// <summary>The threshold of an area that has set none: 1 to 4 people aren't shown, none at all is.</summary>
    public const int DefaultThreshold = 5;

    /// <summary>The published edition of a plan's cells.</summary>
    /// <param name="plan">The plan, which says which rows count people.</param>
    /// <param name="cells">The newest report of each cell, all rounds.</param>
    /// <param name="threshold">The smallest count of people that is shown, but for zero.</param>
    /// <returns>The same reports in the same order, those of few people without what they say.</returns>
    public static IReadOnlyList<Report> Publish(Plan plan, IReadOnlyList<Report> cells, int threshold) =>
        [.. cells.Select(c => plan.Find(c.Key.Indicator)?.Indicator is { CountsPeople: true } spec && IsSmall(spec, c.Answer, threshold) ? Suppress(spec, c) : c)];

    private static bool IsSmall(IndicatorSpec spec, Answer answer, int threshold) =>
        spec.Kind == IndicatorKind.Count && answer.Values.Any(v => v.Number is { } n && n > 0 && n < threshold);

    /// <summary>
    /// A report of a row that counts people, without what it says. Texts may tell the number. An assessment is taken for a number with a target only
    /// while the target is missed, so there it tells of the number; without a target it is the reporter's own view and stays.
    /// </summary>
    /// <param name="spec">The row.</param>
    /// <param name="report">The report.</param>
    public static Report Suppress(IndicatorSpec spec, Report report) => report with
    {
        Answer = new() { IsSuppressed = true, Assessment = spec.Target is null ? report.Answer.Assessment : null },
        Comment = null,
        Reason = null,
        Review = report.Review is { } review ? review with { Question = null } : null,
    };
}
