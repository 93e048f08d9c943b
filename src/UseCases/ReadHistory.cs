using Hsvo.Domain.Disclosure;
using Hsvo.Domain.Plans;
using Hsvo.Domain.Reports;
using Hsvo.UseCases.Stores;

namespace Hsvo.UseCases;

/// <summary>Everything that the log holds of one answer.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Revisions">Its revisions, the newest last.</param>
/// <param name="ShowsOriginals">Whether the caller may read what was masked.</param>
public sealed record ReportHistory(Plan Plan, IReadOnlyList<LoggedRevision> Revisions, bool ShowsOriginals);

/// <summary>How did an answer come to be? One question to storage, of that answer's log alone; also of a row that the plan has no longer.</summary>
/// <param name="places">Finds what the address names.</param>
/// <param name="reports">The reports.</param>
public sealed class ReadHistory(ReportPlaces places, IReportStore reports)
{
    // Of a row that the plan has no longer nobody knows whether it counted people.
    private static readonly IndicatorSpec Forgotten = new() { Kind = IndicatorKind.Count, CountsPeople = true, Target = new(TargetDirection.AtLeast, 0) };

    /// <summary>Reads it.</summary>
    public async Task<Outcome<ReportHistory>> HandleAsync(Caller caller, string plan, ReportKey key, CancellationToken cancellationToken)
    {
        if (!(await places.FindAsync(plan, cancellationToken)).Succeeded(out var snapshot, out var failure))
        {
            return failure;
        }

        var revisions = Identifier.IsValid(key.Round) && Identifier.IsValid(key.Indicator) && Identifier.IsValid(key.Department)
            ? await reports.ReadHistoryAsync(snapshot.Plan.Key, key, cancellationToken)
            : [];
        if (revisions.Count == 0)
        {
            return (await places.FindAsync(plan, key, cancellationToken)).Failure ?? ReportPlaces.NoReport(key);
        }

        var row = snapshot.Plan.Find(key.Indicator);
        return new ReportHistory(
            snapshot.Plan,
            ReportPlaces.IsPlainTo(caller, key.Department) || (row is not null && !SmallNumbers.MayHide(snapshot.Plan, row))
                ? revisions
                : [.. revisions.Select(r => Published(row?.Indicator ?? Forgotten, r))],
            caller.Is(Role.Auditor));
    }

    // Whether an older count was small says nothing of whether it may be seen now: to others, a row that counts people shows no older number at all.
    private static LoggedRevision Published(IndicatorSpec spec, LoggedRevision revision) => revision with
    {
        Original = SmallNumbers.Suppress(spec, revision.Original),
        Mask = null,
        Reviews = [.. revision.Reviews.Select(r => r with { Question = null })],
    };
}
