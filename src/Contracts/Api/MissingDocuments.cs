namespace Hsvo.Contracts.Api;

/// <summary>The answer of <c>GET /hsvo/v1/missing</c>: what each department still owes, with one mail each, ready to send, of all it owes.</summary>
public sealed record MissingDocument
{
    /// <summary>The instant at which it was known, UTC, when an earlier one was asked for; null for now.</summary>
    public DateTimeOffset? AsOf { get; init; }

    /// <summary>The day in Stockholm that the list is for.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>
    /// The plan asked about in its round; without one every plan in its current round, but for those whose last meeting has been held.
    /// </summary>
    public required IReadOnlyList<MissingPlanDocument> Plans { get; init; }

    /// <summary>The departments that owe answers in these, those with nothing left included.</summary>
    public required IReadOnlyList<DepartmentMissingDocument> Departments { get; init; }
}

/// <summary>One plan's round, in which answers are owed.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Round">The round.</param>
/// <param name="Meeting">The meeting that follows the round up; null while there is none.</param>
/// <param name="Timeline">The round's days; null while it has none, and then nothing is owed. A monthly round has them without a meeting.</param>
/// <param name="DaysLeft">Days left to answer in time: 0 on the last day, negative after it; null while the round has no days.</param>
/// <param name="ResponsibilityIsAssumed">Whether who owes what is an assumption until the coordinating office confirms it.</param>
public sealed record MissingPlanDocument(
    PlanSummary Plan, RoundDocument Round, MeetingDocument? Meeting, TimelineDocument? Timeline, int? DaysLeft, bool ResponsibilityIsAssumed);

/// <summary>What one department still owes.</summary>
/// <param name="Id">The department's id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Owed">Answers owed, in all plans of the list.</param>
/// <param name="Answered">How many of them have come.</param>
/// <param name="DaysLeft">Days left to answer in time what is due first, negative when it is late; null when nothing is left to answer.</param>
/// <param name="Plans">The same plan by plan, with the rows.</param>
/// <param name="Mail">A reminder in Swedish of everything that is left, whatever plan it is of; null when nothing is.</param>
public sealed record DepartmentMissingDocument(
    string Id, string Name, int Owed, int Answered, int? DaysLeft, IReadOnlyList<DepartmentPlanMissingDocument> Plans, MailDocument? Mail);

/// <summary>What one department still owes in one plan.</summary>
/// <param name="Plan">The plan's id.</param>
/// <param name="Round">The round's id.</param>
/// <param name="Owed">Answers owed in the round.</param>
/// <param name="Answered">How many of them have come.</param>
/// <param name="DaysLeft">Days left to answer in time, negative when it is late; null when nothing is left to answer.</param>
/// <param name="Rows">The rows that await an answer.</param>
/// <param name="NothingMore">Who declared that it has nothing more to report in the round, and when; null when nobody did.</param>
public sealed record DepartmentPlanMissingDocument(
    string Plan, string Round, int Owed, int Answered, int? DaysLeft, IReadOnlyList<MissingRowDocument> Rows, DeclarationDocument? NothingMore);

/// <summary>One answer that is awaited.</summary>
/// <param name="Goal">The goal's number; its id where the document gives none.</param>
/// <param name="Indicator">The indicator's id.</param>
/// <param name="Text">The indicator's text.</param>
/// <param name="Reporting">due, or missing once the due date has passed.</param>
/// <param name="Question">What the coordinator asks of an answer that was sent back; null where none was given yet.</param>
public sealed record MissingRowDocument(string Goal, string Indicator, string Text, string Reporting, string? Question);

/// <summary>A mail, ready to send.</summary>
/// <param name="Subject">The subject.</param>
/// <param name="Body">The body, plain text.</param>
public sealed record MailDocument(string Subject, string Body);
