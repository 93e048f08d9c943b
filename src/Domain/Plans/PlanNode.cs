namespace Hsvo.Domain.Plans;

/// <summary>One focus area, goal, priority area, activity or indicator of a plan.</summary>
public sealed record PlanNode
{
    /// <summary>The node's id within its plan, <c>[a-z0-9.-]</c>: "2.1.1", "2.1.1.p1", "2.1.1.a2", "2.1.1.i3".</summary>
    public required string Id { get; init; }

    /// <summary>What the node is.</summary>
    public required NodeKind Kind { get; init; }

    /// <summary>The node above; null for a focus area.</summary>
    public string? ParentId { get; init; }

    /// <summary>The document's own number, for focus areas and goals; null for a goal that only the opening list names.</summary>
    public string? Number { get; init; }

    /// <summary>The text people read, with the document's line breaks and typography tidied.</summary>
    public required string Text { get; init; }

    /// <summary>The cell or heading as it stands in the source document.</summary>
    public required string Quote { get; init; }

    /// <summary>The bodies that answer for the row (ids of <see cref="Plan.Bodies"/>), on priority areas and indicators.</summary>
    public IReadOnlyList<string> Responsible { get; init; } = [];

    /// <summary>How an indicator is answered; null for every other kind.</summary>
    public IndicatorSpec? Indicator { get; init; }

    /// <summary>The målgrupp whose table the row stands in, in the document's words; null where the goal's table is for everyone.</summary>
    public string? TargetGroup { get; init; }

    /// <summary>On what an indicator depends, in the document's words ("under förutsättning att …"); null where it depends on nothing.</summary>
    public string? Condition { get; init; }

    /// <summary>Nodes that the text points at in passing ("(se 2.3.1)").</summary>
    public IReadOnlyList<string> SeeAlso { get; init; } = [];
}
