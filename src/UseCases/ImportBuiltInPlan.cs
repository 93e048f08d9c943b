using Hsvo.Domain.Plans;
using Hsvo.UseCases.Stores;

namespace Hsvo.UseCases;

/// <summary>What came of importing a plan that comes with the app.</summary>
public enum BuiltInPlan
{
    /// <summary>It was imported now.</summary>
    Imported,

    /// <summary>It is there as the app has it, whatever a coordinator has made of it since.</summary>
    Unchanged,

    /// <summary>The app now says something else than when it imported the plan, and than the plan says now. What is there stays.</summary>
    Differs,
}

/// <summary>Puts the plans that come with the app into storage, at start: a plan that is there already stays as it is.</summary>
/// <param name="area">The area served.</param>
/// <param name="plans">Plans.</param>
/// <param name="feeds">The plans as they are read.</param>
/// <param name="time">The clock.</param>
public sealed class ImportBuiltInPlan(AreaOptions area, IPlanStore plans, PlanFeeds feeds, TimeProvider time)
{
    /// <summary>Whether a build of the app has nothing to bring that it hasn't brought before: one question, so that a start costs no more.</summary>
    public async Task<bool> IsDoneByAsync(string build, CancellationToken cancellationToken) =>
        await plans.ReadBuiltInAsync(area.Area, cancellationToken) == build;

    /// <summary>Keeps that a build has brought all that it has.</summary>
    public Task KeepDoneAsync(string build, CancellationToken cancellationToken) => plans.KeepBuiltInAsync(area.Area, build, cancellationToken);

    /// <summary>Imports a plan when storage has none with its key.</summary>
    public async Task<BuiltInPlan> ImportIfMissingAsync(Plan plan, CancellationToken cancellationToken)
    {
        if (await plans.TryImportAsync(plan with { Version = 1, Imported = new(time.GetUtcNow(), By: null, IsExample: false) }, cancellationToken))
        {
            feeds.InvalidateArea(plan.Area);
            return BuiltInPlan.Imported;
        }

        if (Same(await plans.FindAsync(plan.Key, cancellationToken), plan))
        {
            return BuiltInPlan.Unchanged;
        }

        // A coordinator's version says something else, and is meant to. Only what the app itself says anew is worth a word.
        var own = (await plans.ListVersionsAsync(plan.Key, cancellationToken)).LastOrDefault(v => v.Imported is null or { By: null });
        return own is not null && Same(await plans.FindAsync(plan.Key, own.Number, cancellationToken), plan) ? BuiltInPlan.Unchanged : BuiltInPlan.Differs;
    }

    private static bool Same(Plan? stored, Plan plan) => stored is not null && PlanChanges.Between(stored, plan, []).IsNone;
}
