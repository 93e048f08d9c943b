namespace Hsvo.Domain.Meetings;

/// <summary>How many days before a meeting its rounds open, are due and are sealed.</summary>
/// <param name="Opens">Days from the first day answers are awaited to the meeting.</param>
/// <param name="Due">Days from the last day an answer is in time; at most <paramref name="Opens"/>.</param>
/// <param name="Seals">Days from the day the paper is sealed; at most <paramref name="Due"/>.</param>
public sealed record MeetingDays(int Opens, int Due, int Seals)
{
    /// <summary>30, 14 and 7 days before.</summary>
    public static MeetingDays Default { get; } = new(30, 14, 7);

    /// <summary>
    /// The days of a meeting that is called at short notice: nothing is sealed on the day it is called, and who was never asked in time isn't late.
    /// An answer is then in time until the day before the sealing.
    /// </summary>
    /// <param name="daysLeft">Days from the day the meeting is called, or moved, to the meeting; at least 1.</param>
    /// <param name="wasDue">Whether the meeting is moved and its answers were due before that: who is late then stays so.</param>
    public MeetingDays AtNoticeOf(int daysLeft, bool wasDue = false)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(daysLeft, 1);
        var seals = Math.Min(Seals, daysLeft - 1);
        var due = Due <= daysLeft || wasDue ? Due : seals + 1;
        return new(Math.Max(Opens, due), due, seals);
    }

    /// <summary>The days that keep every date but the meeting's own when the meeting moves.</summary>
    /// <param name="by">How many days later it meets.</param>
    public MeetingDays WhenMoved(int by) => new(Opens + by, Due + by, Seals + by);
}
