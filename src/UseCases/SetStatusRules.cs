using Hsvo.Domain.Areas;
using Hsvo.Domain.Plans;
using Hsvo.Domain.Statuses;
using Hsvo.UseCases.Stores;

namespace Hsvo.UseCases;

/// <summary>
/// The coordinator writes status rules for a row of a plan, for every department and door, or takes them away. Each change is kept, with who and when. How a row
/// with written rules goes is told by them alone; what small numbers hide they don't show.
/// </summary>
/// <param name="area">The area served.</param>
/// <param name="plans">The plans.</param>
/// <param name="meetings">Where an area's decisions are kept.</param>
/// <param name="feeds">Hear of the change.</param>
/// <param name="time">The clock.</param>
public sealed class SetStatusRules(AreaOptions area, ReadPlans plans, IMeetingStore meetings, PlanFeeds feeds, TimeProvider time)
{
    /// <summary>The most rules of a row.</summary>
    public const int MaxRules = 20;

    /// <summary>The most conditions of a rule.</summary>
    public const int MaxConditions = 10;

    /// <summary>The most changes of a row's rules: every one is kept, and read with all that the area decides.</summary>
    public const int MaxChanges = 200;

    /// <summary>Sets them.</summary>
    /// <param name="caller">A coordinator.</param>
    /// <param name="plan">The plan's id.</param>
    /// <param name="indicator">The row's node id.</param>
    /// <param name="rules">The rules; null to take away those that are written.</param>
    /// <param name="seen">The number of the change that the caller saw, 0 for none; null when it doesn't say.</param>
    /// <param name="cancellationToken">The caller's.</param>
    /// <returns>What holds now.</returns>
    public async Task<Outcome<StatusRulesChange>> HandleAsync(
        Caller caller, string plan, string indicator, WrittenRules? rules, int? seen, CancellationToken cancellationToken)
    {
        if (!(await plans.FindAsync(plan, cancellationToken)).Succeeded(out var snapshot, out var failure))
        {
            return failure;
        }

        if (snapshot.Plan.Find(indicator) is not { Kind: NodeKind.Indicator, Indicator: { } spec } || !WrittenRules.Fit(spec))
        {
            return NoRules;
        }

        for (var attempt = 0; attempt < SetMeeting.Attempts; attempt++)
        {
            // The stamp before the content: what is decided after it was read is refused by the store.
            var stamp = await meetings.ReadStampAsync(area.Area, cancellationToken);
            var history = await meetings.ReadAsync(area.Area, cancellationToken);
            var before = history.Now.StatusRules.FirstOrDefault(c => (c.Plan, c.Indicator) == (plan, indicator));
            if (seen is { } number && number != (before?.Number ?? 0))
            {
                return new Failure(FailureKind.PreconditionFailed, "statusRules.overtaken",
                    "Reglerna har ändrats sedan du läste dem.", "The rules were changed after you read them.");
            }

            if (rules is null && before?.Rules is null)
            {
                return NotWritten;
            }

            var change = new StatusRulesChange
            {
                Area = area.Area,
                Plan = plan,
                Indicator = indicator,
                Number = history.NextStatusRulesOf(plan, indicator),
                Rules = rules,
                By = caller.ObjectId,
                At = time.GetUtcNow(),
                Origin = caller.Origin,
            };
            if (change.Number > MaxChanges)
            {
                return new Failure(FailureKind.Conflict, "statusRules.tooMany",
                    $"Radens regler har ändrats {MaxChanges} gånger; fler ändringar tas inte emot.", $"The row's rules were changed {MaxChanges} times; no more changes are taken.");
            }

            if (await meetings.TrySetRulesAsync(change, stamp, CancellationToken.None))
            {
                feeds.InvalidateArea(area.Area);
                return change;
            }
        }

        return new Failure(FailureKind.Unavailable, "statusRules.busy",
            "Samverkansområdets beslut ändras just nu. Skicka samma sak igen.", "The area's decisions are being changed right now. Send the same again.")
        {
            RetryAfter = TimeSpan.FromSeconds(2),
        };
    }

    private static Failure NoRules => new(FailureKind.Malformed, "statusRules.notHere",
        "Bara en indikator vars svar har ett värde kan ha statusregler.", "Only an indicator whose answers have a value can have status rules.")
    {
        Faults = [new("statusRules.notHere", "goalId", "Välj en indikator med ja/nej, datum eller tal.", "Choose an indicator answered by yes or no, a date or a number.")],
    };

    private static Failure NotWritten => new(FailureKind.NotFound, "statusRules.unknown",
        "Målet har inga skrivna regler; planens egna gäller och kan inte tas bort.", "The goal has no written rules; the plan's own hold and can't be removed.");
}
