using Hsvo.Contracts.Api;
using Hsvo.Domain.Figures;
using Hsvo.Domain.Plans;
using Hsvo.Domain.Statuses;

namespace Hsvo.Functions.Mapping;

/// <summary>Figures of documents and derived ones in our own API's shape.</summary>
internal static class FigureMapping
{
    public static StatusFigures ToDocument(PlanStatus status) => new(
        [.. status.Plan.Figures.Where(f => f.Round is null || string.CompareOrdinal(f.Round, status.Round.Id) <= 0).Select(ToDocument)],
        ToDerived(status.Plan, DerivedFigures.In(status)));

    public static FigureDocument ToDocument(DocumentFigure figure) => new()
    {
        Id = figure.Id,
        Text = figure.Text,
        Node = figure.Node,
        Round = figure.Round,
        Value = figure.Value,
        Unit = figure.Unit,
        IsApproximate = figure.IsApproximate,
        Bound = figure.Bound?.ToName(),
        Period = ToPeriod(figure.Period),
        AsWritten = figure.AsWritten,
        Quote = figure.Quote,
    };

    /// <summary>Every derived figure of a plan, with what it comes to where that is known.</summary>
    public static IReadOnlyList<DerivedFigureDocument> ToDerived(Plan plan, IReadOnlyList<DerivedFigure> figures) =>
        [.. plan.DerivedFigures.Select(s => ToDocument(s, figures.FirstOrDefault(f => f.Spec.Id == s.Id)))];

    public static PeriodDocument? ToPeriod(PlanPeriod? period) => period is null ? null : new(period.From, period.Through);

    private static DerivedFigureDocument ToDocument(DerivedFigureSpec spec, DerivedFigure? figure) => new()
    {
        Id = spec.Id,
        Formula = spec.Formula.ToName(),
        Text = spec.Text,
        Node = spec.Node,
        Count = spec.Count,
        Share = spec.Share,
        Result = figure is null ? null : ToResult(figure),
    };

    private static DerivedResultDocument ToResult(DerivedFigure figure) => new()
    {
        Value = figure.Estimate?.Value,
        Lower = figure.Estimate?.Lower,
        Upper = figure.Estimate?.Upper,
        Target = figure.Target,
        IsApproximate = figure.IsApproximate,
        IsWithheld = figure.IsWithheld,
        From = [.. figure.From.Select(f => new DerivedInputDocument(f.Indicator, f.Value, f.Round, f.Origin.ToName(), f.IsApproximate))],
        Reckoning = figure.Reckoning,
    };
}
