using Hsvo.Domain.Meetings;
using Hsvo.Domain.Plans;
using Hsvo.Domain.Statuses;

namespace Hsvo.UseCases;

/// <summary>What reporting a plan asks of each department.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Departments">The departments that owe something in it.</param>
public sealed record PlanBurden(Plan Plan, IReadOnlyList<ReportingBurden> Departments);

/// <summary>How much does each department have to report, and how much of it ever says something new? For the office that settles who owes what.</summary>
/// <param name="plans">The plans.</param>
/// <param name="time">The clock.</param>
public sealed class ReadBurden(ReadPlans plans, TimeProvider time)
{
    /// <summary>Reads it, from the plan's cells alone.</summary>
    public Task<Outcome<PlanBurden>> HandleAsync(string plan, CancellationToken cancellationToken) => HandleAsync(plan, asOf: null, cancellationToken);

    /// <summary>Reads it as it was known at an instant; null for now.</summary>
    public async Task<Outcome<PlanBurden>> HandleAsync(string plan, DateTimeOffset? asOf, CancellationToken cancellationToken)
    {
        if (!(await plans.FindAsync(plan, asOf, cancellationToken)).Succeeded(out var snapshot, out var failure))
        {
            return failure;
        }

        return In(snapshot, StockholmTime.DateOf(snapshot.AsOf ?? time.GetUtcNow()));
    }

    /// <summary>What a plan asks, as it stands on a day.</summary>
    public static PlanBurden In(PlanSnapshot snapshot, DateOnly today) =>
        new(snapshot.Plan, ReportingBurden.Of(snapshot.Plan, [.. snapshot.Plan.Rounds.Select(r => snapshot.StatusIn(r, today))]));
}
