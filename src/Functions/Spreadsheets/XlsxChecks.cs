using DocumentFormat.OpenXml.Spreadsheet;
using Hsvo.Domain.Plans;
using Hsvo.Domain.Statuses;

namespace Hsvo.Functions.Spreadsheets;

/// <summary>What a workbook checks while it is filled in: lists to choose from, numbers and days.</summary>
internal static class XlsxChecks
{
    private const string WholeNumber = "Skriv ett heltal, noll eller mer.";

    /// <summary>The checks of lines, which begin on row 2; cells that are checked alike share one.</summary>
    public static IEnumerable<DataValidation> Of(IReadOnlyList<AnswerLine> lines) =>
        lines.SelectMany((line, i) => SheetColumns.All.Where(line.Takes).Select(c => (Column: c, Number: i + 2, Check: CheckOf(line, c))))
            .Where(c => c.Check is not null).GroupBy(c => c.Check!)
            .Select(g => Validation(g.Key, string.Join(' ', g.Select(c => $"{XlsxSheetWriter.LettersOf(c.Column)}{c.Number}"))));

    private static Check? CheckOf(AnswerLine line, SheetColumn column)
    {
        if (column == SheetColumns.Assessment)
        {
            return Check.OneOf(line.Assessments.Select(s => s.Swedish()));
        }

        if (column == SheetColumns.NotApplicable)
        {
            return Check.OneOf(["ja"]);
        }

        if (column == SheetColumns.Numerator || column == SheetColumns.Denominator)
        {
            return Check.AtLeastZero(DataValidationValues.Whole, WholeNumber);
        }

        return column == SheetColumns.Value ? CheckOf(line.Asked) : null;
    }

    private static Check? CheckOf(IndicatorSpec asked) => asked.Kind switch
    {
        IndicatorKind.Deliverable or IndicatorKind.Continuing => Check.OneOf(["ja", "nej"]),
        IndicatorKind.Count => Check.AtLeastZero(DataValidationValues.Whole, WholeNumber),
        IndicatorKind.Percentage => new(DataValidationValues.Decimal, "0", "100", "Skriv procenten som ett tal från 0 till 100, utan procenttecken."),
        IndicatorKind.Amount => Check.AtLeastZero(DataValidationValues.Decimal, "Skriv beloppet i kronor, noll eller mer."),

        IndicatorKind.Milestone => new(DataValidationValues.Custom, "OR(ISNUMBER({0}),LOWER({0})=\"nej\")", null, "Skriv datumet då det nåddes, åååå-mm-dd, eller nej."),
        _ => null,
    };

    private static DataValidation Validation(Check check, string cells)
    {
        var validation = new DataValidation
        {
            AllowBlank = true,
            ShowErrorMessage = true,
            ErrorTitle = "Det går inte att svara så",
            Error = check.Message,
            SequenceOfReferences = new() { InnerText = cells },
        };
        validation.Type = check.Type;
        if (check.Type is DataValidationValues.Whole or DataValidationValues.Decimal)
        {
            validation.Operator = check.High is null ? DataValidationOperatorValues.GreaterThanOrEqual : DataValidationOperatorValues.Between;
        }

        // A formula is of the first cell, and moves with the others.
        validation.Append(new Formula1(check.Low.Replace("{0}", cells.Split(' ')[0], StringComparison.Ordinal)));
        if (check.High is not null)
        {
            validation.Append(new Formula2(check.High));
        }

        return validation;
    }

    private sealed record Check(DataValidationValues Type, string Low, string? High, string Message)
    {
        public static Check OneOf(IEnumerable<string> words)
        {
            var all = words.ToList();
            return new(DataValidationValues.List, $"\"{string.Join(',', all)}\"", null,
                all.Count == 1 ? $"Skriv {all[0]}, eller lämna cellen tom." : $"Välj en av: {string.Join(", ", all)}.");
        }

        public static Check AtLeastZero(DataValidationValues type, string message) => new(type, "0", null, message);
    }
}
