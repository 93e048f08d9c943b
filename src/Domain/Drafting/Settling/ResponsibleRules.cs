using Hsvo.Domain.Plans;

namespace Hsvo.Domain.Drafting.Settling;

/// <summary>Who a body is that wasn't in the plan before, and which departments answer for it.</summary>
internal sealed class BodyRule : Rule
{
    private const string New = "new";

    public override Question? Ask(Desk desk, Question question) => BodyOf(desk, question) is { } body
        ? question with
        {
            Options =
            [
                new(New, "Ett eget organ, och de ikryssade svarar för det", "A body of its own, and those ticked answer for it"),
                .. desk.Plan.Bodies.Where(b => b != body).Select(b => new Option(b.Id, $"Samma som {b.Name}", $"The same as {b.Name}")),
            ],
            Boxes = [.. desk.Plan.Departments.Select(d => Option.OfPlan(d.Id, d.Name))],
            Ticked = body.OwedBy,
        }
        : null;

    public override Remark? Settle(Desk desk, Question question)
    {
        var body = BodyOf(desk, question)!;
        if (question.Choice == New)
        {
            desk.Plan = desk.Plan with { Bodies = [.. desk.Plan.Bodies.Select(b => b == body ? b with { OwedBy = question.Ticked } : b)] };
            return null;
        }

        desk.Merge(body.Id, question.Choice);
        return null;
    }

    private static ResponsibleBody? BodyOf(Desk desk, Question question) => desk.Plan.Bodies.FirstOrDefault(b => b.Quote == question.Point.Quote && b.Description.Length == 0);
}

/// <summary>Which bodies are responsible for the rows of one Ansvar cell.</summary>
internal sealed class ResponsibleRule : Rule
{
    public override Question? Ask(Desk desk, Question question)
    {
        if (RowsOf(desk, question) is not [var first, ..] || desk.Plan.Bodies.Count == 0)
        {
            return null;
        }

        return question with
        {
            Options = [new(Own, "De ikryssade ansvarar", "Those ticked are responsible")],
            Boxes = [.. desk.Plan.Bodies.Select(b => Option.OfPlan(b.Id, b.Name))],
            Ticked = first.Responsible,
        };
    }

    public override Remark? Settle(Desk desk, Question question)
    {
        var rows = RowsOf(desk, question);

        // In the cell's own order, and then what was added.
        Set(desk, rows, [.. rows[0].Responsible.Where(question.Ticked.Contains).Union(question.Ticked)]);
        return null;
    }

    /// <summary>Makes bodies responsible for rows, and for the priority area that they stand in together with those of its other rows.</summary>
    public static void Set(Desk desk, IReadOnlyList<PlanNode> rows, IReadOnlyList<string> bodies)
    {
        var before = rows.SelectMany(r => r.Responsible).ToHashSet(StringComparer.Ordinal);
        foreach (var row in rows.Where(r => r.Kind == NodeKind.Indicator))
        {
            desk.Put(row with { Responsible = bodies });
        }

        var areas = rows.Select(r => r.Kind == NodeKind.PriorityArea ? r : desk.Above(r, NodeKind.PriorityArea)).OfType<PlanNode>().DistinctBy(a => a.Id);
        foreach (var area in areas)
        {
            var left = desk.Nodes.Where(n => n.Kind == NodeKind.Indicator && desk.Above(n, NodeKind.PriorityArea)?.Id == area.Id).SelectMany(n => n.Responsible).ToHashSet(StringComparer.Ordinal);
            var kept = area.Responsible.Where(b => !before.Contains(b) || bodies.Contains(b) || left.Contains(b)).ToList();
            desk.Put(area with { Responsible = rows[0].Id == area.Id ? [.. bodies.Union(kept)] : [.. kept.Union(bodies)] });
        }
    }

    /// <summary>The rows that a point's Ansvar cell answers for.</summary>
    public static IReadOnlyList<PlanNode> RowsOf(Desk desk, Question question) => [.. question.Point.Rows.Select(desk.Find).OfType<PlanNode>()];
}

/// <summary>Whether bodies that stand beside as many rows are responsible each for its own, or together.</summary>
internal sealed class TogetherRule : Rule
{
    private const string Together = "together";

    public override Question? Ask(Desk desk, Question question) => ResponsibleRule.RowsOf(desk, question).Count > 0
        ? question with { Options = [new(AsRead, "Var och en för sin rad", "Each for its own row"), new(Together, "Alla gemensamt för raderna", "All together for the rows")] }
        : null;

    public override Remark? Settle(Desk desk, Question question)
    {
        if (question.Choice == Together)
        {
            var rows = ResponsibleRule.RowsOf(desk, question);
            ResponsibleRule.Set(desk, rows, [.. rows.SelectMany(r => r.Responsible).Distinct()]);
        }

        return null;
    }
}
