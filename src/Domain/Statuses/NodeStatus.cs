using Hsvo.Domain.Plans;

namespace Hsvo.Domain.Statuses;

/// <summary>How one node of the plan stands in a round, and why.</summary>
public sealed record NodeStatus
{
    /// <summary>The node.</summary>
    public required PlanNode Node { get; init; }

    /// <summary>The node's depth, Power BI's level: 0 to 4.</summary>
    public required int Level { get; init; }

    /// <summary>How it goes; null when nothing answered below says.</summary>
    public required Status? Status { get; init; }

    /// <summary>Which rule of the roll-up gave the status.</summary>
    public required RollUpRule Rule { get; init; }

    /// <summary>The indicators below that decided: those with the worst status when that counts, else every one with a status.</summary>
    public required IReadOnlyList<string> DecidedBy { get; init; }

    /// <summary>The indicators below that someone still owes a first answer.</summary>
    public required IReadOnlyList<string> Unanswered { get; init; }

    /// <summary>How many answers count, of how many owed; not-applicable ones left out of both.</summary>
    public required Coverage Coverage { get; init; }

    /// <summary>How many answers of this round are in which reporting status.</summary>
    public required IReadOnlyDictionary<ReportingStatus, int> Reporting { get; init; }

    /// <summary>How many indicators below have each status; an indicator has its own one.</summary>
    public required IReadOnlyDictionary<Status, int> Distribution { get; init; }

    /// <summary>An indicator's answers, one entry for each department that owes one; empty for other nodes and for references.</summary>
    public IReadOnlyList<CellStatus> Cells { get; init; } = [];

    /// <summary>Whether the departments that answered an indicator say the same; null when that can't be asked.</summary>
    public Agreement? Agreement { get; init; }

    /// <summary>Whether any answer that counts below is an example.</summary>
    public required bool HasExamples { get; init; }
}

/// <summary>"1 av 7".</summary>
/// <param name="Answered">Answers that count, from this round or carried.</param>
/// <param name="Owed">Answers owed.</param>
public readonly record struct Coverage(int Answered, int Owed)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Answered} av {Owed}";
}

/// <summary>Whether those who answered the same row say the same.</summary>
public enum Agreement
{
    /// <summary>Every answer says the same, and both principals have answered.</summary>
    Agree,

    /// <summary>Two answers differ.</summary>
    Differ,

    /// <summary>One of the two principals that owe the row hasn't answered at all.</summary>
    OnePrincipalMissing,
}
