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

    /// <summary>Whether it is an example and no real meeting.</summary>
    public required bool IsExample { get; init; }

    /// <summary>Where its paper is handed out.</summary>
    public required PaperAddresses Papers { get; init; }
}

/// <summary>One plan that a meeting follows up.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Round">The round answered.</param>
public sealed record AgendaItemDocument(string Plan, string Round);

/// <summary>
/// Where a meeting's paper is handed out: the same addresses from the day the meeting is dated, for every edition. They answer 404 until the first
/// preliminary edition is compiled, within an hour of the day the round opens.
/// </summary>
/// <param name="Html">For people, relative to the API's host.</param>
/// <param name="Json">For systems, relative to the API's host.</param>
public sealed record PaperAddresses(string Html, string Json);

/// <summary>The answer of <c>GET /hsvo/v1/meetings</c>.</summary>
/// <param name="Meetings">By date.</param>
public sealed record MeetingList(IReadOnlyList<MeetingDocument> Meetings);
