using System.Globalization;
using System.Text.RegularExpressions;
using Hsvo.Domain.Plans;
using Hsvo.Domain.Reports;
using Hsvo.Domain.Statuses;

namespace Hsvo.Functions.Spreadsheets;

/// <summary>Reads single cells as people fill them in. What can't be read is left for the plan's rules to refuse, or is a fault here.</summary>
internal static partial class SheetCells
{
    // As spreadsheets shorten them, in Swedish and in English.
    private static readonly string[][] Months =
        [["jan"], ["feb"], ["mar", "mars"], ["apr"], ["maj", "may"], ["jun", "juni"], ["jul", "juli"], ["aug"], ["sep", "sept"], ["okt", "oct"], ["nov"], ["dec"]];

    private static readonly string[] Yes = ["ja", "x", "sant", "true"];
    private static readonly string[] No = ["nej", "falskt", "false"];

    /// <summary>A value in the form that an indicator's kind takes.</summary>
    public static SubmittedValue? Value(SheetValue cell, IndicatorSpec? asked) => cell.IsEmpty ? null : asked?.Kind switch
    {
        IndicatorKind.Deliverable or IndicatorKind.Continuing => Truth(cell) is { } yes ? SubmittedValue.Of(yes) : Raw(cell),
        IndicatorKind.Milestone => Day(cell) is { } day ? SubmittedValue.Of(SheetValue.Of(day).ToString()) : Truth(cell) == false ? SubmittedValue.Of(false) : Raw(cell),
        IndicatorKind.Count or IndicatorKind.Percentage or IndicatorKind.Amount => Number(cell, asked.Kind) is { } number ? SubmittedValue.Of(number) : Raw(cell),
        _ => Raw(cell),
    };

    /// <summary>A number; null for what isn't one.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="kind">The kind of the indicator that it answers; null for a number without a unit.</param>
    public static double? Number(SheetValue cell, IndicatorKind? kind = null) => cell.Number ?? SwedishNumber.Read(cell.Text ?? "", kind);

    /// <summary>Ja or nej; null for what is neither.</summary>
    public static bool? Truth(SheetValue cell) => cell switch
    {
        { Truth: { } truth } => truth,
        { Text: { } text } when Yes.Contains(text.Trim(), StringComparer.OrdinalIgnoreCase) => true,
        { Text: { } text } when No.Contains(text.Trim(), StringComparer.OrdinalIgnoreCase) => false,
        _ => null,
    };

    /// <summary>A status by its Swedish name, or as the API has it; null for what is none.</summary>
    public static Status? Assessment(SheetValue cell) => cell.Text?.Trim() is { } text
        ? Enum.GetValues<Status>().Cast<Status?>().FirstOrDefault(s => text.Equals(s!.Value.Swedish(), StringComparison.OrdinalIgnoreCase)) ?? StatusFacts.FromName(text)
        : null;

    /// <summary>A text as it stands; null for nothing.</summary>
    public static string? Text(SheetValue cell) => cell.IsEmpty ? null : cell.ToString();

    /// <summary>An id; null for nothing. One that is all digits may have become a number.</summary>
    public static string? Id(SheetValue cell) => Text(cell)?.Trim();

    /// <summary>A round's id. A spreadsheet that opens a CSV file takes 2021-05 for a day in May, which it shows as maj-21.</summary>
    public static string? Round(SheetValue cell)
    {
        if (cell.Date is { } date)
        {
            return date.ToString("yyyy-MM", CultureInfo.InvariantCulture);
        }

        return Id(cell) is { } id && MonthAndYear().Match(id) is { Success: true } month
            && Array.FindIndex(Months, names => names.Contains(month.Groups["month"].Value, StringComparer.OrdinalIgnoreCase)) is >= 0 and var at
            ? string.Create(CultureInfo.InvariantCulture, $"20{month.Groups["year"].ValueSpan}-{at + 1:00}")
            : Id(cell);
    }

    // A day that wasn't shown as one is a number of days.
    private static DateOnly? Day(SheetValue cell) => cell switch
    {
        { Date: { } date } => date,
        { Number: { } number } when double.IsInteger(number) => XlsxFormats.DayOf(number),
        { Text: { } text } when DateOnly.TryParseExact(text.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) => date,
        _ => null,
    };

    private static SubmittedValue Raw(SheetValue cell) => SubmittedValue.Of(cell.ToString());

    [GeneratedRegex(@"^(?<month>[a-zA-Z]{3,4})\.?[- ](20)?(?<year>[0-9]{2})$", RegexOptions.CultureInvariant)]
    private static partial Regex MonthAndYear();
}
