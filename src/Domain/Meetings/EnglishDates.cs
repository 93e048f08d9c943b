using System.Globalization;

namespace Hsvo.Domain.Meetings;

/// <summary>Dates as English texts have them.</summary>
public static class EnglishDates
{
    /// <summary>"20 May 2021".</summary>
    public static string Long(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>"20 May 2021 at 13:05", as clocks in Stockholm show it.</summary>
    public static string Moment(DateTimeOffset instant) =>
        string.Create(CultureInfo.InvariantCulture, $"{Long(StockholmTime.DateOf(instant))} at {StockholmTime.At(instant):HH:mm}");

    /// <summary>"May 2021" for the round 2021-05; a round that is called something else keeps its name.</summary>
    public static string Round(string id) => Round(id, "MMMM yyyy");

    /// <summary>"Sep 2021", where the whole month has no room.</summary>
    public static string RoundInBrief(string id) => Round(id, "MMM yyyy");

    private static string Round(string id, string format) =>
        DateOnly.TryParseExact(id, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) ? month.ToString(format, CultureInfo.InvariantCulture) : id;
}
