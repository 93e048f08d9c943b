namespace Hsvo.Domain.Plans;

/// <summary>Which plan: the samverkansområde and the plan's id in it.</summary>
/// <param name="Area">The area's id, "uppsala".</param>
/// <param name="Plan">The plan's id, "hsvo-2021".</param>
public readonly record struct PlanKey(string Area, string Plan)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Area}/{Plan}";
}
