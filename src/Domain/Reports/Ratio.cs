using System.Text.Json.Serialization;
using Hsvo.Domain.Figures;

namespace Hsvo.Domain.Reports;

/// <summary>
/// Täljare och nämnare: what a percentage is computed from, where the department knows. Of several departments, rounds or parts they are never summed:
/// they may count the same people.
/// </summary>
/// <param name="Numerator">How many, a whole number; at most <paramref name="Denominator"/>.</param>
/// <param name="Denominator">Of how many, a whole number above zero.</param>
public sealed record Ratio(double Numerator, double Denominator)
{
    // As the documents write theirs: "1,4 procent".
    private const int Decimals = 1;

    // Two ways to write one number differ by less than this.
    private const double Tolerance = 1e-9;

    /// <summary>The percentage itself.</summary>
    [JsonIgnore]
    public double Exact => 100 * Numerator / Denominator;

    /// <summary>The percentage with one decimal: what stands as the value when none was sent.</summary>
    [JsonIgnore]
    public double Rounded => (double)Math.Round(100 * (decimal)Numerator / (decimal)Denominator, Decimals, MidpointRounding.AwayFromZero);

    /// <summary>How many of the whole aren't counted.</summary>
    [JsonIgnore]
    public double Remainder => Denominator - Numerator;

    /// <summary>Whether a percentage follows from it, as exactly as it is written: 1,4 is 1,35 to 1,45.</summary>
    public bool Gives(double written) => Math.Abs(written - Exact) <= PersonsAboveTarget.RoundingOf(written) + Tolerance;
}
