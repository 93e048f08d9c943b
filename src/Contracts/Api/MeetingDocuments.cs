namespace Hsvo.Contracts.Api;

/// <summary>A dated samråd with the days that follow from its date.</summary>
/// <param name="Id">The meeting's id.</param>
/// <param name="Plan">The plan followed up.</param>
/// <param name="Round">The round answered.</param>
/// <param name="Date">The day of the meeting, Stockholm.</param>
/// <param name="Opens">The first day answers are awaited.</param>
/// <param name="Due">The last day an answer is in time.</param>
/// <param name="Seals">The day the paper is sealed.</param>
/// <param name="IsExample">Whether it is an example and no real meeting.</param>
/// <param name="Papers">Where its paper is handed out.</param>
public sealed record MeetingDocument(
    string Id, string Plan, string Round, DateOnly Date, DateOnly Opens, DateOnly Due, DateOnly Seals, bool IsExample, PaperAddresses Papers);

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
