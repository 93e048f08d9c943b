using System.Globalization;
using Hsvo.Domain.Meetings;
using Hsvo.Functions.Pages.Forms;

namespace Hsvo.Functions.Pages.Office;

/// <summary>A meeting's form, as it was typed.</summary>
/// <param name="Id">The meeting's id.</param>
/// <param name="Date">Its day.</param>
/// <param name="IsExtra">Whether it is an extra one.</param>
/// <param name="Agenda">What is ticked, each "plan/round".</param>
/// <param name="Number">Its registry number.</param>
/// <param name="Seen">The number of the last change that it was filled in from; 0 for a meeting that is new.</param>
public sealed record MeetingForm(string Id, string Date, bool IsExtra, IReadOnlySet<string> Agenda, string Number, int Seen)
{
    /// <summary>What an agenda's box is worth.</summary>
    public static string BoxOf(string plan, string round) => $"{plan}/{round}";

    /// <summary>The form of a meeting that is there.</summary>
    public static MeetingForm Of(MeetingChange last)
    {
        ArgumentNullException.ThrowIfNull(last);
        var meeting = last.Meeting;
        return new(
            meeting.Id,
            meeting.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            meeting.Kind == MeetingKind.Extra,
            meeting.Agenda.Select(i => BoxOf(i.Plan, i.Round)).ToHashSet(),
            meeting.Diarienummer ?? "",
            last.Number);
    }

    /// <summary>A form as it was sent.</summary>
    /// <param name="id">The id in the address; the form's own where the meeting is new.</param>
    /// <param name="sent">The form.</param>
    public static MeetingForm Of(string id, SentForm sent)
    {
        ArgumentNullException.ThrowIfNull(sent);
        return new(
            id == OfficeAddresses.NewMeeting ? sent.Text("id").Trim() : id,
            sent.Text("date").Trim(),
            sent.Text("kind") == "extra",
            sent.Fields["agenda"].OfType<string>().ToHashSet(),
            sent.Text("number"),
            int.TryParse(sent.Text("version"), NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen : 0);
    }

    /// <summary>The day; null where none is written.</summary>
    public DateOnly? Day => DateOnly.TryParseExact(Date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>The agenda that is ticked.</summary>
    public IReadOnlyList<AgendaItem> Items => [.. Agenda.Select(b => b.Split('/', 2)).Where(b => b.Length == 2).Select(b => new AgendaItem(b[0], b[1]))];
}
