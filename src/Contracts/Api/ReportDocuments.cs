namespace Hsvo.Contracts.Api;

/// <summary>One department's answer to one row in one round, as it stands in a revision: what <c>GET …/reports/{indicator}/{department}</c> answers.</summary>
public sealed record ReportDocument
{
    /// <summary>The round.</summary>
    public required string Round { get; init; }

    /// <summary>The row's id.</summary>
    public required string Indicator { get; init; }

    /// <summary>The department's id.</summary>
    public required string Department { get; init; }

    /// <summary>1 for the first answer, one more with each correction. The entity tag of the answer that counts.</summary>
    public required int Revision { get; init; }

    /// <summary>"ja", "nej", a number, a date or words; null when <see cref="Parts"/> tell, or it isn't shown.</summary>
    public required object? Value { get; init; }

    /// <summary>The values by part of a compound row; null for others.</summary>
    public required IReadOnlyDictionary<string, object?>? Parts { get; init; }

    /// <summary>What a percentage was computed from: how many; null where the department didn't say, and for others.</summary>
    public required double? Numerator { get; init; }

    /// <summary>Of how many; null without <see cref="Numerator"/>.</summary>
    public required double? Denominator { get; init; }

    /// <summary>The status that the reporter assessed; null when it sent none.</summary>
    public required string? Assessment { get; init; }

    /// <summary>Whether the row was said not to concern the department.</summary>
    public required bool NotApplicable { get; init; }

    /// <summary>Whether the answer isn't shown because it counts few people.</summary>
    public required bool IsSuppressed { get; init; }

    /// <summary>Whether this revision takes back the answer before it: it has no value, and another answer is awaited.</summary>
    public required bool IsWithdrawn { get; init; }

    /// <summary>The reporter's comment; null when there is none or it is masked.</summary>
    public required string? Comment { get; init; }

    /// <summary>Why it was corrected or isn't applicable; "(texten är dold)" when it is masked.</summary>
    public required string? Reason { get; init; }

    /// <summary>The object id of who reported it; acceptance doesn't change that.</summary>
    public required string Reporter { get; init; }

    /// <summary>When this revision was stored, UTC.</summary>
    public required DateTimeOffset ReportedAt { get; init; }

    /// <summary>When the first revision was stored, UTC.</summary>
    public required DateTimeOffset FirstReportedAt { get; init; }

    /// <summary>The door it came through: api or powerBI.</summary>
    public required string Door { get; init; }

    /// <summary>The newest review of the revision, or null.</summary>
    public required ReviewDocument? Review { get; init; }

    /// <summary>Who masked what was written, and why; null when nothing is masked.</summary>
    public required MaskDocument? Mask { get; init; }

    /// <summary>Whether it is an example and no real answer.</summary>
    public required bool IsExample { get; init; }
}

/// <summary>What the coordinator said of an answer.</summary>
/// <param name="Decision">accept, or sendBack: the answer counts but is awaited again.</param>
/// <param name="Question">What the department is asked; null for an accepted answer, "(texten är dold)" when it is masked.</param>
/// <param name="By">The coordinator's object id.</param>
/// <param name="At">When, UTC.</param>
public sealed record ReviewDocument(string Decision, string? Question, string By, DateTimeOffset At);

/// <summary>That what was written is hidden.</summary>
/// <param name="By">The coordinator's object id.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Reason">Why, in the coordinator's words; given in the history to the coordinator and the auditor, null everywhere else.</param>
public sealed record MaskDocument(string By, DateTimeOffset At, string? Reason);

/// <summary>The answer of <c>GET /hsvo/v1/reports</c>: the answers that count, or those that were changed.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Next">What to send as changedSince next time. It lies some minutes back: what was changed meanwhile may come twice and is never missed.</param>
/// <param name="Reports">The answers; those to rows that count people always come along, since what is shown of them hangs on each other.</param>
public sealed record ReportList(string Plan, DateTimeOffset Next, IReadOnlyList<ReportDocument> Reports);

/// <summary>The answer of <c>GET …/reports/{indicator}/{department}/history</c>.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Revisions">Every revision, the newest last.</param>
public sealed record HistoryDocument(string Plan, IReadOnlyList<RevisionDocument> Revisions);

