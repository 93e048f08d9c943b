using Hsvo.Domain.Plans;

namespace Hsvo.Plans.Files;

/// <summary>Gathers what was read into the document: the whole first, then place by place in the document's order.</summary>
internal static class LoadingReport
{
    public static IEnumerable<Reading> Of(PlanFile file) =>
    [
        .. At(null, file.Readings),
        .. file.Rounds.Where(r => r.Reading is not null).Select(r => new Reading(null, ReadingKind.Round, $"{r.Id}: {r.Reading}")),
        .. file.Figures.Where(f => f.Reading is not null).Select(f => new Reading(f.Figure.Node, ReadingKind.Figure, f.Reading!)),
        .. file.Threads.Select(t => new Reading(null, ReadingKind.Thread, t.Reading)),
        .. file.FocusAreas.SelectMany(area => At(area.Number, area.Readings).Concat(area.Goals.SelectMany(Of))),
    ];

    private static IEnumerable<Reading> Of(GoalEntry goal) => At(goal.Number, goal.Readings).Concat(goal.Rows.SelectMany(r => Of(goal, r)));

    private static IEnumerable<Reading> Of(GoalEntry goal, TableRow row) =>
    [
        .. row.PriorityArea is { } opening ? At(opening.Id, opening.Readings) : [],
        .. At(row.PriorityAreaId ?? goal.Number, row.Readings),
        .. Responsible(goal, row),
        .. row.Activities.SelectMany(a => At(a.Id, a.Readings)),
        .. row.Indicators.SelectMany(i => At(i.Id, i.Readings)),
    ];

    // Who answers a row is said at the priority area it opens. A row that continues one may differ from the rest, so there it is said at its first indicator;
    // one without indicators says it at its goal.
    private static IEnumerable<Reading> Responsible(GoalEntry goal, TableRow row) => row.Responsible.Reading is { } reading
        ? [new Reading(row.PriorityArea?.Id ?? row.Indicators.Select(i => i.Id).FirstOrDefault(goal.Number), ReadingKind.Responsible, reading)]
        : [];

    private static IEnumerable<Reading> At(string? node, IEnumerable<ReadingEntry> readings) => readings.Select(r => new Reading(node, r.Kind, r.Text));
}
