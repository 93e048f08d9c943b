using Hsvo.Domain.Reports;

namespace Hsvo.UseCases;

/// <summary>An expected failure; each door says it in its own shape.</summary>
/// <param name="Kind">What kind it is; decides the HTTP status.</param>
/// <param name="Code">A stable code, "plan.unknown".</param>
/// <param name="Swedish">The message in Swedish.</param>
/// <param name="English">The message in English.</param>
public sealed record Failure(FailureKind Kind, string Code, string Swedish, string English)
{
    /// <summary>The single faults, each with the place in the request.</summary>
    public IReadOnlyList<Fault> Faults { get; init; } = [];

    /// <summary>How long to wait before trying again, for <see cref="FailureKind.Unavailable"/> and <see cref="FailureKind.TooManyRequests"/>.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The rows that were stored all the same before storage failed, by their place in the submission.</summary>
    public IReadOnlyList<int> StoredRows { get; init; } = [];

    /// <summary>Where the caller had seen another version than the stored one, for <see cref="FailureKind.PreconditionFailed"/>: both of them.</summary>
    public IReadOnlyList<VersionConflict> Conflicts { get; init; } = [];
}

/// <summary>One answer that was changed after the caller saw it.</summary>
/// <param name="Pointer">The row, as a JSON pointer.</param>
/// <param name="Key">The cell.</param>
/// <param name="SeenRevision">The revision that the caller saw; 0 for none.</param>
/// <param name="Yours">What the caller sent; null for a review.</param>
/// <param name="Stored">What is stored; null for nothing.</param>
public sealed record VersionConflict(string Pointer, ReportKey Key, int SeenRevision, SubmittedAnswer? Yours, Report? Stored);

/// <summary>One fault in a request.</summary>
/// <param name="Code">A stable code, "value.type".</param>
/// <param name="Pointer">Where: a JSON pointer (RFC 6901) into the body, "/reports/3/value"; for a query option its name.</param>
/// <param name="Swedish">The message in Swedish.</param>
/// <param name="English">The message in English.</param>
public sealed record Fault(string Code, string Pointer, string Swedish, string English);

/// <summary>The kinds of failure.</summary>
public enum FailureKind
{
    /// <summary>The request can't be read: 400.</summary>
    Malformed,

    /// <summary>The caller may not: 403.</summary>
    Forbidden,

    /// <summary>There is no such thing: 404.</summary>
    NotFound,

    /// <summary>It clashes with what is there: 409.</summary>
    Conflict,

    /// <summary>The client's own If-Match, or the revision it says it saw, doesn't hold: somebody else changed it meanwhile: 412.</summary>
    PreconditionFailed,

    /// <summary>The body or a row is larger than allowed: 413.</summary>
    TooLarge,

    /// <summary>The body is of another type than the door reads: 415.</summary>
    UnsupportedMediaType,

    /// <summary>It can be read, but a rule says no: 422.</summary>
    Invalid,

    /// <summary>The caller asks more often than is allowed: 429.</summary>
    TooManyRequests,

    /// <summary>It is known what is asked for, and it isn't offered: 501.</summary>
    NotSupported,

    /// <summary>Storage doesn't answer or is too busy: 503.</summary>
    Unavailable,
}
