namespace Hsvo.Contracts.Api;

/// <summary>The answer of <c>GET /hsvo/v1/missing</c>: what is still owed in a round, with mail text ready to send.</summary>
public sealed record MissingDocument
{
    /// <summary>The plan.</summary>
    public required PlanSummary Plan { get; init; }

    /// <summary>The round.</summary>
    public required RoundDocument Round { get; init; }

    /// <summary>The meeting that follows the round up; null while there is none.</summary>
    public required MeetingDocument? Meeting { get; init; }

    /// <summary>The round's days; null while it has none, and then nothing is owed. A monthly round has them without a meeting.</summary>
    public required TimelineDocument? Timeline { get; init; }

    /// <summary>The instant at which it was known, UTC, when an earlier one was asked for; null for now.</summary>
    public DateTimeOffset? AsOf { get; init; }

    /// <summary>The day in Stockholm that the list is for.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>Days left to answer in time: 0 on the last day, negative after it; null while the round has no days.</summary>
    public required int? DaysLeft { get; init; }

    /// <summary>Whether who owes what is an assumption until the coordinating office confirms it.</summary>
    public required bool ResponsibilityIsAssumed { get; init; }

    /// <summary>The departments, those with nothing left included.</summary>
    public required IReadOnlyList<DepartmentMissingDocument> Departments { get; init; }
}

/// <summary>What one department still owes.</summary>
/// <param name="Id">The department's id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Owed">Answers owed in the round.</param>
/// <param name="Answered">How many of them have come.</param>
/// <param name="Rows">The rows that await an answer.</param>
/// <param name="DaysLeft">Days left to answer in time, negative when it is late; null when nothing is left to answer.</param>
/// <param name="NothingMore">Who declared that it has nothing more to report in the round, and when; null when nobody did.</param>
/// <param name="Mail">A reminder in Swedish; null when nothing is left.</param>
public sealed record DepartmentMissingDocument(
    string Id, string Name, int Owed, int Answered, IReadOnlyList<MissingRowDocument> Rows, int? DaysLeft, DeclarationDocument? NothingMore, MailDocument? Mail);

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
