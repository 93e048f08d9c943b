using System.Globalization;

namespace Hsvo.Domain.Drafting;

/// <summary>The row of a table that names its columns, found by its words.</summary>
/// <param name="Row">Which row it is, from 0.</param>
/// <param name="Columns">The columns that have a meaning.</param>
internal sealed record TableHeader(int Row, IReadOnlyDictionary<int, PlanColumn> Columns)
{
    // Above it there may be a title, not half a table.
    private const int MaxRow = 5;

    /// <summary>The header of a plan's table; null where it is none.</summary>
    public static TableHeader? Of(TextTable table)
    {
        foreach (var (i, row) in table.Rows.Take(MaxRow).Index())
        {
            if (Read(row) is { } columns)
            {
                return new(i, columns);
            }
        }

        return null;
    }

    /// <summary>Whether a row is a header: one is repeated where a table goes on.</summary>
    public static bool IsHeader(TextRow row) => Read(row) is not null;

    /// <summary>What a column is called in the plans.</summary>
    public static string NameOf(PlanColumn column) => column switch
    {
        PlanColumn.PriorityArea => "Prioriterat område",
        PlanColumn.Activities => "Aktiviteter",
        PlanColumn.Indicators => "Indikatorer",
        _ => "Ansvar",
    };

    /// <summary>All of a cell's words, blanks squeezed.</summary>
    public static string TextOf(TextCell cell) => Wording.Squeeze(string.Join(' ', cell.Paragraphs.Select(p => p.Text)));

    private static Dictionary<int, PlanColumn>? Read(TextRow row)
    {
        var columns = new Dictionary<int, PlanColumn>();
        foreach (var cell in row.Cells)
        {
            if (MeaningOf(TextOf(cell)) is { } column && !columns.ContainsValue(column))
            {
                for (var i = 0; i < cell.Span; i++)
                {
                    columns[cell.Column + i] = column;
                }
            }
        }

        return columns.ContainsValue(PlanColumn.Activities) && columns.ContainsValue(PlanColumn.Indicators) ? columns : null;
    }

    // "Ansvar aktivitet" is the fourth column, so its word goes first. A cell that says more than a heading is none.
    private static PlanColumn? MeaningOf(string text)
    {
        const int maxHeading = 60;
        if (text.Length > maxHeading)
        {
            return null;
        }

        var words = text.ToLower(CultureInfo.InvariantCulture);
        return words.StartsWith("ansvar", StringComparison.Ordinal) ? PlanColumn.Responsible
            : words.StartsWith("prioriterat", StringComparison.Ordinal) || words.StartsWith("prioriterade", StringComparison.Ordinal) ? PlanColumn.PriorityArea
            : words.StartsWith("aktivitet", StringComparison.Ordinal) ? PlanColumn.Activities
            : words.StartsWith("indikator", StringComparison.Ordinal) ? PlanColumn.Indicators
            : null;
    }
}
