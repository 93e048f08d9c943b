using System.Globalization;
using Hsvo.Domain.Plans;

namespace Hsvo.Domain.Drafting;

/// <summary>Writes the plan's nodes of what was read.</summary>
/// <param name="opening">The lists that open the document's plan.</param>
/// <param name="outline">Its headings and tables.</param>
/// <param name="previous">The plan before.</param>
/// <param name="notes">Gets what is uncertain.</param>
internal sealed class NodeWriter(OpeningLists opening, Outline outline, Plan? previous, DraftNotes notes)
{
    // What headings write before a focus area's name.
    private static readonly string[] Prefixes = ["Fokusområde - ", "Fokusområde – ", "Fokusområde: ", "Fokusområde "];

    private readonly ResponsibleReading _responsible = new(previous?.Bodies ?? [], notes);
    private readonly List<PlanNode> _nodes = [];
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private readonly List<(string Goal, DraftRow Row)> _rows = [];

    /// <summary>The plan with its nodes, bodies and what goes on in ordinary operation.</summary>
    public Plan Complete(Plan head)
    {
        foreach (var goal in outline.Areas.SelectMany(a => a.Goals))
        {
            goal.Tables.Close(goal.Heading.Number);
            _rows.AddRange(goal.Tables.Rows.Select(r => (goal.Heading.Number, r)));
        }

        _ids.UnionWith(outline.Areas.Select(a => a.Number));
        _ids.UnionWith(outline.Areas.SelectMany(a => a.Goals).Select(g => g.Heading.Number));
        _ids.UnionWith(_rows.SelectMany(r => r.Row.Activities.Concat(r.Row.Indicators).Select(i => i.Id)));
        var lists = opening.For([.. outline.Areas.Select(a => a.Number)]);
        foreach (var (i, area) in outline.Areas.Index())
        {
            AddArea(area, lists?[i].Name, lists?[i].Goals ?? []);
        }

        if (previous is not null && _responsible.Bodies.Any(previous.Bodies.Contains))
        {
            notes.Add("bodies.previous", ReadingKind.Organisation, $"Organen och vilka som svarar för dem är de i {previous.Id}, med citaten där.",
                $"The bodies, and who answers for them, are those of {previous.Id}, with the quotes there.", settle: true);
        }

        return head with
        {
            Nodes = _nodes,
            Bodies = _responsible.Bodies,
            OrdinaryOperations = [.. outline.Operations.Select(Operation)],
        };
    }

    private OrdinaryOperation Operation(string quote)
    {
        var name = Wording.NameOf(quote);
        if (name != quote)
        {
            notes.Add("wording.tidied", ReadingKind.Wording, $"Namnet läses som ”{name}”.", $"The name is read as '{name}'.", quote: quote);
        }

        return new(name, quote);
    }

    private void AddArea(OutlineArea area, string? listed, IReadOnlyList<string> goals)
    {
        var heading = area.Heading;
        var text = heading is null ? $"Fokusområde {area.Number}" : Wording.TextOf(heading.Text);
        if (Prefixes.FirstOrDefault(p => text.StartsWith(p, StringComparison.OrdinalIgnoreCase) && text.Length > p.Length) is { } prefix)
        {
            text = text[prefix.Length..];
            notes.Add("wording.tidied", ReadingKind.Wording, $"Rubriken börjar med ”{prefix.Trim()}”, som inte hör till namnet.", $"The heading begins with '{prefix.Trim()}', which is no part of the name.", node: area.Number);
        }

        TellList(area.Number, text, listed);
        _nodes.Add(new()
        {
            Id = area.Number,
            Kind = NodeKind.FocusArea,
            Number = heading is { IsNumbered: true } ? area.Number : null,
            Text = text,
            Quote = heading?.Quote ?? text,
            ListQuote = listed,
        });

        var left = goals.Select(g => (Line: g, Likeness: new Likeness(g))).ToList();
        foreach (var goal in area.Goals)
        {
            AddGoal(area.Number, goal, left);
        }

        foreach (var (line, _) in left)
        {
            AddListedGoal(area, goals, line);
        }
    }

    // The list and the heading may say it differently; the heading's words are the text.
    private void TellList(string node, string text, string? listed)
    {
        if (listed is not null && Wording.TextOf(listed) != text && !Wording.TextOf(listed).EndsWith(" " + text, StringComparison.Ordinal))
        {
            notes.Add("wording.list", ReadingKind.Wording, "Listan och rubriken skiljer sig; texten följer rubriken.", "The list and the heading differ; the text follows the heading.", node: node, quote: listed);
        }
    }

