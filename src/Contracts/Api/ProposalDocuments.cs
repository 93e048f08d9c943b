namespace Hsvo.Contracts.Api;

/// <summary>The answer of <c>GET /hsvo/v1/proposals</c>: what units and boards propose for coming years.</summary>
/// <param name="Proposals">By year and then in the order they were made.</param>
public sealed record ProposalList(IReadOnlyList<ProposalDocument> Proposals);

/// <summary>A proposal.</summary>
public sealed record ProposalDocument
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>The year it is for.</summary>
    public required int Year { get; init; }

    /// <summary>area or group.</summary>
    public required string Kind { get; init; }

    /// <summary>What is to be prioritised.</summary>
    public required string Text { get; init; }

    /// <summary>Why, or null.</summary>
    public required string? Motivation { get; init; }

    /// <summary>Who proposes it: unit or board.</summary>
    public required string Proposer { get; init; }

    /// <summary>Whether the coordinating office entered it for them.</summary>
    public required bool EnteredByOffice { get; init; }

    /// <summary>The unit; the board's own where the board proposes.</summary>
    public required string Department { get; init; }

    /// <summary>The unit's name.</summary>
    public required string DepartmentName { get; init; }

    /// <summary>The board that proposes it, or that it is put to; null where none is named.</summary>
    public required string? Board { get; init; }

    /// <summary>The day it was proposed.</summary>
    public required DateOnly ProposedAt { get; init; }

    /// <summary>The document it stands in; null for one that was sent in.</summary>
    public required ProposalSourceDocument? Source { get; init; }

    /// <summary>The threads it belongs to.</summary>
    public required IReadOnlyList<string> Threads { get; init; }

    /// <summary>When it was taken back, UTC; null while it stands.</summary>
    public required DateTimeOffset? WithdrawnAt { get; init; }

    /// <summary>Whether it is a made-up example.</summary>
    public required bool IsExample { get; init; }
}

/// <summary>Where a proposal stands.</summary>
/// <param name="Document">The document's title.</param>
/// <param name="Diarienummer">Its registry number, or null.</param>
/// <param name="Sha256">SHA-256 of its text, or null.</param>
/// <param name="Quote">The proposal as it stands there.</param>
public sealed record ProposalSourceDocument(string Document, string? Diarienummer, string? Sha256, string? Quote);
