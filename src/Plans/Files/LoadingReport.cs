using Hsvo.Domain.Plans;

namespace Hsvo.Plans.Files;

/// <summary>Gathers what was read into the document: the whole first, then place by place in the document's order.</summary>
internal static class LoadingReport
{
    public static IEnumerable<Reading> Of(PlanFile file) =>
    [
        .. At(null, file.Readings),
        .. file.Rounds.Where(r => r.Reading is not null).Select(r => new Reading(null, ReadingKind.Round, $"{r.Id}: {r.Reading}")),
        .. file.FocusAreas.SelectMany(area => At(area.Number, area.Readings).Concat(area.Goals.SelectMany(Of))),
    ];

    private static IEnumerable<Reading> Of(GoalEntry goal) => At(goal.Number, goal.Readings).Concat(goal.Rows.SelectMany(Of));

    private static IEnumerable<Reading> Of(TableRow row) =>
    [
        .. row.PriorityArea is { } opening ? At(opening.Id, opening.Readings) : [],
        .. At(row.PriorityAreaId, row.Readings),
        .. Responsible(row),
        .. row.Activities.SelectMany(a => At(a.Id, a.Readings)),
        .. row.Indicators.SelectMany(i => At(i.Id, i.Readings)),
    ];

    // Who answers a row is said at the priority area it opens. A row that continues one may differ from the rest, so there it is said at its first indicator.
    private static IEnumerable<Reading> Responsible(TableRow row) => row.Responsible.Reading is { } reading
        ? [new Reading(row.PriorityArea?.Id ?? row.Indicators.Select(i => i.Id).FirstOrDefault(), ReadingKind.Responsible, reading)]
        : [];

    private static IEnumerable<Reading> At(string? node, IEnumerable<ReadingEntry> readings) => readings.Select(r => new Reading(node, r.Kind, r.Text));
}
