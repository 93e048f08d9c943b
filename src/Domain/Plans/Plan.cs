using System.Collections.Frozen;
using System.Text.Json.Serialization;
using Hsvo.Domain.Figures;

namespace Hsvo.Domain.Plans;

/// <summary>One version of a plan, as adopted, with what was read into it: a joint yearly plan, an insats, or what a board follows every month.</summary>
public sealed record Plan
{
    private readonly IReadOnlyList<PlanNode> _nodes = [];
    private FrozenDictionary<string, PlanNode> _byId = FrozenDictionary<string, PlanNode>.Empty;
    private ILookup<string, PlanNode> _byParent = Array.Empty<PlanNode>().ToLookup(_ => "");

    /// <summary>The samverkansområde, "uppsala".</summary>
    public required string Area { get; init; }

    /// <summary>The plan's id in its area, "hsvo-2021".</summary>
    public required string Id { get; init; }

    /// <summary>1 for the plan as first imported, one more with each later import.</summary>
    public int Version { get; init; } = 1;

    /// <summary>When this version was imported and by whom; null before it is.</summary>
    public Imported? Imported { get; init; }

    /// <summary>What kind of document it is.</summary>
    public PlanKind Kind { get; init; }

    /// <summary>When its rounds are answered.</summary>
    public PlanCadence Cadence { get; init; }

    /// <summary>The plan's title.</summary>
    public required string Title { get; init; }

    /// <summary>The year it is for; the first where it is for several.</summary>
    public required int Year { get; init; }

    /// <summary>The days it goes on, where it isn't for one calendar year.</summary>
    public PlanPeriod? Period { get; init; }

    /// <summary>The day it was adopted; null where the document gives none.</summary>
    public DateOnly? Adopted { get; init; }

    /// <summary>Who adopted it, or is to.</summary>
    public required string AdoptedBy { get; init; }

    /// <summary>Where the document tells of its adoption; null where it doesn't.</summary>
    public string? AdoptedQuote { get; init; }

    /// <summary>The goal above all others, in the plan's words; null where the document has none.</summary>
    public string? OverallGoal { get; init; }

    /// <summary>The goal above all others as it stands in the document; null where it has none.</summary>
    public string? OverallGoalQuote { get; init; }

    /// <summary>What the plan as a whole depends on.</summary>
    public IReadOnlyList<PlanCondition> Conditions { get; init; } = [];

    /// <summary>The document.</summary>
    public required PlanSource Source { get; init; }

    /// <summary>The reporting rounds, in time's order.</summary>
    public required IReadOnlyList<Round> Rounds { get; init; }

    /// <summary>Nämnder och styrelser.</summary>
    public required IReadOnlyList<Board> Boards { get; init; }

    /// <summary>Ansvariga organ.</summary>
    public required IReadOnlyList<ResponsibleBody> Bodies { get; init; }

    /// <summary>Rapporterande förvaltningar.</summary>
    public required IReadOnlyList<Department> Departments { get; init; }

    /// <summary>Whether who owes what is our assumption until the coordinating office confirms it.</summary>
    public required bool ResponsibilityIsAssumed { get; init; }

    /// <summary>What goes on in ordinary operation.</summary>
    public required IReadOnlyList<OrdinaryOperation> OrdinaryOperations { get; init; }

    /// <summary>The figures that the document itself states.</summary>
    public IReadOnlyList<DocumentFigure> Figures { get; init; } = [];

    /// <summary>The figures that are computed from others.</summary>
    public IReadOnlyList<DerivedFigureSpec> DerivedFigures { get; init; } = [];

    /// <summary>The threads that rows of this plan, or the plan itself, belong to.</summary>
    public IReadOnlyList<PlanThread> Threads { get; init; } = [];

    /// <summary>The loading report: everything that was read into the document.</summary>
    public required IReadOnlyList<Reading> Readings { get; init; }

    /// <summary>Every node, each after its parent, in the document's order.</summary>
    public required IReadOnlyList<PlanNode> Nodes
    {
        get => _nodes;
        init
        {
            _nodes = value;

            // That no id stands twice is for PlanRules to say, which reads a plan to find its faults.
            _byId = value.DistinctBy(n => n.Id, StringComparer.Ordinal).ToFrozenDictionary(n => n.Id, StringComparer.Ordinal);
            _byParent = value.ToLookup(n => n.ParentId ?? "", StringComparer.Ordinal);
        }
    }

