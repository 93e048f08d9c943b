using Hsvo.Functions.Spreadsheets;
using Hsvo.UseCases;

namespace Hsvo.Functions.Pages.Reporting.Sheets;

/// <summary>A sheet's rows as a form carries them along in our own API's shape, with the rows' numbers in the sheet: what is sent is what was looked at.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Rows">The rows.</param>
/// <param name="Numbers">The number of each in the sheet.</param>
public sealed record SheetRows(string Plan, IReadOnlyList<SubmittedRow> Rows, IReadOnlyList<int> Numbers)
{
    /// <summary>The rows as a text.</summary>
    public string ToText() => CarriedRows.Write(Rows);

    /// <summary>The numbers as a text.</summary>
    public string NumbersToText() => string.Join(',', Numbers);

    /// <summary>Reads such texts; null when they are none.</summary>
    public static SheetRows? Read(string? plan, string rows, string numbers)
    {
        var read = CarriedRows.Read(rows);
        var split = numbers.Split(',').Select(n => int.TryParse(n, out var number) ? number : 0).ToList();
        return plan is not null && read is not null && read.Count == split.Count && split.All(n => n > 0) ? new(plan, read, split) : null;
    }

    /// <summary>A failure with its faults by row and column as the sheet has them.</summary>
    public Failure InWordsOfTheSheet(Failure failure) => failure with { Faults = [.. failure.Faults.Select(f => f with { Pointer = PlaceOf(f.Pointer) })] };

    // "/reports/3/parts/ledtider" is of the column Svar in the row that the fourth answer begins on.
    private string PlaceOf(string pointer)
    {
        if (pointer.Split('/') is not ["", "reports", var row, .. var field] || !int.TryParse(row, out var at) || at >= Numbers.Count)
        {
            return "";
        }

        var column = field is ["parts", ..] ? SheetColumns.Value : field is [var name, ..] ? SheetColumns.OfField(name) : null;
        return column is null ? $"rad {Numbers[at]}" : $"rad {Numbers[at]}, kolumn {column.Name}";
    }
}
