namespace Hsvo.Domain.Meetings;

/// <summary>The one place that knows where the meetings are: every date in the plan is a day in Stockholm.</summary>
public static class StockholmTime
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm");

    /// <summary>The day it is in Stockholm at an instant.</summary>
    public static DateOnly DateOf(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Zone).DateTime);

    /// <summary>Today in Stockholm.</summary>
    public static DateOnly Today(this TimeProvider time) => DateOf(time.GetUtcNow());
}
