namespace Hsvo.Contracts.Api;

/// <summary>The answer of <c>POST /hsvo/v1/reports</c>: what happened to each row, in the order sent.</summary>
public sealed record SubmissionDocument
{
    /// <summary>The plan.</summary>
    public required string Plan { get; init; }

    /// <summary>Whether nothing was stored because dryRun was asked for.</summary>
    public required bool DryRun { get; init; }

    /// <summary>Whether the rows were kept as drafts, which count nowhere.</summary>
    public required bool Draft { get; init; }

    /// <summary>How many rows were a cell's first answer.</summary>
    public required int Created { get; init; }

    /// <summary>How many changed an answer.</summary>
    public required int Corrected { get; init; }

    /// <summary>How many said what was there already.</summary>
    public required int Unchanged { get; init; }

    /// <summary>How many were kept as drafts.</summary>
    public required int Drafted { get; init; }

    /// <summary>How many took an answer back.</summary>
    public required int Withdrawn { get; init; }

    /// <summary>The rows.</summary>
    public required IReadOnlyList<SubmittedRowDocument> Rows { get; init; }
}

/// <summary>What happened to one row.</summary>
/// <param name="Row">Its place, from 0.</param>
/// <param name="Indicator">The indicator.</param>
/// <param name="Department">The department.</param>
/// <param name="Round">The round.</param>
/// <param name="Result">created, corrected, unchanged, drafted or withdrawn.</param>
/// <param name="Revision">The revision that counts now; for a draft, the one it is based on.</param>
public sealed record SubmittedRowDocument(int Row, string Indicator, string Department, string Round, string Result, int Revision);
