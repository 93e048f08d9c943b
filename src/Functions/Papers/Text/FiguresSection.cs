using Hsvo.Domain.Figures;
using Hsvo.Domain.Meetings;
using Hsvo.Domain.Plans;
using Hsvo.Domain.Reports;
using Hsvo.Domain.Summaries;
using Hsvo.Functions.Mapping;

namespace Hsvo.Functions.Papers.Text;

/// <summary>
/// The plan's numbers over the rounds, those its document states and those computed. One number is a chart; several units' numbers are a table, since
/// they may count the same people and are never summed, and a chart of how each unit's went where there is more than one round to show.
/// </summary>
internal static class FiguresSection
{
    private static readonly Column[] StatedColumns = [new("Uppgift", 36), new("Tal", 18), new("Så står det i dokumentet", 46)];

    public static IEnumerable<Block> Of(PlanFollowUp plan)
    {
        Block[] blocks = [.. OfIndicators(plan), .. DerivedFigures.In(plan.Status).SelectMany(OfDerived), .. OfDocument(plan)];
        return blocks.Length == 0 ? [] : [new Heading(2, "Uppföljningstal"), .. blocks];
    }

    private static IEnumerable<Block> OfIndicators(PlanFollowUp plan)
    {
        var series = plan.Figures.ToLookup(f => f.Indicator.Id);
        foreach (var indicator in plan.Plan.Indicators.Where(n => n.Indicator!.IsNumber))
        {
            DocumentFigure[] stated = [.. StatedOf(plan, indicator)];
            foreach (var row in series[indicator.Id].GroupBy(s => s.Part?.Id).Select(g => g.ToArray()).DefaultIfEmpty([]))
            {
                if (row.Length > 1)
                {
                    yield return TableOf(plan, row);
                    if (CourseOf(row) is { } course)
                    {
                        yield return course;
                    }
                }
                else if (ChartOf(indicator, stated, row.FirstOrDefault()) is { } chart)
                {
                    yield return chart;
                }
            }
        }
    }

    // A lone bar compares nothing; its number stands with the indicator.
    private static Chart? ChartOf(PlanNode indicator, DocumentFigure[] stated, FigureSeries? series)
    {
        var spec = indicator.Indicator!;
        var target = TargetOf(spec);
        var shown = stated.Length + (series is null ? 0 : ShownIn(series));
        if (shown == 0 || (shown == 1 && target is null))
        {
            return null;
        }

        return NewChart(
            series is null ? indicator.Text : $"{Title(series)} ({series.Department.Name})",
            [
                .. stated.Select(f => new Bar($"{Words.Capital(SwedishDates.Round(f.Round!))}, enligt dokumentet", f.Value, (f.IsApproximate ? "cirka " : "") + Written(spec, f.Value))),
                .. (series?.Points ?? []).Select(p => BarOf(spec, p, Words.Capital(SwedishDates.Round(p.Round)))),
            ],
            target);
    }

    // Of the units that have two numbers to compare; all have one scale.
    private static Chart? CourseOf(FigureSeries[] series)
    {
        FigureSeries[] followed = [.. series.Where(s => s.HasCourse)];
        var spec = series[0].Indicator.Indicator!;
        return followed.Length == 0 ? null : NewChart(
            $"{Title(series[0])}: omgång för omgång",
            [.. followed.SelectMany(s => s.Points.Select(p => BarOf(spec, p, $"{Words.Capital(s.Department.Name)}, {SwedishDates.Round(p.Round)}")))],
            TargetOf(spec));
    }

    private static Chart NewChart(string title, Bar[] bars, Bar? target) => new(title, bars, target, Described(title, bars, target));

    private static int ShownIn(FigureSeries series) => series.Points.Count(p => p.Value is not null);

    // What isn't shown has no bar, whatever stands on either side of it.
    private static Bar BarOf(IndicatorSpec spec, FigurePoint point, string label) =>
        new(label + (point.IsExample ? " (exempel)" : ""), point.Value ?? 0, Written(spec, point.Value));

    private static Bar? TargetOf(IndicatorSpec spec) => spec.Target is { } target ? new($"Mål: {Words.Of(target.Direction)}", target.Value, Written(spec, target.Value)) : null;

