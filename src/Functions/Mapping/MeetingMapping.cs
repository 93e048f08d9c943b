using System.Globalization;
using Hsvo.Contracts.Api;
using Hsvo.Domain.Meetings;
using Hsvo.UseCases;

namespace Hsvo.Functions.Mapping;

/// <summary>Meetings in our own API's shape.</summary>
internal static class MeetingMapping
{
    public static MeetingDocument ToDocument(Meeting meeting) => new()
    {
        Id = meeting.Id,
        Kind = meeting.Kind.ToName(),
        Date = meeting.Date,
        Agenda = [.. meeting.Agenda.Select(i => new AgendaItemDocument(i.Plan, i.Round))],
        Opens = meeting.Opens,
        Due = meeting.Due,
        Seals = meeting.Seals,
        Diarienummer = meeting.Diarienummer,
        IsExample = meeting.IsExample,
        Summary = SummaryMapping.AddressOf(meeting.Id),
    };

    public static MeetingList ToDocument(KnownMeetings known) => new([.. known.Meetings.Select(ToDocument)], [.. known.Warnings.Select(ToDocument)]);

    public static TimelineDocument ToDocument(RoundTimeline timeline) => new(timeline.Opens, timeline.Due, timeline.Seals, timeline.Meets, timeline.IsAssumed);

    private static MeetingWarningDocument ToDocument(MeetingWarning warning) => new(
        "month.undated",
        warning.Month.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        warning.DaysLeft,
        new(MeetingWarningTexts.Swedish(warning), MeetingWarningTexts.English(warning)));
}
