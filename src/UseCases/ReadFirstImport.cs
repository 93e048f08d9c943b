using System.Collections.Concurrent;
using Hsvo.Domain.Plans;
using Hsvo.UseCases.Stores;

namespace Hsvo.UseCases;

/// <summary>When was a plan first imported? Storage is asked once for each plan that has had several versions, since what was first stays first.</summary>
/// <param name="plans">Every version.</param>
public sealed class ReadFirstImport(IPlanStore plans)
{
    private readonly ConcurrentDictionary<PlanKey, DateTimeOffset?> _known = new();

    /// <summary>The time, UTC; null where it wasn't kept.</summary>
    public async Task<DateTimeOffset?> HandleAsync(Plan plan, CancellationToken cancellationToken)
    {
        if (plan.Version == 1)
        {
            return plan.Imported?.At;
        }

        if (!_known.TryGetValue(plan.Key, out var first))
        {
            first = (await plans.ListVersionsAsync(plan.Key, cancellationToken)) is [var oldest, ..] ? oldest.Imported?.At : null;
            _known[plan.Key] = first;
        }

        return first;
    }
}