    private void AddGoal(string area, OutlineGoal goal, List<(string Line, Likeness Likeness)> left)
    {
        var (heading, number) = (goal.Heading, goal.Heading.Number);
        var text = TextOf(heading.Text, node: number);
        var listed = OpeningLists.MostAlike(text, left);
        if (listed is not null)
        {
            left.RemoveAt(left.FindIndex(l => l.Line == listed));
        }

        TellList(number, text, listed);
        _nodes.Add(new()
        {
            Id = number,
            Kind = NodeKind.Goal,
            ParentId = area,
            Number = heading.IsNumbered ? number : null,
            Text = text,
            Quote = heading.Quote,
            ListQuote = listed,
        });
        if (goal.Tables.Rows.Count == 0)
        {
            notes.Add("goal.noTable", ReadingKind.Wording, "Målet har ingen tabell.", "The goal has no table.", node: number, settle: true);
        }

        var bodies = _responsible.Of(goal.Tables.Rows);
        foreach (var rows in goal.Tables.Rows.GroupBy(r => r.Area))
        {
            AddRows(number, [.. rows], bodies);
        }
    }

    private void AddListedGoal(OutlineArea area, IReadOnlyList<string> goals, string line)
    {
        var order = goals.Index().First(g => g.Item == line).Index + 1;
        string id;
        do
        {
            id = string.Create(CultureInfo.InvariantCulture, $"{area.Number}.{order++}");
        }
        while (!_ids.Add(id));

        _nodes.Add(new() { Id = id, Kind = NodeKind.Goal, ParentId = area.Number, Text = TextOf(line, node: id), Quote = line, ListQuote = line });
        notes.Add("goal.listOnly", ReadingKind.Wording, "Målet står i listan men har varken rubrik eller tabell; numret är vårt.", "The goal stands in the list but has neither heading nor table; the number is ours.",
            node: id, settle: true);
    }

    private void AddRows(string goal, IReadOnlyList<DraftRow> rows, IReadOnlyDictionary<DraftRow, IReadOnlyList<string>> bodies)
    {
        var parent = goal;
        if (rows[0].Opens is { } opens)
        {
            _nodes.Add(Node(opens, rows[0], goal) with { Responsible = [.. rows.SelectMany(r => bodies[r]).Distinct()] });
            parent = opens.Id;
        }

        foreach (var row in rows)
        {
            foreach (var activity in row.Activities)
            {
                _nodes.Add(Node(activity, row, parent));
                foreach (var owner in rows)
                {
                    foreach (var indicator in owner.Indicators.Where(i => i.Under == activity))
                    {
                        AddIndicator(indicator, owner, activity.Id, bodies[owner]);
                    }
                }
            }

            foreach (var indicator in row.Indicators.Where(i => i.Under is null))
            {
                AddIndicator(indicator, row, parent, bodies[row]);
            }
        }
    }

    private void AddIndicator(DraftItem indicator, DraftRow row, string parent, IReadOnlyList<string> bodies) => _nodes.Add(Node(indicator, row, parent) with
    {
        Responsible = bodies,
        Indicator = SpecOf(indicator),
        Condition = IndicatorReading.ConditionOf(indicator.Quote),
    });

    private IndicatorSpec SpecOf(DraftItem indicator)
    {
        if (IndicatorReading.ReferenceOf(indicator.Quote) is not { } number)
        {
            return IndicatorReading.Of(indicator, notes);
        }

        return References.Resolve(indicator, number, _rows, notes) is { } named
            ? new() { Kind = IndicatorKind.Reference, RefersTo = named }
            : new() { Kind = IndicatorKind.Qualitative };
    }

    private PlanNode Node(DraftItem item, DraftRow row, string parent) => new()
    {
        Id = item.Id,
        Kind = item.Kind,
        ParentId = parent,
        Text = TextOf(item.Quote, item),
        Quote = item.Quote,
        ResponsibleQuote = item == row.Opening && row.State == ResponsibleState.Own ? string.Join(' ', row.Responsible) : null,
        TargetGroup = row.TargetGroup,
        SeeAlso = References.SeeAlsoOf(item, _ids, notes),
    };

    private string TextOf(string quote, DraftItem? item = null, string? node = null)
    {
        var text = Wording.TextOf(quote);
        if (text != quote)
        {
            notes.Add("wording.tidied", ReadingKind.Wording, $"Texten läses som ”{text}”.", $"The text is read as '{text}'.", item, node: node, quote: quote);
        }

        return text;
    }
}
