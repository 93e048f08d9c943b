namespace Hsvo.Domain.Figures;

/// <summary>A computed number and how far off it may be, since a number it was computed from was rounded.</summary>
/// <param name="Value">The number, computed from what was written.</param>
/// <param name="Lower">The least it can be.</param>
/// <param name="Upper">The most it can be.</param>
public readonly record struct Estimate(double Value, double Lower, double Upper);
