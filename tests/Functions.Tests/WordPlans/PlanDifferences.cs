using System.Text.Json;
using System.Text.Json.Nodes;
using Hsvo.Domain.Drafting;
using Hsvo.Domain.Plans;

namespace Hsvo.Functions.Tests.WordPlans;

/// <summary>In what a draft differs from the plan, and whether the loading report says so.</summary>
internal static class PlanDifferences
{
    // What of a node each kind of point tells.
    private static readonly Dictionary<ReadingKind, string[]> Told = new()
    {
        [ReadingKind.Split] = ["Text", "ParentId", "Quote", "TargetGroup"],
        [ReadingKind.Pairing] = ["ParentId"],
        [ReadingKind.Kind] = ["Indicator", "Condition"],
        [ReadingKind.Reference] = ["Indicator", "SeeAlso"],
        [ReadingKind.Responsible] = ["Responsible", "ResponsibleQuote"],
        [ReadingKind.Wording] = ["Text", "ListQuote", "Number", "Quote"],
        [ReadingKind.Thread] = ["Threads"],
    };

    // What of the plan as a whole the codes tell.
    private static readonly Dictionary<string, string[]> ToldOfPlan = new(StringComparer.Ordinal)
    {
        ["title.read"] = ["Title", "Source"],
        ["source.file"] = ["Source"],
        ["body.new"] = ["Bodies"],
        ["bodies.previous"] = ["Bodies"],
        ["rounds.assumed"] = ["Rounds"],
        ["thread.noPrevious"] = ["Threads", "OrdinaryOperations"],
        ["thread.open"] = ["Threads", "OrdinaryOperations"],
        ["adoption.none"] = ["Adopted", "AdoptedBy", "AdoptedQuote"],
        ["departments.read"] = ["Departments"],
        ["text.outside"] = ["OrdinaryOperations"],
    };

    /// <summary>Every difference, "2.1.1.i4 ParentId", in the plan's order; version, area and the readings themselves aside.</summary>
    public static IReadOnlyList<string> Between(Plan draft, Plan plan) =>
    [
        .. Fields(draft with { Nodes = [], Readings = [], Version = plan.Version, Imported = plan.Imported }, plan with { Nodes = [], Readings = [] }, "plan"),
        .. plan.Nodes.SelectMany(n => draft.Find(n.Id) is { } drafted ? Fields(drafted, n, n.Id) : [$"{n.Id} missing"]),
        .. draft.Nodes.Where(n => plan.Find(n.Id) is null).Select(n => $"{n.Id} added"),
    ];

    /// <summary>The differences that no point of the report names.</summary>
    public static IEnumerable<string> Untold(IEnumerable<string> differences, Plan plan, IReadOnlyList<LoadingPoint> points) => differences.Where(d =>
    {
        var (where, what) = (d[..d.IndexOf(' ', StringComparison.Ordinal)], d[(d.IndexOf(' ', StringComparison.Ordinal) + 1)..]);
        return where == "plan"
            ? !points.Any(p => ToldOfPlan.GetValueOrDefault(p.Code)?.Contains(what) == true)
            : !points.Any(p => IsOf(p, where, what, plan) && Told.GetValueOrDefault(p.Kind)?.Contains(what) == true);
    });

    // A thread that wasn't found is told once, and who answers a row where the row opens.
    private static bool IsOf(LoadingPoint point, string node, string what, Plan plan) => what switch
    {
        "Threads" => point.Code == "thread.noPrevious" || (point.Code == "thread.open" && plan.Node(node).Threads.Contains(point.Quote)),
        "Responsible" => point.Node == node || AboveOf(plan, node).Contains(point.Node) || (point.Node is { } below && plan.Find(below) is not null && AboveOf(plan, below).Contains(node)),
        _ => point.Node == node,
    };

    private static IEnumerable<string?> AboveOf(Plan plan, string node)
    {
        for (var above = plan.Node(node).ParentId; above is not null; above = plan.Node(above).ParentId)
        {
            yield return above;
        }
    }

    private static IEnumerable<string> Fields<T>(T draft, T plan, string where)
    {
        var (one, other) = (JsonSerializer.SerializeToNode(draft)!.AsObject(), JsonSerializer.SerializeToNode(plan)!.AsObject());
        return one.Where(f => !JsonNode.DeepEquals(f.Value, other[f.Key])).Select(f => $"{where} {f.Key}");
    }
}
