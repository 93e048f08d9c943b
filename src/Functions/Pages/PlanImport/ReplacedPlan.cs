using System.Globalization;
using Hsvo.Domain.Plans;

namespace Hsvo.Functions.Pages.PlanImport;

/// <summary>A plan that is there, and what storing a draft under its id would make of it.</summary>
/// <param name="Plan">The plan as it stands.</param>
/// <param name="Changes">What the draft changes in it.</param>
public sealed record ReplacedPlan(Plan Plan, PlanChanges Changes)
{
    /// <summary>What the box is worth that lets it be replaced: ticked for other changes than these, it lets nothing be.</summary>
    public string Mark => string.Create(CultureInfo.InvariantCulture,
        $"{Plan.Id}/{Plan.Version}/{Of(RowChangeKind.Added).Count}/{Of(RowChangeKind.Changed).Count}/{Of(RowChangeKind.Removed).Count}/{Changes.Misfits.Count}");

    /// <summary>The rows of which something becomes.</summary>
    public IReadOnlyList<RowChange> Of(RowChangeKind kind) => [.. Changes.Nodes.Where(c => c.Kind == kind)];
}
