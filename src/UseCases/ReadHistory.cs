using Hsvo.Domain.Disclosure;
using Hsvo.Domain.Plans;
using Hsvo.Domain.Reports;
using Hsvo.UseCases.Stores;

namespace Hsvo.UseCases;

/// <summary>Everything that the log holds of one answer.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Revisions">Its revisions, the newest last.</param>
/// <param name="ShowsOriginals">Whether the caller may read what was masked, where small numbers don't hide it: they hide it from the auditor too.</param>
/// <param name="ShowsMaskReasons">Whether the caller may read why something was masked: why may tell what.</param>
public sealed record ReportHistory(Plan Plan, IReadOnlyList<LoggedRevision> Revisions, bool ShowsOriginals, bool ShowsMaskReasons);

/// <summary>How did an answer come to be? One question to storage, of that answer's log alone; also of a row that the plan has no longer.</summary>
/// <param name="places">Finds what the address names.</param>
/// <param name="reports">The reports.</param>
public sealed class ReadHistory(ReportPlaces places, IReportStore reports)
{
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

        return In(snapshot.Plan, caller, key, revisions);
    }

    /// <summary>An answer's revisions, as a caller may see them.</summary>
    public static ReportHistory In(Plan plan, Caller caller, ReportKey key, IReadOnlyList<LoggedRevision> revisions) => new(
        plan,
        ReportPlaces.IsPlainTo(caller, key.Department) ? revisions : [.. revisions.Select(r => Published(plan, r))],
        caller.Is(Role.Auditor),
        caller.Is(Role.Auditor) || caller.Is(Role.Coordinator));

    /// <summary>
    /// A revision as everyone may see it. That something was masked, by whom and why, is no number and stays; the text isn't given, be it to the auditor.
    /// </summary>
    internal static LoggedRevision Published(Plan plan, LoggedRevision revision)
    {
        var original = SmallNumbers.PublishAlone(plan, revision.Original);
        return original.Answer.IsSuppressed
            ? revision with { Original = original, Reviews = [.. revision.Reviews.Select(r => r with { Question = null })] }
            : revision with { Original = original };
    }
}
