using Hsvo.Domain.Meetings;
using Hsvo.Domain.Plans;
using Hsvo.UseCases.Papers;
using Hsvo.UseCases.Stores;

namespace Hsvo.UseCases;

/// <summary>The coordinator removes a meeting that was set by mistake. One whose paper is sealed stays, since the paper is what was decided on.</summary>
/// <param name="area">The area served.</param>
/// <param name="meetings">The meetings.</param>
/// <param name="papers">The papers.</param>
/// <param name="feeds">Hear of it.</param>
/// <param name="time">The clock.</param>
public sealed class RemoveMeeting(AreaOptions area, IMeetingStore meetings, IPaperStore papers, PlanFeeds feeds, TimeProvider time)
{
    /// <summary>Removes a meeting. That it was there is kept.</summary>
    /// <param name="caller">A coordinator.</param>
    /// <param name="id">The meeting's id.</param>
    /// <param name="cancellationToken">The caller's.</param>
    /// <returns>The meeting as it was.</returns>
    public async Task<Outcome<Meeting>> HandleAsync(Caller caller, string id, CancellationToken cancellationToken)
    {
        Meeting? seen = null;
        for (var attempt = 0; attempt < SetMeeting.Attempts; attempt++)
        {
            // The stamp before the meetings: what is changed after it was read is refused by the store.
            var stamp = await meetings.ReadStampAsync(area.Area, cancellationToken);
            var history = await meetings.ReadAsync(area.Area, cancellationToken);
            if (history.Now.Meetings.FirstOrDefault(m => m.Id == id) is not { } meeting)
            {
                // Gone since the last attempt: by that attempt, whose answer was lost, or by somebody else's. It is what was asked for.
                return seen is not null ? Removed(seen) : Unknown(id);
            }

            if (await papers.FindManifestAsync(area.Area, id, PaperManifest.SealedVersion, cancellationToken) is not null)
            {
                return new Failure(FailureKind.Conflict, "meeting.sealed",
                    $"Underlaget till samrådet ”{id}” är fastställt, så samrådet kan inte tas bort.",
                    $"The paper for the meeting '{id}' is sealed, so the meeting can't be removed.");
            }

            if (SealedRounds.FailureOf(history.Now.Meetings, [.. history.Now.Meetings.Where(m => m.Id != id)], time.Today()) is { } failure)
            {
                return failure;
            }

            var removal = new MeetingChange(history.NextChangeOf(id), meeting, IsRemoved: true, caller.ObjectId, time.GetUtcNow()) { Origin = caller.Origin };
            if (await meetings.TryAddAsync(removal, stamp, cancellationToken))
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
        Identifier.IsValid(id) ? $"Samrådet ”{id}” finns inte." : "Samrådet finns inte.",
        Identifier.IsValid(id) ? $"There is no meeting '{id}'." : "There is no such meeting.");
}
