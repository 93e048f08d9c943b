using System.Globalization;
using Hsvo.Domain.Meetings;

namespace Hsvo.Functions.Mapping;

/// <summary>Says in words that an ordinary meeting has no date.</summary>
internal static class MeetingWarningTexts
{
    // Written out: a server without the culture's data would say them in another language.
    private static readonly string[] Months =
        ["januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december"];

    public static string Swedish(MeetingWarning warning) =>
        $"Det ordinarie samrådet i {Months[warning.Month.Month - 1]} {warning.Month.Year} har inget datum än, och {InSwedish(warning.DaysLeft)}.";

    public static string English(MeetingWarning warning) =>
        $"The ordinary meeting of {warning.Month.ToString("MMMM yyyy", CultureInfo.InvariantCulture)} has no date yet, and {InEnglish(warning.DaysLeft)}.";

    private static string InSwedish(int daysLeft) => daysLeft switch
    {
        > 1 => $"månaden börjar om {daysLeft} dagar",
        1 => "månaden börjar i morgon",
        _ => "månaden har börjat",
    };

    private static string InEnglish(int daysLeft) => daysLeft switch
    {
        > 1 => $"the month begins in {daysLeft} days",
        1 => "the month begins tomorrow",
        _ => "the month has begun",
    };
}
