using System.Text.RegularExpressions;
using Hsvo.Domain.Plans;

namespace Hsvo.Domain.Drafting;

/// <summary>Reads the tables of one goal, those that go on after a page included.</summary>
/// <param name="notes">Gets what is uncertain.</param>
internal sealed partial class GoalTables(DraftNotes notes)
{
    // What is written across a table: a group's name, not a story.
    private const int MaxGroup = 80;

    private readonly RowReader _reader = new(notes);
    private IReadOnlyDictionary<int, PlanColumn>? _columns;
    private string? _targetGroup;

    /// <summary>The rows of all of its tables.</summary>
    public IReadOnlyList<DraftRow> Rows => _reader.Rows;

    /// <summary>Whether a table without a header can go on with the one before it: it has as many columns.</summary>
    public bool CanContinueIn(TextTable table) =>
        _columns is { Count: > 0 } known && table.Rows.SelectMany(r => r.Cells).Max(c => (int?)(c.Column + c.Span)) is { } width && width == known.Keys.Max() + 1;

    /// <summary>Reads one table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="number">Its number in the document.</param>
    /// <param name="header">Its header; null where it goes on with the table before.</param>
    /// <param name="targetGroup">The målgrupp that it stands under.</param>
    /// <param name="continues">Whether it goes on with the table before.</param>
    public void Read(TextTable table, int number, TableHeader? header, string? targetGroup, bool continues)
    {
        _columns = header?.Columns ?? _columns!;
        if (continues)
        {
            notes.Add("table.continues", ReadingKind.Split,
                $"Tabell {number} läses som fortsättning på tabellen före.", $"Table {number} is read as going on with the table before it.", place: new(number, 1, null));
        }
        else
        {
            _targetGroup = targetGroup;
            _reader.BeginTable();
        }

        foreach (var (i, row) in table.Rows.Index())
        {
            var place = new TablePlace(number, i + 1, null);
            if (header is not null && i < header.Row)
            {
                TellUnread(row, place);
            }
            else if (!TableHeader.IsHeader(row))
            {
                Read(row, place);
            }
        }
    }

    /// <summary>Gives the nodes their ids and pairs indicators with activities.</summary>
    /// <param name="goal">The goal's id.</param>
    public void Close(string goal)
    {
        _reader.Pair();
        Number("p", Rows.Select(r => r.Opens).OfType<DraftItem>());
        Number("a", Rows.SelectMany(r => r.Activities));
        Number("i", Rows.SelectMany(r => r.Indicators));

        void Number(string letter, IEnumerable<DraftItem> items)
        {
            foreach (var (i, item) in items.Index())
            {
                item.Id = $"{goal}.{letter}{i + 1}";
            }
        }
    }

    /// <summary>The year that a table's header names ("Aktiviteter 2021"); null where it names none.</summary>
    public static int? YearIn(TextTable table) =>
        TableHeader.Of(table) is { } header && table.Rows[header.Row].Cells.Select(c => Year().Match(TableHeader.TextOf(c))).FirstOrDefault(m => m.Success) is { } match
            ? int.Parse(match.Value, System.Globalization.CultureInfo.InvariantCulture)
            : null;

    private void Read(TextRow row, TablePlace place)
    {
        var lines = new List<(PlanColumn Column, CellLine Line)>();
        var shared = new HashSet<PlanColumn>();
        var filled = row.Cells.Where(c => TableHeader.TextOf(c).Length > 0).ToList();
        if (filled is [var across] && MeaningsOf(across).Count >= 3)
        {
            ReadAcross(across, place);
            return;
        }

        foreach (var cell in row.Cells)
        {
            var text = TableHeader.TextOf(cell);
            if (MeaningsOf(cell) is not [var column, ..] meanings)
            {
                if (text.Length > 0)
                {
                    notes.Add("cell.noColumn", ReadingKind.Split, "Cellen står i en kolumn utan rubrik och har inte lästs in.",
                        "The cell stands in a column without a heading and was not read in.", place: place, quote: text, settle: true);
                }

                continue;
            }

            if (meanings.Count > 1 && text.Length > 0)
            {
                notes.Add("cell.merged", ReadingKind.Split,
                    $"Cellen går över flera kolumner och läses som {TableHeader.NameOf(column)}.",
                    $"The cell covers several columns and is read as {TableHeader.NameOf(column)}.",
                    place: place with { Column = TableHeader.NameOf(column) }, quote: text, settle: true);
            }

            if (cell.Continues)
            {
                shared.Add(column);
            }

            // Two cells under one heading: side by side, so one after the other.
            if (lines.Any(l => l.Column == column))
            {
                lines.Add((column, new("", 0, false, false)));
            }

            lines.AddRange(CellText.LinesOf(cell.Paragraphs).Select(l => (column, l)));
        }

        foreach (var band in TableBands.Of(lines.ToLookup(l => l.Column, l => l.Line), shared, place, notes))
        {
            _reader.Add(band, _targetGroup);
        }
    }

    private void ReadAcross(TextCell cell, TablePlace place)
    {
        var text = TableHeader.TextOf(cell);
        if (!text.Any(char.IsLetter))
        {
            return;
        }

        if (text.Length > MaxGroup || text.EndsWith('.'))
        {
            notes.Add("text.nowhere", ReadingKind.Split, "Texten går tvärs över tabellen och har inte lästs in.", "The text goes across the table and was not read in.",
                place: place, quote: text, settle: true);
            return;
        }

        notes.Add("targetGroup.row", ReadingKind.Split,
            "Texten går tvärs över tabellen och läses som målgruppen för raderna under.", "The text goes across the table and is read as the target group of the rows below.",
            place: place, quote: text, settle: true);
        _targetGroup = text;
        _reader.BeginTable();
    }

    private void TellUnread(TextRow row, TablePlace place)
    {
        var text = Wording.Squeeze(string.Join(' ', row.Cells.Select(TableHeader.TextOf)));
        if (text.Length > 0)
        {
            notes.Add("text.nowhere", ReadingKind.Split, "Raden står ovanför kolumnernas rubriker och har inte lästs in.",
                "The row stands above the columns' headings and was not read in.", place: place, quote: text, settle: true);
        }
    }

    private IReadOnlyList<PlanColumn> MeaningsOf(TextCell cell) =>
        [.. Enumerable.Range(cell.Column, cell.Span).Where(_columns!.ContainsKey).Select(i => _columns![i]).Distinct()];

    [GeneratedRegex(@"\b20\d\d\b")]
    private static partial Regex Year();
}
