using Hsvo.Domain.Meetings;
using Hsvo.Domain.Plans;
using Hsvo.Domain.Reports;
using Hsvo.UseCases.Stores;

namespace Hsvo.UseCases;

/// <summary>What the coordinator permits.</summary>
/// <param name="Department">The department.</param>
/// <param name="Until">The last day.</param>
/// <param name="Reason">Why.</param>
public sealed record LateChange(string Department, DateOnly Until, string Reason);

/// <summary>Lets one department change its answers in a sealed round until a day. Every permit is kept, each once.</summary>
/// <param name="area">The area served.</param>
/// <param name="plans">The plans.</param>
/// <param name="meetings">Where permits are kept.</param>
/// <param name="feeds">Hear of a new permit.</param>
/// <param name="time">The clock.</param>
public sealed class PermitLateChange(AreaOptions area, ReadPlans plans, IMeetingStore meetings, PlanFeeds feeds, TimeProvider time)
{
    // Longer than any round is open: a permit is an exception, no second round.
    private const int MaxDays = 60;

    /// <summary>A round's permits, the newest last.</summary>
    public async Task<Outcome<IReadOnlyList<LateChangePermit>>> ListAsync(string plan, string round, CancellationToken cancellationToken) =>
        (await FindAsync(plan, round, cancellationToken)).Succeeded(out var snapshot, out var failure)
            ? snapshot.Permits.Where(p => p.Round == round).ToList()
            : failure;

    /// <summary>Gives a permit; giving the same again changes nothing.</summary>
    public async Task<Outcome<LateChangePermit>> HandleAsync(
        Caller caller, string plan, string round, LateChange change, CancellationToken cancellationToken)
    {
        if (!(await FindAsync(plan, round, cancellationToken)).Succeeded(out var snapshot, out var failure))
        {
            return failure;
        }

        if (FaultsOf(change, snapshot.Plan) is { Count: > 0 } faults)
        {
            return new Failure(FailureKind.Invalid, "permit.invalid", "Undantaget har inte sparats.", "The permit was not stored.") { Faults = faults };
        }

        for (var attempt = 0; attempt < SetMeeting.Attempts; attempt++)
        {
            // The stamp before the permits: the same one given meanwhile, by a double click or a colleague, is seen by the next attempt.
            var stamp = await meetings.ReadStampAsync(area.Area, cancellationToken);
            var permit = new LateChangePermit
            {
                Area = area.Area,
                Plan = plan,
                Round = round,
                Department = change.Department,
                Until = change.Until,
                Reason = change.Reason.Trim(),
                GrantedBy = caller.ObjectId,
                GrantedAt = time.GetUtcNow(),
                Origin = caller.Origin,
            };
            if ((await meetings.ReadAsync(area.Area, cancellationToken)).Permits.FirstOrDefault(permit.SaysTheSameAs) is { } given)
            {
                return given;
            }

            if (await meetings.TryPermitAsync(permit, stamp, cancellationToken))
            {
                feeds.InvalidateArea(area.Area);
                return permit;
            }
        }

        return SetMeeting.Busy;
    }

    private async Task<Outcome<PlanSnapshot>> FindAsync(string plan, string round, CancellationToken cancellationToken)
    {
        if (!(await plans.FindAsync(plan, cancellationToken)).Succeeded(out var snapshot, out var failure))
        {
            return failure;
        }

        return snapshot.Plan.FindRound(round) is null
            ? UnknownRound(round)
            : snapshot;
    }

    internal static Failure UnknownRound(string round) => new(FailureKind.NotFound, "round.unknown",
        $"Omgången ”{Excerpt.Of(round)}” finns inte i planen.", $"There is no round '{Excerpt.Of(round)}' in the plan.");

    private List<Fault> FaultsOf(LateChange change, Plan plan)
    {
        var faults = new List<Fault>();
        if (plan.FindDepartment(change.Department) is null)
        {
            faults.Add(new("department.unknown", "/department",
                $"Enheten ”{Excerpt.Of(change.Department)}” finns inte i planen.", $"There is no unit '{Excerpt.Of(change.Department)}' in the plan."));
        }

        var today = time.Today();
        if (change.Until < today || change.Until > today.AddDays(MaxDays))
        {
            faults.Add(new("permit.until", "/until", $"Undantaget gäller till en dag från i dag och högst {MaxDays} dagar framåt.",
                $"The permit holds until a day from today and at most {MaxDays} days ahead."));
        }

        if (string.IsNullOrWhiteSpace(change.Reason) || change.Reason.Length > AnswerReader.MaxReason)
        {
            faults.Add(new("reason.required", "/reason", $"Skriv varför, högst {AnswerReader.MaxReason} tecken.", $"Say why, in at most {AnswerReader.MaxReason} characters."));
        }
        else
        {
            var errors = new List<FieldError>();
            FreeText.Check(change.Reason, AnswerReader.MaxReason, "reason", errors);
            faults.AddRange(errors.Select(e => new Fault(e.Code, $"/{e.Field}", e.Swedish, e.English)));
        }

        return faults;
    }
}
