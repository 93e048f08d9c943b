using Hsvo.Domain.Plans;
using Hsvo.Domain.Reports;

namespace Hsvo.Domain.Disclosure;

/// <summary>
/// Små tal: what of the answers everyone may see. A count of few people is left out whole, and so is what it could be recomputed from. Pure. What is
/// shown anywhere is computed from what this leaves, so that no status, figure or text can tell what it left out.
/// </summary>
public static class SmallNumbers
{
    /// <summary>The threshold of an area that has set none: 1 to 4 people aren't shown, none at all is.</summary>
    public const int DefaultThreshold = 5;

    /// <summary>The lowest threshold that hides anything: with 2, what isn't shown could only be 1.</summary>
    public const int LowestThreshold = 3;

    /// <summary>Whether what everyone may see of a row hangs on how many people were counted: it counts them, or is a share of those who were.</summary>
    public static bool MayHide(Plan plan, PlanNode row) => row.Indicator is { } spec
        && (spec.CountsPeople || (spec.Fraction?.CountedBy is { } count && plan.Find(count) is { Indicator.CountsPeople: true }));

    /// <summary>The published edition of a plan's cells.</summary>
    /// <param name="plan">The plan, which says which rows count people.</param>
    /// <param name="cells">The newest report of each cell, all rounds.</param>
    /// <param name="threshold">The smallest count of people that is shown, but for zero.</param>
    /// <returns>The same reports in the same order, those that aren't shown without what they say.</returns>
    public static IReadOnlyList<Report> Publish(Plan plan, IReadOnlyList<Report> cells, int threshold)
    {
        if (!CountsPeople(plan))
        {
            return cells;
        }

        var hidden = HiddenCells.In(plan, cells, threshold);
        return [.. cells.Select(c => hidden.Contains(c.Key) ? Suppress(plan.Node(c.Key.Indicator).Indicator!, c) : WithoutTrace(plan, c))];
    }

    /// <summary>The published cells of an earlier time without the revisions that are hidden now.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="earlier">The published cells of then.</param>
    /// <param name="now">The published cells of now.</param>
    public static IReadOnlyList<Report> HideToo(Plan plan, IReadOnlyList<Report> earlier, IReadOnlyList<Report> now)
    {
        var hidden = now.Where(c => c.Answer.IsSuppressed).Select(c => (c.Key, c.Revision)).ToHashSet();
        return hidden.Count == 0 ? earlier
            : [.. earlier.Select(c => hidden.Contains((c.Key, c.Revision)) && !c.Answer.IsSuppressed ? Suppress(plan.Node(c.Key.Indicator).Indicator!, c) : c)];
    }

    /// <summary>
    /// Marks reports that are about to be stored with what later editions can't know by the cells alone: that a number would have told, beside one
    /// shown already, how few people came between; and that something of the cell was hidden before.
    /// </summary>
    /// <param name="plan">The plan.</param>
    /// <param name="cells">The cells as they stand.</param>
    /// <param name="reports">The new reports, each of another cell.</param>
    /// <param name="threshold">The smallest count of people that is shown, but for zero.</param>
    /// <returns>The new reports in the same order.</returns>
    public static IReadOnlyList<Report> Mark(Plan plan, IReadOnlyList<Report> cells, IReadOnlyList<Report> reports, int threshold)
    {
        if (!CountsPeople(plan))
        {
            return reports;
        }

        var replaced = cells.ToDictionary(c => c.Key);
        var before = HiddenCells.In(plan, cells, threshold);
        var replacing = reports.Select(r => r.Key).ToHashSet();
        var close = HiddenCells.TooCloseIn(plan, [.. cells.Where(c => !replacing.Contains(c.Key)), .. reports], threshold);
        return
        [
            .. reports.Select(r => r with
            {
                IsHeldBack = close.Contains(r.Key),
                HasHiddenPast = replaced.TryGetValue(r.Key, out var last)
                    && (last.HasHiddenPast || before.Contains(r.Key) || HiddenCells.SharesOf(plan, r.Key).Any(before.Contains)),
            }),
        ];
    }

    /// <summary>
    /// A report of a row that counts people, without what it says. Texts may tell the number. An assessment is taken for a number with a target only
    /// while the target is missed, so there it tells of the number; without a target it is the reporter's own view and stays.
    /// </summary>
    /// <param name="spec">The row.</param>
    /// <param name="report">The report.</param>
    public static Report Suppress(IndicatorSpec spec, Report report) => new()
    {
        // One by one what may be seen, so that whatever a report gets tomorrow isn't.
        Key = report.Key,
        Revision = report.Revision,
        Answer = new() { IsSuppressed = true, Assessment = spec.Target is null ? report.Answer.Assessment : null },
        Reporter = report.Reporter,
        Submission = report.Submission,
        ReportedAt = report.ReportedAt,
        FirstReportedAt = report.FirstReportedAt,
        Door = report.Door,
        IsExample = report.IsExample,
        Review = report.Review is { } review ? review with { Question = null } : null,
    };

    private static bool CountsPeople(Plan plan) => plan.Indicators.Any(i => i.Indicator!.CountsPeople);

    // "Det var 3, inte 12": why a number was corrected may tell the one that wasn't shown.
    private static Report WithoutTrace(Plan plan, Report report) =>
        report is { HasHiddenPast: true, Answer.NotApplicable: false } && plan.Find(report.Key.Indicator) is { Indicator.CountsPeople: true }
            ? report with { Reason = null }
            : report;
}
