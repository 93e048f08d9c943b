using Hsvo.Domain.Plans;
using Hsvo.Domain.Reports;

namespace Hsvo.UseCases.Stores;

/// <summary>Reports: a log that only grows, and the cells that count, which can be rebuilt from it.</summary>
public interface IReportStore
{
    /// <summary>The most rows that go in one all-or-nothing part: two storage operations each, of 100, with room for the receipt and the stamp.</summary>
    const int MaxRowsPerPart = 49;

    /// <summary>Every cell of a plan, all rounds.</summary>
    Task<IReadOnlyList<StoredCell>> ReadCellsAsync(PlanKey plan, CancellationToken cancellationToken);

    /// <summary>Every revision ever stored of a plan's reports, by round, indicator, department and revision.</summary>
    IAsyncEnumerable<Report> ReadLogAsync(PlanKey plan, CancellationToken cancellationToken);

    /// <summary>A value that is new after every change of a plan's reports; empty before the first.</summary>
    Task<string> ReadStampAsync(PlanKey plan, CancellationToken cancellationToken);

    /// <summary>The parts of a submission that were stored under an idempotency key, by number.</summary>
    Task<IReadOnlyList<SentPart>> ReadSentAsync(PlanKey plan, string idempotencyKey, CancellationToken cancellationToken);

    /// <summary>Forgets the receipts that were sent before a time. Reports are never deleted.</summary>
    /// <returns>How many were forgotten.</returns>
    Task<int> ForgetSentAsync(PlanKey plan, DateTimeOffset before, CancellationToken cancellationToken);

    /// <summary>Stores one part, all or nothing.</summary>
    /// <exception cref="StoreUnavailableException">Storage gave no clear answer: the part may be stored or not.</exception>
    Task<AppendOutcome> AppendAsync(PlanKey plan, SubmissionPart part, CancellationToken cancellationToken);
}

/// <summary>A cell as it stands in storage.</summary>
/// <param name="Report">The newest revision.</param>
/// <param name="Version">What tells this state of the cell from any other.</param>
public sealed record StoredCell(Report Report, string Version);

/// <summary>One new revision.</summary>
/// <param name="Report">The report.</param>
/// <param name="ReplacedVersion">The cell's version that it was made from; null for a cell that has none.</param>
public sealed record NewRevision(Report Report, string? ReplacedVersion);

/// <summary>What goes in one transaction.</summary>
/// <param name="Revisions">At most <see cref="IReportStore.MaxRowsPerPart"/>, each of another cell; may be empty when nothing changed.</param>
/// <param name="Receipt">What to answer to a re-send; null without an idempotency key.</param>
public sealed record SubmissionPart(IReadOnlyList<NewRevision> Revisions, SentPart? Receipt);

/// <summary>What was answered for one part of a submission.</summary>
/// <param name="IdempotencyKey">The stored form of caller and key.</param>
/// <param name="Part">The part's number, from 0.</param>
/// <param name="BodyHash">SHA-256 of the whole submission.</param>
/// <param name="Rows">What happened to each row, in order.</param>
/// <param name="SentAt">When, UTC.</param>
public sealed record SentPart(string IdempotencyKey, int Part, string BodyHash, IReadOnlyList<SentRow> Rows, DateTimeOffset SentAt);

/// <summary>What happened to one row.</summary>
/// <param name="Result">Created, corrected or unchanged.</param>
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
}

/// <summary>What came of storing a part.</summary>
public enum AppendOutcome
{
    /// <summary>All of it is stored.</summary>
    Stored,

    /// <summary>Somebody else changed a cell meanwhile, or the part was stored before: read again and decide anew.</summary>
    Conflict,
}
