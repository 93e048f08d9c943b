namespace Hsvo.Domain.Figures;

/// <summary>
/// How many persons more there are than a target share of the population allows: persons − target × population, where nobody gives the
/// population, so that it has to be persons ÷ share. Pure.
/// </summary>
public static class PersonsAboveTarget
{
    /// <summary>The persons above the target; a negative number is what the target leaves room for.</summary>
    /// <param name="persons">The persons, zero or more.</param>
    /// <param name="share">Their share of the population in percent, as written.</param>
    /// <param name="rounding">How far the share as written may be from the true one, in percent: 0.05 for 1,4; 0 for an exact share.</param>
    /// <param name="target">The target share in percent, at most.</param>
    /// <returns>Null where the true share may be zero: the population could then be anything.</returns>
    public static Estimate? Of(double persons, double share, double rounding, double target) => share - rounding > 0
        ? new(Above(persons, share, target), Above(persons, share - rounding, target), Above(persons, share + rounding, target))
        : null;

    /// <summary>Half of the last digit that a number is written with: 0.05 for 1.4, 0.5 for 2.</summary>
    public static double RoundingOf(double written) => 0.5 * Math.Pow(10, -((decimal)written).Scale);

    private static double Above(double persons, double share, double target) => persons * (1 - (target / share));
}
