namespace Hsvo.Contracts.Api;

/// <summary>The answer of <c>GET /hsvo/v1/plans/{plan}/health</c>: what in the plan can't be followed up, or only by what was read into it.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Counts">How many findings of each code.</param>
/// <param name="Findings">Those of the whole plan first, then row by row in the plan's order.</param>
public sealed record PlanHealthDocument(PlanSummary Plan, IReadOnlyDictionary<string, int> Counts, IReadOnlyList<HealthFindingDocument> Findings);

/// <summary>One finding.</summary>
/// <param name="Code">A stable code, "indicator.compound".</param>
/// <param name="Node">The node it concerns, or null.</param>
/// <param name="Text">The node's text, or null.</param>
/// <param name="Message">What and why.</param>
public sealed record HealthFindingDocument(string Code, string? Node, string? Text, ProblemMessage Message);
