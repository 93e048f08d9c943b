using Hsvo.Domain.Meetings;
using Hsvo.Domain.Plans;
using Hsvo.Domain.Statuses;
using Hsvo.Domain.Summaries;

namespace Hsvo.Functions.Papers.Text;

/// <summary>The first page: for each plan a few sentences and its focus areas, with how their rows are distributed and how many have answered.</summary>
internal static class OverviewSection
{
    private const int MaxNamed = 3;
    private const int MaxAttention = 6;

    private static readonly Column[] Columns = [new("Fokusområde", 38), new("Läge", 18), new("Indikatorernas läge", 28), new("Svar", 16)];
    private static readonly Column[] ColumnsOfOthers = [new("Område", 38), .. Columns[1..]];

    public static IEnumerable<Block> Of(MeetingSummary summary)
    {
        yield return new Heading(1, "Sammanfattning");
        foreach (var plan in summary.Plans)
        {
            if (summary.Plans.Count > 1)
            {
                yield return new Heading(2, plan.Plan.Title);
            }

            yield return new Points([.. PointsOf(plan)]);
            var hasFocusAreas = plan.Plan.FocusAreas.Any(f => f.Kind == NodeKind.FocusArea);
            yield return new Table(
                hasFocusAreas ? "Läget per fokusområde" : "Läget per område",
                hasFocusAreas ? Columns : ColumnsOfOthers,
                [.. plan.Plan.FocusAreas.Select(f => plan.Status[f.Id]).Select(f => RowOf(plan, f))]);
            foreach (var block in NeedingAttention(plan, summary.Plans.Count > 1 ? 3 : 2))
            {
                yield return block;
            }
        }

        if (summary.Proposals is { } proposals)
        {
            yield return new Paragraph(proposals.Proposals.Count == 0
                ? $"Inga förslag till gemensamma prioriteringar för {proposals.Year} har lämnats."
                : $"Samrådet bereder också {Words.Count(proposals.Proposals.Count, "förslag", "förslag")} till gemensamma prioriteringar för {proposals.Year}.");
        }

        if (summary.ToAdopt is { } adoption)
        {
            yield return new Paragraph(adoption.Plan is { } next ? $"Samrådet ska fastställa {next.Title}." : $"Ingen plan för {adoption.Year} är inläst att fastställa.");
        }
    }

    // The worst first, and those that became worse before those that were so already.
    private static IEnumerable<Block> NeedingAttention(PlanFollowUp plan, int level)
    {
        NodeStatus[] goals =
        [
            .. plan.Goals.Where(g => g.Status is Status.AtRisk or Status.Behind or Status.Overdue || IsWorse(plan, g))
                .OrderByDescending(g => IsWorse(plan, g)).ThenByDescending(g => g.Status?.Badness()),
        ];
        if (goals.Length == 0)
        {
            yield break;
        }

        yield return new Heading(level, "Mål som behöver uppmärksamhet");
        Line[] first = [.. goals.Take(MaxAttention).Select(g => Line.Of([Span.Of(g.Status), $" {Words.Name(g.Node)}", .. Worse(plan, g)]))];
        yield return new Points(goals.Length > MaxAttention ? [.. first, $"Och {goals.Length - MaxAttention} till, se tabellen över målen."] : first);
    }

    private static bool IsWorse(PlanFollowUp plan, NodeStatus goal) => plan.Since?.Changes.Of(goal.Node.Id)?.Kind == ChangeKind.Worse;

    private static Span[] Worse(PlanFollowUp plan, NodeStatus goal) => IsWorse(plan, goal) ? [" (sämre än förra samrådet)"] : [];

    private static IEnumerable<Line> PointsOf(PlanFollowUp plan)
    {
        NodeStatus[] goals = [.. plan.Goals];
        yield return $"{Words.Count(goals.Length, "mål", "mål")}: {Words.Distribution(goals.Select(g => g.Status))}.";
        yield return AnswersOf(plan);
        if (plan.Since is not { } since)
        {
            yield return "Det här är planens första sammanställning, så det finns inget tidigare samråd att jämföra med.";
            yield break;
        }

        yield return ChangesOf(plan, since);
        if (since.Corrections.Count > 0)
        {
            yield return $"{Words.Count(since.Corrections.Count, "svar", "svar")} har ändrats i efterhand sedan den förra sammanställningen.";
        }
    }

    private static string AnswersOf(PlanFollowUp plan)
    {
        CellStatus[] owed = [.. plan.Indicators.SelectMany(n => n.Cells).Where(c => !c.IsNotApplicable)];
        var answered = owed.Count(c => c.IsAnswered);
        var carried = owed.Count(c => c.IsAnswered && c.IsCarried);
        var from = carried == 0 ? "" : $", varav {carried} från tidigare omgångar";
        return $"{answered} av {Words.Count(owed.Length, "svar", "svar")} är inne{from}.";
    }

    private static string ChangesOf(PlanFollowUp plan, SinceLastPaper since)
    {
        NodeChange[] goals = [.. plan.Goals.Select(g => since.Changes.Of(g.Node.Id)).OfType<NodeChange>()];
        var then = $"Sedan samrådet den {SwedishDates.Long(since.Date)}";
        string[] parts =
        [
            .. Said(ChangeKind.Better, "bättre"),
            .. Said(ChangeKind.Worse, "sämre"),
            .. Said(ChangeKind.New, "nytt läge"),
            .. Said(ChangeKind.Gone, "inget läge längre"),
        ];
        return parts.Length == 0 ? $"{then} har inget mål ändrat läge." : $"{then}: {Words.Listed(parts)}.";

        IEnumerable<string> Said(ChangeKind kind, string word)
        {
            string[] names = [.. goals.Where(g => g.Kind == kind).Select(g => plan.Plan.Node(g.Node)).Select(n => n.Number ?? n.Text)];
            return names.Length switch
            {
                0 => [],
                <= MaxNamed => [$"{word} för mål {Words.Listed(names)}"],
                _ => [$"{word} för {names.Length} mål"],
            };
        }
    }

    private static Row RowOf(PlanFollowUp plan, NodeStatus area) => new(
    [
        area.HasExamples ? Line.Of(Words.Name(area.Node), Span.Example) : Words.Name(area.Node),
        Line.Of(Span.Of(area.Status)),
        Words.Capital(Words.Distribution(RowsBelow(plan, area.Node).Select(n => n.Status))),
        Words.Of(area.Coverage),
    ]);

    private static IEnumerable<NodeStatus> RowsBelow(PlanFollowUp plan, PlanNode area) =>
        plan.Indicators.Where(n => IsBelow(plan.Plan, n.Node, area.Id));

    private static bool IsBelow(Plan plan, PlanNode node, string ancestor)
    {
        for (var at = node.ParentId; at is not null; at = plan.Node(at).ParentId)
        {
            if (at == ancestor)
            {
                return true;
            }
        }

        return false;
    }
}
