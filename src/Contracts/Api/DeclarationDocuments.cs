namespace Hsvo.Contracts.Api;

/// <summary>"Inget mer från oss": a department has declared that it has nothing more to report in a round.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Round">The round.</param>
/// <param name="Department">The department.</param>
/// <param name="DeclaredBy">The object id of who declared it.</param>
/// <param name="DeclaredAt">When, UTC.</param>
/// <param name="IsExample">Whether it is an example and no real declaration.</param>
public sealed record DeclarationDocument(string Plan, string Round, string Department, string DeclaredBy, DateTimeOffset DeclaredAt, bool IsExample);

/// <summary>The answer of <c>GET /hsvo/v1/plans/{plan}/rounds/{round}/declarations</c>.</summary>
/// <param name="Declarations">Those that hold; one that was taken back is kept, but no longer listed.</param>
public sealed record DeclarationList(IReadOnlyList<DeclarationDocument> Declarations);
