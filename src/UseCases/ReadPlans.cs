using Hsvo.Domain.Plans;
using Hsvo.Domain.Reports;

namespace Hsvo.UseCases;

/// <summary>Which plans are there, and what do they say? The published edition, unless the plain one is asked for by name.</summary>
/// <param name="area">The area served.</param>
/// <param name="feeds">The plans.</param>
/// <param name="past">The plans as they were known before.</param>
public sealed class ReadPlans(AreaOptions area, PlanFeeds feeds, PastPlans past)
{
    /// <summary>Every plan of the area.</summary>
    public async Task<IReadOnlyList<PlanSnapshot>> ListAsync(CancellationToken cancellationToken) =>
        [.. (await ListPlainAsync(cancellationToken)).Select(s => s.Published)];

    /// <summary>One plan.</summary>
    public async Task<Outcome<PlanSnapshot>> FindAsync(string plan, CancellationToken cancellationToken) =>
        (await FindPlainAsync(plan, cancellationToken)).Succeeded(out var snapshot, out var failure) ? snapshot.Published : failure;

    /// <summary>One plan as it was known at an instant; as it stands without one.</summary>
    public async Task<Outcome<PlanSnapshot>> FindAsync(string plan, DateTimeOffset? asOf, CancellationToken cancellationToken)
    {
        if (!(await FindPlainAsync(plan, cancellationToken)).Succeeded(out var current, out var failure))
        {
            return failure;
        }

        if (asOf is not { } instant)
        {
            return current.Published;
        }

        return (await past.FindAsync(current, instant, cancellationToken)).Succeeded(out var then, out failure) ? then.PublishedBy(current) : failure;
    }

    /// <summary>Every plan of the area with every answer as it was given: for the unit that gave it.</summary>
    public Task<IReadOnlyList<PlanSnapshot>> ListPlainAsync(CancellationToken cancellationToken) => feeds.ListAsync(area.Area, cancellationToken);

    /// <summary>One plan with every answer as it was given: for the coordinating office.</summary>
    public async Task<Outcome<PlanSnapshot>> FindPlainAsync(string plan, CancellationToken cancellationToken) =>
        Identifier.IsValid(plan) && await feeds.FindAsync(new(area.Area, plan), cancellationToken) is { } snapshot
            ? snapshot
            : new Failure(FailureKind.NotFound, "plan.unknown", $"Planen ”{Excerpt.Of(plan)}” finns inte.", $"There is no plan '{Excerpt.Of(plan)}'.");

    /// <summary>One plan with every answer as it was given, as it was known at an instant; as it stands without one.</summary>
    public async Task<Outcome<PlanSnapshot>> FindPlainAsync(string plan, DateTimeOffset? asOf, CancellationToken cancellationToken)
    {
        var found = await FindPlainAsync(plan, cancellationToken);
        return asOf is { } instant && found.Value is { } current ? await past.FindAsync(current, instant, cancellationToken) : found;
    }
}
