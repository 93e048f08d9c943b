namespace Hsvo.Contracts.Api;

/// <summary>The answer of <c>GET /hsvo/v1/status</c>: how a plan's goals stand in a round, and why.</summary>
public sealed record StatusDocument
{
    /// <summary>The plan.</summary>
    public required PlanSummary Plan { get; init; }

    /// <summary>The round.</summary>
    public required RoundDocument Round { get; init; }

    /// <summary>The meeting that follows the round up; null while there is none.</summary>
    public required MeetingDocument? Meeting { get; init; }

    /// <summary>The round's days; null while it has none, and then nothing is due. A monthly round has them without a meeting.</summary>
    public required TimelineDocument? Timeline { get; init; }

    /// <summary>The departments that have declared that they have nothing more to report in the round.</summary>
    public required IReadOnlyList<DeclarationDocument> Declarations { get; init; }

    /// <summary>The instant at which it was known, UTC, when an earlier one was asked for; null for now.</summary>
    public DateTimeOffset? AsOf { get; init; }

    /// <summary>The day in Stockholm that the status is for.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>Whether who owes what is an assumption until the coordinating office confirms it.</summary>
    public required bool ResponsibilityIsAssumed { get; init; }

    /// <summary>What the plan as a whole depends on, so that its status isn't read without it.</summary>
    public required IReadOnlyList<ConditionDocument> Conditions { get; init; }

    /// <summary>Whether any answer shown is an example and no real answer.</summary>
    public required bool IsExample { get; init; }

    /// <summary>published: answers that count few people aren't shown, and nothing here is computed from them; plain: every answer as it was given.</summary>
    public required string Edition { get; init; }

    /// <summary>The figures that the plan's document states and those computed.</summary>
    public required StatusFigures Figures { get; init; }

    /// <summary>The focus areas, or what gathers the goals where the plan has none, with everything below them.</summary>
    public required IReadOnlyList<StatusNode> FocusAreas { get; init; }
}

/// <summary>A node of the plan with its status.</summary>
public sealed record StatusNode
{
    /// <summary>The node's id in its plan, "2.1.1.i1".</summary>
    public required string Id { get; init; }

    /// <summary>focusArea, goalGroup, goal, priorityArea, activity or indicator.</summary>
    public required string NodeKind { get; init; }

    /// <summary>The node's depth, 0 to 4.</summary>
    public required int Level { get; init; }

    /// <summary>The document's number, for focus areas and goals.</summary>
    public required string? Number { get; init; }

    /// <summary>The node's text.</summary>
    public required string Text { get; init; }

    /// <summary>The målgrupp that it is for, in the document's words, or null.</summary>
    public required string? TargetGroup { get; init; }

    /// <summary>On what an indicator depends, in the document's words, or null.</summary>
    public required string? Condition { get; init; }

    /// <summary>notStarted, onTrack, atRisk, behind, overdue or completed; null when nothing answered says.</summary>
    public required string? Status { get; init; }

    /// <summary>The status in Swedish.</summary>
    public required string? StatusText { get; init; }

    /// <summary>Why.</summary>
    public required StatusReasons Reasons { get; init; }

    /// <summary>Answers that count, of answers owed.</summary>
    public required CoverageDocument Coverage { get; init; }

    /// <summary>This round's answers by reporting status.</summary>
    public required ReportingCounts Reporting { get; init; }

    /// <summary>How many indicators below have which status, by its name.</summary>
    public required IReadOnlyDictionary<string, int> Distribution { get; init; }

    /// <summary>agree, differ or onePrincipalMissing, for an indicator that several answer; else null.</summary>
    public required string? Agreement { get; init; }

    /// <summary>The kind of answer, for an indicator; else null.</summary>
    public required string? AnswerKind { get; init; }

    /// <summary>For a reference, the indicator that it shows; else null.</summary>
    public required string? RefersTo { get; init; }

    /// <summary>Whether any answer that counts here is an example.</summary>
    public required bool IsExample { get; init; }

    /// <summary>An indicator's answers, one for each department that owes one.</summary>
    public required IReadOnlyList<AnswerDocument> Answers { get; init; }

    /// <summary>The nodes below.</summary>
    public required IReadOnlyList<StatusNode> Children { get; init; }
}

