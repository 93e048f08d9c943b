using Hsvo.Domain.Meetings;
using Hsvo.Domain.Plans;

namespace Hsvo.Domain.Areas;

/// <summary>What an area has decided about its rounds, as known at one time: one for all its plans.</summary>
public sealed record AreaRecord
{
    /// <summary>An area in which nothing was decided.</summary>
    public static AreaRecord Empty { get; } = new();

    /// <summary>The dated meetings, by date.</summary>
    public IReadOnlyList<Meeting> Meetings { get; init; } = [];

    /// <summary>The permits for late changes, by plan, round, department and time.</summary>
    public IReadOnlyList<LateChangePermit> Permits { get; init; } = [];

    /// <summary>A plan's round with its meeting and days.</summary>
    public DatedRound DatedRoundOf(Plan plan, Round round)
    {
        var meeting = Meetings.MeetingOf(plan, round.Id);
        return new(round, meeting, meeting?.Timeline);
    }

    /// <summary>The round people mean when they name none.</summary>
    public Round CurrentRoundOf(Plan plan, DateOnly today) => Rounds.Current(plan, Meetings, today);
}
