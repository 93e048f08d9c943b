using Hsvo.Domain.Reports;
using Hsvo.UseCases.Stores;

namespace Hsvo.UseCases;

/// <summary>A draft beside the answer that counts.</summary>
/// <param name="Draft">The draft.</param>
/// <param name="Current">The answer that counts in the cell, or null.</param>
public sealed record DraftVersions(Draft Draft, Report? Current)
{
    /// <summary>Whether the answer was changed after the draft was begun.</summary>
    public bool IsOutdated => Draft.BasedOn != (Current?.Revision ?? 0);
}

/// <summary>What has the caller's own department begun to answer? Nobody else sees it.</summary>
/// <param name="places">Finds what the address names.</param>
/// <param name="reports">The reports.</param>
/// <param name="time">The clock.</param>
public sealed class ReadDrafts(ReportPlaces places, IReportStore reports, TimeProvider time)
{
    private const int Attempts = 5;

    /// <summary>The department's drafts.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="plan">The plan's id.</param>
    /// <param name="round">The round's id; null for every round.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public async Task<Outcome<IReadOnlyList<DraftVersions>>> ListAsync(Caller caller, string plan, string? round, CancellationToken cancellationToken)
    {
        var found = round is null ? await places.FindAsync(plan, cancellationToken) : await places.FindAsync(plan, round, cancellationToken);
        if (!found.Succeeded(out var snapshot, out var failure))
        {
            return failure;
        }

        // Asked anew, since a draft may be compared with what was stored just now.
        var stored = await reports.ReadCellsAndDraftsAsync(snapshot.Plan.Key, cancellationToken);
        var cells = stored.Cells.ToDictionary(c => c.Report.Key, c => c.Report);
        return stored.Drafts
            .Select(d => new DraftVersions(d.Draft, cells.GetValueOrDefault(d.Draft.Key)))
            .Where(d => d.Draft.Key.Department == caller.Department && (round is null || d.Draft.Key.Round == round) && !RetiredDrafts.Holds(snapshot.Plan, d.Draft, d.Current))
            .ToList();
    }

    /// <summary>Throws a draft away; also one of a row that the plan has no longer.</summary>
    /// <param name="caller">Who asks: one of the draft's department.</param>
    /// <param name="plan">The plan's id.</param>
    /// <param name="key">The cell.</param>
    /// <param name="cancellationToken">The caller's.</param>
    /// <returns>The draft as it was.</returns>
    public async Task<Outcome<Draft>> RemoveAsync(Caller caller, string plan, ReportKey key, CancellationToken cancellationToken)
    {
        if (!(await places.FindAsync(plan, cancellationToken)).Succeeded(out var snapshot, out var failure))
        {
            return failure;
        }

        if (caller.Department != key.Department)
        {
            return (await places.FindAsync(plan, key, cancellationToken)).Failure
                ?? new Failure(FailureKind.Forbidden, "department.forbidden", "Utkastet är en annan enhets.", "The draft is another unit's.");
        }

        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if ((await reports.ReadDraftsAsync(snapshot.Plan.Key, cancellationToken)).FirstOrDefault(d => d.Draft.Key == key) is not { } stored)
            {
                return (await places.FindAsync(plan, key, cancellationToken)).Failure
                    ?? new Failure(FailureKind.NotFound, "draft.unknown", "Det finns inget utkast här.", "There is no draft here.");
            }

            if (await reports.TryRemoveDraftsAsync(snapshot.Plan.Key, [stored], new(caller.ObjectId, time.GetUtcNow()) { Origin = caller.Origin }, cancellationToken))
            {
                return stored.Draft;
            }
        }

        return new Failure(FailureKind.Unavailable, "draft.busy", "Utkastet sparas om just nu. Försök igen.", "The draft is being saved anew right now. Try again.")
        {
            RetryAfter = TimeSpan.FromSeconds(2),
        };
    }
}
