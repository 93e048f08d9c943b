namespace Hsvo.Contracts.Api;

/// <summary>The days of a round, each in Stockholm.</summary>
/// <param name="Opens">The first day answers are awaited.</param>
/// <param name="Due">The last day an answer is in time.</param>
/// <param name="Seals">The day the meeting's paper is sealed and the round locked; null for a round that no meeting follows up.</param>
/// <param name="Meets">The day of the meeting; null for a round that no meeting follows up.</param>
/// <param name="IsAssumed">Whether the due day is an assumption until the coordinating office confirms it.</param>
public sealed record TimelineDocument(DateOnly Opens, DateOnly Due, DateOnly? Seals, DateOnly? Meets, bool IsAssumed);
