using System.Globalization;
using Hsvo.Domain.Plans;

namespace Hsvo.Domain.Drafting.Settling;

/// <summary>A point of the report while it is settled.</summary>
internal sealed class DeskNote(string key, LoadingPoint point)
{
    public string Key { get; } = key;

    public LoadingPoint Point { get; } = point;

    public Question? Question { get; set; }

    /// <summary>What was settled, in Swedish; null while it isn't.</summary>
    public string? Said { get; set; }
}

/// <summary>A draft while it is settled.</summary>
internal sealed class Desk
{
    /// <summary>The code of a question about where one row stands, that another question raised.</summary>
    public const string PlaceCode = "row.place";

    /// <summary>The code of a question about who is responsible for one row.</summary>
    public const string ResponsibleCode = "row.responsible";

    // What is left is for what answers raise.
    private const int MaxFieldsRead = 700;

    private readonly DraftedPlan _drafted;
    private readonly List<DeskNote> _notes = [];
    private readonly List<DeskNote> _asked;
    private readonly HashSet<(string Code, string? Node)> _toSettle;
    private readonly Dictionary<string, int> _keys = new(StringComparer.Ordinal);
    private readonly LinkedList<PlanNode> _nodes = new();
    private readonly Dictionary<string, LinkedListNode<PlanNode>> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _became = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _sameAs = new(StringComparer.Ordinal);
    private int _fields;

    public Desk(DraftedPlan drafted)
    {
        (_drafted, Plan) = (drafted, drafted.Plan);
        foreach (var node in drafted.Plan.Nodes)
        {
            _byId.TryAdd(node.Id, _nodes.AddLast(node));
        }

        foreach (var point in drafted.Points)
        {
            _notes.Add(new(KeyOf(point), point));
        }

        _toSettle = [.. _notes.Where(n => n.Point.IsToSettle).Select(n => (n.Point.Code, n.Point.Node))];
        _asked = [];
        foreach (var note in _notes.Where(n => n.Point.IsToSettle).Take(DraftSettling.MaxQuestions).TakeWhile(n => Holds(n.Point, MaxFieldsRead)))
        {
            _asked.Add(note);
        }
    }

    /// <summary>The whole report.</summary>
    public IReadOnlyList<LoadingPoint> Points => _drafted.Points;

    /// <summary>What is asked, in the report's order, and then what that raised.</summary>
    public IReadOnlyList<DeskNote> Notes => _asked;

    /// <summary>The plan but for its rows.</summary>
    public Plan Plan { get; set; }

    /// <summary>The threads that may go on.</summary>
    public IReadOnlyList<PlanThread> PreviousThreads => _drafted.PreviousThreads;

    /// <summary>The rows.</summary>
    public IEnumerable<PlanNode> Nodes => _nodes;

    /// <summary>The row with an id; null for none.</summary>
    public PlanNode? Find(string? id) => id is not null && _byId.TryGetValue(id, out var node) ? node.Value : null;

    /// <summary>The rows right below one.</summary>
    public IEnumerable<PlanNode> Below(string id) => _nodes.Where(n => n.ParentId == id);

    /// <summary>The nearest row above one that is of a kind.</summary>
    public PlanNode? Above(PlanNode node, NodeKind kind)
    {
        var above = Find(node.ParentId);
        while (above is not null && above.Kind != kind)
        {
            above = Find(above.ParentId);
        }

        return above;
    }

    /// <summary>Whether a row was one of the draft and is none any longer.</summary>
    public bool IsGone(string? id) => id is not null && _became.ContainsKey(id);

    /// <summary>The row that a row is part of by now: most often itself.</summary>
    public string RowNow(string id) => Now(_became, id);

    /// <summary>The body that a body was found to be: most often itself.</summary>
    public string BodyNow(string id) => Now(_sameAs, id);

    /// <summary>Takes a body away that is the same as another.</summary>
    public void Merge(string body, string into)
    {
        _sameAs[body] = into;
        Plan = Plan with { Bodies = [.. Plan.Bodies.Where(b => b.Id != body)] };
        foreach (var node in _nodes.Where(n => n.Responsible.Contains(body)).ToList())
        {
            Put(node with { Responsible = [.. node.Responsible.Select(r => r == body ? into : r).Distinct()] });
        }
    }

    /// <summary>Puts a row in the place of the one with its id.</summary>
    public void Put(PlanNode node) => _byId[node.Id].Value = node;

    /// <summary>Adds a row after another; false where its id is taken.</summary>
    public bool AddAfter(string id, PlanNode node) => !_byId.ContainsKey(node.Id) && _byId.TryAdd(node.Id, _nodes.AddAfter(_byId[id], node));

