using Hsvo.Domain.Plans;
using Hsvo.Domain.Statuses;
using Hsvo.Domain.Summaries;
using Hsvo.Functions.Mapping;

namespace Hsvo.Functions.Papers.Text;

/// <summary>Every indicator with each unit's answer and comment, goal by goal.</summary>
internal static class IndicatorsSection
{
    private static readonly Column[] Columns = [new("Indikator", 36), new("Läge", 18), new("Svar", 46)];

    public static IEnumerable<Block> Of(PlanFollowUp plan)
    {
        yield return new Heading(2, "Alla indikatorer och svar");
        foreach (var goal in plan.Goals)
        {
            yield return new Heading(3, goal.Node.Number is null ? goal.Node.Text : $"Mål {Words.Name(goal.Node)}");
            Row[] rows = [.. plan.Status.Nodes.Where(n => n.Node.Kind == NodeKind.Indicator && plan.Plan.GoalOf(n.Node).Id == goal.Node.Id).Select(n => RowOf(plan, n))];
            if (rows.Length == 0)
            {
                yield return new Paragraph("Målet har inga indikatorer i planen.");
            }
            else
            {
                yield return new Paragraph(Line.Of(Span.Of(goal.Status), $" · {goal.Coverage} svar. {ReasonTexts.Of(plan.Status, goal)}"));
                yield return new Table(goal.Node.Number is { } number ? $"Indikatorer under mål {number}" : "Målets indikatorer", Columns, rows);
            }
        }
    }

    /// <summary>Each unit's answer and comment, and who is silent.</summary>
    public static Cell AnswersOf(NodeStatus node)
    {
        List<Line> lines = [.. AnswerGroups.Of(node.Cells, c => AnswerTexts.Of(node.Node, c)).Select(g => Line.Of([Span.Strong($"{g.Names}: "), g.Said, .. g.Mark]))];
        lines.AddRange(node.Cells.Where(c => c is { Report: null, Withdrawn: not null }).Select(c => Line.Of(Span.Strong($"{c.Department.Name}: "), AnswerTexts.Withdrawn(c))));
        string[] silent = [.. node.Cells.Where(c => c is { Report: null, Withdrawn: null } && c.Reporting is ReportingStatus.Due or ReportingStatus.Missing).Select(c => c.Department.Name)];
        if (silent.Length > 0)
        {
            lines.Add(Line.Of(new Span($"Har inte svarat: {Words.Listed(silent)}", Look.Muted)));
        }

        string[] declared = [.. node.Cells.Where(c => c.Report is null && c.NothingMore is not null).Select(c => c.Department.Name)];
        if (declared.Length > 0)
        {
            lines.Add(Line.Of(new Span($"Har anmält att inget mer kommer: {Words.Listed(declared)}", Look.Muted)));
        }

        return lines.Count == 0 ? "Inget svar" : new Cell(lines);
    }

    private static Row RowOf(PlanFollowUp plan, NodeStatus node)
    {
        if (node.Node.Indicator!.RefersTo is not null)
        {
            return new([node.Node.Text, Line.Of(Span.Of(node.Status)), ReasonTexts.Of(plan.Status, node)]);
        }

        var answers = AnswersOf(node);
        return new(
        [
            node.Node.Condition is { } condition ? Line.Of(node.Node.Text, new Span($" (gäller {condition})", Look.Muted)) : node.Node.Text,
            Line.Of(Span.Of(node.Status)),
            node.Agreement == Agreement.Differ ? new([Line.Of(Span.Strong("Svaren skiljer sig åt.")), .. answers.Lines]) : answers,
        ]);
    }
}
