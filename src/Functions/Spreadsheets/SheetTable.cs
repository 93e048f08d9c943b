using Hsvo.Domain.Reports;
using Hsvo.UseCases;

namespace Hsvo.Functions.Spreadsheets;

/// <summary>A row of a spreadsheet, as it was read.</summary>
/// <param name="Number">Its number, as the spreadsheet's margin has it.</param>
/// <param name="Cells">Its cells by their place, from 0.</param>
internal sealed record SheetRow(int Number, IReadOnlyDictionary<int, SheetValue> Cells);

/// <summary>A spreadsheet's rows below the headings, whatever file they were read from.</summary>
internal sealed class SheetTable
{
    /// <summary>The most rows with something in them.</summary>
    public const int MaxRows = 5_000;

    /// <summary>The most columns.</summary>
    public const int MaxColumns = 100;

    // Above the headings somebody may have written what the sheet is.
    private const int MaxAbove = 20;

    private readonly Dictionary<SheetColumn, int> _places;

    private SheetTable(Dictionary<SheetColumn, int> places, IReadOnlyList<SheetRow> rows) => (_places, Rows) = (places, rows);

    /// <summary>The rows that have something in them.</summary>
    public IReadOnlyList<SheetRow> Rows { get; }

    /// <summary>Whether rows have the headings of an answer sheet somewhere at their top.</summary>
    public static bool HasHeadings(IEnumerable<SheetRow> rows) => rows.Take(MaxAbove).Any(IsHeadings);

    /// <summary>Finds the headings and what stands below them; every column that isn't known, stands twice or lacks is a fault.</summary>
    public static Outcome<SheetTable> Read(IReadOnlyList<SheetRow> rows)
    {
        if (rows.Take(MaxAbove).FirstOrDefault(IsHeadings) is not { } headings)
        {
            var needed = string.Join(", ", SheetColumns.Needed.Select(c => c.Name));
            return SheetFailures.Of("sheet.headings",
                $"Kalkylbladet saknar rubrikraden: en rad högst upp ska ha rubrikerna {needed}.", $"The sheet has no headings: a row at its top must have the headings {needed}.");
        }

        var (places, faults) = (new Dictionary<SheetColumn, int>(), new List<Fault>());
        foreach (var (place, cell) in headings.Cells.Where(c => !c.Value.IsEmpty).OrderBy(c => c.Key))
        {
            var at = $"rad {headings.Number}, kolumn {SheetColumns.Letters(place)}";
            if (SheetColumns.Find(InertText.Read(cell.ToString())) is not { } column)
            {
                var names = string.Join(", ", SheetColumns.All.Select(c => c.Name));
                faults.Add(new("column.unknown", at, $"Kolumnen ”{Excerpt.Of(cell.ToString())}” finns inte; kolumnerna är: {names}.",
                    $"There is no column '{Excerpt.Of(cell.ToString())}'; the columns are: {names}."));
            }
            else if (!places.TryAdd(column, place))
            {
                faults.Add(new("column.twice", at, $"Kolumnen {column.Name} står två gånger.", $"The column {column.Name} stands twice."));
            }
        }

        foreach (var column in SheetColumns.Needed.Where(c => !places.ContainsKey(c)))
        {
            faults.Add(new("column.missing", $"rad {headings.Number}", $"Kolumnen {column.Name} saknas.", $"The column {column.Name} is missing."));
        }

        SheetRow[] below = [.. rows.Where(r => r.Number > headings.Number && r.Cells.Values.Any(v => !v.IsEmpty))];
        var headed = headings.Cells.Where(c => !c.Value.IsEmpty).Select(c => c.Key).ToHashSet();
        foreach (var (row, place) in below.SelectMany(r => r.Cells.Where(c => !c.Value.IsEmpty && !headed.Contains(c.Key)).Select(c => (r, c.Key))).Take(MaxColumns))
        {
            faults.Add(new("column.unknown", $"rad {row.Number}, kolumn {SheetColumns.Letters(place)}",
                "Cellen står under ingen rubrik: ta bort det som står där.", "The cell stands below no heading: take out what is in it."));
        }

        return faults.Count > 0 ? SheetFailures.Of(faults) : new SheetTable(places, below);
    }

    /// <summary>What a row has in a column; nothing where the column isn't there.</summary>
    public SheetValue ValueOf(SheetRow row, SheetColumn column) => _places.TryGetValue(column, out var place) ? row.Cells.GetValueOrDefault(place) : default;

    private static bool IsHeadings(SheetRow row) => row.Cells.Values.Any(v => v.Text is { } text && SheetColumns.Find(text) == SheetColumns.Indicator);
}
