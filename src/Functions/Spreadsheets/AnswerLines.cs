using Hsvo.Domain.Plans;
using Hsvo.Domain.Reports;
using Hsvo.Domain.Statuses;
using Hsvo.Functions.Mapping;
using Hsvo.UseCases;

namespace Hsvo.Functions.Spreadsheets;

/// <summary>The lines of an answer sheet: what a unit is asked, with what it has answered in this round written in.</summary>
internal static class AnswerLines
{
    /// <summary>The lines, in the plan's order.</summary>
    public static IReadOnlyList<AnswerLine> Of(AnswerSheet sheet) => [.. sheet.Rows.SelectMany(r => Of(sheet, r))];

    /// <summary>What an indicator asks for, in Swedish.</summary>
    public static string AsksFor(IndicatorSpec spec) => spec.Kind switch
    {
        IndicatorKind.Deliverable or IndicatorKind.Continuing => "ja eller nej",
        IndicatorKind.Count => spec.Unit is { } unit ? $"antal {unit}" : "antal",
        IndicatorKind.Percentage => spec.Fraction is { } share ? $"procent: {share.Numerator} av {share.Denominator}" : "procent",
        IndicatorKind.Amount => "belopp i kronor",
        IndicatorKind.Milestone => "datum då det nåddes (åååå-mm-dd) eller nej",
        _ => "text",
    };

    private static IEnumerable<AnswerLine> Of(AnswerSheet sheet, AskedRow row)
    {
        var spec = row.Indicator.Indicator!;
        var offered = sheet.OfferedIn(row);
        return (spec.Parts.Count > 0 ? spec.Parts : Enumerable.Repeat<IndicatorPart?>(null, 1)).Select((part, i) =>
        {
            var cells = Told(sheet, row, part, isFirst: i == 0);
            if (row.Given is { } given)
            {
                Answered(cells, given, part, isFirst: i == 0);
            }

            return new AnswerLine(spec, i == 0, offered, cells);
        });
    }

    private static Dictionary<SheetColumn, SheetValue> Told(AnswerSheet sheet, AskedRow row, IndicatorPart? part, bool isFirst)
    {
        var isAnswered = row.Cell is not { Report: null, Withdrawn: null };
        return new()
        {
            [SheetColumns.Indicator] = SheetValue.Of(row.Indicator.Id),
            [SheetColumns.Goal] = SheetValue.Of(row.Goal.Number is { } number ? $"{number} {row.Goal.Text}" : row.Goal.Text),
            [SheetColumns.Activity] = SheetValue.Of(row.Activity?.Text),
            [SheetColumns.Text] = SheetValue.Of(row.Indicator.Text),
            [SheetColumns.PartText] = SheetValue.Of(part?.Text),
            [SheetColumns.AsksFor] = SheetValue.Of(AsksFor(row.Indicator.Indicator!)),
            [SheetColumns.Reporting] = SheetValue.Of(row.Cell.ReportingShown.Swedish()),
            [SheetColumns.Last] = SheetValue.Of(isFirst && isAnswered ? AnswerTexts.Of(row.Indicator, row.Cell) : null),
            [SheetColumns.Plan] = SheetValue.Of(sheet.Status.Plan.Id),
            [SheetColumns.Round] = SheetValue.Of(sheet.Status.Round.Id),
            [SheetColumns.Department] = SheetValue.Of(sheet.Department.Id),
            [SheetColumns.Part] = SheetValue.Of(part?.Id),
            [SheetColumns.Revision] = SheetValue.Of(row.Revision),
        };
    }

    private static void Answered(Dictionary<SheetColumn, SheetValue> cells, Report given, IndicatorPart? part, bool isFirst)
    {
        var value = part is null ? given.Answer.Value : given.Answer.Parts.FirstOrDefault(p => p.Part == part.Id)?.Value;
        cells[SheetColumns.Value] = value switch
        {
            { Number: { } number } => SheetValue.Of(number),
            { Date: { } date } => SheetValue.Of(date),
            _ => SheetValue.Of(value?.ToString()),
        };
        if (!isFirst)
        {
            return;
        }

        cells[SheetColumns.Numerator] = SheetValue.Of(value?.Ratio?.Numerator);
        cells[SheetColumns.Denominator] = SheetValue.Of(value?.Ratio?.Denominator);
        cells[SheetColumns.Assessment] = SheetValue.Of(given.Answer.Assessment?.Swedish());
        cells[SheetColumns.NotApplicable] = SheetValue.Of(given.Answer.NotApplicable ? "ja" : null);
        cells[SheetColumns.Comment] = SheetValue.Of(given.Comment);

        // Why an answer was corrected is no part of it; why it isn't applicable is.
        cells[SheetColumns.Reason] = SheetValue.Of(given.Answer.NotApplicable ? given.Reason : null);
    }
}
