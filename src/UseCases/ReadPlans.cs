using Hsvo.Domain.Plans;
using Hsvo.Domain.Reports;

namespace Hsvo.UseCases;

/// <summary>Which plans are there, and what do they say?</summary>
/// <param name="area">The area served.</param>
/// <param name="feeds">The plans.</param>
public sealed class ReadPlans(AreaOptions area, PlanFeeds feeds)
{
    /// <summary>Every plan of the area.</summary>
    public Task<IReadOnlyList<PlanSnapshot>> ListAsync(CancellationToken cancellationToken) => feeds.ListAsync(area.Area, cancellationToken);

    /// <summary>One plan.</summary>
    public async Task<Outcome<PlanSnapshot>> FindAsync(string plan, CancellationToken cancellationToken) =>
        Identifier.IsValid(plan) && await feeds.FindAsync(new(area.Area, plan), cancellationToken) is { } snapshot
            ? snapshot
            : new Failure(FailureKind.NotFound, "plan.unknown", $"Planen ”{Excerpt.Of(plan)}” finns inte.", $"There is no plan '{Excerpt.Of(plan)}'.");
}
