using System.Globalization;

namespace Hsvo.Domain.Meetings;

/// <summary>Days and rounds as people say them. Spelled out here, since a machine without ICU data has no sv-SE.</summary>
public static class SwedishDates
{
    private static readonly string[] Months =
        ["januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december"];

    private static readonly string[] ShortMonths = ["jan", "feb", "mars", "april", "maj", "juni", "juli", "aug", "sep", "okt", "nov", "dec"];

    /// <summary>"20 maj 2021".</summary>
    public static string Long(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day.Day} {Months[day.Month - 1]} {day.Year}");

    /// <summary>"20 maj 2021 kl. 13.05", as clocks in Stockholm show it.</summary>
    public static string Moment(DateTimeOffset instant) =>
        string.Create(CultureInfo.InvariantCulture, $"{Long(StockholmTime.DateOf(instant))} kl. {StockholmTime.At(instant):HH.mm}");

    /// <summary>"maj 2021" for the round 2021-05; a round that is called something else keeps its name.</summary>
    public static string Round(string id) => Round(id, Months);

    /// <summary>"maj 2021" and "sep 2021": for a chart, where the whole month has no room.</summary>
    public static string RoundInBrief(string id) => Round(id, ShortMonths);

    private static string Round(string id, string[] months) =>
        DateOnly.TryParseExact(id, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month)
            ? string.Create(CultureInfo.InvariantCulture, $"{months[month.Month - 1]} {month.Year}")
            : id;
}
