using Hsvo.Domain.Meetings;
using Hsvo.Domain.Plans;
using Hsvo.Domain.Statuses;
using Hsvo.Domain.Summaries;
using Hsvo.Functions.Mapping;

namespace Hsvo.Functions.Papers.Text;

/// <summary>Each goal with its status, what became of it, and why.</summary>
internal static class GoalsSection
{
    private static readonly Column[] First = [new("Mål", 40), new("Läge", 17), new("Svar", 11), new("Varför", 32)];
    private static readonly Column[] Later = [new("Mål", 32), new("Läge", 15), new("Sedan förra samrådet", 14), new("Svar", 10), new("Varför", 29)];

    public static IEnumerable<Block> Of(PlanFollowUp plan)
    {
        yield return new Heading(2, "Målen");
        yield return new Table(
            plan.Since is { } since ? $"Läget för varje mål, jämfört med samrådet den {SwedishDates.Long(since.Date)}" : "Läget för varje mål",
            plan.Since is null ? First : Later,
            [.. plan.Status.Nodes.Where(n => n.Node.Kind is NodeKind.FocusArea or NodeKind.GoalGroup or NodeKind.Goal).Select(n => RowOf(plan, n))]);
    }

    private static Row RowOf(PlanFollowUp plan, NodeStatus node)
    {
        var name = node.HasExamples ? Line.Of(Words.Name(node.Node), Span.Example) : Words.Name(node.Node);
        List<Cell> cells = [name, Line.Of(Span.Of(node.Status)), Words.Of(node.Coverage), node.Node.Kind == NodeKind.Goal ? ReasonTexts.Of(plan.Status, node) : ""];
        if (plan.Since is { } since)
        {
            cells.Insert(2, Line.Of(ChangeWords.Of(since.Changes.Of(node.Node.Id))));
        }

        return new(cells, IsGroup: node.Node.Kind != NodeKind.Goal);
    }
}
