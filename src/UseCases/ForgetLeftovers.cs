using Hsvo.Domain.Plans;
using Hsvo.UseCases.Stores;

namespace Hsvo.UseCases;

/// <summary>
/// Forgets what nobody asks for any more, run once a day, so that it doesn't pile up: what was answered to idempotency keys after 30 days, and drafts
/// whose author has submitted since. Reports are never touched.
/// </summary>
/// <param name="area">The area served.</param>
/// <param name="plans">The plans.</param>
/// <param name="reports">The reports.</param>
/// <param name="time">The clock.</param>
public sealed class ForgetLeftovers(AreaOptions area, IPlanStore plans, IReportStore reports, TimeProvider time)
{
    /// <summary>How long a key answers the same.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);

    /// <summary>Forgets them.</summary>
    /// <returns>How many.</returns>
    public async Task<Leftovers> HandleAsync(CancellationToken cancellationToken)
    {
        var before = time.GetUtcNow() - Lifetime;
        var (receipts, drafts) = (0, 0);
        foreach (var id in await plans.ListAsync(area.Area, cancellationToken))
        {
            PlanKey key = new(area.Area, id);
            receipts += await reports.ForgetSentAsync(key, before, cancellationToken);
            drafts += await plans.FindAsync(key, cancellationToken) is { } plan ? await ForgetDraftsAsync(plan, cancellationToken) : 0;
        }

        return new(receipts, drafts);
    }

    // Those that are saved anew at this moment stay, and whatever would go with them: tomorrow is soon enough.
    private async Task<int> ForgetDraftsAsync(Plan plan, CancellationToken cancellationToken)
    {
        var stored = await reports.ReadCellsAndDraftsAsync(plan.Key, cancellationToken);
        var cells = stored.Cells.ToDictionary(c => c.Report.Key, c => c.Report);
        StoredDraft[] retired = [.. stored.Drafts.Where(d => RetiredDrafts.Holds(plan, d.Draft, cells.GetValueOrDefault(d.Draft.Key)))];
        return await reports.TryRemoveDraftsAsync(plan.Key, retired, cancellationToken) ? retired.Length : 0;
    }
}

/// <summary>What was forgotten.</summary>
/// <param name="Receipts">Answers to idempotency keys.</param>
/// <param name="Drafts">Drafts that an answer took the place of.</param>
public sealed record Leftovers(int Receipts, int Drafts);
