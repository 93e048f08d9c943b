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
        Papers = PapersOf(meeting.Id),
    };

    public static PaperAddresses PapersOf(string meeting) => new(Address(meeting, PaperNames.Html), Address(meeting, PaperNames.Json));

    private static string Address(string meeting, string file) => $"/hsvo/v1/meetings/{meeting}/paper/{file}";
}
