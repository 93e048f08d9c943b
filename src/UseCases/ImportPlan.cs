using Hsvo.Domain.Plans;
using Hsvo.UseCases.Stores;

namespace Hsvo.UseCases;

/// <summary>Puts the plans that come with the app into storage, at start: a plan that is there already stays as it is.</summary>
/// <param name="plans">Plans.</param>
public sealed class ImportPlan(IPlanStore plans)
{
    /// <summary>Imports a plan when storage has none with its key.</summary>
    /// <returns>Whether it was imported now.</returns>
    public async Task<bool> ImportIfMissingAsync(Plan plan, CancellationToken cancellationToken) =>
        await plans.ReadVersionAsync(plan.Key, cancellationToken) == 0 && await plans.TryImportAsync(plan with { Version = 1 }, cancellationToken);
}
