using Hsvo.Domain.Plans;
using Hsvo.Domain.Statuses;
using Hsvo.Domain.Summaries;
using Hsvo.Functions.Mapping;

namespace Hsvo.Functions.Papers.Text;

/// <summary>Where the answers differ, the two principals side by side; and where one of them hasn't been heard.</summary>
internal static class DisagreementsSection
{
    private static readonly Principal[] Two = [Principal.Kommun, Principal.Region];
    private static readonly Column[] Columns = [new("Indikator", 32), .. Two.Select(p => new Column(Words.Name(p), 34))];

    public static IEnumerable<Block> Of(PlanFollowUp plan)
    {
        yield return new Heading(2, "Där svaren skiljer sig åt");
        NodeStatus[] differing = [.. plan.Indicators.Where(n => n.Agreement == Agreement.Differ)];
        if (differing.Length == 0)
        {
            yield return new Paragraph("Inga svar på samma indikator skiljer sig åt.");
        }
        else
        {
            yield return new Table("Indikatorer där svaren skiljer sig åt", Columns, [.. differing.Select(n => RowOf(plan, n))]);
        }

        var silent = plan.Indicators.Where(n => n.Agreement == Agreement.OnePrincipalMissing).CountBy(SilentIn).ToDictionary();
        if (silent.Count > 0)
        {
            yield return new Paragraph(
                $"Bara den ena huvudmannen har svarat: {Words.Listed(silent.OrderBy(s => s.Key).Select(s => $"{Words.Name(s.Key)} saknas på {Words.Count(s.Value, "indikator", "indikatorer")}"))}.");
        }
    }

    private static Row RowOf(PlanFollowUp plan, NodeStatus node) => new(
    [
        Line.Of([Words.WithGoal(plan.Plan, node.Node), .. Others(node)]),
        .. Two.Select(p => SaidBy(node, node.Cells.Where(c => c.Department.Principal == p))),
    ]);

    // The coordinating office and other authorities answer few rows: no column is theirs.
    private static IEnumerable<Span> Others(NodeStatus node) =>
        AnswerGroups.Of(node.Cells.Where(c => !Two.Contains(c.Department.Principal)), c => AnswerTexts.Said(node.Node, c.Report!.Answer))
            .SelectMany(g => (Span[])[new($" {g.Names} svarar: {g.Said}.", Look.Muted), .. g.Mark]);

    private static Cell SaidBy(NodeStatus node, IEnumerable<CellStatus> cells)
    {
        Line[] lines =
        [
            .. AnswerGroups.Of(cells, c => AnswerTexts.Said(node.Node, c.Report!.Answer))
                .Select(g => Line.Of([Span.Strong($"{Words.Capital(g.Said)}: "), g.Names, .. g.Mark])),
        ];
        return lines.Length == 0 ? "Inget svar" : new Cell(lines);
    }

    private static Principal SilentIn(NodeStatus node) =>
        node.Cells.Any(c => c.IsAnswered && c.Department.Principal == Principal.Kommun) ? Principal.Region : Principal.Kommun;
}
