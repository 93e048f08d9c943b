using Hsvo.Domain.Plans;

namespace Hsvo.Domain.Meetings;

/// <summary>Which of a plan's rounds belong to which meetings.</summary>
public static class Rounds
{
    /// <summary>The meeting of a round, or null while it has no date.</summary>
    public static Meeting? MeetingOf(this IEnumerable<Meeting> meetings, Plan plan, string round) =>
        meetings.FirstOrDefault(m => m.FollowsUp(plan.Id, round));

    /// <summary>
    /// The round people mean when they name none: the first whose meeting is still to come; else the first without a date; else the last. Of a monthly
    /// plan, the one that ended last; before any has, the first.
    /// </summary>
    public static Round Current(Plan plan, IReadOnlyCollection<Meeting> meetings, DateOnly today) => plan.Cadence == PlanCadence.Monthly
        ? plan.Rounds.LastOrDefault(r => r.Ends < today) ?? plan.Rounds[0]
        : plan.Rounds.FirstOrDefault(r => meetings.MeetingOf(plan, r.Id)?.Date >= today)
            ?? plan.Rounds.FirstOrDefault(r => meetings.MeetingOf(plan, r.Id) is null)
            ?? plan.Rounds[^1];
}
