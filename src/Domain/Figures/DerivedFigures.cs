using Hsvo.Domain.Plans;
using Hsvo.Domain.Reports;
using Hsvo.Domain.Statuses;

namespace Hsvo.Domain.Figures;

/// <summary>A plan's derived figures by the newest numbers there are. Pure.</summary>
public static class DerivedFigures
{
    /// <summary>By the figures that the document states.</summary>
    public static IReadOnlyList<DerivedFigure> OfDocument(Plan plan) =>
        [.. plan.DerivedFigures.Select(s => Compute(plan, s, InDocument(plan, s, until: null))).OfType<DerivedFigure>()];

    /// <summary>
    /// In a round: by the answers that count in it when both are of one round, else by what the document states of that round or an earlier one.
    /// </summary>
    public static IReadOnlyList<DerivedFigure> In(PlanStatus status) =>
        [.. status.Plan.DerivedFigures.Select(s => In(status, s)).OfType<DerivedFigure>()];

    private static DerivedFigure? In(PlanStatus status, DerivedFigureSpec spec)
    {
        // From the figure and one of its numbers the other follows; and what the document says instead would be taken for this round's.
        if (IsSuppressed(status, spec.Count) || IsSuppressed(status, spec.Share))
        {
            return new()
            {
                Spec = spec,
                Target = TargetOf(status.Plan, spec),
                IsWithheld = true,
                Reckoning = "Visas inte: ett av talen som det räknas ur är för litet för att visas.",
            };
        }

        var count = Reported(status, spec.Count);
        var share = Reported(status, spec.Share);
        return count is not null && share is not null && count.Round == share.Round
            ? Compute(status.Plan, spec, (count, share))
            : Compute(status.Plan, spec, InDocument(status.Plan, spec, status.Round.Id));
    }

    /// <summary>One figure from the numbers that are known.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="spec">Its formula.</param>
    /// <param name="from">The count and the share; null when there are none.</param>
    /// <returns>Null when there is nothing to compute from.</returns>
    private static DerivedFigure? Compute(Plan plan, DerivedFigureSpec spec, (FigureInput Count, FigureInput Share)? from)
    {
        if (from is not { } known)
        {
            return null;
        }

        var (count, share) = known;
        var target = TargetOf(plan, spec);
        var rounding = PersonsAboveTarget.RoundingOf(share.Value);
        var estimate = PersonsAboveTarget.Of(count.Value, share.Value, rounding, target);
        return new()
        {
            Spec = spec,
            Target = target,
            Estimate = estimate is { } e ? new(Whole(e.Value), Whole(e.Lower), Whole(e.Upper)) : null,
            From = [count, share],
            Reckoning = estimate is null
                ? "Kan inte räknas ut: andelen kan vara avrundad till noll."
                : ReckoningTexts.Of(plan, known, target, rounding, estimate.Value),
        };
    }

    private static double TargetOf(Plan plan, DerivedFigureSpec spec) => plan.Node(spec.Share).Indicator!.Target!.Value;

    // The newest round of which the document gives both.
    private static (FigureInput Count, FigureInput Share)? InDocument(Plan plan, DerivedFigureSpec spec, string? until) =>
        (from count in plan.Figures
         join share in plan.Figures on count.Round equals share.Round
         where count.Node == spec.Count && share.Node == spec.Share
         where until is null || count.Round is null || string.CompareOrdinal(count.Round, until) <= 0
         orderby count.Round descending
         select ((FigureInput, FigureInput)?)(Stated(count), Stated(share))).FirstOrDefault();

    private static FigureInput Stated(DocumentFigure figure) => new(figure.Node!, figure.Value, figure.Round, FigureOrigin.Document, figure.IsApproximate);

    private static bool IsSuppressed(PlanStatus status, string indicator) => status[indicator].Cells.Any(c => c.Report is { Answer.IsSuppressed: true });

    // Numbers of several departments aren't one number.
    private static FigureInput? Reported(PlanStatus status, string indicator) =>
        status[indicator].Cells.Select(c => c.Report).OfType<Report>().ToList() is [{ Answer.Value.Number: { } number } report]
            ? new(indicator, number, report.Key.Round, FigureOrigin.Report)
            : null;

    private static double Whole(double persons) => Math.Round(persons, MidpointRounding.AwayFromZero);
}
