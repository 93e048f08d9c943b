using Hsvo.Contracts.PowerBI;
using Hsvo.Domain.Plans;
using Hsvo.Domain.Reports;
using Hsvo.Domain.Statuses;
using Hsvo.Functions.Http.PowerBI;

namespace Hsvo.Functions.Mapping;

/// <summary>
/// Reports as Power BI's check-ins. In a department's workspace a check-in is its report; in the samråd's it is what the departments' reports of
/// that round say together, with the value left out where they differ.
/// </summary>
/// <param name="plan">The plan in its workspace.</param>
/// <param name="today">Today in Stockholm.</param>
internal sealed class GoalValueMapping(WorkspacePlan plan, DateOnly today)
{
    /// <summary>An indicator's check-ins, by round.</summary>
    public IReadOnlyList<GoalValue> Of(PlanNode indicator) =>
        [.. plan.Snapshot.Plan.Rounds.Select(r => Of(indicator, r)).OfType<GoalValue>()];

    /// <summary>An indicator's check-in of one round, or null.</summary>
    public GoalValue? Of(PlanNode indicator, Round round)
    {
        var node = plan.Snapshot.StatusIn(round, today, plan.Workspace.Department)[indicator.Id];
        CellStatus[] cells = [.. node.Cells.Where(c => c is { Report: not null, IsCarried: false })];
        if (cells.Length == 0)
        {
            return null;
        }

        CellStatus[] applicable = [.. cells.Where(c => !c.IsNotApplicable)];
        var owed = node.Cells.Count(c => !c.IsNotApplicable);

        // What was taken back weighs here as it does everywhere.
        var withdrawn = node.Cells.Where(c => c.Withdrawn?.Key.Round == round.Id && c.Status is not null && !cells.Contains(c));
        var status = RollUp.OfDepartments([.. applicable.Concat(withdrawn).Select(c => c.Status)], applicable.Length == owed);
        var value = Combined(cells);
        var isSuppressed = cells.Any(c => c.IsSuppressed);
        return new()
        {
            Timestamp = PowerBITimes.Day(round.Ends),
            GoalId = plan.Ids[indicator.Id],
            ScorecardId = plan.ScorecardId,
            CreatedTime = PowerBITimes.Instant(cells.Min(c => c.Report!.FirstReportedAt)),
            LastModifiedTime = PowerBITimes.Instant(cells.Max(c => c.Report!.ReportedAt)),
            Value = value?.ToDouble(),
            Target = indicator.Indicator?.Target?.Value,
            TargetDisplayString = indicator.Indicator?.Target is { } target ? AnswerValue.Of(target.Value).ToString() : null,
            ValueDisplayString = isSuppressed ? AnswerTexts.NotShown : DisplayOf(indicator, value, cells),
            IsSuppressed = isSuppressed ? true : null,
            Status = (int?)status,
            StatusName = status?.Name(),
            Note = cells is [var only] ? GoalNoteMapping.TextOf(only.Report!) : null,
            IsExample = cells.Any(c => c.Report!.IsExample) ? true : null,
        };
    }

    // Numbers of parts have no one value, and are shown side by side.
    private static string? DisplayOf(PlanNode indicator, AnswerValue? value, CellStatus[] cells) => value switch
    {
        { Kind: AnswerValueKind.Text } => null,
        { } whole => whole.ToString(),
        null => cells is [{ Report.Answer: { Parts.Count: > 0 } answer }] ? AnswerTexts.Said(indicator, answer) : null,
    };

    /// <summary>The value that every applicable answer gives; null where they differ or there is none.</summary>
    public static AnswerValue? Combined(IEnumerable<CellStatus> cells)
    {
        AnswerValue?[] values = [.. cells.Where(c => c.IsAnswered).Select(c => c.Report!.Answer.Whole)];
        return values.Length > 0 && values.All(v => v == values[0]) ? values[0] : null;
    }
}