    private static Table TableOf(PlanFollowUp plan, FigureSeries[] series)
    {
        string[] rounds = [.. plan.Plan.RoundsUpTo(plan.Status.Round.Id).Where(r => series.Any(s => s.Points.Any(p => p.Round == r)))];
        var share = 60 / rounds.Length;
        return new(
            Title(series[0]),
            [new("Förvaltning", 100 - (share * rounds.Length)), .. rounds.Select(r => new Column(Words.Capital(SwedishDates.Round(r)), share))],
            [.. series.Select(s => new Row([s.Department.Name, .. rounds.Select(r => CellOf(s, r))]))]);
    }

    private static Cell CellOf(FigureSeries series, string round) => series.Points.FirstOrDefault(p => p.Round == round) switch
    {
        null => "Inget svar",
        { IsExample: true } point => Line.Of(Written(series.Indicator.Indicator!, point.Value), Span.Example),
        var point => Written(series.Indicator.Indicator!, point.Value),
    };

    private static IEnumerable<Block> OfDerived(DerivedFigure figure)
    {
        if (figure.Estimate is { } e && !figure.IsWithheld)
        {
            var title = figure.IsApproximate ? $"{figure.Spec.Text} (cirka)" : figure.Spec.Text;
            Bar[] bars = [new("Lägst", e.Lower, Persons(e.Lower)), new("Beräknat", e.Value, Persons(e.Value)), new("Högst", e.Upper, Persons(e.Upper))];
            yield return NewChart(title, e.Lower == e.Upper ? [bars[1]] : bars, target: null);
        }
        else
        {
            yield return new Paragraph(Line.Of(Span.Strong($"{figure.Spec.Text}. "), figure.IsWithheld ? "Visas inte, eftersom ett tal som det bygger på räknar få personer." : ""));
        }

        if (!figure.IsWithheld)
        {
            yield return new Paragraph(figure.Reckoning);
        }
    }

    private static IEnumerable<Block> OfDocument(PlanFollowUp plan)
    {
        var charted = plan.Plan.Indicators.Where(n => n.Indicator!.IsNumber).SelectMany(n => StatedOf(plan, n)).Select(f => f.Id).ToHashSet(StringComparer.Ordinal);
        Row[] rows = [.. Stated(plan).Where(f => !charted.Contains(f.Id)).Select(f => new Row([f.Text, f.AsWritten, $"”{f.Quote}”"]))];
        if (rows.Length > 0)
        {
            yield return new Table("Tal som dokumentet självt anger", StatedColumns, rows);
        }
    }

    private static IEnumerable<DocumentFigure> StatedOf(PlanFollowUp plan, PlanNode indicator) =>
        Stated(plan).Where(f => f.Node == indicator.Id && f.Round is not null).OrderBy(f => f.Round, StringComparer.Ordinal);

    private static IEnumerable<DocumentFigure> Stated(PlanFollowUp plan)
    {
        var rounds = plan.Plan.RoundsUpTo(plan.Status.Round.Id).ToHashSet(StringComparer.Ordinal);
        return plan.Plan.Figures.Where(f => f.Round is null || rounds.Contains(f.Round));
    }

    private static string Described(string title, IEnumerable<Bar> bars, Bar? target) =>
        $"Stapeldiagram: {title}. {string.Join("; ", bars.Select(b => $"{b.Label} {b.Text}"))}.{(target is null ? "" : $" {target.Label} {target.Text}.")}";

    private static string Title(FigureSeries series) => series.Part is { } part ? $"{series.Indicator.Text}: {part.Text}" : series.Indicator.Text;

    private static string Persons(double number) => $"{AnswerValue.Of(number)} personer";

    private static string Written(IndicatorSpec spec, double? number) => (number, spec.Kind) switch
    {
        (null, _) => AnswerTexts.NotShown,
        ({ } value, IndicatorKind.Percentage) => $"{AnswerValue.Of(value)} %",
        ({ } value, IndicatorKind.Amount) => $"{AnswerValue.Of(value)} kr",
        ({ } value, _) => spec.Unit is { } unit ? $"{AnswerValue.Of(value)} {unit}" : $"{AnswerValue.Of(value)}",
    };
}
