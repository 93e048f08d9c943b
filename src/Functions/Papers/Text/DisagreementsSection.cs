using Hsvo.Domain.Plans;
using Hsvo.Domain.Statuses;
using Hsvo.Domain.Summaries;
using Hsvo.Functions.Mapping;

namespace Hsvo.Functions.Papers.Text;

/// <summary>Where the answers differ, the two principals side by side; and where one of them hasn't been heard.</summary>
internal static class DisagreementsSection
{
    private static readonly Principal[] Two = [Principal.Kommun, Principal.Region];

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
            yield return TableOf(plan, differing);
        }

        var silent = plan.Indicators.Where(n => n.Agreement == Agreement.OnePrincipalMissing).CountBy(SilentIn).ToDictionary();
        if (silent.Count > 0)
        {
            yield return new Paragraph(
                $"Bara den ena huvudmannen har svarat: {Words.Listed(silent.OrderBy(s => s.Key).Select(s => $"{Words.Name(s.Key)} saknas på {Words.Count(s.Value, "indikator", "indikatorer")}"))}.");
        }
    }

    // Who is neither has a column only where somebody is.
    private static Table TableOf(PlanFollowUp plan, NodeStatus[] differing)
    {
        var hasOthers = differing.SelectMany(n => n.Cells).Any(c => c.Report is not null && !Two.Contains(c.Department.Principal));
        string[] headings = hasOthers ? [.. Two.Select(Words.Name), "Övriga"] : [.. Two.Select(Words.Name)];
        var share = 68 / headings.Length;
        return new(
            "Indikatorer där svaren skiljer sig åt",
            [new("Indikator", 100 - (share * headings.Length)), .. headings.Select(h => new Column(h, share))],
            [
                .. differing.Select(n => new Row(
                [
                    Words.WithGoal(plan.Plan, n.Node),
                    .. Two.Select(p => SaidBy(n, n.Cells.Where(c => c.Department.Principal == p))),
                    .. hasOthers ? [SaidBy(n, n.Cells.Where(c => !Two.Contains(c.Department.Principal)))] : Array.Empty<Cell>(),
                ])),
            ]);
    }

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
