using System.Text.Json.Serialization;
using Hsvo.Domain.Reports;

namespace Hsvo.Domain.Audit;

/// <summary>
/// One thing that was written, or refused: who, what, when, by which door and in which request. It says where something was written and never what: no value,
/// no comment, no reason.
/// </summary>
public sealed record AuditEntry
{
    /// <summary>What tells it from every other entry of its area, and puts those of the same instant in order.</summary>
    public required string Id { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What was done.</summary>
    public required AuditAction Action { get; init; }

    /// <summary>The object id of who did it, with the tenant where it isn't the home one; null for the app itself, and for several callers counted together.</summary>
    public string? By { get; init; }

    /// <summary>The door; null where that wasn't kept.</summary>
    public Door? Door { get; init; }

    /// <summary>The function; null where that wasn't kept, and for what the app did by itself.</summary>
    public string? Operation { get; init; }

    /// <summary>The request's id; null where that wasn't kept, and for what the app did by itself.</summary>
    public string? RequestId { get; init; }

    /// <summary>The plan that it is about; null for none.</summary>
    public string? Plan { get; init; }

    /// <summary>The meeting, proposal, version, scorecard or paper that it is about; null for none.</summary>
    public string? Subject { get; init; }

    /// <summary>The cells that it is about.</summary>
    public IReadOnlyList<AuditItem> Items { get; init; } = [];

    /// <summary>How many it stands for, where it stands for several that aren't listed; else null.</summary>
    public int? Count { get; init; }

    /// <summary>What was refused, and why; null for what was done.</summary>
    public RefusedRequest? Refused { get; init; }

    /// <summary>Whether it was done by an identity that configuration marks as example.</summary>
    public bool IsExample { get; init; }

    /// <summary>Whether it tells of refused requests.</summary>
    [JsonIgnore]
    public bool IsRefusal => Action is AuditAction.Refused or AuditAction.RefusedMore;

    /// <summary>The entry with where it came from.</summary>
    public AuditEntry From(Origin? origin) => origin is null ? this : this with
    {
        Door = origin.Door,
        Operation = origin.Operation,
        RequestId = origin.RequestId,
    };
}

/// <summary>One cell of an entry.</summary>
/// <param name="Round">The round's id; null for a row in every round.</param>
/// <param name="Indicator">The row's node id; null for all rows.</param>
/// <param name="Department">The department's id; null for none.</param>
/// <param name="Revision">The revision; null for none.</param>
/// <param name="Result">What became of it; null where the action says it.</param>
public sealed record AuditItem(string? Round, string? Indicator, string? Department, int? Revision = null, AuditResult? Result = null);

/// <summary>What became of a cell.</summary>
public enum AuditResult
{
    /// <summary>It got its first answer.</summary>
    Created,

    /// <summary>Its answer was corrected.</summary>
    Corrected,

    /// <summary>Its answer was taken back.</summary>
    Withdrawn,

    /// <summary>Its answer was accepted.</summary>
    Accepted,

    /// <summary>Its answer was sent back with a question.</summary>
    SentBack,
}

/// <summary>A request that was refused.</summary>
/// <param name="Status">The answer's status, 401 or 403.</param>
/// <param name="Code">Why: the failure's code, "role.missing".</param>
/// <param name="Method">The request's method.</param>
/// <param name="Address">The request's path, without its query.</param>
public sealed record RefusedRequest(int Status, string Code, string Method, string Address);
