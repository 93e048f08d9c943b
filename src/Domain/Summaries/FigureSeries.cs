using Hsvo.Domain.Plans;
using Hsvo.Domain.Reports;

namespace Hsvo.Domain.Summaries;

/// <summary>One number as one department has answered it, round by round; each round's own answer, since an earlier one carried on would be counted twice.</summary>
/// <param name="Indicator">The indicator.</param>
/// <param name="Part">The part of a compound indicator; null for a row of one value.</param>
/// <param name="Department">The department.</param>
/// <param name="Points">The rounds that have a number, in time's order; at least one.</param>
public sealed record FigureSeries(PlanNode Indicator, IndicatorPart? Part, Department Department, IReadOnlyList<FigurePoint> Points)
{
    /// <summary>Whether there are two numbers to compare: a lone bar in a chart of the rounds tells no more than the number itself.</summary>
    public bool HasCourse => Points.Count(p => p.Value is not null) > 1;

    /// <summary>Every number of a plan in the rounds up to one.</summary>
    public static IReadOnlyList<FigureSeries> Of(Plan plan, Round upTo, IEnumerable<Report> cells)
    {
        var answers = cells.ToDictionary(c => c.Key, c => c);
        string[] rounds = [.. plan.RoundsUpTo(upTo.Id)];
        return
        [
            .. from indicator in plan.Indicators
               where indicator.Indicator is { IsNumber: true }
               from part in indicator.Indicator!.Parts.DefaultIfEmpty<IndicatorPart?>(null)
               from department in plan.Owing(indicator)
               let points = rounds.Select(r => PointOf(answers.GetValueOrDefault(new(r, indicator.Id, department.Id)), indicator.Indicator!, part)).OfType<FigurePoint>().ToArray()
               where points.Length > 0
               select new FigureSeries(indicator, part, department, points),
        ];
    }

    private static FigurePoint? PointOf(Report? report, IndicatorSpec spec, IndicatorPart? part)
    {
        if (report is { Answer.IsSuppressed: true })
        {
            return new(report.Key.Round, null, report.IsExample);
        }

        if (report is null || !report.Fits(spec))
        {
            return null;
        }

        var value = part is null ? report.Answer.Value : report.Answer.Parts.First(p => p.Part == part.Id).Value;
        return value?.Number is { } number ? new(report.Key.Round, number, report.IsExample) : null;
    }
}

/// <summary>A number in a round.</summary>
/// <param name="Round">The round.</param>
/// <param name="Value">The number, in the indicator's unit; null where it isn't shown, since it counts few people.</param>
/// <param name="IsExample">Whether it is an example and no real answer.</param>
public sealed record FigurePoint(string Round, double? Value, bool IsExample);