/// <summary>Why a node has its status.</summary>
/// <param name="Rule">noStatus, allCompleted, allNotStarted, underWay or worst.</param>
/// <param name="Text">The reason in Swedish.</param>
/// <param name="DecidedBy">The indicators that decided.</param>
/// <param name="Unanswered">The indicators that someone still owes a first answer.</param>
public sealed record StatusReasons(string Rule, string Text, IReadOnlyList<string> DecidedBy, IReadOnlyList<string> Unanswered);

/// <summary>"1 av 7".</summary>
/// <param name="Answered">Answers that count.</param>
/// <param name="Owed">Answers owed; those that don't concern a department are left out.</param>
/// <param name="Text">In Swedish.</param>
public sealed record CoverageDocument(int Answered, int Owed, string Text);

/// <summary>A round's answers by reporting status.</summary>
/// <param name="NotDue">Nothing awaited.</param>
/// <param name="Due">Awaited.</param>
/// <param name="Reported">Answered in time.</param>
/// <param name="Late">Answered after the due date.</param>
/// <param name="Missing">Not answered by the due date.</param>
/// <param name="NotApplicable">Said not to concern the department.</param>
public sealed record ReportingCounts(int NotDue, int Due, int Reported, int Late, int Missing, int NotApplicable);

/// <summary>One department's answer on one indicator.</summary>
public sealed record AnswerDocument
{
    /// <summary>The department's id.</summary>
    public required string Department { get; init; }

    /// <summary>Its name.</summary>
    public required string DepartmentName { get; init; }

    /// <summary>notDue, due, reported, late, missing or notApplicable, in this round; suppressed for an answer of this round that isn't shown.</summary>
    public required string Reporting { get; init; }

    /// <summary>That in Swedish.</summary>
    public required string ReportingText { get; init; }

    /// <summary>Whether there is an answer, of this round or an earlier one, that isn't shown because it counts few people: it has no value, comment or reason here.</summary>
    public required bool IsSuppressed { get; init; }

    /// <summary>Whether nothing is awaited because the department has declared that it has nothing more.</summary>
    public required bool NothingMore { get; init; }

    /// <summary>The answer's status, or null.</summary>
    public required string? Status { get; init; }

    /// <summary>That in Swedish.</summary>
    public required string? StatusText { get; init; }

    /// <summary>Which line of the table of kinds gave the status: "deliverable.yes".</summary>
    public required string? Rule { get; init; }

    /// <summary>That line in Swedish.</summary>
    public required string? RuleText { get; init; }

    /// <summary>The status that the reporter assessed; null when it sent none.</summary>
    public required string? Assessment { get; init; }

    /// <summary>"ja", "nej", a number, a date or words; null without an answer, or when <see cref="Parts"/> tell.</summary>
    public required object? Value { get; init; }

    /// <summary>The values by part of a compound row; null for others.</summary>
    public required IReadOnlyDictionary<string, object?>? Parts { get; init; }

    /// <summary>What a percentage was computed from: how many; null where the department didn't say, and for others.</summary>
    public required double? Numerator { get; init; }

    /// <summary>Of how many; null without <see cref="Numerator"/>.</summary>
    public required double? Denominator { get; init; }

    /// <summary>The reporter's comment.</summary>
    public required string? Comment { get; init; }

    /// <summary>Why it was corrected or isn't applicable.</summary>
    public required string? Reason { get; init; }

    /// <summary>The round the answer was given in; an earlier one's still counts until a new one comes.</summary>
    public required string? FromRound { get; init; }

    /// <summary>The answer's revision; null without an answer.</summary>
    public required int? Revision { get; init; }

    /// <summary>When the revision was stored, UTC.</summary>
    public required DateTimeOffset? ReportedAt { get; init; }

    /// <summary>What the coordinator said of the answer; one that was sent back counts on, but is awaited again. Null without a review.</summary>
    public required ReviewDocument? Review { get; init; }

    /// <summary>Who masked what was written, and why; null when nothing is masked.</summary>
    public required MaskDocument? Mask { get; init; }

    /// <summary>That the department took an answer back and has given none since; null when it hasn't. The status is never better for it.</summary>
    public required WithdrawalDocument? Withdrawn { get; init; }

    /// <summary>Whether it is an example and no real answer.</summary>
    public required bool IsExample { get; init; }
}
