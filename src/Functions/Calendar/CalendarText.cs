using System.Globalization;
using Hsvo.Domain.Meetings;
using Hsvo.UseCases.Calendar;

namespace Hsvo.Functions.Calendar;

/// <summary>An area's days as an iCalendar (RFC 5545, with RFC 7986's name and refresh interval), in Swedish. The same days are the same bytes.</summary>
internal static class CalendarText
{
    /// <summary>Writes the calendar.</summary>
    /// <param name="calendar">The days.</param>
    /// <param name="address">What links begin with, without a slash at their end.</param>
    public static byte[] Write(AreaCalendar calendar, string address)
    {
        var name = calendar.Department is { } unit ? $"HSVO {Capital(calendar.Area)}: {unit.Name}" : $"HSVO {Capital(calendar.Area)}";
        var lines = new ContentLines()
            .Add("BEGIN", "VCALENDAR")
            .Add("VERSION", "2.0")
            .Add("PRODID", "-//Hsvo//Kalender 1.0//SV")
            .Add("CALSCALE", "GREGORIAN")
            .AddText("NAME", name)
            .AddText("X-WR-CALNAME", name)
            .Add("REFRESH-INTERVAL;VALUE=DURATION", "PT6H")
            .Add("X-PUBLISHED-TTL", "PT6H");
        var host = new Uri(address).Host;
        foreach (var day in calendar.Days)
        {
            Write(lines, day, calendar.Area, address, host);
        }

        return lines.Add("END", "VCALENDAR").ToBytes();
    }

    private static void Write(ContentLines lines, CalendarDay day, string area, string address, string host) => lines
        .Add("BEGIN", "VEVENT")
        .Add("UID", $"{day.Id}.{area}@{host}")
        .Add("SEQUENCE", day.Sequence.ToString(CultureInfo.InvariantCulture))
        .AddInstant("DTSTAMP", day.ChangedAt)
        .AddInstant("LAST-MODIFIED", day.ChangedAt)
        .AddDay("DTSTART", day.Day)
        .AddDay("DTEND", day.Day.AddDays(1))
        .AddText("SUMMARY;LANGUAGE=sv", Summary(day))
        .AddText("DESCRIPTION;LANGUAGE=sv", Description(day))
        .Add("URL", day.Meeting is { } meeting ? $"{address}/samrad/{meeting.Id}" : $"{address}/plan/{day.Rounds[0].Plan.Id}")
        .Add("STATUS", day.IsCancelled ? "CANCELLED" : "CONFIRMED")

        // A day to know of, and no hours taken.
        .Add("TRANSP", "TRANSPARENT")
        .Add("END", "VEVENT");

    private static string Summary(CalendarDay day)
    {
        var says = day switch
        {
            { Kind: CalendarDayKind.Opens, Meeting: { } meeting } => $"HSVO: svara från i dag, inför {Samrad(meeting)}",
            { Kind: CalendarDayKind.Due, Meeting: { } meeting } => $"HSVO: sista dagen att svara inför {Samrad(meeting)}",
            { Kind: CalendarDayKind.Seals, Meeting: { } meeting } => $"HSVO: underlaget till {Samrad(meeting)} fastställs",
            { Kind: CalendarDayKind.Meets, Meeting.Kind: MeetingKind.Extra } => "HSVO: extra samråd",
            { Kind: CalendarDayKind.Meets } => "HSVO: samråd",
            _ => $"HSVO: sista dagen att svara för {SwedishDates.Round(day.Rounds[0].Round.Id)}",
        };
        return $"{(day.IsCancelled ? "Inställt: " : "")}{(day.Meeting?.IsExample == true ? "Exempel: " : "")}{says}";
    }

    private static string Description(CalendarDay day)
    {
        var rounds = day.Rounds.Select(r => $"{r.Plan.Title}, omgången {SwedishDates.Round(r.Round.Id)}");
        var lines = day.Kind == CalendarDayKind.Meets && day.Meeting is { } meeting
            ? rounds.Append($"Sista dagen att svara är {SwedishDates.Long(meeting.Due)}; underlaget fastställs {SwedishDates.Long(meeting.Seals)}.")
            : rounds;
        return string.Join('\n', day.IsAssumed ? lines.Append("Dagen är antagen tills det samordnande kontoret har bekräftat den.") : lines);
    }

    private static string Samrad(Meeting meeting) => $"{(meeting.Kind == MeetingKind.Extra ? "det extra samrådet" : "samrådet")} {SwedishDates.Long(meeting.Date)}";

    private static string Capital(string text) => char.ToUpper(text[0], CultureInfo.InvariantCulture) + text[1..];
}
