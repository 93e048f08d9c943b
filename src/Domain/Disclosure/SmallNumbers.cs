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

    // Of what the plan no longer asks for nobody knows whether it counted people, or which target its assessment was of.
    private static readonly IndicatorSpec Forgotten = new() { Kind = IndicatorKind.Count, CountsPeople = true, Target = new(TargetDirection.AtLeast, 0) };

    /// <summary>Whether what everyone may see of a row hangs on how many people were counted: it counts them, or is a share of those who were.</summary>
    public static bool MayHide(Plan plan, PlanNode row) => row.Indicator is { } spec
        && (spec.CountsPeople || IsOfPeople(plan, spec.Fraction));

    /// <summary>
    /// Whether the plan says no longer what an answer counted: it has no such row, or one that asks for something else than the number given. A later
    /// version of a plan is no way to see what the one before hid.
    /// </summary>
    /// <param name="plan">The plan.</param>
    /// <param name="report">The answer.</param>
    public static bool IsForgotten(Plan plan, Report report) =>
        plan.Find(report.Key.Indicator)?.Indicator is not { } spec || AnswersOf(report).Any(a => a.HasNumber && (!a.Fits(spec) || report.IsOfAnotherKindThan(spec)));

    /// <summary>The published edition of a plan's cells.</summary>
    /// <param name="plan">The plan, which says which rows count people.</param>
    /// <param name="cells">The newest report of each cell, all rounds.</param>
    /// <param name="threshold">The smallest count of people that is shown, but for zero.</param>
    /// <returns>The same reports in the same order, those that aren't shown without what they say.</returns>
    public static IReadOnlyList<Report> Publish(Plan plan, IReadOnlyList<Report> cells, int threshold) =>
        Publish(plan, cells, HiddenCells.In(plan, cells, [], threshold));

    /// <summary>
    /// One revision of an answer, as everyone may see it whichever it is. Whether an older count was small says nothing of whether it may be seen now: of
    /// a row that counts people no revision shows a number.
    /// </summary>
    /// <param name="plan">The plan.</param>
    /// <param name="revision">The revision.</param>
    public static Report PublishAlone(Plan plan, Report revision) =>
        IsForgotten(plan, revision) || revision.Counted is not null || MayHide(plan, plan.Node(revision.Key.Indicator)) ? Suppress(plan, revision) : WithoutTrace(revision);

    /// <summary>
    /// A plan of an earlier time with the marks of now: which numbers are of people, be it by being a share of them, holds as it does now. Of a row that
    /// has no number now nobody knows, so it holds too.
    /// </summary>
    /// <param name="then">The plan as it was.</param>
    /// <param name="now">The plan as it stands.</param>
    public static Plan MarkedBy(Plan then, Plan now) => then with
    {
        Nodes =
        [
            .. then.Nodes.Select(n => n.Indicator is { IsNumber: true } spec && now.Find(n.Id)?.Indicator is var row
                ? n with
                {
                    Indicator = spec with
                    {
                        CountsPeople = spec.CountsPeople || row is not { IsNumber: true, CountsPeople: false },
                        Fraction = IsOfPeople(then, spec.Fraction) || !IsOfPeople(now, row?.Fraction) ? spec.Fraction : row!.Fraction,
                    },
                }
                : n),
        ],
    };

    /// <summary>
    /// The published edition of an earlier time's cells, as everyone may see it now: without the revisions that are hidden now, those that would be (a row
    /// that counts people now may have asked for an amount then), and what either could be recomputed from. An answer without a number counted nobody:
    /// it is hidden now only since its row is gone, and shows in the plan that had it.
    /// </summary>
    /// <param name="then">The plan of then, with the marks of now.</param>
    /// <param name="earlier">The cells of then.</param>
    /// <param name="plan">The plan of now.</param>
    /// <param name="published">The published cells of now.</param>
    /// <param name="threshold">The smallest count of people that is shown, but for zero.</param>
    public static IReadOnlyList<Report> PublishEarlier(Plan then, IReadOnlyList<Report> earlier, Plan plan, IReadOnlyList<Report> published, int threshold)
    {
        // A withdrawal follows right upon what it took back.
        var revisions = published.Where(c => c.Given.IsSuppressed)
            .SelectMany(c => c.IsWithdrawn ? [(c.Key, c.Revision), (c.Key, c.Revision - 1)] : new[] { (c.Key, c.Revision) }).ToHashSet();
        var since = earlier.Where(c => (revisions.Contains((c.Key, c.Revision)) && AnswersOf(c).Any(a => a.HasNumber)) || HiddenCells.IsSmall(plan, c, threshold));
        return Publish(then, earlier, HiddenCells.In(then, earlier, since.Select(c => c.Key), threshold));
    }

    /// <summary>
    /// Marks reports that are about to be stored with what later editions can't know by the cells alone: that a number would have told, beside one
    /// shown already, how few people came between; that something of the cell was hidden before; and what the number was when it was stored.
    /// </summary>
    /// <param name="plan">The plan.</param>
    /// <param name="cells">The cells as they stand.</param>
    /// <param name="reports">The new reports, each of another cell; a withdrawal keeps the marks of what it takes back.</param>
    /// <param name="threshold">The smallest count of people that is shown, but for zero.</param>
    /// <returns>The new reports in the same order.</returns>
    public static IReadOnlyList<Report> Mark(Plan plan, IReadOnlyList<Report> cells, IReadOnlyList<Report> reports, int threshold)
    {
        var replaced = cells.ToDictionary(c => c.Key);
        var before = HiddenCells.In(plan, cells, [], threshold);
        var shares = HiddenCells.SharesByCount(plan, cells);
        var replacing = reports.Select(r => r.Key).ToHashSet();
        Report[] marked = [.. reports.Select(r => r.IsWithdrawn ? r : r with { Counted = Counted.Of(plan, cells, replaced.GetValueOrDefault(r.Key), r) })];
        var close = HiddenCells.TooCloseIn(plan, [.. cells.Where(c => !replacing.Contains(c.Key)), .. marked], threshold);

        // Hidden for being close to one that is shown, the correction of a growing count would bound from one side what is hidden, and what it corrects did so
        // from the other. So it isn't shown whatever it says, where others of its series are hidden and shown: that everybody knows.
        bool IsBetween(Report report)
        {
            if (report.Counted is not { IsPeople: true, IsCumulative: true } || !replaced.ContainsKey(report.Key))
            {
                return false;
            }

            var others = cells.Where(c => c.Key != report.Key && (c.Key.Indicator, c.Key.Department) == (report.Key.Indicator, report.Key.Department)).ToLookup(c => before.Contains(c.Key));
            return others.Contains(true) && (others.Contains(false) || plan.Figures.Any(f => f.Node == report.Key.Indicator));
        }

        return
        [
            .. marked.Select(r => r.IsWithdrawn ? r : r with
            {
                IsHeldBack = close.Contains(r.Key) || IsBetween(r),
                HasHiddenPast = replaced.TryGetValue(r.Key, out var last)
                    && (last.HasHiddenPast || before.Contains(r.Key) || shares[r.Key].Any(before.Contains)),
            }),
        ];
    }

    /// <summary>
    /// A report of a row that counts people, without what it says. Texts may tell the number. An assessment is taken for a number with a target only
    /// while the target is missed, so there it tells of the number; without a target it is the reporter's own view and stays. A withdrawal weighs no more
    /// than what was shown of what it took back.
    /// </summary>
    /// <param name="spec">The row.</param>
    /// <param name="report">The report.</param>
    public static Report Suppress(IndicatorSpec spec, Report report) => report.Withdrawn is { } withdrawn
        ? Suppress(report, new()) with { Withdrawn = new(Suppress(spec, report, withdrawn.Answer), Before: null, withdrawn.ReportedAt) }
        : Suppress(report, Suppress(spec, report, report.Answer));

    private static Answer Suppress(IndicatorSpec spec, Report report, Answer answer) =>
        new() { IsSuppressed = true, Assessment = spec.Target is null && report.Counted is not { HadTarget: true } ? answer.Assessment : null };

    private static Report Suppress(Report report, Answer answer) => new()
    {
        // One by one what may be seen, so that whatever a report gets tomorrow isn't.
        Key = report.Key,
        Revision = report.Revision,
        Answer = answer,
        Reporter = report.Reporter,
        Submission = report.Submission,
        ReportedAt = report.ReportedAt,
        FirstReportedAt = report.FirstReportedAt,
        Door = report.Door,
        IsExample = report.IsExample,
        Review = report.Review is { } review ? review with { Question = null } : null,
    };

    private static IReadOnlyList<Report> Publish(Plan plan, IReadOnlyList<Report> cells, HashSet<ReportKey> hidden) =>
        [.. cells.Select(c => hidden.Contains(c.Key) ? Suppress(plan, c) : WithoutTrace(c))];

    private static Report Suppress(Plan plan, Report report) =>
        Suppress(IsForgotten(plan, report) ? Forgotten : plan.Node(report.Key.Indicator).Indicator!, report);

    private static bool IsOfPeople(Plan plan, Fraction? fraction) => fraction?.CountedBy is { } count && plan.Find(count) is { Indicator.CountsPeople: true };

    // What a report says, or took back.
    private static IEnumerable<Answer> AnswersOf(Report report) => report.Withdrawn is { } withdrawn
        ? withdrawn.Before is { } before ? [withdrawn.Answer, before] : [withdrawn.Answer]
        : [report.Answer];

    // "Det var 3, inte 12": why a number was corrected may tell the one that wasn't shown, whatever the row asks for now.
    private static Report WithoutTrace(Report report) => report is { HasHiddenPast: true, Answer.NotApplicable: false, Reason: not null } ? report with { Reason = null } : report;
}
