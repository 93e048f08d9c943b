using Hsvo.Domain.Plans;

namespace Hsvo.Plans.Files;

/// <summary>What must hold within one goal's table.</summary>
internal static class TableRules
{
    public static IEnumerable<string> Faults(GoalEntry goal)
    {
        var opened = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in goal.Rows)
        {
            if (row.PriorityArea is { } opening && row.Continues is null)
            {
                opened.Add(opening.Id);
            }
            else if (row.PriorityArea is not null || row.Continues is null || !opened.Contains(row.Continues))
            {
                yield return $"a row of {goal.Number} opens a priority area or continues an earlier one, not both or neither: {row.Continues}";
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

        if (answer.Unit is not null && !answer.IsNumber)
        {
            yield return $"{indicator.Id} has a unit but is no number";
        }

        if (answer.Target is not null && !answer.IsNumber)
        {
            yield return $"{indicator.Id} has a target but is no number";
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
