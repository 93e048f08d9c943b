using System.Text.Json;
using Hsvo.Domain.Plans;
using Hsvo.UseCases.Stores;

namespace Hsvo.UseCases;

/// <summary>What came of importing a plan.</summary>
public enum PlanImport
{
    /// <summary>It was imported now.</summary>
    Imported,

    /// <summary>It is there and says the same.</summary>
    Unchanged,

    /// <summary>It is there and says something else, which stays.</summary>
    Differs,
}

/// <summary>Puts the plans that come with the app into storage, at start: a plan that is there already stays as it is.</summary>
/// <param name="plans">Plans.</param>
/// <param name="feeds">The plans as they are read.</param>
public sealed class ImportPlan(IPlanStore plans, PlanFeeds feeds)
{
    /// <summary>Imports a plan when storage has none with its key.</summary>
    public async Task<PlanImport> ImportIfMissingAsync(Plan plan, CancellationToken cancellationToken)
    {
        if (await plans.TryImportAsync(plan with { Version = 1 }, cancellationToken))
        {
            feeds.InvalidateArea(plan.Area);
            return PlanImport.Imported;
        }

        var stored = await plans.FindAsync(plan.Key, cancellationToken);
        return stored is not null && TextOf(stored) == TextOf(plan) ? PlanImport.Unchanged : PlanImport.Differs;
    }

    // Records with lists in them compare by reference; what they say is their JSON.
    private static string TextOf(Plan plan) => JsonSerializer.Serialize(plan with { Version = 0 });
}
