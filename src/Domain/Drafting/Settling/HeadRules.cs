using System.Globalization;
using Hsvo.Domain.Plans;

namespace Hsvo.Domain.Drafting.Settling;

/// <summary>Whether a goal that stands in the list alone is one.</summary>
internal sealed class GoalRule : Rule
{
    public override Question? Ask(Desk desk, Question question) => desk.Find(question.Point.Node) is { Kind: NodeKind.Goal } goal && !desk.Below(goal.Id).Any()
        ? question with { Options = [new(AsRead, "Behåll målet", "Keep the goal"), new(None, "Ta bort det ur planen", "Take it out of the plan")] }
        : null;

    public override Remark? Settle(Desk desk, Question question)
    {
        if (question.Choice == None)
        {
            desk.Remove(question.Point.Node!, into: null);
        }

        return null;
    }
}

/// <summary>Whether words across a table are the target group of the rows below.</summary>
internal sealed class TargetGroupRule : Rule
{
    public override Question? Ask(Desk desk, Question question) => desk.Nodes.Any(n => n.TargetGroup == question.Point.Quote)
        ? question with { Options = [new(AsRead, "Målgruppen för raderna under", "The target group of the rows below"), new(None, "Ingen målgrupp", "No target group")] }
        : null;

    public override Remark? Settle(Desk desk, Question question)
    {
        foreach (var node in question.Choice == None ? desk.Nodes.Where(n => n.TargetGroup == question.Point.Quote).ToList() : [])
        {
            desk.Put(node with { TargetGroup = null });
        }

        return null;
    }
}

/// <summary>Whose a board is that wasn't in the plan before.</summary>
internal sealed class BoardRule : Rule
{
    private static readonly (Principal Principal, Option Option)[] Principals =
    [
        (Principal.Kommun, new("kommun", "Uppsala kommuns", "Uppsala kommun's")),
        (Principal.Region, new("region", "Region Uppsalas", "Region Uppsala's")),
        (Principal.OtherAuthority, new("other", "En annan myndighets", "Another authority's")),
    ];

    public override Question? Ask(Desk desk, Question question) => BoardOf(desk, question) is { } board
        ? question with { Options = [.. Principals.OrderByDescending(p => p.Principal == board.Principal).Select(p => p.Option)] }
        : null;

    public override Remark? Settle(Desk desk, Question question)
    {
        var board = BoardOf(desk, question)!;
        var principal = Principals.First(p => p.Option.Value == question.Choice).Principal;
        desk.Plan = desk.Plan with
        {
            Boards = [.. desk.Plan.Boards.Select(b => b == board ? b with { Principal = principal } : b)],
            Departments = [.. desk.Plan.Departments.Select(d => d.Board == board.Id ? d with { Principal = principal } : d)],
        };
        return null;
    }

    private static Board? BoardOf(Desk desk, Question question) => desk.Plan.Boards.FirstOrDefault(b => b.Quote == question.Point.Quote);
}

/// <summary>When the plan was adopted, and by whom, where the document doesn't say.</summary>
internal sealed class AdoptionRule : Rule
{
    private const int DayLength = 10;

    public override Question Ask(Desk desk, Question question) => question with
    {
        Options = [new(AsRead, $"Inte fastställd än; fastställs av {desk.Plan.AdoptedBy}", $"Not adopted yet; to be adopted by {desk.Plan.AdoptedBy}"), new(Own, "Dagen och den som fastställde, här under", "The day and who adopted it, below")],
        Written = string.Create(CultureInfo.InvariantCulture, $"{desk.Plan.Year - 1}-10-21 {desk.Plan.AdoptedBy}"),
    };

    public override Remark? Settle(Desk desk, Question question)
    {
        if (question.Choice == AsRead)
        {
            return null;
        }

        var text = Wording.Squeeze(question.Written!);
        if (text.Length <= DayLength || !DateOnly.TryParseExact(text[..DayLength], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return new("Skriv dagen och sedan vem: 2025-10-21 Samråd HSVO Uppsala.", "Write the day and then who: 2025-10-21 Samråd HSVO Uppsala.");
        }

        desk.Plan = desk.Plan with { Adopted = day, AdoptedBy = text[DayLength..].Trim() };
        return null;
    }
}