/// <summary>One revision in an answer's history.</summary>
/// <param name="Report">The revision, what is masked left out.</param>
/// <param name="Reviews">Every review of it, the newest last.</param>
/// <param name="Original">What was masked; null for everyone but the auditor, where nothing is masked, and where the answer isn't shown since it may count few people.</param>
public sealed record RevisionDocument(ReportDocument Report, IReadOnlyList<ReviewDocument> Reviews, MaskedTextDocument? Original);

/// <summary>What was written before it was masked.</summary>
/// <param name="Comment">The comment.</param>
/// <param name="Reason">The reason.</param>
/// <param name="Value">The words of an answer in words; null for others.</param>
/// <param name="Parts">The words by part of a compound row; null for others.</param>
/// <param name="Questions">What the coordinator asked before the mask, the newest last.</param>
public sealed record MaskedTextDocument(
    string? Comment, string? Reason, string? Value, IReadOnlyDictionary<string, string>? Parts, IReadOnlyList<string> Questions);

/// <summary>The answer of <c>POST …/rounds/{round}/reviews</c>: each answer as it stands after it, in the order sent.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Reports">The answers.</param>
public sealed record ReviewList(string Plan, IReadOnlyList<ReportDocument> Reports);

/// <summary>The answer of <c>GET /hsvo/v1/drafts</c>: what the caller's own department has begun to answer.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Drafts">The drafts.</param>
public sealed record DraftList(string Plan, IReadOnlyList<DraftDocument> Drafts);

/// <summary>A draft: it counts nowhere and nobody outside the department sees it.</summary>
public sealed record DraftDocument
{
    /// <summary>The round.</summary>
    public required string Round { get; init; }

    /// <summary>The row's id.</summary>
    public required string Indicator { get; init; }

    /// <summary>The department's id.</summary>
    public required string Department { get; init; }

    /// <summary>What was written so far.</summary>
    public required SentAnswerDocument Answer { get; init; }

    /// <summary>The revision that it was written from; 0 when there was none.</summary>
    public required int BasedOn { get; init; }

    /// <summary>Whether the answer was changed after the draft was begun: compare with <see cref="Current"/>.</summary>
    public required bool IsOutdated { get; init; }

    /// <summary>The answer that counts; null when there is none.</summary>
    public required ReportDocument? Current { get; init; }

    /// <summary>The object id of who saved it.</summary>
    public required string SavedBy { get; init; }

    /// <summary>When it was saved, UTC.</summary>
    public required DateTimeOffset SavedAt { get; init; }
}

/// <summary>An answer in the form in which it is sent.</summary>
/// <param name="Value">The value.</param>
/// <param name="Parts">The values by part.</param>
/// <param name="Numerator">What a percentage is computed from: how many.</param>
/// <param name="Denominator">Of how many.</param>
/// <param name="Assessment">The status sent along.</param>
/// <param name="NotApplicable">Whether the row is said not to concern the department.</param>
/// <param name="Withdrawn">Whether the answer that is there is taken back.</param>
/// <param name="Comment">The comment.</param>
/// <param name="Reason">The reason.</param>
public sealed record SentAnswerDocument(
    object? Value, IReadOnlyDictionary<string, object?>? Parts, double? Numerator, double? Denominator, string? Assessment, bool NotApplicable, bool Withdrawn,
    string? Comment, string? Reason);

/// <summary>Two versions of one answer: what was sent, and what somebody else stored meanwhile.</summary>
/// <param name="Pointer">The row, a JSON pointer into the body.</param>
/// <param name="Round">The round.</param>
/// <param name="Indicator">The row's id.</param>
/// <param name="Department">The department's id.</param>
/// <param name="SeenRevision">The revision that the sender saw; 0 for none.</param>
/// <param name="Yours">What was sent; null for a review.</param>
/// <param name="Stored">What is stored; null when nothing is.</param>
public sealed record ConflictDocument(
    string Pointer, string Round, string Indicator, string Department, int SeenRevision, SentAnswerDocument? Yours, ReportDocument? Stored);
