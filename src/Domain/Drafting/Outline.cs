using Hsvo.Domain.Plans;

namespace Hsvo.Domain.Drafting;

/// <summary>A goal of the document, with the tables that stand under its heading.</summary>
/// <param name="Heading">Its heading.</param>
/// <param name="Tables">Its rows.</param>
internal sealed record OutlineGoal(Heading Heading, GoalTables Tables);

/// <summary>A focus area of the document.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Heading">Its heading; null where the document has none for it.</param>
/// <param name="Goals">Its goals.</param>
internal sealed record OutlineArea(string Number, Heading? Heading, List<OutlineGoal> Goals);

/// <summary>Walks through the document: which headings are focus areas and goals, whose each table is, and what goes on in ordinary operation.</summary>
internal sealed class Outline
{
    // A group's name above its table, and no story.
    private const int MaxGroup = 60;

    private readonly TextDocument _document;
    private readonly DraftNotes _notes;
    private readonly IReadOnlyDictionary<int, TableHeader> _headers;
    private readonly Dictionary<string, OutlineGoal> _goals = new(StringComparer.Ordinal);
    private readonly List<(int Block, string Text)> _pending = [];
    private OutlineGoal? _goal;
    private string? _targetGroup;
    private bool _isInOperations;
    private bool _hasTable;
    private int _tables;

    private Outline(TextDocument document, IReadOnlyDictionary<int, TableHeader> headers, IReadOnlyList<Heading> headings, DraftNotes notes)
    {
        (_document, _headers, _notes) = (document, headers, notes);
        var above = headers.Keys.Select(t => headings.LastOrDefault(h => h.Block < t)).OfType<Heading>().ToList();
        var depth = above.Min(h => h.Depth);
        var areas = above.Where(h => h.Depth == depth).Select(h => h.Above ?? "0").ToHashSet(StringComparer.Ordinal);
        foreach (var heading in headings.Where(h => h.Depth == depth && areas.Contains(h.Above ?? "0")))
        {
            Add(heading, headings);
        }

        var goals = Areas.SelectMany(a => a.Goals).ToDictionary(g => g.Heading.Block);
        Walk(goals, headings.Select(h => h.Block).ToHashSet());
    }

    /// <summary>The focus areas with their goals, in the document's order.</summary>
    public List<OutlineArea> Areas { get; } = [];

    /// <summary>Verksamheter i ordinarie drift, each as it stands.</summary>
    public List<string> Operations { get; } = [];

    /// <summary>The block where the plan's own sections begin.</summary>
    public int Start => Areas.Min(a => a.Heading?.Block ?? a.Goals[0].Heading.Block);

    /// <summary>The outline; null where no table stands under a heading.</summary>
    public static Outline? Of(TextDocument document, DraftNotes notes)
    {
        var headers = document.Blocks.Index().Select(b => (b.Index, Header: b.Item is TextTable t ? TableHeader.Of(t) : null)).Where(b => b.Header is not null)
            .ToDictionary(b => b.Index, b => b.Header!);
        var headings = Heading.NumberedOf(document);
        if (!headers.Keys.Any(t => headings.Any(h => h.Block < t)))
        {
            headings = Heading.CountedOf(document, headers.Keys);
            if (headings.Count > 0)
            {
                notes.Add("heading.unnumbered", ReadingKind.Wording, "Dokumentets rubriker har inga nummer: numren är våra.", "The document's headings have no numbers: the numbers are ours.");
            }
        }

        return headers.Keys.Any(t => headings.Any(h => h.Block < t)) ? new(document, headers, headings, notes) : null;
    }

    private void Add(Heading heading, IReadOnlyList<Heading> headings)
    {
        var number = heading.Above ?? "0";
        if (Areas.Find(a => a.Number == number) is not { } area)
        {
            // The section's own heading is the nearest above: the list that opens the plan may have the same number.
            area = new(number, headings.LastOrDefault(h => h.Number == number && h.Block < heading.Block), []);
            Areas.Add(area);
            if (area.Heading is null)
            {
                _notes.Add("focusArea.noHeading", ReadingKind.Wording, $"Fokusområdet {number} har ingen rubrik.", $"The focus area {number} has no heading.", node: number, settle: true);
            }
        }

        if (_goals.TryGetValue(heading.Number, out var twice))
        {
            _notes.Add("heading.twice", ReadingKind.Wording, $"Rubriken {heading.Number} står två gånger; allt läses under den första.", $"The heading {heading.Number} stands twice; all is read under the first.",
                node: heading.Number, quote: heading.Quote, settle: true);
            area.Goals.Add(twice with { Heading = heading });
            return;
        }

        area.Goals.Add(_goals[heading.Number] = new(heading, new(_notes)));
    }

