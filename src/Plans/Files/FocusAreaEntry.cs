namespace Hsvo.Plans.Files;

/// <summary>A focus area; its number is its id.</summary>
internal sealed record FocusAreaEntry
{
    public required string Number { get; init; }

    public required string Text { get; init; }

    /// <summary>The section's heading, number included.</summary>
    public required string Quote { get; init; }

    /// <summary>The same in the list that opens section 2.</summary>
    public required string ListQuote { get; init; }

    public IReadOnlyList<ReadingEntry> Readings { get; init; } = [];

    public required IReadOnlyList<GoalEntry> Goals { get; init; }
}

/// <summary>A goal with its tables; its number is its id.</summary>
internal sealed record GoalEntry
{
    public required string Number { get; init; }

    public required string Text { get; init; }

    /// <summary>The section's heading, number included; null where the goal stands in the list alone, without a table.</summary>
    public required string? Quote { get; init; }

    /// <summary>The same in the list that opens section 2.</summary>
    public required string ListQuote { get; init; }

    public IReadOnlyList<ReadingEntry> Readings { get; init; } = [];

    /// <summary>The tables' rows that carry text, without header and rows of mere rules.</summary>
    public required IReadOnlyList<TableRow> Rows { get; init; }
}
