namespace Hsvo.Domain.Meetings;

/// <summary>The days of a round, each in Stockholm and each counted as belonging to what it names.</summary>
/// <param name="Opens">The first day answers are awaited.</param>
/// <param name="Due">The last day an answer is in time.</param>
/// <param name="Seals">The day the meeting's paper is sealed and the round locked; null for a round that no meeting follows up.</param>
/// <param name="Meets">The day of the meeting; null for a round that no meeting follows up.</param>
public sealed record RoundTimeline(DateOnly Opens, DateOnly Due, DateOnly? Seals, DateOnly? Meets)
{
    /// <summary>Whether the due day is our assumption until the office confirms it.</summary>
    public bool IsAssumed { get; init; }
}
