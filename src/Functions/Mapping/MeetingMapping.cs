using Hsvo.Contracts.Api;
using Hsvo.Domain.Meetings;

namespace Hsvo.Functions.Mapping;

/// <summary>Meetings in our own API's shape.</summary>
internal static class MeetingMapping
{
    public static MeetingDocument ToDocument(Meeting meeting)
    {
        var timeline = meeting.Timeline;
        return new(meeting.Id, meeting.Plan, meeting.Round, timeline.Meets, timeline.Opens, timeline.Due, timeline.Seals, meeting.IsExample, PapersOf(meeting.Id));
    }

    public static PaperAddresses PapersOf(string meeting) => new(Address(meeting, PaperNames.Html), Address(meeting, PaperNames.Json));

    private static string Address(string meeting, string file) => $"/hsvo/v1/meetings/{meeting}/paper/{file}";
}
