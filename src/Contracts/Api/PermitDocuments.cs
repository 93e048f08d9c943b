namespace Hsvo.Contracts.Api;

/// <summary>A permit to change answers in a sealed round.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Round">The round.</param>
/// <param name="Department">The department.</param>
/// <param name="Until">The last day it holds, Stockholm.</param>
/// <param name="Reason">Why it was given.</param>
/// <param name="GrantedBy">The coordinator's object id.</param>
/// <param name="GrantedAt">When it was given, UTC.</param>
public sealed record PermitDocument(
    string Plan, string Round, string Department, DateOnly Until, string Reason, string GrantedBy, DateTimeOffset GrantedAt);

/// <summary>The answer of <c>GET /hsvo/v1/plans/{plan}/rounds/{round}/late-change-permits</c>.</summary>
/// <param name="Permits">The round's permits, the newest last for each department.</param>
public sealed record PermitList(IReadOnlyList<PermitDocument> Permits);
