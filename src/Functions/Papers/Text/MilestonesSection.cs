using Hsvo.Domain.Meetings;
using Hsvo.Domain.Plans;
using Hsvo.Domain.Reports;
using Hsvo.Domain.Statuses;
using Hsvo.Domain.Summaries;
using Hsvo.Functions.Mapping;

namespace Hsvo.Functions.Papers.Text;

/// <summary>An insats' dated goals: by when or from when, and who has reached them.</summary>
internal static class MilestonesSection
{
    private static readonly Column[] Columns = [new("Milstolpe", 32), new("När", 18), new("Läge", 14), new("Svar", 36)];

    public static IEnumerable<Block> Of(PlanFollowUp plan)
    {
        Row[] rows =
        [
            .. plan.Milestones.Select(n => new Row(
            [
                n.Node.Text,
                When(n.Node.Indicator!),
                Line.Of(Span.Of(n.Status)),
                AnswersOf(n),
            ])),
        ];
        if (rows.Length > 0)
        {
            yield return new Heading(2, "Milstolpar");
            yield return new Table("Milstolpar och om de är uppnådda", Columns, rows);
        }
    }

    private static string When(IndicatorSpec spec) => spec switch
    {
        { Due: { } due } => $"Senast {SwedishDates.Long(due)}",
        { Starts: { } starts } => $"Startar {SwedishDates.Long(starts)}",
        _ => "Inget datum",
    };

    private static Cell AnswersOf(NodeStatus node)
    {
        Line[] lines =
        [
            .. AnswerGroups.Of(node.Cells, c => Reached(node.Node, c.Report!.Answer)).Select(g => Line.Of([Span.Strong($"{g.Said}: "), g.Names, .. g.Mark])),
        ];
        return lines.Length == 0 ? "Inget svar" : new Cell(lines);
    }

    private static string Reached(PlanNode milestone, Answer answer) => answer.Value switch
    {
        { Date: { } date } => $"Uppnådd {SwedishDates.Long(date)}",
        { Kind: AnswerValueKind.No } when milestone.Indicator!.Kind == IndicatorKind.Milestone => "Inte uppnådd",
        _ => Words.Capital(AnswerTexts.Said(milestone, answer)),
    };
}
