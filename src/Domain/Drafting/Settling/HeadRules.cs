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

/// <summary>What the document is called, and what it is registered as.</summary>
internal sealed class SourceRule : Rule
{
    public override Question Ask(Desk desk, Question question) => question with
    {
        Options = [new(AsRead, "Som det lästes, utan diarienummer", "As it was read, without registry number"), new(Own, "Namnet och diarienumret, här under", "The name and the registry number, below")],
        Written = desk.Plan.Source.Document,
    };

    public override Remark? Settle(Desk desk, Question question)
    {
        if (question.Choice == AsRead)
        {
            return null;
        }

        // A name that was taken away doesn't leave its line to the number.
        if (LinesOf(question) is not [var name, .. var rest] || rest.Length > 1 || string.IsNullOrWhiteSpace(question.Written!.Split('\n')[0]))
        {
            return new("Skriv dokumentets namn, och diarienumret på raden efter.", "Write the document's name, and the registry number on the line after.");
        }

        desk.Plan = desk.Plan with { Source = desk.Plan.Source with { Document = name, Diarienummer = rest is [var number] ? number : null } };
        return null;
    }
}

/// <summary>When the plan's rounds end, and why it is read so.</summary>
internal sealed class RoundsRule : Rule
{
    // One each month of two years.
    private const int MaxRounds = 24;

    public override Question Ask(Desk desk, Question question) => question with
    {
        Options = [new(AsRead, "Som de är antagna", "As they are assumed"), new(Own, "Dagarna här under", "The days below")],
        Written = string.Join('\n', desk.Plan.Rounds.Select(r => $"{r.Ends.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)} {r.Reading}".TrimEnd())),
    };

    public override Remark? Settle(Desk desk, Question question)
    {
        if (question.Choice == AsRead)
        {
            return null;
        }

        var lines = LinesOf(question);
        List<Round> rounds = [.. lines.Select((l, i) => RoundIn(l, i == lines.Length - 1)).OfType<Round>()];
        if (rounds.Count != lines.Length || rounds.Count is 0 or > MaxRounds || rounds.Zip(rounds.Skip(1)).Any(r => string.CompareOrdinal(r.First.Id, r.Second.Id) >= 0))
        {
            return new(
                "Skriv en rad för varje omgång, i ordning och högst en i månaden: dagen den slutar, och efter den varför, om dokumentet inte säger det.",
                "Write a line for each round, in order and one a month at most: the day it ends, and after it why, where the document doesn't say so.");
        }

        desk.Plan = desk.Plan with { Rounds = rounds };
        return null;
    }

    private static Round? RoundIn(string line, bool isLast) =>
        line.Split(' ', 2) is [var day, .. var why] && DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var ends)
            ? new(ends.ToString("yyyy-MM", CultureInfo.InvariantCulture), ends, isLast, why is [var reading] ? reading : null)
            : null;
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

        var (text, quote) = LinesOf(question) is [var first, .. var rest] ? (first, string.Join(' ', rest)) : ("", "");
        if (text.Length <= DayLength || !DateOnly.TryParseExact(text[..DayLength], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return new("Skriv dagen och sedan vem: 2025-10-21 Samråd HSVO Uppsala.", "Write the day and then who: 2025-10-21 Samråd HSVO Uppsala.");
        }

        desk.Plan = desk.Plan with { Adopted = day, AdoptedBy = text[DayLength..].Trim(), AdoptedQuote = quote.Length > 0 ? quote : null };
        return null;
    }
}
