using Hsvo.Domain.Plans;

namespace Hsvo.Plans.Files;

/// <summary>One row of a goal's table. It opens a priority area or continues one; under a group of goals it stands right under its goal.</summary>
internal sealed record TableRow
{
    /// <summary>The heading of the row's table within its goal, where the goal has a table for each target group.</summary>
    public string? TargetGroup { get; init; }

    public PriorityAreaEntry? PriorityArea { get; init; }

    /// <summary>The priority area that a row without one of its own belongs to.</summary>
    public string? Continues { get; init; }

    public required IReadOnlyList<ActivityEntry> Activities { get; init; }

    public required IReadOnlyList<IndicatorEntry> Indicators { get; init; }

    public required ResponsibleCell Responsible { get; init; }

    /// <summary>How the row's cells were split.</summary>
    public IReadOnlyList<ReadingEntry> Readings { get; init; } = [];

    /// <summary>The priority area the row belongs to.</summary>
    public string? PriorityAreaId => PriorityArea?.Id ?? Continues;

    /// <summary>The entry that tells what the fourth column says: the priority area the row opens, else its first indicator, else its first activity.</summary>
    public CellEntry? Opening => PriorityArea ?? Indicators.Concat<CellEntry>(Activities).FirstOrDefault();

    /// <summary>The entries of the first three columns.</summary>
    public IEnumerable<CellEntry> Cells => (PriorityArea is { } opening ? [opening] : Array.Empty<CellEntry>()).Concat(Activities).Concat(Indicators);
}

/// <summary>What the entries of the first three columns have in common.</summary>
internal abstract record CellEntry
{
    public required string Id { get; init; }

    /// <summary>The text people read, where it isn't the quote itself.</summary>
    public string? Text { get; init; }

    public required string Quote { get; init; }

    public IReadOnlyList<string> SeeAlso { get; init; } = [];

    /// <summary>The threads it belongs to.</summary>
    public IReadOnlyList<string> Threads { get; init; } = [];

    public IReadOnlyList<ReadingEntry> Readings { get; init; } = [];
}

/// <summary>What stands in the first column.</summary>
internal sealed record PriorityAreaEntry : CellEntry;

/// <summary>One activity of the second column.</summary>
internal sealed record ActivityEntry : CellEntry
{
    /// <summary>How far it had come when the document was written, where that says so.</summary>
    public ActivityState? State { get; init; }
}

/// <summary>One indicator, or one "Se …", of the third column.</summary>
internal sealed record IndicatorEntry : CellEntry
{
    /// <summary>The activity of the same row that it belongs to; null where it belongs to the whole priority area or goal.</summary>
    public string? Under { get; init; }

    /// <summary>On what the row depends: words of the quote.</summary>
    public string? Condition { get; init; }

    public required IndicatorSpec Answer { get; init; }
}

/// <summary>The fourth column: whom the cell names, or who is read into an empty one.</summary>
/// <param name="Quote">The cell's text; null where it is empty.</param>
/// <param name="Bodies">The bodies.</param>
/// <param name="Reading">Why, where the cell doesn't say it plainly.</param>
internal sealed record ResponsibleCell(string? Quote, IReadOnlyList<string> Bodies, string? Reading = null);
