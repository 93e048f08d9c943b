namespace Hsvo.Domain.Plans;

/// <summary>Whether a count tells of one moment or of all since a day. Neither is ever summed over rounds.</summary>
/// <param name="Kind">Which of the two.</param>
/// <param name="Since">The first day that a cumulative count covers; null for a count of one moment.</param>
public sealed record Measurement(MeasurementKind Kind, DateOnly? Since = null);

/// <summary>What a count covers.</summary>
public enum MeasurementKind
{
    /// <summary>How many there are at one moment ("pågående ärenden").</summary>
    PointInTime,

    /// <summary>How many there have been since a day ("sedan augusti 2022"): the newest number holds all before it.</summary>
    Cumulative,
}

/// <summary>What a percentage is a share of.</summary>
/// <param name="Numerator">What is counted: "vuxna biståndsmottagare i Uppsala".</param>
/// <param name="Denominator">What it is a share of: "befolkningen".</param>
/// <param name="CountedBy">The indicator of the same plan that gives the numerator; null where none does.</param>
public sealed record Fraction(string Numerator, string Denominator, string? CountedBy = null);
