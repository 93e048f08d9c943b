using System.Security.Cryptography;
using System.Text;
using Hsvo.Domain.Areas;
using Hsvo.Domain.Audit;
using Hsvo.Domain.Meetings;
using Hsvo.Domain.Plans;
using Hsvo.Domain.Proposals;
using Hsvo.Domain.Reports;
using Hsvo.Domain.Scorecards;
using Hsvo.Domain.Summaries;
using Hsvo.UseCases.Notices;
using Hsvo.UseCases.Papers;
using Hsvo.UseCases.Stores;

namespace Hsvo.UseCases.Audit;

/// <summary>
/// What each thing that is stored tells of who stored it. Made from the stored thing itself, so that none can be written without: of reports and scorecards when
/// they are written, in the same transaction, and of what is never changed when the audit is read.
/// </summary>
public static class AuditEntries
{
    /// <summary>A part of a submission; nothing where it only says that nothing is new.</summary>
    public static IEnumerable<AuditEntry> Of(PlanKey plan, SubmissionPart part)
    {
        if (part.Revisions is [{ Report: var report }, ..])
        {
            yield return new AuditEntry
            {
                Id = NewId(),
                At = report.ReportedAt,
                Action = AuditAction.ReportsStored,
                By = report.Reporter,
                Door = report.Door,
                Plan = plan.Plan,
                Items = [.. part.Revisions.Select(r => ItemOf(r.Report))],
                IsExample = report.IsExample,
            }.From(report.Origin);
        }

        if (part.Drafts is [var draft, ..])
        {
            yield return new AuditEntry
            {
                Id = NewId(),
                At = draft.SavedAt,
                Action = AuditAction.DraftsSaved,
                By = draft.Author,
                Plan = plan.Plan,
                Items = [.. part.Drafts.Select(d => ItemOf(d.Key))],
                IsExample = draft.IsExample,
            }.From(draft.Origin);
        }
    }

    /// <summary>Reviews, each the newest of its cell.</summary>
    public static AuditEntry OfReviews(PlanKey plan, IReadOnlyList<StoredCell> cells)
    {
        var review = cells[0].Report.Review!;
        return new AuditEntry
        {
            Id = NewId(),
            At = review.At,
            Action = AuditAction.ReportsReviewed,
            By = review.By,
            Plan = plan.Plan,
            Items =
            [
                .. cells.Select(c => ItemOf(c.Report.Key) with { Revision = c.Report.Revision, Result = c.Report.IsSentBack ? AuditResult.SentBack : AuditResult.Accepted }),
            ],
        }.From(review.Origin);
    }

    /// <summary>A mask.</summary>
    public static AuditEntry Of(PlanKey plan, ReportKey key, int revision, CommentMask mask) => new AuditEntry
    {
        Id = NewId(),
        At = mask.At,
        Action = AuditAction.TextMasked,
        By = mask.By,
        Plan = plan.Plan,
        Items = [ItemOf(key) with { Revision = revision }],
    }.From(mask.Origin);

    /// <summary>Drafts that are removed.</summary>
    public static AuditEntry OfRemoved(PlanKey plan, IReadOnlyList<StoredDraft> drafts, RemovedBy by) => new AuditEntry
    {
        Id = NewId(),
        At = by.At,
        Action = AuditAction.DraftsRemoved,
        By = by.By,
        Door = by.By is null ? Door.App : null,
        Plan = plan.Plan,
        Items = [.. drafts.Select(d => ItemOf(d.Draft.Key))],
    }.From(by.Origin);

    /// <summary>A rebuild that begins.</summary>
    public static AuditEntry Of(PlanKey plan, Rebuild rebuild) => new AuditEntry
    {
        Id = rebuild.Id.ToString("N"),
        At = rebuild.BeganAt,
        Action = AuditAction.PlanRebuilt,
        By = rebuild.By,
        Plan = plan.Plan,
    }.From(rebuild.Origin);

    /// <summary>A department's own scorecard.</summary>
    public static AuditEntry Of(PersonalScorecard scorecard, AuditAction action) => new AuditEntry
    {
        Id = NewId(),
        At = scorecard.ModifiedAt,
        Action = action,
        By = scorecard.By,
        Subject = scorecard.Id.ToString(),
        Items = [new(null, null, scorecard.Department)],
    }.From(scorecard.Origin);

    /// <summary>That refused requests were removed.</summary>
    public static AuditEntry OfRemovedRefusals(int count, DateTimeOffset at) =>
        new() { Id = NewId(), At = at, Action = AuditAction.RefusalsRemoved, Door = Door.App, Count = count };

    /// <summary>A notice that was sent, or given up.</summary>
    public static AuditEntry Of(Notice notice, AuditAction action) => new()
    {
        Id = NewId(),
        At = notice.EndedAt ?? notice.CreatedAt,
        Action = action,
        Door = Door.App,
        Subject = notice.Id,
        Items = [new(null, null, notice.Department)],
    };

