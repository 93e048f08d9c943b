namespace Hsvo.Contracts.Api;

/// <summary>Who did what, and who was refused, in a period.</summary>
/// <param name="From">The first day, in Stockholm.</param>
/// <param name="To">The last day, in Stockholm.</param>
/// <param name="Entries">The entries, the oldest first.</param>
/// <param name="Next">What to say as <c>after</c> to get those that follow; null when there are no more.</param>
public sealed record AuditDocument(DateOnly From, DateOnly To, IReadOnlyList<AuditEntryDocument> Entries, string? Next);

/// <summary>One thing that was written, or refused. It says where something was written and never what: no value, no comment, no reason.</summary>
public sealed record AuditEntryDocument
{
    /// <summary>When, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>stored, or refused.</summary>
    public required string Outcome { get; init; }

    /// <summary>What was done: reportsStored, meetingSet, refused and so on.</summary>
    public required string Action { get; init; }

    /// <summary>The same in Swedish.</summary>
    public required string ActionText { get; init; }

    /// <summary>The object id of the person or system; null for the app itself, and for several callers that are counted together.</summary>
    public required string? Who { get; init; }

    /// <summary>The tenant of who it was; null for the home tenant.</summary>
    public required string? Tenant { get; init; }

    /// <summary>api, powerBI, oData, page or app (the app itself, at start or by a timer); null where that wasn't kept.</summary>
    public required string? Door { get; init; }

    /// <summary>The function that was called; null where that wasn't kept, and for what the app did by itself.</summary>
    public required string? Operation { get; init; }

    /// <summary>The request's id, as its answer had it; null where that wasn't kept, and for what the app did by itself.</summary>
    public required string? RequestId { get; init; }

    /// <summary>The plan's id; null where it is about none.</summary>
    public required string? Plan { get; init; }

    /// <summary>The meeting, proposal, scorecard, paper or version that it is about; null for none.</summary>
    public required string? Subject { get; init; }

    /// <summary>The rows that it is about.</summary>
    public required IReadOnlyList<AuditItemDocument> Rows { get; init; }

    /// <summary>How many it stands for, where it stands for several that aren't listed; else null.</summary>
    public required int? Count { get; init; }

    /// <summary>What was refused, and why; null for what was stored.</summary>
    public required AuditRefusalDocument? Refusal { get; init; }

    /// <summary>Whether an example identity did it.</summary>
    public required bool IsExample { get; init; }
}

/// <summary>One row of an entry.</summary>
/// <param name="Round">The round's id; null for every round.</param>
/// <param name="Indicator">The indicator's id; null for all.</param>
/// <param name="Department">The department's id; null for none.</param>
/// <param name="Revision">The revision; null for none.</param>
/// <param name="Result">created, corrected, withdrawn, accepted or sentBack; null where the action says it.</param>
public sealed record AuditItemDocument(string? Round, string? Indicator, string? Department, int? Revision, string? Result);

/// <summary>What was refused, and why.</summary>
/// <param name="Status">The answer's status, 401 or 403.</param>
/// <param name="Code">The error code, "role.missing".</param>
/// <param name="Method">The request's method.</param>
/// <param name="Address">The request's path, without its query.</param>
public sealed record AuditRefusalDocument(int Status, string Code, string Method, string Address);

/// <summary>What a JSON file of a year's audit holds.</summary>
/// <param name="Entries">The entries, the oldest first, one on each line.</param>
public sealed record AuditExportDocument(IReadOnlyList<AuditEntryDocument> Entries);

/// <summary>A year's audit as files.</summary>
/// <param name="Year">The calendar year, in Stockholm.</param>
/// <param name="IsFinished">Whether the year is over, so that nothing is added to its files any longer.</param>
/// <param name="Files">The files, with their hashes.</param>
public sealed record AuditYearDocument(int Year, bool IsFinished, IReadOnlyList<AuditFileDocument> Files);

/// <summary>A file of a year's audit.</summary>
/// <param name="Name">Its name.</param>
/// <param name="ContentType">Its media type.</param>
/// <param name="Length">Its length in bytes.</param>
/// <param name="Sha256">Its SHA-256, lower-case hexadecimal.</param>
/// <param name="Entries">How many entries are in it.</param>
/// <param name="Address">Where it is.</param>
public sealed record AuditFileDocument(string Name, string ContentType, long Length, string Sha256, int Entries, string Address);
