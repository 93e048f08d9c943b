using Hsvo.Plans.Files;

namespace Hsvo.Plans.Tests;

/// <summary>
/// Lays a plan file on its source: every quote gets one place. A cell's quote may only stand in its own cell, after the quotes before it; a
/// heading's only among the headings; a list's only in the list. So the same words in two rows are two places.
/// </summary>
internal sealed class QuotePlaces
{
    public const string Organisation = "1.1 Organisation och styrning";
    public const string Sketch = "1.2 Organisationsskiss";
    public const string FocusAreas = "2 Fokusområden 2021–2023";
    public const string FirstFocusArea = "2.1 Fokusområde - Stärk förutsättningarna för samverkan";
    public const string OrdinaryOperations = "3 Verksamheter och samverkansformer i ordinarie drift";

    private const string Rule = "-----";

    private static readonly string[] TableHeader = ["Prioriterat område", "Aktiviteter 2021", "Indikatorer för uppföljning", "Ansvar"];

    private readonly SourceText _source;
    private readonly List<Place> _placed = [];
    private readonly List<string> _unplaced = [];

    public QuotePlaces(PlanFile file, SourceText source)
    {
        _source = source;

        Once("adopted", file.Adopted.Quote, new TextSpan(0, StartOf(Organisation)));
        file.Boards.ToList().ForEach(b => Once($"board {b.Id}", b.Quote, Between(Organisation, Sketch)));
        file.Bodies.ToList().ForEach(b => Once($"body {b.Id}", b.Quote, Between(Organisation, FocusAreas)));
        Once("overall goal", file.OverallGoal.Quote, Between(Sketch, FocusAreas));

        foreach (var area in file.FocusAreas)
        {
            Once($"list {area.Number}", area.ListQuote, Between(FocusAreas, FirstFocusArea));
            Once(area.Number, area.Quote, Between(FirstFocusArea, OrdinaryOperations));
            foreach (var goal in area.Goals)
            {
                Once($"list {goal.Number}", goal.ListQuote, Between(FocusAreas, FirstFocusArea));
                Once(goal.Number, goal.Quote, Between(FirstFocusArea, OrdinaryOperations));
                PlaceTable(goal);
            }
        }

        file.OrdinaryOperations.ToList().ForEach(o => Once($"operation {o.Name}", o.Quote, new TextSpan(StartOf(OrdinaryOperations), source.Text.Length)));
    }

    /// <summary>Where each quote stands.</summary>
    public IReadOnlyList<Place> Placed => _placed;

    /// <summary>Quotes that don't stand where they should.</summary>
    public IReadOnlyList<string> Unplaced => _unplaced;

    /// <summary>Quotes that share a character.</summary>
    public IEnumerable<string> Overlaps()
    {
        var inOrder = _placed.OrderBy(p => p.Span.Start).ToList();
        return inOrder.Zip(inOrder.Skip(1)).Where(pair => pair.Second.Span.Start < pair.First.Span.End).Select(pair => $"{pair.First} | {pair.Second}");
    }

    /// <summary>
    /// What sections 2 and 3 say, cell by cell, when every quote is taken out. What isn't the plan's content may remain: the two sections' own
    /// headings, the tables' header rows, rules ("-----"), and in the opening list "- Mål:" and the numbers.
    /// </summary>
    public IReadOnlyList<string> Leftovers()
    {
        var characters = _source.Text.ToCharArray();
        foreach (var place in _placed)
        {
            characters.AsSpan(place.Span.Start, place.Span.Length).Fill(' ');
        }

        var listEnds = _source.LineReading(FirstFocusArea);
        var operations = _source.LineReading(OrdinaryOperations);
        return
        [
            .. from line in Enumerable.Range(_source.LineReading(FocusAreas) + 1, _source.Lines.Count - _source.LineReading(FocusAreas) - 1)
               where line != operations && !IsTableHeader(_source.Lines[line])
               from cell in _source.Lines[line].Cells
               let left = string.Join(' ', new string(characters, cell.Start, cell.Length).Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => word != Rule))
               where left.Length > 0
               where line > listEnds || !(left == "- Mål:" || (left.Length == 2 && char.IsAsciiDigit(left[0]) && left[1] == '.'))
               select left,
        ];
    }

    private void PlaceTable(GoalEntry goal)
    {
        var heading = Enumerable.Range(0, _source.Lines.Count).FirstOrDefault(i => _source.At(_source.Lines[i].Whole) == goal.Quote, -1);
        var lines = heading < 0
            ? []
            : _source.Lines.Skip(heading + 1).TakeWhile(l => l.Cells.Count == 4).Where(l => !IsTableHeader(l) && !IsRule(l)).ToList();

        foreach (var (row, i) in goal.Rows.Select((row, i) => (row, i)))
        {
            var line = i < lines.Count ? lines[i] : null;
            PlaceInCell(line?.Cells[0], row.PriorityArea is { } opening ? [(opening.Id, opening.Quote)] : []);
            PlaceInCell(line?.Cells[1], row.Activities.Select(a => (a.Id, a.Quote)));
            PlaceInCell(line?.Cells[2], row.Indicators.Select(x => (x.Id, x.Quote)));
            PlaceInCell(line?.Cells[3], row.Responsible.Quote is { } who ? [($"responsible {goal.Number} row {i + 1}", who)] : []);
        }
    }

    private void PlaceInCell(TextSpan? cell, IEnumerable<(string Owner, string Quote)> quotes)
    {
        var from = cell?.Start ?? 0;
        foreach (var (owner, quote) in quotes)
        {
            var start = cell is { } c ? _source.Text.IndexOf(quote, from, c.End - from, StringComparison.Ordinal) : -1;
            if (start < 0)
            {
                _unplaced.Add($"{owner}: {quote}");
                continue;
            }

            from = start + quote.Length;
            _placed.Add(new Place(owner, quote, new TextSpan(start, from)));
        }
    }

    private void Once(string owner, string quote, TextSpan within)
    {
        var start = _source.Text.IndexOf(quote, within.Start, within.Length, StringComparison.Ordinal);
        var last = _source.Text[..within.End].LastIndexOf(quote, StringComparison.Ordinal);
        if (start < 0 || start != last)
        {
            _unplaced.Add($"{owner}: {quote}");
            return;
        }

        _placed.Add(new Place(owner, quote, new TextSpan(start, start + quote.Length)));
    }

    private int StartOf(string line) => _source.Lines[_source.LineReading(line)].Whole.Start;

    private TextSpan Between(string line, string next) => new(StartOf(line), StartOf(next));

    private bool IsTableHeader(SourceLine line) => line.Cells.Select(_source.At).SequenceEqual(TableHeader);

    private bool IsRule(SourceLine line) => line.Cells.Select(_source.At).All(cell => cell is "" or Rule);
}

/// <summary>One quote and where it stands.</summary>
internal sealed record Place(string Owner, string Quote, TextSpan Span);
