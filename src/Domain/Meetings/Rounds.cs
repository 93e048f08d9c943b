using Hsvo.Domain.Plans;

namespace Hsvo.Domain.Meetings;

/// <summary>Which of a plan's rounds belong to which meetings.</summary>
public static class Rounds
{
    /// <summary>
    /// The meeting that decides a round's days and seals it, or null while there is none: its ordinary meeting, and an extra one only where there is no
    /// ordinary. An extra meeting of a round that has its ordinary one looks at the round along the way, and gets its paper by its own days.
    /// </summary>
    public static Meeting? MeetingOf(this IEnumerable<Meeting> meetings, Plan plan, string round) => meetings.MeetingOf(new AgendaItem(plan.Id, round));

    /// <inheritdoc cref="MeetingOf(IEnumerable{Meeting}, Plan, string)"/>
    public static Meeting? MeetingOf(this IEnumerable<Meeting> meetings, AgendaItem item) =>
        meetings.Where(m => m.FollowsUp(item.Plan, item.Round)).MinBy(m => m.Kind == MeetingKind.Ordinary ? 0 : 1);

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
