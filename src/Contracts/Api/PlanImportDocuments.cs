namespace Hsvo.Contracts.Api;

/// <summary>The answer of <c>POST /hsvo/v1/plans</c>: what came of it and what it changes.</summary>
public sealed record PlanImportDocument
{
    /// <summary>The plan as it stands after it, or would.</summary>
    public required PlanSummary Plan { get; init; }

    /// <summary>created, changed or unchanged.</summary>
    public required string Result { get; init; }

    /// <summary>Whether nothing was stored because that was asked for.</summary>
    public required bool DryRun { get; init; }

    /// <summary>What changed beside the rows, "rounds"; "order" when rows changed places.</summary>
    public required IReadOnlyList<string> Parts { get; init; }

    /// <summary>The rows that were added, changed or removed.</summary>
    public required IReadOnlyList<NodeChangeDocument> Nodes { get; init; }

    /// <summary>The answers that fitted the plan before and don't now. They are kept, and give no status while they don't fit.</summary>
    public required IReadOnlyList<MisfitDocument> Misfits { get; init; }
}

/// <summary>What became of a row.</summary>
/// <param name="Node">The row's id.</param>
/// <param name="NodeKind">What it is, or was where it is removed.</param>
/// <param name="Text">Its text.</param>
/// <param name="Change">added, changed or removed.</param>
/// <param name="Fields">What changed in it; "indicator" is how it is answered.</param>
/// <param name="Misfits">How many answers to it no longer fit.</param>
public sealed record NodeChangeDocument(string Node, string NodeKind, string Text, string Change, IReadOnlyList<string> Fields, int Misfits);

/// <summary>An answer that no longer fits.</summary>
/// <param name="Indicator">The row.</param>
/// <param name="Department">Who answered.</param>
/// <param name="Round">In which round.</param>
/// <param name="Code">rowRemoved, rowNotAnswered, otherAnswer, departmentRemoved or notOwed.</param>
/// <param name="Message">Why it doesn't fit.</param>
public sealed record MisfitDocument(string Indicator, string Department, string Round, string Code, ProblemMessage Message);

/// <summary>The answer of <c>GET /hsvo/v1/plans/{plan}/versions</c>.</summary>
/// <param name="Plan">The plan's id.</param>
/// <param name="Versions">The versions, the oldest first.</param>
public sealed record PlanVersionList(string Plan, IReadOnlyList<PlanVersionDocument> Versions);

/// <summary>A version of a plan.</summary>
/// <param name="Version">Its number.</param>
/// <param name="ImportedAt">When it was imported, UTC; null where that wasn't kept.</param>
/// <param name="ImportedBy">The coordinator's object id; null for the app itself, at start.</param>
/// <param name="IsExample">Whether an example identity imported it.</param>
/// <param name="Href">Its address.</param>
public sealed record PlanVersionDocument(int Version, DateTimeOffset? ImportedAt, string? ImportedBy, bool IsExample, string Href);
