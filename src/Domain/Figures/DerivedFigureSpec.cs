namespace Hsvo.Domain.Figures;

/// <summary>A figure that is computed from two indicators by a named formula.</summary>
/// <param name="Id">The figure's id in its plan.</param>
/// <param name="Formula">The formula.</param>
/// <param name="Node">The node it tells of.</param>
/// <param name="Text">What it tells, as people read it.</param>
/// <param name="Count">The indicator that counts the persons.</param>
/// <param name="Share">The indicator that gives them as a percentage of a population, and has the target.</param>
public sealed record DerivedFigureSpec(string Id, DerivedFigureFormula Formula, string Node, string Text, string Count, string Share);

/// <summary>The formulas.</summary>
public enum DerivedFigureFormula
{
    /// <summary>Persons − target share × population, where the population is persons ÷ share.</summary>
    PersonsAboveTarget,
}
