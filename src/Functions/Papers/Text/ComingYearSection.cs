using Hsvo.Domain.Plans;
using Hsvo.Domain.Proposals;
using Hsvo.Domain.Summaries;

namespace Hsvo.Functions.Papers.Text;

/// <summary>What the meeting prepares for the year after: in May the proposals, in October the plan to adopt with what is hard to follow up in it.</summary>
internal static class ComingYearSection
{
    private const int MaxNamed = 4;

    private static readonly Column[] ProposalColumns = [new("Förslag", 50), new("Avser", 14), new("Från", 36)];
    private static readonly Column[] GoalColumns = [new("Mål", 78), new("Indikatorer", 22)];
    private static readonly Column[] FindingColumns = [new("Att se över", 48), new("Antal", 10), new("Var", 42)];

    public static IEnumerable<Block> Of(MeetingSummary summary) =>
    [
        .. summary.Proposals is { } proposals ? OfProposals(proposals) : [],
        .. summary.ToAdopt is { } plan ? OfPlan(plan) : [],
    ];

    private static IEnumerable<Block> OfProposals(ProposalsForYear proposals)
    {
        yield return new Heading(1, $"Förslag till gemensamma prioriteringar {proposals.Year}", StartsPage: proposals.Proposals.Count > 0);
        if (proposals.Proposals.Count == 0)
        {
            yield return new Paragraph($"Inga förslag för {proposals.Year} har lämnats.");
            yield break;
        }

        yield return new Paragraph("Det som förvaltningar och nämnder har föreslagit. Ett förslag ingår i en plan först när planen fastställs.");
        yield return new Table($"Förslag för {proposals.Year}", ProposalColumns, [.. proposals.Proposals.Select(RowOf)]);
    }

    private static Row RowOf(Proposal proposal)
    {
        var from = proposal switch
        {
            { IsOfBoard: true, Board: { } itself } => itself,
            { Board: { } board } => $"{proposal.DepartmentName}, till {board}",
            _ => proposal.DepartmentName,
        };
        var entered = proposal.IsEnteredByOffice ? ", infört av det samordnande kontoret" : "";
        var source = proposal.Source is { } document ? $" ({document.Diarienummer ?? document.Document})" : "";
        Line text = proposal.IsExample ? Line.Of(proposal.Text, Span.Example) : proposal.Text;
        return new(
        [
            proposal.Motivation is { } why ? new Cell([text, Line.Of(new Span(why, Look.Muted))]) : text,
            proposal.Kind == ProposalKind.Group ? "Målgrupp" : "Område",
            from + entered + source,
        ]);
    }

    private static IEnumerable<Block> OfPlan(PlanToAdopt adoption)
    {
        yield return new Heading(1, $"Plan att fastställa för {adoption.Year}", StartsPage: adoption.Plan is not null);
        if (adoption.Plan is not { } plan)
        {
            yield return new Paragraph($"Ingen plan för {adoption.Year} är inläst, så dess innehåll redovisas inte här.");
            yield break;
        }

        yield return new Paragraph($"{plan.Title}, version {plan.Version}.");
        if (plan.OverallGoal is { } goal)
        {
            yield return new Paragraph(goal);
        }

        yield return new Table(
            "Planens fokusområden och mål",
            GoalColumns,
            [
                .. plan.Nodes.Where(n => n.Kind is NodeKind.FocusArea or NodeKind.GoalGroup or NodeKind.Goal)
                    .Select(n => n.Kind == NodeKind.Goal
                        ? new Row([Words.Name(n), $"{plan.Indicators.Count(i => plan.GoalOf(i).Id == n.Id)}"])
                        : new Row([Words.Name(n), ""], IsGroup: true)),
            ]);
        yield return new Heading(2, "Att se över innan planen fastställs");
        Row[] findings = [.. adoption.Findings.Where(f => f.Code != "department.nameAssumed").GroupBy(f => f.Swedish).Select(g => new Row([g.Key, $"{g.Count()}", WhereOf(plan, [.. g])]))];
        if (findings.Length == 0)
        {
            yield return new Paragraph("Inget i planen är svårt att följa upp.");
        }
        else
        {
            yield return new Table("Det som är svårt att följa upp i planen", FindingColumns, findings);
        }
    }

    private static string WhereOf(Plan plan, HealthFinding[] findings)
    {
        string[] names = [.. findings.Select(f => f.Node).OfType<string>().Select(n => Words.WithGoal(plan, plan.Node(n)))];
        return names.Length switch
        {
            0 => "Hela planen",
            <= MaxNamed => string.Join("; ", names),
            _ => $"{string.Join("; ", names[..MaxNamed])}; och {names.Length - MaxNamed} till",
        };
    }
}
