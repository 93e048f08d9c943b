using Hsvo.Domain.Meetings;
using Hsvo.Domain.Plans;
using Hsvo.UseCases.Papers;
using Hsvo.UseCases.Stores;

namespace Hsvo.UseCases;

/// <summary>Which meetings are dated? And the coordinator sets or moves one.</summary>
/// <param name="area">The area served.</param>
/// <param name="meetings">The meetings.</param>
/// <param name="papers">The papers.</param>
/// <param name="feeds">The plans.</param>
public sealed class SetMeeting(AreaOptions area, IMeetingStore meetings, IPaperStore papers, PlanFeeds feeds)
{
    // Coordinators are few and seldom busy at once; five misses in a row mean something else is wrong.
    internal const int Attempts = 5;

    /// <summary>The area's meetings by date.</summary>
    public async Task<IReadOnlyList<Meeting>> ListAsync(CancellationToken cancellationToken) =>
        [.. (await meetings.ListAsync(area.Area, cancellationToken)).OrderBy(m => m.Date).ThenBy(m => m.Id, StringComparer.Ordinal)];

    /// <summary>Creates a meeting or moves it to another day. Its plan and round stay: a paper that is sealed is for them.</summary>
    /// <param name="caller">A coordinator.</param>
    /// <param name="id">The meeting's id.</param>
    /// <param name="plan">The plan followed up.</param>
    /// <param name="round">The round answered.</param>
    /// <param name="date">The day.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public async Task<Outcome<Meeting>> HandleAsync(
        Caller caller, string id, string plan, string round, DateOnly date, CancellationToken cancellationToken)
    {
        var snapshot = Identifier.IsValid(plan) ? await feeds.FindAsync(new(area.Area, plan), cancellationToken) : null;
        var meeting = new Meeting { Id = id, Area = area.Area, Date = date, Plan = plan, Round = round, IsExample = caller.IsExample };
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            // The stamp before the meetings: what is changed after it was read is refused by the store.
            var stamp = await meetings.ReadStampAsync(area.Area, cancellationToken);
            var known = await meetings.ListAsync(area.Area, cancellationToken);
            if (FaultsOf(meeting, snapshot?.Plan, known) is { Count: > 0 } faults)
            {
                return new Failure(FailureKind.Invalid, "meeting.invalid", "Mötet har inte sparats.", "The meeting was not stored.") { Faults = faults };
            }

            if (await BelongsElsewhereAsync(meeting, known, cancellationToken))
            {
                return new Failure(FailureKind.Conflict, "meeting.round",
                    $"Mötet ”{id}” hör till en annan omgång. Ta bort det och skapa det på nytt, eller välj ett annat id.",
                    $"The meeting '{id}' belongs to another round. Remove it and create it anew, or choose another id.");
            }

            if (await meetings.TrySaveAsync(meeting, stamp, cancellationToken))
            {
                feeds.InvalidateArea(area.Area);
                return meeting;
            }
        }

        return Busy;
    }

    internal static Failure Busy => new(FailureKind.Unavailable, "storage.unavailable",
        "Andra ändrar möten just nu. Skicka samma sak igen.", "Others are changing meetings right now. Send the same again.")
    {
        RetryAfter = TimeSpan.FromSeconds(2),
    };

    private static List<Fault> FaultsOf(Meeting meeting, Plan? plan, IReadOnlyList<Meeting> known)
    {
        var faults = new List<Fault>();
        if (!Identifier.IsValid(meeting.Id))
        {
            faults.Add(new("meeting.id", "meetingId", "Ett mötes id är 1–64 tecken av a–z, 0–9, punkt och bindestreck.",
                "A meeting's id is 1-64 of a-z, 0-9, dot and hyphen."));
        }

        if (plan is null)
        {
            faults.Add(new("plan.unknown", "/plan", $"Planen ”{meeting.Plan}” finns inte.", $"There is no plan '{meeting.Plan}'."));
        }
        else if (plan.FindRound(meeting.Round) is null)
        {
            faults.Add(new("round.unknown", "/round", $"Omgången ”{meeting.Round}” finns inte i planen.", $"There is no round '{meeting.Round}' in the plan."));
        }
        else if (known.MeetingOf(plan, meeting.Round) is { } other && other.Id != meeting.Id)
        {
            faults.Add(new("round.taken", "/round", $"Omgången har redan mötet ”{other.Id}”.", $"The round has the meeting '{other.Id}' already."));
        }

        return faults;
    }

    // A meeting that was removed at the moment its paper was sealed leaves the paper: its id stays with that round.
    private async Task<bool> BelongsElsewhereAsync(Meeting meeting, IReadOnlyList<Meeting> known, CancellationToken cancellationToken)
    {
        var (plan, round) = known.FirstOrDefault(m => m.Id == meeting.Id) is { } before
            ? (before.Plan, before.Round)
            : await papers.FindNewestAsync(area.Area, meeting.Id, cancellationToken) is { Edition: PaperEdition.Sealed } paper
                ? (paper.Plan, paper.Round)
                : (meeting.Plan, meeting.Round);
        return (plan, round) != (meeting.Plan, meeting.Round);
    }
}
