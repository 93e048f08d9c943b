using System.Globalization;
using Hsvo.Domain.Plans;
using Hsvo.UseCases.Stores;

namespace Hsvo.UseCases;

/// <summary>Which versions has a plan had, and what did one say?</summary>
/// <param name="area">The area served.</param>
/// <param name="plans">Every version.</param>
/// <param name="newest">The plans as they stand.</param>
/// <param name="past">Which version was in force when.</param>
public sealed class ReadPlanVersions(AreaOptions area, IPlanStore plans, ReadPlans newest, PastPlans past)
{
    /// <summary>A plan's versions, the oldest first.</summary>
    public async Task<Outcome<IReadOnlyList<PlanVersion>>> ListAsync(string plan, CancellationToken cancellationToken) =>
        (await newest.FindAsync(plan, cancellationToken)).Succeeded(out var snapshot, out var failure)
            ? (await plans.ListVersionsAsync(snapshot.Plan.Key, cancellationToken)).ToList()
            : failure;

    /// <summary>A plan as it was imported: the version that was in force at an instant.</summary>
    public async Task<Outcome<Plan>> FindAsOfAsync(string plan, DateTimeOffset asOf, CancellationToken cancellationToken) =>
        (await newest.FindAsync(plan, cancellationToken)).Succeeded(out var snapshot, out var failure)
        && (await past.FindVersionAsync(snapshot, asOf, cancellationToken)).Succeeded(out var version, out failure)
            ? await FindAsync(plan, version.Number, cancellationToken)
            : failure;

    /// <summary>A plan as it was imported: the version in force, or another.</summary>
    public async Task<Outcome<Plan>> FindAsync(string plan, int? version, CancellationToken cancellationToken)
    {
        if (!(await newest.FindAsync(plan, cancellationToken)).Succeeded(out var snapshot, out var failure))
        {
            return failure;
        }

        if (version is null || version == snapshot.Plan.Version)
        {
            return snapshot.AsImported;
        }

        return await plans.FindAsync(new(area.Area, plan), version.Value, cancellationToken) is { } found
            ? found
            : new Failure(FailureKind.NotFound, "plan.version",
                string.Create(CultureInfo.InvariantCulture, $"Planen har ingen version {version}; den som gäller är {snapshot.Plan.Version}."),
                string.Create(CultureInfo.InvariantCulture, $"The plan has no version {version}; the one in force is {snapshot.Plan.Version}."));
    }
}