    /// <summary>Area and id.</summary>
    [JsonIgnore]
    public PlanKey Key => new(Area, Id);

    /// <summary>The first day it is for.</summary>
    [JsonIgnore]
    public DateOnly FirstDay => Period?.From ?? new(Year, 1, 1);

    /// <summary>The last day it is for.</summary>
    [JsonIgnore]
    public DateOnly LastDay => Period?.Through ?? new(Year, 12, 31);

    /// <summary>The nodes at the top: the focus areas, or the groups of goals where the document has none.</summary>
    [JsonIgnore]
    public IEnumerable<PlanNode> FocusAreas => _byParent[""];

    /// <summary>Every indicator, references included.</summary>
    [JsonIgnore]
    public IEnumerable<PlanNode> Indicators => _nodes.Where(n => n.Kind == NodeKind.Indicator);

    /// <summary>The node with an id, or null.</summary>
    public PlanNode? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>The node with an id that is known to exist.</summary>
    /// <exception cref="KeyNotFoundException">The plan has no such node.</exception>
    public PlanNode Node(string id) => _byId[id];

    /// <summary>The nodes right below a node, in the document's order.</summary>
    public IEnumerable<PlanNode> ChildrenOf(string id) => _byParent[id];

    /// <summary>A node's depth: 0 for a focus area. An indicator that belongs to a whole priority area stands at 3, under an activity at 4, right under a goal at 2.</summary>
    public int LevelOf(PlanNode node)
    {
        var level = 0;
        for (var parent = node.ParentId; parent is not null; parent = Node(parent).ParentId)
        {
            level++;
        }

        return level;
    }

    /// <summary>The goal that a node is or stands below.</summary>
    /// <exception cref="ArgumentException">The node stands at the top.</exception>
    public PlanNode GoalOf(PlanNode node)
    {
        var at = node;
        while (at.Kind != NodeKind.Goal)
        {
            at = at.ParentId is { } parent ? Node(parent) : throw new ArgumentException($"{node.Id} stands below no goal.", nameof(node));
        }

        return at;
    }

    /// <summary>The priority area that a node is or stands below; null where there is none.</summary>
    public PlanNode? PriorityAreaOf(PlanNode node)
    {
        var at = node;
        while (at is not null && at.Kind != NodeKind.PriorityArea)
        {
            at = at.ParentId is { } parent ? Node(parent) : null;
        }

        return at;
    }

    /// <summary>The departments that answer an indicator, each once, in <see cref="Departments"/>' order; none for a reference.</summary>
    public IEnumerable<Department> Owing(PlanNode indicator)
    {
        if (indicator.Indicator is null or { Kind: IndicatorKind.Reference })
        {
            return [];
        }

        if (indicator.OwedBy is { } own)
        {
            return Departments.Where(d => own.Contains(d.Id, StringComparer.Ordinal));
        }

        var owing = Bodies.Where(b => indicator.Responsible.Contains(b.Id, StringComparer.Ordinal)).SelectMany(b => b.OwedBy).ToHashSet(StringComparer.Ordinal);
        return Departments.Where(d => owing.Contains(d.Id));
    }

    /// <summary>The plan as one department answers it: what others owe is left out.</summary>
    public Plan AnsweredBy(string department) => this with
    {
        Bodies = [.. Bodies.Select(b => b with { OwedBy = [.. b.OwedBy.Where(d => d == department)] })],
        Nodes = _nodes.All(n => n.OwedBy is null)
            ? _nodes
            : [.. _nodes.Select(n => n.OwedBy is { } own ? n with { OwedBy = [.. own.Where(d => d == department)] } : n)],
    };

    /// <summary>The round with an id, or null.</summary>
    public Round? FindRound(string id) => Rounds.FirstOrDefault(r => r.Id == id);

    /// <summary>The department with an id, or null.</summary>
    public Department? FindDepartment(string id) => Departments.FirstOrDefault(d => d.Id == id);
}
