using Hsvo.Domain.Disclosure;
using Hsvo.Domain.Reports;
using Hsvo.UseCases.Stores;

namespace Hsvo.UseCases;

/// <summary>Everything that the log holds of one answer.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Revisions">Its revisions, the newest last.</param>
/// <param name="ShowsOriginals">Whether the caller may read what was masked.</param>
public sealed record ReportHistory(ReportPlace Place, IReadOnlyList<LoggedRevision> Revisions, bool ShowsOriginals);

/// <summary>How did an answer come to be? One question to storage, of that answer's log alone.</summary>
/// <param name="places">Finds what the address names.</param>
/// <param name="reports">The reports.</param>
public sealed class ReadHistory(ReportPlaces places, IReportStore reports)
{
    /// <summary>Reads it.</summary>
    public async Task<Outcome<ReportHistory>> HandleAsync(Caller caller, string plan, ReportKey key, CancellationToken cancellationToken)
    {
        if (!(await places.FindAsync(plan, key, cancellationToken)).Succeeded(out var place, out var failure))
        {
            return failure;
        }

        var revisions = await reports.ReadHistoryAsync(place.Snapshot.Plan.Key, key, cancellationToken);
        return revisions.Count == 0
            ? ReportPlaces.NoReport(key)
            : new ReportHistory(place, place.IsPlainTo(caller) ? revisions : [.. revisions.Select(r => Published(place, r))], caller.Is(Role.Auditor));
    }

    // Whether an older count was small says nothing of whether it may be seen now: to others, a row that counts people shows no older number at all.
    private static LoggedRevision Published(ReportPlace place, LoggedRevision revision) => place.Indicator.Indicator is { CountsPeople: true } spec
        ? revision with { Original = SmallNumbers.Suppress(spec, revision.Original), Mask = null, Reviews = [.. revision.Reviews.Select(r => r with { Question = null })] }
        : revision;
}