    private void Walk(Dictionary<int, OutlineGoal> goals, HashSet<int> headings)
    {
        foreach (var (i, block) in _document.Blocks.Index())
        {
            switch (block)
            {
                case TextTable table:
                    ReadTable(i, table);
                    break;
                case TextParagraph { IsContents: false } paragraph when Wording.Squeeze(paragraph.Text) is { Length: > 0 } text:
                    if (text.Contains("ordinarie drift", StringComparison.OrdinalIgnoreCase) && text.Length <= MaxGroup * 2)
                    {
                        TellPending();
                        (_isInOperations, _hasTable, _goal) = (true, false, headings.Contains(i) ? null : _goal);
                    }
                    else if (headings.Contains(i))
                    {
                        TellPending();
                        (_goal, _targetGroup, _isInOperations, _hasTable) = (goals.GetValueOrDefault(i), null, false, false);
                    }
                    else if (_isInOperations && !Heading.Is(paragraph))
                    {
                        Operations.AddRange(CellText.LinesOf([paragraph]).Select(l => l.Text).OfType<string>().Where(t => t.Length > 0));
                    }
                    else
                    {
                        _isInOperations = false;
                        _pending.Add((i, text));
                    }

                    break;
            }
        }

        TellPending();
        foreach (var area in Areas)
        {
            // A heading that stands twice is one goal.
            var distinct = area.Goals.DistinctBy(g => g.Heading.Number).ToList();
            area.Goals.Clear();
            area.Goals.AddRange(distinct);
        }
    }

    private void ReadTable(int block, TextTable table)
    {
        _tables++;
        var header = _headers.GetValueOrDefault(block);
        var isAfterTable = _hasTable && _pending.Count == 0;
        if (_goal is not { } goal || (header is null && !(isAfterTable && goal.Tables.CanContinueIn(table))))
        {
            TellTable(table, header is not null);
            return;
        }

        // What stands last above a table is its group, if it is as short as a name.
        if (_pending is [.., var (_, text)] && text.Length <= MaxGroup && !text.EndsWith('.'))
        {
            _targetGroup = text;
            _notes.Add("targetGroup.read", ReadingKind.Split, "Stycket ovanför tabellen läses som målgruppen för dess rader.",
                "The paragraph above the table is read as the target group of its rows.", node: goal.Heading.Number, quote: text);
            _pending.RemoveAt(_pending.Count - 1);
        }

        TellPending();
        goal.Tables.Read(table, _tables, header, _targetGroup, isAfterTable);
        (_hasTable, _isInOperations) = (true, false);
    }

    private void TellTable(TextTable table, bool isPlans)
    {
        var text = Wording.Squeeze(string.Join(' ', table.Rows.SelectMany(r => r.Cells).Select(TableHeader.TextOf)));
        if (text.Any(char.IsLetterOrDigit))
        {
            _notes.Add(isPlans ? "table.noGoal" : "table.unread", ReadingKind.Split,
                isPlans ? "Tabellen står inte under något mål och har inte lästs in." : "Tabellen har inte planens kolumner och har inte lästs in.",
                isPlans ? "The table stands under no goal and was not read in." : "The table hasn't the plan's columns and was not read in.",
                place: new(_tables, 1, null), quote: text, settle: isPlans);
        }
    }

    // Paragraphs between the plan's tables that are neither heading, group nor ordinary operation.
    private void TellPending()
    {
        if (Areas.Count > 0)
        {
            foreach (var (_, text) in _pending.Where(p => p.Block > Start))
            {
                _notes.Add("text.outside", ReadingKind.Wording, "Stycket står utanför tabellerna och har inte lästs in.", "The paragraph stands outside the tables and was not read in.",
                    node: _goal?.Heading.Number, quote: text);
            }
        }

        _pending.Clear();
    }
}
