namespace Hsvo.Domain.Plans;

/// <summary>One thing that makes a plan harder to follow up than it need be. A finding stops nothing: it is for whoever writes the next plan.</summary>
/// <param name="Code">A stable code, "indicator.compound".</param>
/// <param name="Node">The node it concerns; null for the plan as a whole.</param>
/// <param name="Swedish">What and why, in Swedish.</param>
/// <param name="English">The same in English.</param>
public sealed record HealthFinding(string Code, string? Node, string Swedish, string English);