    /// <summary>Takes a row away: what was under it, and what points at it, is another's; nobody's where that is null.</summary>
    public void Remove(string id, string? into)
    {
        _nodes.Remove(_byId[id]);
        _byId.Remove(id);
        _became[id] = into ?? "";
        foreach (var node in _nodes.Where(n => n.ParentId == id || n.Indicator?.RefersTo == id || n.SeeAlso.Contains(id)).ToList())
        {
            Put(node with
            {
                ParentId = node.ParentId == id ? into : node.ParentId,
                Indicator = node.Indicator?.RefersTo == id ? node.Indicator with { RefersTo = into } : node.Indicator,
                SeeAlso = [.. node.SeeAlso.Select(s => s == id ? into : s).OfType<string>().Distinct()],
            });
        }
    }

    /// <summary>Raises a question about a row, unless there is such a one.</summary>
    public void Raise(string code, ReadingKind kind, PlanNode node, string swedish, string english, IReadOnlyList<string>? rows = null)
    {
        if (!_toSettle.Add((code, node.Id)))
        {
            return;
        }

        var point = new LoadingPoint { Code = code, Kind = kind, Node = node.Id, Swedish = swedish, English = english, IsToSettle = true, Rows = rows ?? [] };
        var note = new DeskNote(KeyOf(point), point);
        _notes.Add(note);
        if (Holds(point, DraftSettling.MaxFields))
        {
            _asked.Add(note);
        }
    }

    /// <summary>The plan, and every question as it stands.</summary>
    public SettledPlan Close()
    {
        var used = _nodes.SelectMany(n => n.Threads).Concat(Plan.OrdinaryOperations.SelectMany(o => o.Threads)).ToHashSet(StringComparer.Ordinal);
        List<PlanNode> nodes = [.. InOrder()];
        var ids = nodes.Select(n => n.Id).ToHashSet(StringComparer.Ordinal);
        return new(
            Plan with
            {
                Nodes = nodes,
                Threads = _drafted.PreviousThreads.Count == 0 ? Plan.Threads : [.. _drafted.PreviousThreads.Where(t => used.Contains(t.Id))],
                Readings = [.. _notes.Select(n => new Reading(Named(n.Point.Node, ids), n.Point.Kind, n.Said is { } said ? $"{n.Point.Swedish} Avgjort: {said}." : n.Point.Swedish))],
            },
            [.. _asked.Select(n => n.Question).OfType<Question>()],
            _notes.Count(n => n.Point.IsToSettle) - _asked.Count);
    }

    // Whether a form of so many fields holds this question too. Bodies are counted as they were read: what is asked may not change with what is settled.
    private bool Holds(LoadingPoint point, int most)
    {
        var fields = DraftSettling.KindOf(point) switch
        {
            QuestionKind.Cell or QuestionKind.Parts or QuestionKind.Source or QuestionKind.Adoption or QuestionKind.Rounds => 3,
            QuestionKind.Place or QuestionKind.Reference or QuestionKind.ThreadOfRow or QuestionKind.RowOfThread => 3,
            QuestionKind.Body => 2 + _drafted.Plan.Departments.Count,
            QuestionKind.Responsible => 2 + _drafted.Plan.Bodies.Count,
            _ => 1,
        };
        if (_fields + fields > most)
        {
            return false;
        }

        _fields += fields;
        return true;
    }

    private static string Now(Dictionary<string, string> became, string id)
    {
        while (became.TryGetValue(id, out var other))
        {
            id = other;
        }

        return id;
    }

    private string? Named(string? node, HashSet<string> ids) => node is null ? null : ids.Contains(node) ? node : _became.GetValueOrDefault(node) is { Length: > 0 } other && ids.Contains(other) ? other : null;

    // Each row after the one it stands under, and otherwise as they were read.
    private IEnumerable<PlanNode> InOrder()
    {
        var below = _nodes.ToLookup(n => n.ParentId ?? "", StringComparer.Ordinal);
        var waiting = new Stack<PlanNode>(below[""].Reverse());
        while (waiting.TryPop(out var node))
        {
            yield return node;
            foreach (var child in below[node.Id].Reverse())
            {
                waiting.Push(child);
            }
        }
    }

    private string KeyOf(LoadingPoint point)
    {
        var key = $"{point.Code}:{point.Node}";
        var count = _keys[key] = _keys.GetValueOrDefault(key) + 1;
        return count == 1 ? key : string.Create(CultureInfo.InvariantCulture, $"{key}:{count}");
    }
}
