using Hsvo.Contracts.Api;
using Hsvo.Domain.Meetings;

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
        IsExample = meeting.IsExample,
        Summary = SummaryMapping.AddressOf(meeting.Id),
    };
}
