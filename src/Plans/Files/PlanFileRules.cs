using Hsvo.Domain.Plans;

namespace Hsvo.Plans.Files;

/// <summary>What must hold of a plan's data file, before a plan is made of it, so that its tables are a tree. What holds of every plan is <see cref="PlanRules"/>.</summary>
internal static class PlanFileRules
{
    /// <summary>Every fault, each in one line that names the place.</summary>
    public static IEnumerable<string> Faults(PlanFile file) =>
    [
        .. file.FocusAreas.Where(a => a.Kind is not (NodeKind.FocusArea or NodeKind.GoalGroup)).Select(a => $"{a.Number} is neither a focus area nor a group of goals"),
        .. file.FocusAreas.SelectMany(a => a.Goals.Where(g => !g.Number.StartsWith(a.Number + ".", StringComparison.Ordinal)).Select(g => $"goal {g.Number} stands under {a.Number}")),
        .. file.FocusAreas.SelectMany(a => a.Goals.SelectMany(g => TableRules.Faults(a, g))),
        .. UnansweredRows(file),
    ];

    // A plan may have such a row, and its health says so; in a document that we read, who answers is part of the reading.
    private static IEnumerable<string> UnansweredRows(PlanFile file)
    {
        var owed = file.Bodies.Where(b => b.OwedBy.Count > 0).Select(b => b.Id).ToHashSet(StringComparer.Ordinal);
        return file.FocusAreas.SelectMany(a => a.Goals).SelectMany(g => g.Rows).Where(r => !r.Responsible.Bodies.Any(owed.Contains))
            .Select(r => $"nobody answers a row of {r.PriorityAreaId ?? r.Cells.First().Id}");
    }
}
