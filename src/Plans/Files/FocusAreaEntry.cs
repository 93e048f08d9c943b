using Hsvo.Domain.Plans;

namespace Hsvo.Plans.Files;

/// <summary>A focus area, or a group of goals where the document has no focus areas; its number is its id.</summary>
internal sealed record FocusAreaEntry
{
    public NodeKind Kind { get; init; } = NodeKind.FocusArea;

    /// <summary>The document's number; a group of goals has none, and this is its id alone.</summary>
    public required string Number { get; init; }

    public required string Text { get; init; }

    /// <summary>The section's heading, number included.</summary>
    public required string Quote { get; init; }

    /// <summary>The same in the list that opens section 2; null where the document has no such list.</summary>
    public required string? ListQuote { get; init; }

    public IReadOnlyList<ReadingEntry> Readings { get; init; } = [];

    public required IReadOnlyList<GoalEntry> Goals { get; init; }
}

/// <summary>A goal with its tables, or with the rows that its section gives as running text or lists; its number is its id.</summary>
internal sealed record GoalEntry
{
    public required string Number { get; init; }

    public required string Text { get; init; }

    /// <summary>The section's heading, number included; null where the goal stands in the list alone, without a table.</summary>
    public required string? Quote { get; init; }

    /// <summary>The same in the list that opens section 2; null where the document has no such list.</summary>
    public required string? ListQuote { get; init; }

    /// <summary>The målgrupp of the goal and every row below it, where the document names one beside its tables.</summary>
    public string? TargetGroup { get; init; }

    public IReadOnlyList<NodeLink> Links { get; init; } = [];

    public IReadOnlyList<string> Threads { get; init; } = [];

    public IReadOnlyList<ReadingEntry> Readings { get; init; } = [];

    /// <summary>The tables' rows that carry text, without header and rows of mere rules. Under a group of goals they stand right under the goal.</summary>
    public required IReadOnlyList<TableRow> Rows { get; init; }
}