    /// <summary>Everything that an area has decided.</summary>
    public static IEnumerable<AuditEntry> Of(AreaHistory history) =>
    [
        .. history.Meetings.Select(c => new AuditEntry
        {
            Id = IdOf($"meeting-{c.Meeting.Id}-{c.Number}"),
            At = c.At,
            Action = c.IsRemoved ? AuditAction.MeetingRemoved : AuditAction.MeetingSet,
            By = c.By,
            Subject = c.Meeting.Id,
            IsExample = c.Meeting.IsExample,
        }.From(c.Origin)),
        .. history.Configurations.Where(c => c.SetAt is not null).Select(c => new AuditEntry
        {
            Id = IdOf($"configuration-{c.Version}"),
            At = c.SetAt!.Value,
            Action = AuditAction.ConfigurationSet,
            By = c.SetBy,
            Subject = $"{c.Version}",
        }.From(c.Origin)),
        .. history.Permits.Select(p => new AuditEntry
        {
            Id = IdOf($"permit-{p.Plan}-{p.Round}-{p.Department}"),
            At = p.GrantedAt,
            Action = AuditAction.LateChangePermitted,
            By = p.GrantedBy,
            Plan = p.Plan,
            Items = [new(p.Round, null, p.Department)],
        }.From(p.Origin)),
        .. history.Declarations.Select(d => new AuditEntry
        {
            Id = IdOf($"declaration-{d.Plan}-{d.Round}-{d.Department}-{d.Number}"),
            At = d.At,
            Action = d.IsWithdrawn ? AuditAction.DeclarationWithdrawn : AuditAction.NothingMoreDeclared,
            By = d.By,
            Plan = d.Plan,
            Items = [new(d.Round, null, d.Department)],
            IsExample = d.IsExample,
        }.From(d.Origin)),
        .. history.StatusRules.Select(c => new AuditEntry
        {
            Id = IdOf($"rules-{c.Plan}-{c.Indicator}-{c.Number}"),
            At = c.At,
            Action = c.Rules is null ? AuditAction.StatusRulesRemoved : AuditAction.StatusRulesSet,
            By = c.By,
            Plan = c.Plan,
            Items = [new(null, c.Indicator, null)],
        }.From(c.Origin)),
    ];

    /// <summary>A plan's versions, but for those of which it isn't known when they were stored.</summary>
    public static IEnumerable<AuditEntry> Of(string plan, IEnumerable<PlanVersion> versions) =>
        from version in versions
        let imported = version.Imported
        where imported is not null
        select new AuditEntry
        {
            Id = IdOf($"plan-{plan}-{version.Number}"),
            At = imported.At,
            Action = AuditAction.PlanImported,
            By = imported.By,
            Door = imported.By is null ? Door.App : null,
            Plan = plan,
            Subject = $"{version.Number}",
            IsExample = imported.IsExample,
        }.From(imported.Origin);

    /// <summary>A proposal that somebody sent, and that it was taken back. Those that stand in documents came with the app.</summary>
    public static IEnumerable<AuditEntry> Of(Proposal proposal)
    {
        if (proposal.ProposedBy is not null)
        {
            yield return new AuditEntry
            {
                Id = IdOf($"proposal-{proposal.Id}"),

                // The day alone was kept once.
                At = proposal.SentAt ?? StockholmTime.StartOf(proposal.ProposedAt),
                Action = AuditAction.ProposalMade,
                By = proposal.ProposedBy,
                Subject = proposal.Id,
                Items = [new(null, null, proposal.Department)],
                IsExample = proposal.IsExample,
            }.From(proposal.Origin);
        }

        if (proposal.Withdrawn is { } withdrawn)
        {
            yield return new AuditEntry
            {
                Id = IdOf($"proposal-{proposal.Id}-withdrawn"),
                At = withdrawn.At,
                Action = AuditAction.ProposalWithdrawn,
                By = withdrawn.By,
                Subject = proposal.Id,
                Items = [new(null, null, proposal.Department)],
            }.From(withdrawn.Origin);
        }
    }

    /// <summary>An edition of a meeting's paper: the app makes it, by a timer or since a text in it was masked.</summary>
    public static AuditEntry Of(string meeting, ListedPaper paper) => new()
    {
        Id = IdOf($"paper-{meeting}-{paper.Version}"),
        At = paper.CompiledAt,
        Action = paper.Edition == PaperEdition.Sealed ? AuditAction.PaperSealed : AuditAction.PaperCompiled,
        Door = Door.App,
        Subject = $"{meeting}/{paper.Version}",
    };

    /// <summary>An id that nothing else has.</summary>
    public static string NewId() => Guid.NewGuid().ToString("N");

    // Always the same for the same row, and as long as the others, whatever ids it is made of.
    private static string IdOf(string row) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(row)).AsSpan(0, 16));

    private static AuditItem ItemOf(ReportKey key) => new(key.Round, key.Indicator, key.Department);

    private static AuditItem ItemOf(Report report) => ItemOf(report.Key) with
    {
        Revision = report.Revision,
        Result = report.IsWithdrawn ? AuditResult.Withdrawn : report.Revision == 1 ? AuditResult.Created : AuditResult.Corrected,
    };
}

/// <summary>Who removes something, and when.</summary>
/// <param name="By">The object id; null for the app itself.</param>
/// <param name="At">When, UTC.</param>
public sealed record RemovedBy(string? By, DateTimeOffset At)
{
    /// <summary>Which request it came in; null outside one.</summary>
    public Origin? Origin { get; init; }
}
