namespace Hsvo.Domain.Figures;

/// <summary>A figure computed by a plan's formula, with what it was computed from.</summary>
public sealed record DerivedFigure
{
    /// <summary>The plan's formula.</summary>
    public required DerivedFigureSpec Spec { get; init; }

    /// <summary>The figure, in whole persons; null where it can't be told, and <see cref="Reckoning"/> says why.</summary>
    public Estimate? Estimate { get; init; }

    /// <summary>The numbers it was computed from, the count first; empty where one of them is withheld.</summary>
    public IReadOnlyList<FigureInput> From { get; init; } = [];

    /// <summary>The target that was computed against, in percent.</summary>
    public required double Target { get; init; }

    /// <summary>Whether it is withheld since a number it would tell of is.</summary>
    public bool IsWithheld { get; init; }

    /// <summary>How it was computed and how rounding limits it, in Swedish; or why it can't be told.</summary>
    public required string Reckoning { get; init; }

    /// <summary>Whether a number it was computed from is approximate by its document.</summary>
    public bool IsApproximate => From.Any(f => f.IsApproximate);
}

/// <summary>A number that a derived figure was computed from.</summary>
/// <param name="Indicator">The indicator it is of.</param>
/// <param name="Value">The number.</param>
/// <param name="Round">The round it tells of; null where the document names none.</param>
/// <param name="Origin">Where it comes from.</param>
/// <param name="IsApproximate">Whether the document says "cirka".</param>
public sealed record FigureInput(string Indicator, double Value, string? Round, FigureOrigin Origin, bool IsApproximate = false);

/// <summary>Where a number comes from.</summary>
public enum FigureOrigin
{
    /// <summary>The plan's document states it.</summary>
    Document,

    /// <summary>A department reported it.</summary>
    Report,
}
