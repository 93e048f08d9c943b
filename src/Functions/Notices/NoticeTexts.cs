using Hsvo.Contracts.Api;
using Hsvo.Domain.Meetings;
using Hsvo.Functions.Mapping;
using Hsvo.UseCases.Notices;

namespace Hsvo.Functions.Notices;

/// <summary>Says a notice in Swedish, ready to post: the reminder is the missing list's own.</summary>
internal static class NoticeTexts
{
    // A message in a channel is read at a glance, and Teams takes 28 kB.
    private const int MaxLines = 60;

    private static readonly MailDocument Test = new(
        "Provmeddelande från uppföljningen av HSVO",
        """
        Det här är ett provmeddelande. Ingen behöver göra något.
        Det samordnande kontoret skickade det för att se att påminnelser och besked kommer fram hit.
        """);

    public static MailDocument Of(NoticeMessage message)
    {
        var text = message switch
        {
            { Missing: { } missing } => ReminderTexts.Of(missing, tellsQuestions: false),
            { Meeting: { } meeting } => OfSealed(meeting),
            _ => Test,
        };
        var lines = text.Body.Split('\n');
        return lines.Length <= MaxLines ? text : text with { Body = string.Join('\n', lines.Take(MaxLines).Append($"… och {lines.Length - MaxLines} rader till; hela listan finns i HSVO.")) };
    }

    private static MailDocument OfSealed(Meeting meeting) => new(
        $"{(meeting.IsExample ? "Exempel: " : "")}Underlaget till samrådet {SwedishDates.Long(meeting.Date)} är fastställt",
        $"""
        Underlaget till {(meeting.Kind == MeetingKind.Extra ? "det extra samrådet" : "samrådet")} den {SwedishDates.Long(meeting.Date)} är fastställt och ändras inte mer.
        Den som behöver rätta ett svar nu ber det samordnande kontoret om ett undantag.
        """);
}
