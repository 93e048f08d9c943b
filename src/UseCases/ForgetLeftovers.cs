using Hsvo.Domain.Plans;
using Hsvo.UseCases.Audit;
using Hsvo.UseCases.Stores;

namespace Hsvo.UseCases;

/// <summary>
/// Forgets what nobody asks for any more, run once a day, so that it doesn't pile up: what was answered to idempotency keys after 30 days, and drafts
/// whose author has submitted since. Gallring: what the authority has decided to dispose of besides, where it is set, is removed too. Reports are never touched.
/// </summary>
/// <param name="area">The area served.</param>
/// <param name="disposal">What is to be disposed of besides.</param>
/// <param name="plans">The plans.</param>
/// <param name="reports">The reports.</param>
/// <param name="audit">The refused requests.</param>
/// <param name="time">The clock.</param>
public sealed class ForgetLeftovers(AreaOptions area, DisposalOptions disposal, IPlanStore plans, IReportStore reports, IAuditStore audit, TimeProvider time)
{
    /// <summary>How long a key answers the same.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);

    /// <summary>Forgets them.</summary>
    /// <returns>How many.</returns>
    public async Task<Leftovers> HandleAsync(CancellationToken cancellationToken)
    {
        var before = time.GetUtcNow() - Lifetime;
        var (receipts, drafts, old) = (0, 0, 0);
        foreach (var id in await plans.ListAsync(area.Area, cancellationToken))
        {
            PlanKey key = new(area.Area, id);
            receipts += await reports.ForgetSentAsync(key, before, cancellationToken);
            drafts += await plans.FindAsync(key, cancellationToken) is { } plan ? await ForgetDraftsAsync(plan, cancellationToken) : 0;
            old += await DisposeOfDraftsAsync(key, cancellationToken);
        }

        return new(receipts, drafts) { OldDrafts = old, Refusals = await DisposeOfRefusalsAsync(cancellationToken) };
    }

    private RemovedBy ByTheApp => new(By: null, time.GetUtcNow());

    private async Task<int> DisposeOfDraftsAsync(PlanKey plan, CancellationToken cancellationToken)
    {
        if (disposal.DraftDays is not { } days)
        {
            return 0;
        }

        var before = time.GetUtcNow().AddDays(-days);
        StoredDraft[] old = [.. (await reports.ReadDraftsAsync(plan, cancellationToken)).Where(d => d.Draft.SavedAt < before)];
        return await reports.TryRemoveDraftsAsync(plan, old, ByTheApp, cancellationToken) ? old.Length : 0;
    }

    private async Task<int> DisposeOfRefusalsAsync(CancellationToken cancellationToken) => disposal.RefusalDays is { } days
        ? await audit.ForgetRefusalsAsync(area.Area, time.GetUtcNow().AddDays(-days), time.GetUtcNow(), cancellationToken)
        : 0;

    // Those that are saved anew at this moment stay, and whatever would go with them: tomorrow is soon enough.
    private async Task<int> ForgetDraftsAsync(Plan plan, CancellationToken cancellationToken)
    {
        StoredDraft[] retired = [.. RetiredDrafts.In(plan, await reports.ReadCellsAndDraftsAsync(plan.Key, cancellationToken))];
        return await reports.TryRemoveDraftsAsync(plan.Key, retired, ByTheApp, cancellationToken) ? retired.Length : 0;
    }
}

/// <summary>What was forgotten.</summary>
/// <param name="Receipts">Answers to idempotency keys.</param>
/// <param name="Drafts">Drafts that an answer took the place of.</param>
public sealed record Leftovers(int Receipts, int Drafts)
{
    /// <summary>Drafts that nobody has saved anew for as long as is set.</summary>
    public int OldDrafts { get; init; }

    /// <summary>Entries of refused requests that are older than is set.</summary>
    public int Refusals { get; init; }
}
