using Hsvo.Domain.Plans;

namespace Hsvo.Domain.Meetings;

/// <summary>Samråd: a meeting with its date, and the round that is answered ahead of it.</summary>
public sealed record Meeting
{
    /// <summary>The meeting's id in its area, "2021-05".</summary>
    public required string Id { get; init; }

    /// <summary>The area whose samråd meets.</summary>
    public required string Area { get; init; }

    /// <summary>The day of the meeting, in Stockholm.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>The plan that is followed up.</summary>
    public required string Plan { get; init; }

    /// <summary>The round that is answered.</summary>
    public required string Round { get; init; }

    /// <summary>Whether it was set by an identity that configuration marks as example.</summary>
    public bool IsExample { get; init; }

    /// <summary>The days that follow from the meeting's date.</summary>
    public RoundTimeline Timeline => new(Date.AddDays(-30), Date.AddDays(-14), Date.AddDays(-7), Date);
}

/// <summary>The days of a round, each in Stockholm and each counted as belonging to what it names.</summary>
/// <param name="Opens">The first day answers are awaited, 30 days before the meeting.</param>
/// <param name="Due">The last day an answer is in time, 14 days before.</param>
/// <param name="Seals">The day the paper is sealed, 7 days before.</param>
/// <param name="Meets">The day of the meeting.</param>
public sealed record RoundTimeline(DateOnly Opens, DateOnly Due, DateOnly Seals, DateOnly Meets);

/// <summary>Which of a plan's rounds belong to which meetings.</summary>
public static class Rounds
{
    /// <summary>The meeting of a round, or null while it has no date.</summary>
    public static Meeting? MeetingOf(this IEnumerable<Meeting> meetings, Plan plan, string round) =>
        meetings.FirstOrDefault(m => m.Plan == plan.Id && m.Round == round);

    /// <summary>
    /// The round people mean when they name none: the first whose meeting is still to come; else the first without a date; else the last.
    /// </summary>
    public static Round Current(Plan plan, IReadOnlyCollection<Meeting> meetings, DateOnly today) =>
        plan.Rounds.FirstOrDefault(r => meetings.MeetingOf(plan, r.Id)?.Date >= today)
        ?? plan.Rounds.FirstOrDefault(r => meetings.MeetingOf(plan, r.Id) is null)
        ?? plan.Rounds[^1];
}
