using Hsvo.Domain.Meetings;
using Hsvo.Domain.Plans;
using Hsvo.UseCases.Stores;

namespace Hsvo.UseCases;

/// <summary>Which meetings are dated? And the coordinator sets or moves one.</summary>
/// <param name="area">The area served.</param>
/// <param name="meetings">The meetings.</param>
/// <param name="feeds">The plans.</param>
public sealed class SetMeeting(AreaOptions area, IMeetingStore meetings, PlanFeeds feeds)
{
    /// <summary>The area's meetings by date.</summary>
    public async Task<IReadOnlyList<Meeting>> ListAsync(CancellationToken cancellationToken) =>
        [.. (await meetings.ListAsync(area.Area, cancellationToken)).OrderBy(m => m.Date).ThenBy(m => m.Id, StringComparer.Ordinal)];

    /// <summary>Creates a meeting or moves it.</summary>
    /// <param name="caller">A coordinator.</param>
    /// <param name="id">The meeting's id.</param>
    /// <param name="plan">The plan followed up.</param>
    /// <param name="round">The round answered.</param>
    /// <param name="date">The day.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public async Task<Outcome<Meeting>> HandleAsync(
        Caller caller, string id, string plan, string round, DateOnly date, CancellationToken cancellationToken)
    {
        var faults = new List<Fault>();
        if (!Identifier.IsValid(id))
        {
            faults.Add(new("meeting.id", "meetingId", "Ett mötes id är 1–64 tecken av a–z, 0–9, punkt och bindestreck.",
                "A meeting's id is 1-64 of a-z, 0-9, dot and hyphen."));
        }

        var snapshot = Identifier.IsValid(plan) ? await feeds.FindAsync(new(area.Area, plan), cancellationToken) : null;
        if (snapshot is null)
        {
            faults.Add(new("plan.unknown", "/plan", $"Planen ”{plan}” finns inte.", $"There is no plan '{plan}'."));
        }
        else if (snapshot.Plan.FindRound(round) is null)
        {
            faults.Add(new("round.unknown", "/round", $"Omgången ”{round}” finns inte i planen.", $"There is no round '{round}' in the plan."));
        }
        else if (snapshot.MeetingOf(round) is { } other && other.Id != id)
        {
            faults.Add(new("round.taken", "/round", $"Omgången har redan mötet ”{other.Id}”.", $"The round has the meeting '{other.Id}' already."));
        }

        if (faults.Count > 0)
        {
            return new Failure(FailureKind.Invalid, "meeting.invalid", "Mötet har inte sparats.", "The meeting was not stored.") { Faults = faults };
        }

        var meeting = new Meeting { Id = id, Area = area.Area, Date = date, Plan = plan, Round = round, IsExample = caller.IsExample };
        await meetings.SaveAsync(meeting, cancellationToken);
        feeds.InvalidateArea(area.Area);
        return meeting;
    }
}
