using Hsvo.Domain.Plans;
using Hsvo.Domain.Statuses;

namespace Hsvo.Functions.Pages.Board;

/// <summary>How many rows, or answers, have which status: the best first.</summary>
/// <param name="Counts">The statuses there are.</param>
/// <param name="Without">How many have none.</param>
public sealed record Distribution(IReadOnlyList<(Status Status, int Count)> Counts, int Without)
{
    /// <summary>All of them.</summary>
    public int Total => Counts.Sum(c => c.Count) + Without;

    /// <summary>The rows below some nodes, which stand beside each other: those that concern somebody.</summary>
    public static Distribution Below(PlanStatus status, IReadOnlyCollection<NodeStatus> nodes)
    {
        var counts = nodes.SelectMany(n => n.Distribution).GroupBy(d => d.Key).Select(g => (g.Key, Count: g.Sum(d => d.Value))).ToList();
        var tops = nodes.Select(n => n.Node.Id).ToHashSet(StringComparer.Ordinal);
        var rows = status.Nodes.Count(n => n.Cells.Any(c => !c.IsNotApplicable) && IsBelow(status.Plan, n.Node, tops));
        return Of(counts, rows - counts.Sum(c => c.Count));
    }

    /// <summary>What the units answer one row with.</summary>
    public static Distribution OfAnswers(NodeStatus row)
    {
        var cells = row.Cells.Where(c => !c.IsNotApplicable).ToList();
        return Of(cells.Where(c => c.Status is not null).CountBy(c => c.Status!.Value).Select(c => (c.Key, c.Value)), cells.Count(c => c.Status is null));
    }

    private static Distribution Of(IEnumerable<(Status Status, int Count)> counts, int without) => new([.. counts.OrderBy(c => c.Status.Badness())], Math.Max(0, without));

    private static bool IsBelow(Plan plan, PlanNode node, HashSet<string> tops)
    {
        for (var at = node.ParentId; at is not null; at = plan.Node(at).ParentId)
        {
            if (tops.Contains(at))
            {
                return true;
            }
        }

        return false;
    }
}
