using Hsvo.UseCases.Stores;

namespace Hsvo.UseCases;

/// <summary>Forgets what was answered to idempotency keys after 30 days, run once a day, so that receipts don't pile up. Reports are never touched.</summary>
/// <param name="area">The area served.</param>
/// <param name="plans">The plans.</param>
/// <param name="reports">The reports.</param>
/// <param name="time">The clock.</param>
public sealed class ForgetReceipts(AreaOptions area, IPlanStore plans, IReportStore reports, TimeProvider time)
{
    /// <summary>How long a key answers the same.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);

    /// <summary>Forgets the old ones.</summary>
    /// <returns>How many.</returns>
    public async Task<int> HandleAsync(CancellationToken cancellationToken)
    {
        var before = time.GetUtcNow() - Lifetime;
        var forgotten = 0;
        foreach (var plan in await plans.ListAsync(area.Area, cancellationToken))
        {
            forgotten += await reports.ForgetSentAsync(new(area.Area, plan), before, cancellationToken);
        }

        return forgotten;
    }
}
