namespace Hsvo.Contracts.Api;

/// <summary>The body of <c>PUT /hsvo/v1/meetings/{meetingId}</c>.</summary>
/// <param name="Date">The day of the meeting, Stockholm.</param>
/// <param name="Kind">ordinary or extra; ordinary when it is left out.</param>
/// <param name="Agenda">What is followed up, in the meeting's order.</param>
/// <param name="Diarienummer">The meeting's own registry number; may be left out.</param>
public sealed record MeetingRequest(DateOnly Date, string? Kind, IReadOnlyList<AgendaItemDocument> Agenda, string? Diarienummer);

/// <summary>The body of <c>POST …/declarations</c>: "inget mer från oss".</summary>
/// <param name="Department">The department, the caller's own.</param>
public sealed record DeclarationRequest(string Department);

/// <summary>The body of <c>POST …/late-change-permits</c>.</summary>
/// <param name="Department">The department that may change its answers.</param>
/// <param name="Until">The last day.</param>
/// <param name="Reason">Why.</param>
public sealed record PermitRequest(string Department, DateOnly Until, string Reason);

/// <summary>The body of <c>POST /hsvo/v1/proposals</c>.</summary>
/// <param name="Year">The year it is for, a coming one.</param>
/// <param name="Kind">group or area.</param>
/// <param name="Text">What is proposed.</param>
/// <param name="Motivation">Why; may be left out.</param>
/// <param name="Department">The unit that a coordinator enters the proposal for; left out, the caller's own.</param>
/// <param name="Board">The board that a coordinator enters the proposal for.</param>
public sealed record ProposalRequest(int Year, string Kind, string Text, string? Motivation, string? Department, string? Board);
