using Hsvo.Domain.Plans;

namespace Hsvo.Plans.Files;

/// <summary>What must hold within one goal's table.</summary>
internal static class TableRules
{
    public static IEnumerable<string> Faults(GoalEntry goal)
    {
        if (goal.Quote is null && goal.Rows.Count > 0)
        {
            yield return $"goal {goal.Number} has a table but no heading";
        }

        var groups = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var row in goal.Rows)
        {
            if (row.PriorityArea is { } opening && row.Continues is null)
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
        .. row.Indicators.SelectMany(i => Faults(i, row)),
    ];

    private static IEnumerable<string> Misnumbered(string goal, char letter, IEnumerable<CellEntry> cells) =>
        from cell in cells
        let prefix = $"{goal}.{letter}"
        where !cell.Id.StartsWith(prefix, StringComparison.Ordinal) || !int.TryParse(cell.Id.AsSpan(prefix.Length), out _)
        select $"{cell.Id} isn't numbered {prefix}1, {prefix}2, …";

    private static IEnumerable<string> Faults(IndicatorEntry indicator, TableRow row)
    {
        var answer = indicator.Answer;
        if (indicator.Under is { } under && row.Activities.All(a => a.Id != under))
        {
            yield return $"{indicator.Id} is under no activity of its row: {under}";
        }

        if ((answer.Kind == IndicatorKind.Reference) != (answer.RefersTo is not null))
        {
            yield return $"{indicator.Id} is a reference without a row, or has a row without being one";
        }

        if (indicator.Condition is { } condition && !indicator.Quote.Contains(condition, StringComparison.Ordinal))
        {
            yield return $"{indicator.Id} has a condition that its quote doesn't name: {condition}";
        }

        if (answer.Unit is not null && !answer.IsNumber)
        {
            yield return $"{indicator.Id} has a unit but is no number";
        }

        if (answer.Target is not null && !answer.IsNumber)
        {
            yield return $"{indicator.Id} has a target but is no number";
        }

        if (answer is { CountsPeople: true, Kind: not (IndicatorKind.Count or IndicatorKind.Percentage) })
        {
            yield return $"{indicator.Id} counts people but is no count or percentage";
        }

        if ((answer.Kind == IndicatorKind.Milestone) != (answer.Due is not null))
        {
            yield return $"{indicator.Id} is a milestone without a date, or has a date without being one";
        }

        if (answer.Parts.Count == 1 || answer.Parts.Any(p => !Identifier.IsValid(p.Id)) || answer.Parts.DistinctBy(p => p.Id).Count() != answer.Parts.Count)
        {
            yield return $"{indicator.Id} has one part alone, or parts without ids of their own";
        }
    }
}
