namespace Hsvo.Contracts.Api;

/// <summary>The body of <c>POST /hsvo/v1/reports</c>. What may be null may be left out.</summary>
public sealed record SubmissionRequest
{
    /// <summary>The plan that all rows are of.</summary>
    public required string Plan { get; init; }

    /// <summary>true: everything is checked and nothing stored.</summary>
    public bool? DryRun { get; init; }

    /// <summary>true: the rows are kept as drafts, which count nowhere until they are submitted.</summary>
    public bool? Draft { get; init; }

    /// <summary>1 to 1,000 rows, all or nothing.</summary>
    public required IReadOnlyList<SubmittedReportRequest> Reports { get; init; }
}

/// <summary>One row of a submission: whose answer to what, in which round.</summary>
public sealed record SubmittedReportRequest
{
    /// <summary>The indicator's id.</summary>
    public required string Indicator { get; init; }

    /// <summary>The department's id, the caller's own.</summary>
    public required string Department { get; init; }

    /// <summary>The round's id.</summary>
    public required string Round { get; init; }

    /// <summary>The answer: ja or nej, a number, a date, or words, as the row asks for.</summary>
    public object? Value { get; init; }

    /// <summary>The answer part by part, where the row has parts.</summary>
    public IReadOnlyDictionary<string, object?>? Parts { get; init; }

    /// <summary>What a percentage is computed from: how many. With it the value may be left out.</summary>
    public double? Numerator { get; init; }

    /// <summary>Of how many; always together with the numerator.</summary>
    public double? Denominator { get; init; }

    /// <summary>The reporter's own status by name or Power BI's id: notStarted (0), onTrack (1), atRisk (2), behind (3), overdue (4), completed (5).</summary>
    public object? Assessment { get; init; }

    /// <summary>true: the row doesn't concern the department; needs a reason and takes no value.</summary>
    public bool? NotApplicable { get; init; }

    /// <summary>true: the answer that is there is taken back; takes no value.</summary>
    public bool? Withdrawn { get; init; }

    /// <summary>The reporter's comment. No personal data.</summary>
    public string? Comment { get; init; }

    /// <summary>Why the answer is corrected or isn't applicable.</summary>
    public string? Reason { get; init; }

    /// <summary>The revision that the sender saw, 0 for none: another one that is stored by then refuses the whole with 412.</summary>
    public int? Revision { get; init; }
}

/// <summary>The body of <c>PUT …/reports/{indicator}/{department}</c>: one answer. What may be null may be left out.</summary>
public sealed record AnswerRequest
{
    /// <summary>The answer: ja or nej, a number, a date, or words, as the row asks for.</summary>
    public object? Value { get; init; }

    /// <summary>The answer part by part, where the row has parts.</summary>
    public IReadOnlyDictionary<string, object?>? Parts { get; init; }

    /// <summary>What a percentage is computed from: how many. With it the value may be left out.</summary>
    public double? Numerator { get; init; }

    /// <summary>Of how many; always together with the numerator.</summary>
    public double? Denominator { get; init; }

    /// <summary>The reporter's own status by name or Power BI's id: notStarted (0), onTrack (1), atRisk (2), behind (3), overdue (4), completed (5).</summary>
    public object? Assessment { get; init; }

    /// <summary>true: the row doesn't concern the department; needs a reason and takes no value.</summary>
    public bool? NotApplicable { get; init; }

    /// <summary>true: the answer that is there is taken back; takes no value.</summary>
    public bool? Withdrawn { get; init; }

    /// <summary>The reporter's comment. No personal data.</summary>
    public string? Comment { get; init; }

    /// <summary>Why the answer is corrected or isn't applicable.</summary>
    public string? Reason { get; init; }
}

/// <summary>The body of <c>POST …/reports/{indicator}/{department}/mask</c>.</summary>
/// <param name="Revision">The revision whose texts are hidden.</param>
/// <param name="Reason">Why; itself without personal data.</param>
public sealed record MaskRequest(int Revision, string Reason);

/// <summary>The body of <c>POST /hsvo/v1/plans/{plan}/rounds/{round}/reviews</c>.</summary>
/// <param name="Reviews">1 to 49 rows, all or nothing.</param>
public sealed record ReviewsRequest(IReadOnlyList<ReviewRequest> Reviews);

/// <summary>What the coordinator says of one answer.</summary>
/// <param name="Indicator">The indicator's id.</param>
/// <param name="Department">The department's id.</param>
/// <param name="Revision">The revision that was read.</param>
/// <param name="Decision">accept or sendBack.</param>
/// <param name="Question">What the department is asked, with sendBack; else left out.</param>
public sealed record ReviewRequest(string Indicator, string Department, int Revision, string Decision, string? Question);
