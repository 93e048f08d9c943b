using System.Text.Json;
using Hsvo.Domain.Reports;

namespace Hsvo.Domain.Plans;

/// <summary>What a new version of a plan changes, as the one who imports it sees it.</summary>
/// <param name="Parts">What changed beside the rows: "rounds", "title", by the plan's own names.</param>
/// <param name="Nodes">The rows that were added, removed or changed, in the new plan's order and then the removed ones.</param>
/// <param name="Misfits">The answers that fitted the plan before and don't now. They are kept, and give no status while they don't fit.</param>
public sealed record PlanChanges(IReadOnlyList<string> Parts, IReadOnlyList<RowChange> Nodes, IReadOnlyList<Misfit> Misfits)
{
    /// <summary>Whether the two say the same.</summary>
    public bool IsNone => Parts.Count == 0 && Nodes.Count == 0;

    /// <summary>Compares two versions.</summary>
    /// <param name="before">The plan as it stands.</param>
    /// <param name="after">The plan as it is to be.</param>
    /// <param name="cells">The newest report of each cell, all rounds.</param>
    public static PlanChanges Between(Plan before, Plan after, IReadOnlyCollection<Report> cells) => new(
        [.. Different(Header(before), Header(after)), .. IsReordered(before, after) ? ["order"] : Array.Empty<string>()],
        [.. NodesBetween(before, after)],
        [.. cells.Where(c => Misfit.Of(before, c) is null).Select(c => Misfit.Of(after, c)).OfType<Misfit>()]);

    private static IEnumerable<RowChange> NodesBetween(Plan before, Plan after)
    {
        foreach (var node in after.Nodes)
        {
            if (before.Find(node.Id) is not { } old)
            {
                yield return new(node, RowChangeKind.Added, []);
            }
            else if (Different(Fields(old), Fields(node)).ToList() is { Count: > 0 } fields)
            {
                yield return new(node, RowChangeKind.Changed, fields);
            }
        }

        foreach (var node in before.Nodes.Where(n => after.Find(n.Id) is null))
        {
            yield return new(node, RowChangeKind.Removed, []);
        }
    }

    // Among the rows that stayed: what is added or removed says so itself.
    private static bool IsReordered(Plan before, Plan after) =>
        !before.Nodes.Select(n => n.Id).Where(id => after.Find(id) is not null).SequenceEqual(after.Nodes.Select(n => n.Id).Where(id => before.Find(id) is not null));

    // Records with lists in them compare by reference; what they say is their JSON. Version and import aren't what a plan says.
    private static Dictionary<string, string> Header(Plan plan) => Fields(plan with { Nodes = [], Version = 0, Imported = null });

    private static Dictionary<string, string> Fields<T>(T value) => JsonSerializer.SerializeToElement(value).EnumerateObject()
        .ToDictionary(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name), p => p.Value.GetRawText(), StringComparer.Ordinal);

    private static IEnumerable<string> Different(Dictionary<string, string> before, Dictionary<string, string> after) =>
        after.Where(f => before[f.Key] != f.Value).Select(f => f.Key);
}

/// <summary>What became of a row.</summary>
/// <param name="Node">The row: as it is to be, or as it was where it is removed.</param>
/// <param name="Kind">Added, removed or changed.</param>
/// <param name="Fields">What changed in it.</param>
public sealed record RowChange(PlanNode Node, RowChangeKind Kind, IReadOnlyList<string> Fields);

/// <summary>What can become of a row.</summary>
public enum RowChangeKind
{
    /// <summary>It is new.</summary>
    Added,

    /// <summary>It says something else.</summary>
    Changed,

    /// <summary>It is no longer in the plan.</summary>
    Removed,
}

/// <summary>An answer that doesn't fit a plan.</summary>
/// <param name="Key">The cell.</param>
/// <param name="Kind">Why.</param>
public sealed record Misfit(ReportKey Key, MisfitKind Kind)
{
    /// <summary>Why an answer doesn't fit a plan; null when it does.</summary>
    public static Misfit? Of(Plan plan, Report cell)
    {
        MisfitKind? kind = plan.Find(cell.Key.Indicator) switch
        {
            null => MisfitKind.RowRemoved,
            { Indicator: null or { Kind: IndicatorKind.Reference } } => MisfitKind.RowNotAnswered,
            _ when plan.FindDepartment(cell.Key.Department) is null => MisfitKind.DepartmentRemoved,
            { Indicator: { } spec } when !cell.Answer.NotApplicable && !cell.Fits(spec) => MisfitKind.OtherAnswer,
            { } row when plan.Owing(row).All(d => d.Id != cell.Key.Department) => MisfitKind.NotOwed,
            _ => null,
        };
        return kind is { } why ? new(cell.Key, why) : null;
    }
}

/// <summary>Why an answer doesn't fit a plan.</summary>
public enum MisfitKind
{
    /// <summary>The plan has no such row.</summary>
    RowRemoved,

    /// <summary>The row is no indicator, or a reference.</summary>
    RowNotAnswered,

    /// <summary>The row asks for another kind of answer, or other parts.</summary>
    OtherAnswer,

    /// <summary>The plan has no such department.</summary>
    DepartmentRemoved,

    /// <summary>The department doesn't owe the row.</summary>
    NotOwed,
}
