using Hsvo.Domain.Plans;

namespace Hsvo.Plans.Files;

/// <summary>Turns a plan's data file into the plan: tables into a tree, readings into one list.</summary>
internal static class PlanBuilder
{
    public static Plan Build(PlanFile file) => new()
    {
        Area = file.Area,
        Id = file.Id,
        Title = file.Title,
        Year = file.Year,
        Adopted = file.Adopted.Date,
        AdoptedBy = file.Adopted.By,
        OverallGoal = file.OverallGoal.Text,
        Source = file.Source,
        Rounds = file.Rounds,
        Boards = file.Boards,
        Bodies = file.Bodies,
        Departments = file.Departments,
        ResponsibilityIsAssumed = file.ResponsibilityIsAssumed,
        OrdinaryOperations = file.OrdinaryOperations,
        Nodes = [.. file.FocusAreas.SelectMany(Nodes)],
        Readings = [.. LoadingReport.Of(file)],
    };

    private static IEnumerable<PlanNode> Nodes(FocusAreaEntry area)
    {
        yield return new PlanNode { Id = area.Number, Kind = NodeKind.FocusArea, Number = area.Number, Text = area.Text, Quote = area.Quote };

        foreach (var goal in area.Goals)
        {
            yield return new PlanNode
            {
                Id = goal.Number,
                Kind = NodeKind.Goal,
                ParentId = area.Number,
                Number = goal.Quote is null ? null : goal.Number,
                Text = goal.Text,
                Quote = goal.Quote ?? goal.ListQuote,
            };

            // A row that continues a priority area joins the row that opened it.
            foreach (var rows in goal.Rows.GroupBy(r => r.PriorityAreaId, StringComparer.Ordinal))
            {
                foreach (var node in Nodes(goal, [.. rows]))
                {
                    yield return node;
                }
            }
        }
    }

    private static IEnumerable<PlanNode> Nodes(GoalEntry goal, IReadOnlyList<TableRow> rows)
    {
        var opening = rows[0].PriorityArea!;
        yield return Node(opening, NodeKind.PriorityArea, rows[0], goal.Number) with
        {
            Responsible = [.. rows.SelectMany(r => r.Responsible.Bodies).Distinct(StringComparer.Ordinal)],
        };

        foreach (var row in rows)
        {
            foreach (var activity in row.Activities)
            {
                yield return Node(activity, NodeKind.Activity, row, opening.Id);

                foreach (var indicator in row.Indicators.Where(i => i.Under == activity.Id))
                {
                    yield return Node(indicator, row, activity.Id);
                }
            }

            foreach (var indicator in row.Indicators.Where(i => i.Under is null))
            {
                yield return Node(indicator, row, opening.Id);
            }
        }
    }

    private static PlanNode Node(IndicatorEntry indicator, TableRow row, string parent) => Node(indicator, NodeKind.Indicator, row, parent) with
    {
        Responsible = row.Responsible.Bodies,
        Indicator = indicator.Answer,
        Condition = indicator.Condition,
    };

    private static PlanNode Node(CellEntry cell, NodeKind kind, TableRow row, string parent) => new()
    {
        Id = cell.Id,
        Kind = kind,
        ParentId = parent,
        Text = cell.Text ?? cell.Quote,
        Quote = cell.Quote,
        TargetGroup = row.TargetGroup,
        SeeAlso = cell.SeeAlso,
    };
}
