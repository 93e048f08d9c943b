using Hsvo.Domain.Areas;
using Hsvo.Domain.Audit;
using Hsvo.Domain.Meetings;
using Hsvo.Domain.Plans;
using Hsvo.Domain.Reports;
using Hsvo.UseCases.Papers;

namespace Hsvo.UseCases.Archive;

/// <summary>
/// A whole plan year as it is taken out for the archive, as of one instant: what may be long is read when it is asked for, and what was stored since is no
/// part of it. Only a mask always holds.
/// </summary>
public sealed record PlanArchive
{
    private readonly Lazy<Dictionary<ReportKey, Report>> _cells;

    /// <summary>Begins one.</summary>
    public PlanArchive() => _cells = new(() => Snapshot!.Cells.ToDictionary(c => c.Key));

    /// <summary>The instant, UTC. Of answers it is the snapshot that tells what was there: one may have been on its way.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The plan as it stood, plain and published.</summary>
    public required PlanSnapshot Snapshot { get; init; }

    /// <summary>What whoever takes it out may read.</summary>
    public required ArchiveEdition Edition { get; init; }

    /// <summary>Every version of the plan, the first one first.</summary>
    public required IReadOnlyList<Plan> Versions { get; init; }

    /// <summary>What the area has decided of the plan.</summary>
    public required ArchivedDecisions Decisions { get; init; }

    /// <summary>Every edition of every paper that tells of the plan, by meeting and time.</summary>
    public required IReadOnlyList<ArchivedPaper> Papers { get; init; }

    /// <summary>A revision with what was said of it, as of the instant; null for one that was stored since.</summary>
    public LoggedRevision? Known(LoggedRevision revision) => CellOf(revision.Original.Key) is { } cell && revision.Original.Revision <= cell.Revision
        ? revision with { Reviews = [.. revision.Reviews.Where(r => Knows(cell, revision.Original.Revision, r.At))] }
        : null;

    /// <summary>
    /// Whether an entry of the audit is of the plan, or of what was decided of it, and tells of what was there at the instant. An entry is of one transaction,
    /// however long the submission was, so it is never of more rows than were stored together.
    /// </summary>
    public bool Tells(AuditEntry entry) => Decisions.Tells(Snapshot.Plan.Id, entry) && entry.Action switch
    {
        AuditAction.ReportsStored => entry.Items.All(i => CellOf(i) is { } cell && i.Revision <= cell.Revision),
        AuditAction.ReportsReviewed => entry.Items.All(i => CellOf(i) is { } cell && Knows(cell, i.Revision!.Value, entry.At)),
        AuditAction.PaperCompiled or AuditAction.PaperSealed => Papers.Any(p => $"{p.Meeting}/{p.Paper.Version}" == entry.Subject),
        _ => entry.At <= At,
    };

    // A cell holds its newest review; those of earlier revisions were given before that came.
    private static bool Knows(Report cell, int revision, DateTimeOffset reviewed) =>
        revision < cell.Revision || (revision == cell.Revision && cell.Review is { } newest && reviewed <= newest.At);

    private Report? CellOf(ReportKey key) => _cells.Value.GetValueOrDefault(key);

    private Report? CellOf(AuditItem item) => CellOf(new ReportKey(item.Round!, item.Indicator!, item.Department!));
}

/// <summary>
/// What an archive holds of answers: no more than whoever takes it out may read elsewhere, so that the same person is not let in here by what another door
/// refuses. Who has both roles gets all of it.
/// </summary>
/// <param name="HasSmallNumbers">Whether numbers of few people are in the log: to a coordinator.</param>
/// <param name="HasMaskedTexts">Whether masked texts are: to an auditor.</param>
public sealed record ArchiveEdition(bool HasSmallNumbers, bool HasMaskedTexts)
{
    /// <summary>Whether nothing is left out.</summary>
    public bool IsWhole => HasSmallNumbers && HasMaskedTexts;

    /// <summary>What a caller gets.</summary>
    public static ArchiveEdition For(Caller caller) => new(caller.Is(Role.Coordinator), caller.Is(Role.Auditor));

    /// <summary>A revision as it stands in the log of this edition.</summary>
    public ArchivedRevision Of(Plan plan, LoggedRevision revision)
    {
        var told = HasSmallNumbers ? revision : ReadHistory.Published(plan, revision);
        return new(HasMaskedTexts || told.Mask is null ? told.Original : told.Original.MaskedBy(told.Mask) with { Mask = null }, HasMaskedTexts ? told.Reviews : told.ShownReviews, told.Mask);
    }
}

/// <summary>What the log holds of a revision.</summary>
/// <param name="Report">The revision.</param>
/// <param name="Reviews">Its reviews, the newest last.</param>
/// <param name="Mask">The newest mask on it; null for none.</param>
public sealed record ArchivedRevision(Report Report, IReadOnlyList<Review> Reviews, CommentMask? Mask);

/// <summary>What an area has decided of a plan, every change of it.</summary>
/// <param name="Configurations">The area's configurations.</param>
/// <param name="Meetings">The meetings that followed the plan up, or were to.</param>
/// <param name="Permits">The permits for late changes.</param>
/// <param name="Declarations">What departments declared.</param>
/// <param name="StatusRules">The rules that were written for rows.</param>
public sealed record ArchivedDecisions(
    IReadOnlyList<AreaConfiguration> Configurations,
    IReadOnlyList<MeetingChange> Meetings,
    IReadOnlyList<LateChangePermit> Permits,
    IReadOnlyList<Declaration> Declarations,
    IReadOnlyList<StatusRulesChange> StatusRules)
{
    /// <summary>What of an area's history is of a plan.</summary>
    public static ArchivedDecisions Of(AreaHistory history, string plan)
    {
        var meetings = history.Meetings.Where(c => c.Meeting.Agenda.Any(i => i.Plan == plan)).Select(c => c.Meeting.Id).ToHashSet(StringComparer.Ordinal);
        return new(
            history.Configurations,
            [.. history.Meetings.Where(c => meetings.Contains(c.Meeting.Id)).OrderBy(c => c.Meeting.Id, StringComparer.Ordinal).ThenBy(c => c.Number)],
            [.. history.Permits.Where(p => p.Plan == plan)],
            [.. history.Declarations.Where(d => d.Plan == plan)],
            [.. history.StatusRules.Where(c => c.Plan == plan)]);
    }

    /// <summary>Whether an entry of the audit is of the plan, or of what was decided of it.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="entry">The entry.</param>
    public bool Tells(string plan, AuditEntry entry) => entry.Plan is not null
        ? entry.Plan == plan && entry.Action != AuditAction.PlanExported
        : entry.Action switch
        {
            AuditAction.ConfigurationSet => true,
            AuditAction.MeetingSet or AuditAction.MeetingRemoved or AuditAction.PaperCompiled or AuditAction.PaperSealed =>
                Meetings.Any(c => c.Meeting.Id == entry.Subject?.Split('/')[0]),
            _ => false,
        };
}

/// <summary>One edition of a meeting's paper.</summary>
/// <param name="Meeting">The meeting's id.</param>
/// <param name="Paper">The edition.</param>
public sealed record ArchivedPaper(string Meeting, ListedPaper Paper);
