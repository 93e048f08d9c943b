namespace Hsvo.Domain.Meetings;

/// <summary>An ordinary month is near, or has come, and no ordinary meeting is dated in it.</summary>
/// <param name="Month">The first day of the month.</param>
/// <param name="DaysLeft">Days until the month begins; zero or less once it has.</param>
public sealed record MeetingWarning(DateOnly Month, int DaysLeft)
{
    /// <summary>What is missing.</summary>
    /// <param name="meetings">The dated meetings.</param>
    /// <param name="ordinaryMonths">The months of the ordinary meetings.</param>
    /// <param name="days">How many days before an ordinary month its meeting ought to have a date.</param>
    /// <param name="today">Today in Stockholm.</param>
    public static IReadOnlyList<MeetingWarning> Of(IReadOnlyCollection<Meeting> meetings, IReadOnlyCollection<int> ordinaryMonths, int days, DateOnly today)
    {
        var warnings = new List<MeetingWarning>();
        for (var month = new DateOnly(today.Year, today.Month, 1); month.DayNumber - today.DayNumber <= days; month = month.AddMonths(1))
        {
            var isDated = meetings.Any(m => m.Kind == MeetingKind.Ordinary && (m.Date.Year, m.Date.Month) == (month.Year, month.Month));
            if (ordinaryMonths.Contains(month.Month) && !isDated)
            {
                warnings.Add(new(month, month.DayNumber - today.DayNumber));
            }
        }

        return warnings;
    }
}
