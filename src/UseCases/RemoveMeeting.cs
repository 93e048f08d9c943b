using Hsvo.Domain.Meetings;
using Hsvo.Domain.Plans;
using Hsvo.UseCases.Papers;
using Hsvo.UseCases.Stores;

namespace Hsvo.UseCases;

/// <summary>The coordinator removes a meeting that was set by mistake. One whose paper is sealed stays, since the paper is what was decided on.</summary>
/// <param name="area">The area served.</param>
/// <param name="meetings">The meetings.</param>
/// <param name="papers">The papers.</param>
/// <param name="feeds">The plans.</param>
public sealed class RemoveMeeting(AreaOptions area, IMeetingStore meetings, IPaperStore papers, PlanFeeds feeds)
{
    /// <summary>Removes a meeting.</summary>
    /// <returns>The meeting as it was.</returns>
    public async Task<Outcome<Meeting>> HandleAsync(string id, CancellationToken cancellationToken)
    {
        Meeting? seen = null;
        for (var attempt = 0; attempt < SetMeeting.Attempts; attempt++)
        {
            // The stamp before the meetings: what is changed after it was read is refused by the store.
            var stamp = await meetings.ReadStampAsync(area.Area, cancellationToken);
            var meeting = (await meetings.ListAsync(area.Area, cancellationToken)).FirstOrDefault(m => m.Id == id);
            if (meeting is null)
            {
                // Gone since the last attempt: by that attempt, whose answer was lost, or by somebody else's. It is what was asked for.
                return seen is not null ? Removed(seen) : Unknown(id);
            }

            if (await papers.FindNewestAsync(area.Area, id, cancellationToken) is { Edition: PaperEdition.Sealed })
            {
                return new Failure(FailureKind.Conflict, "meeting.sealed",
                    $"Underlaget till mötet ”{id}” är fastställt, så mötet kan inte tas bort.",
                    $"The paper for the meeting '{id}' is sealed, so the meeting can't be removed.");
            }

            if (await meetings.TryRemoveAsync(meeting, stamp, cancellationToken))
            {
                return Removed(meeting);
            }

            seen = meeting;
        }

        return SetMeeting.Busy;
    }

    private Meeting Removed(Meeting meeting)
    {
        feeds.InvalidateArea(area.Area);
        return meeting;
    }

    private static Failure Unknown(string id) => new(FailureKind.NotFound, "meeting.unknown",
        Identifier.IsValid(id) ? $"Mötet ”{id}” finns inte." : "Mötet finns inte.",
        Identifier.IsValid(id) ? $"There is no meeting '{id}'." : "There is no such meeting.");
}
