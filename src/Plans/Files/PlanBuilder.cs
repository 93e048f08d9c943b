using Hsvo.Domain.Plans;

namespace Hsvo.Plans.Files;

/// <summary>Turns a plan's data file into the plan: tables into a tree, readings into one list.</summary>
internal static class PlanBuilder
{
    public static Plan Build(PlanFile file) => new()
    {
        Area = file.Area,
        Id = file.Id,
        Kind = file.Kind,
        Cadence = file.Cadence,
        Title = file.Title,
        Year = file.Year,
        Period = file.Period,
        Adopted = file.Adopted.Date,
        AdoptedBy = file.Adopted.By,
        AdoptedQuote = file.Adopted.Quote,
        OverallGoal = file.OverallGoal?.Text,
        OverallGoalQuote = file.OverallGoal?.Quote,
        Conditions = file.Conditions,
        Source = file.Source,
        Rounds = file.Rounds,
        Boards = file.Boards,
        Bodies = file.Bodies,
        Departments = file.Departments,
        ResponsibilityIsAssumed = file.ResponsibilityIsAssumed,
        OrdinaryOperations = file.OrdinaryOperations,
        Nodes = [.. file.FocusAreas.SelectMany(Nodes)],
        Figures = [.. file.Figures.Select(f => f.Figure)],
        DerivedFigures = file.DerivedFigures,
        Threads = [.. file.Threads.Select(t => new PlanThread(t.Id, t.Name, t.CoversPlan))],
        Readings = [.. LoadingReport.Of(file)],
    };

    private static IEnumerable<PlanNode> Nodes(FocusAreaEntry area)
    {
        var isNumbered = area.Kind == NodeKind.FocusArea;
        yield return new PlanNode
        {
            Id = area.Number,
            Kind = area.Kind,
            Number = isNumbered ? area.Number : null,
            Text = area.Text,
            Quote = area.Quote,
            ListQuote = area.ListQuote,
        };

        foreach (var goal in area.Goals)
        {
            yield return new PlanNode
            {
                Id = goal.Number,
                Kind = NodeKind.Goal,
                ParentId = area.Number,
                Number = isNumbered && goal.Quote is not null ? goal.Number : null,
                Text = goal.Text,
                Quote = goal.Quote ?? goal.ListQuote!,
                ListQuote = goal.ListQuote,
                TargetGroup = goal.TargetGroup,
                Links = goal.Links,
                Threads = goal.Threads,
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
        if (rows[0].PriorityArea is { } opening)
        {
            yield return Node(opening, NodeKind.PriorityArea, goal, rows[0], goal.Number) with
            {
                Responsible = [.. rows.SelectMany(r => r.Responsible.Bodies).Distinct(StringComparer.Ordinal)],
            };
        }

        var parent = rows[0].PriorityArea?.Id ?? goal.Number;
        foreach (var row in rows)
        {
            foreach (var activity in row.Activities)
            {
                yield return Node(activity, NodeKind.Activity, goal, row, parent) with { State = activity.State };

                foreach (var indicator in row.Indicators.Where(i => i.Under == activity.Id))
                {
                    yield return Node(indicator, goal, row, activity.Id);
                }
            }

            foreach (var indicator in row.Indicators.Where(i => i.Under is null))
            {
                yield return Node(indicator, goal, row, parent);
            }
        }
    }

    private static PlanNode Node(IndicatorEntry indicator, GoalEntry goal, TableRow row, string parent) =>
        Node(indicator, NodeKind.Indicator, goal, row, parent) with
        {
            Responsible = row.Responsible.Bodies,
            Indicator = indicator.Answer,
            Condition = indicator.Condition,
        };

    private static PlanNode Node(CellEntry cell, NodeKind kind, GoalEntry goal, TableRow row, string parent) => new()
    {
        Id = cell.Id,
        Kind = kind,
        ParentId = parent,
        Text = cell.Text ?? cell.Quote,
        Quote = cell.Quote,
        ResponsibleQuote = ReferenceEquals(cell, row.Opening) ? row.Responsible.Quote : null,
        TargetGroup = row.TargetGroup ?? goal.TargetGroup,
        SeeAlso = cell.SeeAlso,
        Threads = cell.Threads,
    };
}
