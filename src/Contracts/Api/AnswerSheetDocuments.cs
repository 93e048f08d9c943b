namespace Hsvo.Contracts.Api;

/// <summary>
/// The answer of <c>GET …/rounds/{round}/answer-sheets/{department}</c>: what a unit is asked in a round, beside what it has answered. The same as a
/// spreadsheet to fill in, with <c>format=xlsx</c> or <c>csv</c>.
/// </summary>
public sealed record AnswerSheetDocument
{
    /// <summary>The plan.</summary>
    public required PlanSummary Plan { get; init; }

    /// <summary>The round.</summary>
    public required RoundDocument Round { get; init; }

    /// <summary>The unit's id.</summary>
    public required string Department { get; init; }

    /// <summary>The unit's name.</summary>
    public required string DepartmentName { get; init; }

    /// <summary>The round's days; null while it has none, and then nothing is due.</summary>
    public required TimelineDocument? Timeline { get; init; }

    /// <summary>What the unit answers, in the plan's order.</summary>
    public required IReadOnlyList<AskedRowDocument> Rows { get; init; }
}

/// <summary>One row that a unit answers.</summary>
public sealed record AskedRowDocument
{
    /// <summary>The row's id.</summary>
    public required string Indicator { get; init; }

    /// <summary>Its text.</summary>
    public required string Text { get; init; }

    /// <summary>The goal's id.</summary>
    public required string Goal { get; init; }

    /// <summary>The activity's id; null where the row belongs to a whole priority area or goal.</summary>
    public required string? Activity { get; init; }

    /// <summary>What kind of answer it takes, as in the plan.</summary>
    public required string AnswerKind { get; init; }

    /// <summary>The same in Swedish: what to write.</summary>
    public required string AsksFor { get; init; }

    /// <summary>The parts of a compound row, text by id; null for others.</summary>
    public required IReadOnlyDictionary<string, string>? Parts { get; init; }

    /// <summary>The statuses that may be sent along, depending on the answer.</summary>
    public required IReadOnlyList<string> Assessments { get; init; }

    /// <summary>Whether it was reported: notDue, due, reported, late, missing, notApplicable or suppressed.</summary>
    public required string Reporting { get; init; }

    /// <summary>The same in Swedish.</summary>
    public required string ReportingText { get; init; }

    /// <summary>The revision stored in this round, to be sent along as the one that was seen; 0 for none.</summary>
    public required int Revision { get; init; }

    /// <summary>The answer that counts, be it of an earlier round; null when there is none.</summary>
    public required ReportDocument? Answer { get; init; }
}
