using Hsvo.Domain.Plans;

namespace Hsvo.TestKit.Builders;

/// <summary>A small plan: focus area 1, goal 1.1, priority area 1.1.p1, activity 1.1.a1, and the indicators asked for.</summary>
public sealed class PlanBuilder
{
    private readonly List<PlanNode> _nodes = [];
    private readonly List<ResponsibleBody> _bodies = [];
    private readonly List<Department> _departments = [];
    private readonly List<Round> _rounds = [];
    private string _goal = "1.1";
    private string _parent = "1.1.a1";

    private PlanBuilder()
    {
    }

    /// <summary>Without rounds of its own it has 2021-05, 2021-10 and the final 2022-01; without departments aln (kommun) and vs (region).</summary>
    public static PlanBuilder APlan() => new();

    public PlanBuilder WithDepartment(string id, Principal principal)
    {
        _departments.Add(new(id, $"Förvaltningen {id}", principal, Board: null, NameIsAssumed: false));
        return this;
    }

    public PlanBuilder WithRound(string id, DateOnly ends, bool isFinal = false)
    {
        _rounds.Add(new(id, ends, isFinal, Reading: null));
        return this;
    }

    /// <summary>The indicators that follow stand under this goal; "2.1" brings focus area 2 along.</summary>
    public PlanBuilder UnderGoal(string number)
    {
        _goal = number;
        _parent = $"{number}.a1";
        return this;
    }

    /// <summary>The indicators that follow stand under this activity of the goal, "a2".</summary>
    public PlanBuilder UnderActivity(string activity)
    {
        _parent = $"{_goal}.{activity}";
        return this;
    }

    /// <summary>The indicators that follow stand right under the goal's priority area.</summary>
    public PlanBuilder UnderPriorityArea()
    {
        _parent = $"{_goal}.p1";
        return this;
    }

    public PlanBuilder WithIndicator(string id, IndicatorKind kind, params string[] owedBy) => WithIndicator(id, new IndicatorSpec { Kind = kind }, owedBy);

    /// <summary>An indicator; owed by every department when none is named.</summary>
    public PlanBuilder WithIndicator(string id, IndicatorSpec spec, params string[] owedBy)
    {
        AddParents();
        var body = owedBy.Length == 0 ? "all" : string.Join('-', owedBy);
        if (owedBy.Length > 0 && _bodies.All(b => b.Id != body))
        {
            _bodies.Add(Body(body, owedBy));
        }

        _nodes.Add(Node(id, NodeKind.Indicator, _parent) with { Responsible = [body], ResponsibleQuote = $"Organ {body}", Indicator = spec });
        return this;
    }

    public PlanBuilder WithReference(string id, string to) =>
        WithIndicator(id, new IndicatorSpec { Kind = IndicatorKind.Reference, RefersTo = to });

    public Plan Build()
    {
        AddParents();
        Department[] departments = _departments.Count > 0
            ? [.. _departments]
            :
            [
                new("aln", "Äldreförvaltningen", Principal.Kommun, Board: null, NameIsAssumed: false),
                new("vs", "Vårdförvaltningen", Principal.Region, Board: null, NameIsAssumed: false),
            ];
        return new()
        {
            Area = "uppsala",
            Id = "hsvo-2021",
            Title = "Verksamhetsplan HSVO 2021",
            Year = 2021,
            Adopted = new(2020, 10, 21),
            AdoptedBy = "Samråd HSVO Uppsala",
            OverallGoal = "En god och nära vård",
            Source = new("Verksamhetsplan", "UBN-0000-00000", new string('0', 64)),
            Rounds = _rounds.Count > 0
                ? [.. _rounds]
                :
                [
                    new("2021-05", new(2021, 5, 31), IsFinal: false, Reading: null),
                    new("2021-10", new(2021, 10, 31), IsFinal: false, Reading: null),
                    new("2022-01", new(2022, 1, 31), IsFinal: true, Reading: null),
                ],
            Boards = [],
            Bodies = [Body("all", departments.Select(d => d.Id)), .. _bodies],
            Departments = departments,
            ResponsibilityIsAssumed = false,
            OrdinaryOperations = [],
            Readings = [],
            Nodes = [.. _nodes],
        };
    }

    private void AddParents()
    {
        var area = _goal.Split('.')[0];
        Add(area, NodeKind.FocusArea, null, area);
        Add(_goal, NodeKind.Goal, area, _goal);
        Add($"{_goal}.p1", NodeKind.PriorityArea, _goal, null);
        if (_parent != $"{_goal}.p1")
        {
            Add(_parent, NodeKind.Activity, $"{_goal}.p1", null);
        }
    }

    private void Add(string id, NodeKind kind, string? parent, string? number)
    {
        if (_nodes.All(n => n.Id != id))
        {
            _nodes.Add(Node(id, kind, parent) with { Number = number });
        }
    }

    private static PlanNode Node(string id, NodeKind kind, string? parent) =>
        new() { Id = id, Kind = kind, ParentId = parent, Text = $"Text {id}", Quote = $"Text {id}" };

    private static ResponsibleBody Body(string id, IEnumerable<string> owedBy) => new(id, $"Organ {id}", "", "", [.. owedBy]);
}
