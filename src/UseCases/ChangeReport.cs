using Hsvo.Domain.Reports;
using Hsvo.UseCases.Stores;

namespace Hsvo.UseCases;

/// <summary>A change of an answer that is there.</summary>
/// <param name="Caller">Who changes it.</param>
/// <param name="Plan">The plan's id.</param>
/// <param name="Key">The cell.</param>
/// <param name="SeenRevision">The revision that the caller saw: another one stored refuses the change. Null when it doesn't say.</param>
/// <param name="Door">The door it came through.</param>
public sealed record ReportChange(Caller Caller, string Plan, ReportKey Key, int? SeenRevision, Door Door);

/// <summary>
/// Changes an answer in part, or takes it back: a new revision made of the one that is there. Somebody else's revision that came between is changed in its
/// turn, unless the caller has said which one it saw.
/// </summary>
/// <param name="places">Finds what the address names.</param>
/// <param name="reports">The reports.</param>
/// <param name="submit">Takes the new revision in.</param>
public sealed class ChangeReport(ReportPlaces places, IReportStore reports, SubmitReports submit)
{
    private const int Attempts = 5;

    /// <summary>Changes it.</summary>
    /// <param name="change">Which answer, by whom.</param>
    /// <param name="make">Makes of the answer that is there what is sent in its place, or says why not.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public async Task<Outcome<SubmissionReceipt>> HandleAsync(
        ReportChange change, Func<Report, Outcome<SubmittedAnswer>> make, CancellationToken cancellationToken)
    {
        if (!(await places.FindAsync(change.Plan, change.Key, cancellationToken)).Succeeded(out var place, out var failure))
        {
            return failure;
        }

        var stored = place.Snapshot.Cells.FirstOrDefault(c => c.Key == change.Key);
        if (stored?.Revision != (change.SeenRevision ?? stored?.Revision))
        {
            // What is in memory may be a second old: the caller may have seen more.
            stored = (await reports.ReadCellsAsync(place.Snapshot.Plan.Key, cancellationToken)).FirstOrDefault(c => c.Report.Key == change.Key)?.Report;
        }

        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (stored is null or { IsWithdrawn: true })
            {
                return ReportPlaces.NoReport(change.Key);
            }

            if (!make(stored).Succeeded(out var answer, out failure))
            {
                return failure;
            }

            var row = new SubmittedRow(change.Key.Indicator, change.Key.Department, change.Key.Round, answer, []) { Revision = change.SeenRevision ?? stored.Revision };
            var outcome = await submit.HandleAsync(new(change.Caller, change.Plan, [row], DryRun: false, IdempotencyKey: null, change.Door), cancellationToken);
            if (change.SeenRevision is not null || outcome.Failure is not { Kind: FailureKind.PreconditionFailed, Conflicts: [var conflict] })
            {
                return outcome;
            }

            stored = conflict.Stored;
        }

        return new Failure(FailureKind.Unavailable, "reports.busy",
            "Svaret ändras just nu. Skicka samma sak igen.", "The answer is being changed right now. Send the same again.")
        {
            RetryAfter = TimeSpan.FromSeconds(2),
        };
    }
}
