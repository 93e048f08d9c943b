namespace Hsvo.Contracts.Api;

/// <summary>A dated samråd with the days that follow from its date.</summary>
public sealed record MeetingDocument
{
    /// <summary>The meeting's id.</summary>
    public required string Id { get; init; }

    /// <summary>ordinary or extra.</summary>
    public required string Kind { get; init; }

    /// <summary>The day of the meeting, Stockholm.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>What is followed up, in the meeting's order.</summary>
    public required IReadOnlyList<AgendaItemDocument> Agenda { get; init; }

    /// <summary>The first day answers are awaited.</summary>
    public required DateOnly Opens { get; init; }

    /// <summary>The last day an answer is in time.</summary>
    public required DateOnly Due { get; init; }

    /// <summary>The day the paper is sealed.</summary>
    public required DateOnly Seals { get; init; }

    /// <summary>The meeting's own registry number, or null.</summary>
    public required string? Diarienummer { get; init; }

    /// <summary>Whether it is an example and no real meeting.</summary>
    public required bool IsExample { get; init; }

    /// <summary>
    /// Where its paper is handed out, in the format that Accept prefers, relative to the API's host: 404 until the first preliminary edition is
    /// compiled, within an hour of the day the round opens.
    /// </summary>
    public required string Summary { get; init; }
}

/// <summary>One plan that a meeting follows up.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Round">The round answered.</param>
public sealed record AgendaItemDocument(string Plan, string Round);

/// <summary>The answer of <c>GET /hsvo/v1/meetings</c>.</summary>
/// <param name="Meetings">By date.</param>
/// <param name="Warnings">The ordinary months that are near and have no dated ordinary meeting, the nearest first.</param>
public sealed record MeetingList(IReadOnlyList<MeetingDocument> Meetings, IReadOnlyList<MeetingWarningDocument> Warnings);

/// <summary>Something the coordinating office ought to see to.</summary>
/// <param name="Code">month.undated: an ordinary month is near, or has come, and has no dated ordinary meeting.</param>
/// <param name="Month">The month, "2027-01".</param>
/// <param name="DaysLeft">Days until it begins; zero or less once it has.</param>
/// <param name="Message">In words.</param>
public sealed record MeetingWarningDocument(string Code, string Month, int DaysLeft, ProblemMessage Message);
