using Hsvo.Domain.Plans;
using Hsvo.Domain.Reports;
using Hsvo.UseCases.Audit;

namespace Hsvo.UseCases.Stores;

/// <summary>Reports: a log that only grows, and the cells that count, which can be rebuilt from it.</summary>
public interface IReportStore
{
    /// <summary>The most rows that go in one all-or-nothing part: two storage operations each, of 100, with room for the audit entry and the stamp.</summary>
    const int MaxRowsPerPart = 49;

    /// <summary>The same where a receipt goes along.</summary>
    const int MaxRowsBesideReceipt = 48;

    /// <summary>Every cell of a plan, all rounds.</summary>
    Task<IReadOnlyList<StoredCell>> ReadCellsAsync(PlanKey plan, CancellationToken cancellationToken);

    /// <summary>Every cell and every draft of a plan, in one question: what a submission is decided on.</summary>
    Task<StoredAnswers> ReadCellsAndDraftsAsync(PlanKey plan, CancellationToken cancellationToken);

    /// <summary>Every revision ever stored of a plan's reports with what was said of it since, by round, indicator, department and revision.</summary>
    IAsyncEnumerable<LoggedRevision> ReadLogAsync(PlanKey plan, CancellationToken cancellationToken);

    /// <summary>The same of a part of the log, read from storage as it is asked for.</summary>
    IAsyncEnumerable<LoggedRevision> ReadLogAsync(PlanKey plan, LogRange range, CancellationToken cancellationToken);

    /// <summary>The same of one cell; nothing when it was never answered.</summary>
    Task<IReadOnlyList<LoggedRevision>> ReadHistoryAsync(PlanKey plan, ReportKey cell, CancellationToken cancellationToken);

    /// <summary>Every department's drafts.</summary>
    Task<IReadOnlyList<StoredDraft>> ReadDraftsAsync(PlanKey plan, CancellationToken cancellationToken);

    /// <summary>A value that is new after every change of a plan's reports, and after each new version of the plan; empty before the first.</summary>
    Task<string> ReadStampAsync(PlanKey plan, CancellationToken cancellationToken);

    /// <summary>The parts of a submission that were stored under an idempotency key, by number.</summary>
    Task<IReadOnlyList<SentPart>> ReadSentAsync(PlanKey plan, string idempotencyKey, CancellationToken cancellationToken);

    /// <summary>Forgets the receipts that were sent before a time. Reports are never deleted.</summary>
    /// <returns>How many were forgotten.</returns>
    Task<int> ForgetSentAsync(PlanKey plan, DateTimeOffset before, CancellationToken cancellationToken);

    /// <summary>Removes drafts that nobody has saved anew since they were read. Nothing else is ever removed.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="drafts">The drafts, with the versions that they were read in.</param>
    /// <param name="by">Who removes them.</param>
    /// <param name="cancellationToken">The caller's.</param>
    /// <returns>False when some were, and then those may all be left.</returns>
    Task<bool> TryRemoveDraftsAsync(PlanKey plan, IReadOnlyList<StoredDraft> drafts, RemovedBy by, CancellationToken cancellationToken);

    /// <summary>Keeps reviews, all or nothing: each cell's <see cref="Report.Review"/>, of the revision that the cell holds.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="cells">At most <see cref="MaxRowsPerPart"/>, with the versions that they were reviewed in.</param>
    /// <param name="cancellationToken">The caller's.</param>
    Task<AppendOutcome> AppendReviewsAsync(PlanKey plan, IReadOnlyList<StoredCell> cells, CancellationToken cancellationToken);

    /// <summary>Hides what was written in a revision.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="key">The cell.</param>
    /// <param name="revision">The revision.</param>
    /// <param name="mask">Who hides it, and why.</param>
    /// <param name="cell">The cell as it was read when it holds that revision; else null.</param>
    /// <param name="cancellationToken">The caller's.</param>
    Task<AppendOutcome> AppendMaskAsync(PlanKey plan, ReportKey key, int revision, CommentMask mask, StoredCell? cell, CancellationToken cancellationToken);

