namespace Hsvo.Domain.Plans;

/// <summary>The document a plan was read from.</summary>
/// <param name="Document">The document's own title.</param>
/// <param name="Diarienummer">The registry number it was decided under; null where the document has none.</param>
/// <param name="Sha256">SHA-256 of the source text, lower-case hexadecimal; null for a plan that was written here and read from no document.</param>
public sealed record PlanSource(string Document, string? Diarienummer, string? Sha256);

/// <summary>Verksamhet eller samverkansform i ordinarie drift: named by the plan, not followed up by indicators.</summary>
/// <param name="Name">The name people read.</param>
/// <param name="Quote">As it stands in the document.</param>
public sealed record OrdinaryOperation(string Name, string Quote)
{
    /// <summary>The threads it belongs to (ids of <see cref="Plan.Threads"/>).</summary>
    public IReadOnlyList<string> Threads { get; init; } = [];
}
