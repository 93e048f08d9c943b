using Hsvo.Domain.Plans;

namespace Hsvo.Plans.Files;

/// <summary>What must hold within one goal's table.</summary>
internal static class TableRules
{
    public static IEnumerable<string> Faults(FocusAreaEntry area, GoalEntry goal)
    {
        if (goal.Quote is null && goal.Rows.Count > 0)
        {
            yield return $"goal {goal.Number} has a table but no heading";
        }

        if (goal.Quote is null && goal.ListQuote is null)
        {
            yield return $"goal {goal.Number} stands nowhere";
        }

        var groups = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var row in goal.Rows)
        {
            if (area.Kind == NodeKind.GoalGroup)
            {
                if (row.PriorityArea is not null || row.Continues is not null)
                {
                    yield return $"a row of {goal.Number} has a priority area, where rows stand right under their goal: {row.PriorityAreaId}";
                }
            }
            else if (row.PriorityArea is { } opening && row.Continues is null)
            {
                groups[opening.Id] = row.TargetGroup;
            }
            else if (row.PriorityArea is not null || row.Continues is null || !groups.ContainsKey(row.Continues))
            {
                yield return $"a row of {goal.Number} opens a priority area or continues an earlier one, not both or neither: {row.Continues}";
            }

            if (row.Continues is { } continued && groups.GetValueOrDefault(continued) != row.TargetGroup)
            {
                yield return $"a row of {goal.Number} continues a priority area of another target group: {continued}";
            }

            foreach (var fault in Faults(goal.Number, row))
            {
                yield return fault;
            }
        }
    }

    private static IEnumerable<string> Faults(string goal, TableRow row) =>
    [
        .. Misnumbered(goal, 'p', row.PriorityArea is { } opening ? [opening] : []),
        .. Misnumbered(goal, 'a', row.Activities),
        .. Misnumbered(goal, 'i', row.Indicators),
        .. row.Indicators.Where(i => i.Under is not null && row.Activities.All(a => a.Id != i.Under)).Select(i => $"{i.Id} is under no activity of its row: {i.Under}"),
    ];

    private static IEnumerable<string> Misnumbered(string goal, char letter, IEnumerable<CellEntry> cells) =>
        from cell in cells
        let prefix = $"{goal}.{letter}"
        where !cell.Id.StartsWith(prefix, StringComparison.Ordinal) || !int.TryParse(cell.Id.AsSpan(prefix.Length), out _)
        select $"{cell.Id} isn't numbered {prefix}1, {prefix}2, …";
}
