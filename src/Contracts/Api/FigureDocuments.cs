namespace Hsvo.Contracts.Api;

/// <summary>A figure that a plan's document itself states; nobody's report.</summary>
public sealed record FigureDocument
{
    /// <summary>The figure's id in its plan.</summary>
    public required string Id { get; init; }

    /// <summary>What it tells.</summary>
    public required string Text { get; init; }

    /// <summary>The node it tells of; null for the plan as a whole.</summary>
    public required string? Node { get; init; }

    /// <summary>The round it tells of, or null.</summary>
    public required string? Round { get; init; }

    /// <summary>The number, in the unit.</summary>
    public required double Value { get; init; }

    /// <summary>The unit, in the document's word.</summary>
    public required string Unit { get; init; }

    /// <summary>Whether the document says "cirka".</summary>
    public required bool IsApproximate { get; init; }

    /// <summary>atMost where the document gives a highest number, atLeast a lowest; null for the number itself.</summary>
    public required string? Bound { get; init; }

    /// <summary>The days it is for, or null.</summary>
    public required PeriodDocument? Period { get; init; }

    /// <summary>The number as it stands in the document.</summary>
    public required string AsWritten { get; init; }

    /// <summary>The sentence it stands in.</summary>
    public required string Quote { get; init; }
}

/// <summary>A figure that is computed from two indicators.</summary>
public sealed record DerivedFigureDocument
{
    /// <summary>The figure's id in its plan.</summary>
    public required string Id { get; init; }

    /// <summary>personsAboveTarget: persons − target × population, where the population is persons ÷ share.</summary>
    public required string Formula { get; init; }

    /// <summary>What it tells.</summary>
    public required string Text { get; init; }

    /// <summary>The node it tells of.</summary>
    public required string Node { get; init; }

    /// <summary>The indicator that counts.</summary>
    public required string Count { get; init; }

    /// <summary>The indicator that gives the share and has the target.</summary>
    public required string Share { get; init; }

    /// <summary>What it comes to; null when there is nothing to compute it from.</summary>
    public required DerivedResultDocument? Result { get; init; }
}

/// <summary>What a derived figure comes to.</summary>
public sealed record DerivedResultDocument
{
    /// <summary>The figure in whole persons; null where it can't be told, and the reckoning says why.</summary>
    public required double? Value { get; init; }

    /// <summary>The least it can be, since a number it was computed from is rounded.</summary>
    public required double? Lower { get; init; }

    /// <summary>The most it can be.</summary>
    public required double? Upper { get; init; }

    /// <summary>The target that was computed against, in percent.</summary>
    public required double Target { get; init; }

    /// <summary>Whether a number it was computed from is approximate.</summary>
    public required bool IsApproximate { get; init; }

    /// <summary>Whether it is withheld since a number it would tell of is.</summary>
    public required bool IsWithheld { get; init; }

    /// <summary>What it was computed from; empty where that is withheld.</summary>
    public required IReadOnlyList<DerivedInputDocument> From { get; init; }

    /// <summary>How it was computed and how rounding limits it, in Swedish.</summary>
    public required string Reckoning { get; init; }
}

/// <summary>A number that a derived figure was computed from.</summary>
/// <param name="Indicator">The indicator it is of.</param>
/// <param name="Value">The number.</param>
/// <param name="Round">The round it tells of, or null.</param>
/// <param name="Origin">document or report.</param>
/// <param name="IsApproximate">Whether the document says "cirka".</param>
public sealed record DerivedInputDocument(string Indicator, double Value, string? Round, string Origin, bool IsApproximate);

/// <summary>The figures that belong to a round's status.</summary>
/// <param name="Document">What the plan's document states, of this round and earlier ones and of no round.</param>
/// <param name="Derived">What is computed, by this round's answers or the document's figures.</param>
public sealed record StatusFigures(IReadOnlyList<FigureDocument> Document, IReadOnlyList<DerivedFigureDocument> Derived);
