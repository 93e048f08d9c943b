using Hsvo.Domain.Audit;
using Hsvo.Domain.Plans;

namespace Hsvo.Domain.Proposals;

/// <summary>
/// Förslag: an area or a group that a unit or a board wants prioritised in a coming year. It is no part of any plan until one is adopted with it.
/// </summary>
public sealed record Proposal
{
    /// <summary>The proposal's id in its area, <c>[a-z0-9.-]</c>: "amn-2019.1".</summary>
    public required string Id { get; init; }

    /// <summary>The samverkansområde, "uppsala".</summary>
    public required string Area { get; init; }

    /// <summary>The year it is for.</summary>
    public required int Year { get; init; }

    /// <summary>What is proposed to be prioritised.</summary>
    public required ProposalKind Kind { get; init; }

    /// <summary>The proposal as people read it.</summary>
    public required string Text { get; init; }

    /// <summary>The proposal as it stands in its document; null for one that came in through the API.</summary>
    public string? Quote { get; init; }

    /// <summary>The document it stands in; null for one that came in through the API.</summary>
    public PlanSource? Source { get; init; }

    /// <summary>Why, in the proposer's words; null where nothing was said.</summary>
    public string? Motivation { get; init; }

    /// <summary>The reporting unit that proposes it: the id that plans have for it.</summary>
    public required string Department { get; init; }

    /// <summary>The unit's name, "Arbetsmarknadsförvaltningen".</summary>
    public required string DepartmentName { get; init; }

    /// <summary>The board that it is put to, or whose own it is, "Arbetsmarknadsnämnden"; null where none is named.</summary>
    public string? Board { get; init; }

    /// <summary>Whether the board itself proposes it, and not its unit to it.</summary>
    public bool IsOfBoard { get; init; }

    /// <summary>Whether the coordinating office entered it for who proposes it.</summary>
    public bool IsEnteredByOffice { get; init; }

    /// <summary>The day it was proposed.</summary>
    public required DateOnly ProposedAt { get; init; }

    /// <summary>The object id of the person or system that sent it; null for one that stands in a document.</summary>
    public string? ProposedBy { get; init; }

    /// <summary>When it was sent, UTC; null for one that stands in a document, and where that wasn't kept.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>Which request it came in; null where that wasn't kept.</summary>
    public Origin? Origin { get; init; }

    /// <summary>Whether it was sent by an identity that configuration marks as example.</summary>
    public bool IsExample { get; init; }

    /// <summary>When it was taken back and by whom; null while it stands. It is kept all the same.</summary>
    public Withdrawal? Withdrawn { get; init; }

    /// <summary>The threads it belongs to: what plans before or after call the same.</summary>
    public IReadOnlyList<string> Threads { get; init; } = [];

    /// <summary>What was read into its document, and why; empty for one that came in through the API.</summary>
    public IReadOnlyList<Reading> Readings { get; init; } = [];
}

/// <summary>That a proposal was taken back.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="By">The object id of the person or system that took it back.</param>
public sealed record Withdrawal(DateTimeOffset At, string By)
{
    /// <summary>Which request it came in; null where that wasn't kept.</summary>
    public Origin? Origin { get; init; }
}

/// <summary>What a proposal wants prioritised.</summary>
public enum ProposalKind
{
    /// <summary>Målgrupp: those it is about.</summary>
    Group,

    /// <summary>Prioriterat område: what is to be worked at.</summary>
    Area,
}
