using System.Text.Json.Serialization;

namespace Hsvo.Domain.Plans;

/// <summary>One focus area or group of goals, goal, priority area, activity or indicator of a plan.</summary>
public sealed record PlanNode
{
    /// <summary>The node's id within its plan, <c>[a-z0-9.-]</c>: "2.1.1", "2.1.1.p1", "2.1.1.a2", "2.1.1.i3".</summary>
    public required string Id { get; init; }

    /// <summary>What the node is.</summary>
    public required NodeKind Kind { get; init; }

    /// <summary>The node above; null for the ones at the top.</summary>
    public string? ParentId { get; init; }

    /// <summary>The document's own number, for focus areas and goals; null where it gives none.</summary>
    public string? Number { get; init; }

    /// <summary>The text people read, with the document's line breaks and typography tidied.</summary>
    public required string Text { get; init; }

    /// <summary>The cell or heading as it stands in the source document.</summary>
    public required string Quote { get; init; }

    /// <summary>The same in the list that opens the document's plan, for focus areas and goals; null where it has no such list.</summary>
    public string? ListQuote { get; init; }

    /// <summary>The bodies that answer for the row (ids of <see cref="Plan.Bodies"/>), on priority areas and indicators.</summary>
    public IReadOnlyList<string> Responsible { get; init; } = [];

    /// <summary>
    /// The Ansvar cell as it stands in the document, where its row opens: on the priority area, or on the first indicator of a row that opens none. Null
    /// where the cell is empty, and in the rows below the first of those that share one.
    /// </summary>
    public string? ResponsibleQuote { get; init; }

    /// <summary>
    /// The departments that answer an indicator where the area's configuration says it of this row alone; null where those of its bodies do. Never so
    /// as imported.
    /// </summary>
    [JsonIgnore]
    public IReadOnlyList<string>? OwedBy { get; init; }

    /// <summary>How an indicator is answered; null for every other kind.</summary>
    public IndicatorSpec? Indicator { get; init; }

    /// <summary>The målgrupp that the row or its table is for, in the document's words; null where it is for everyone.</summary>
    public string? TargetGroup { get; init; }

    /// <summary>On what an indicator depends, in the document's words ("under förutsättning att …"); null where it depends on nothing.</summary>
    public string? Condition { get; init; }

    /// <summary>Nodes that the text points at in passing ("(se 2.3.1)").</summary>
    public IReadOnlyList<string> SeeAlso { get; init; } = [];

    /// <summary>How far an activity had come when the document was written; null where it doesn't say, and for every other kind.</summary>
    public ActivityState? State { get; init; }

    /// <summary>What the row is linked to in other documents ("uppdrag 8").</summary>
    public IReadOnlyList<NodeLink> Links { get; init; } = [];

    /// <summary>The threads it belongs to (ids of <see cref="Plan.Threads"/>): what other plans call the same.</summary>
    public IReadOnlyList<string> Threads { get; init; } = [];
}