    /// <summary>Stores one part, all or nothing.</summary>
    /// <exception cref="StoreUnavailableException">Storage gave no clear answer: the part may be stored or not.</exception>
    Task<AppendedPart> AppendAsync(PlanKey plan, SubmissionPart part, CancellationToken cancellationToken);
}

/// <summary>A cell as it stands in storage.</summary>
/// <param name="Report">The newest revision with its newest review, and without what is masked.</param>
/// <param name="Version">What tells this state of the cell from any other.</param>
public sealed record StoredCell(Report Report, string Version);

/// <summary>A draft as it stands in storage.</summary>
/// <param name="Draft">The draft.</param>
/// <param name="Version">What tells this state of it from any other.</param>
public sealed record StoredDraft(Draft Draft, string Version);

/// <summary>What a submission is decided on.</summary>
/// <param name="Cells">Every cell of the plan.</param>
/// <param name="Drafts">Every draft.</param>
public sealed record StoredAnswers(IReadOnlyList<StoredCell> Cells, IReadOnlyList<StoredDraft> Drafts);

/// <summary>One new revision.</summary>
/// <param name="Report">The report.</param>
/// <param name="ReplacedVersion">The cell's version that it was made from; null for a cell that has none.</param>
public sealed record NewRevision(Report Report, string? ReplacedVersion);

/// <summary>What goes in one transaction.</summary>
/// <param name="Revisions">At most <see cref="IReportStore.MaxRowsPerPart"/> (beside a receipt <see cref="IReportStore.MaxRowsBesideReceipt"/>), each of another cell; may be empty when nothing changed.</param>
/// <param name="Receipt">What to answer to a re-send; null without an idempotency key.</param>
public sealed record SubmissionPart(IReadOnlyList<NewRevision> Revisions, SentPart? Receipt)
{
    /// <summary>Drafts, in place of revisions: at most as many.</summary>
    public IReadOnlyList<Draft> Drafts { get; init; } = [];
}

/// <summary>What was answered for one part of a submission.</summary>
/// <param name="IdempotencyKey">The stored form of caller and key.</param>
/// <param name="Part">The part's number, from 0.</param>
/// <param name="BodyHash">SHA-256 of the whole submission.</param>
/// <param name="Rows">What happened to each row, in order.</param>
/// <param name="SentAt">When, UTC.</param>
public sealed record SentPart(string IdempotencyKey, int Part, string BodyHash, IReadOnlyList<SentRow> Rows, DateTimeOffset SentAt);

/// <summary>What happened to one row.</summary>
/// <param name="Result">Created, corrected, unchanged, drafted or withdrawn.</param>
/// <param name="Revision">The revision that counts after it.</param>
public readonly record struct SentRow(RowResult Result, int Revision);

/// <summary>What happened to a row.</summary>
public enum RowResult
{
    /// <summary>The cell's first answer.</summary>
    Created,

    /// <summary>A new revision of an answer.</summary>
    Corrected,

    /// <summary>It says what is already there; nothing was stored.</summary>
    Unchanged,

    /// <summary>Kept as a draft; no answer was touched.</summary>
    Drafted,

    /// <summary>The answer was taken back; the log keeps it.</summary>
    Withdrawn,
}

/// <summary>What came of storing a part.</summary>
/// <param name="Outcome">Stored or not.</param>
/// <param name="Cells">The cells as they stand after it; none where that isn't known, since the answer of storage was lost.</param>
public sealed record AppendedPart(AppendOutcome Outcome, IReadOnlyList<StoredCell> Cells);

/// <summary>Whether something was stored.</summary>
public enum AppendOutcome
{
    /// <summary>All of it is stored.</summary>
    Stored,

    /// <summary>Somebody else changed a cell meanwhile, or the part was stored before: read again and decide anew.</summary>
    Conflict,
}
