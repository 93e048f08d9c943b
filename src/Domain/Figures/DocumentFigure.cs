using Hsvo.Domain.Plans;

namespace Hsvo.Domain.Figures;

/// <summary>A figure that a document itself states. It is part of the plan and nobody's report.</summary>
public sealed record DocumentFigure
{
    /// <summary>The figure's id in its plan, <c>[a-z0-9.-]</c>.</summary>
    public required string Id { get; init; }

    /// <summary>What it tells, as people read it.</summary>
    public required string Text { get; init; }

    /// <summary>The node it tells of; null for the plan as a whole.</summary>
    public string? Node { get; init; }

    /// <summary>The round it tells of; null where it tells of no round.</summary>
    public string? Round { get; init; }

    /// <summary>The number, in <see cref="Unit"/>; 1.4 means 1,4 procent.</summary>
    public required double Value { get; init; }

    /// <summary>The unit, in the document's word.</summary>
    public required string Unit { get; init; }

    /// <summary>Whether the document says "cirka".</summary>
    public bool IsApproximate { get; init; }

    /// <summary>Which side of the number is meant where the document gives a bound ("maximalt"); null for the number itself.</summary>
    public TargetDirection? Bound { get; init; }

    /// <summary>The days it is for, where the document names them.</summary>
    public PlanPeriod? Period { get; init; }

    /// <summary>The number as it stands in the document: "cirka 1 000".</summary>
    public required string AsWritten { get; init; }

    /// <summary>The sentence it stands in.</summary>
    public required string Quote { get; init; }
}
