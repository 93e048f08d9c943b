using System.Text.RegularExpressions;
using Hsvo.Domain.Plans;

namespace Hsvo.Domain.Drafting.Settling;

/// <summary>How an indicator is answered.</summary>
internal sealed class AnswerRule : Rule
{
    // Those that need nothing more than to be said.
    private static readonly (IndicatorKind Kind, Option Option)[] Kinds =
    [
        .. new[] { IndicatorKind.Deliverable, IndicatorKind.Continuing, IndicatorKind.Qualitative, IndicatorKind.Count, IndicatorKind.Percentage, IndicatorKind.Amount }
            .Select(k => (k, AnswerWords.Of(k))),
    ];

    public override Question? Ask(Desk desk, Question question) =>
        desk.Find(question.Point.Node) is { Indicator: { } spec } ? question with { Options = [.. Kinds.OrderByDescending(k => k.Kind == spec.Kind).Select(k => k.Option)] } : null;

    public override Remark? Settle(Desk desk, Question question)
    {
        var node = desk.Find(question.Point.Node)!;
        var kind = Kinds.First(k => k.Option.Value == question.Choice).Kind;
        if (node.Indicator!.Kind == kind)
        {
            return null;
        }

        // A number that may count people hides small ones until somebody says that it doesn't.
        var mayBePeople = kind is IndicatorKind.Count or IndicatorKind.Percentage;
        desk.Put(node with { Indicator = As(kind, node.Indicator, mayBePeople) });
        if (mayBePeople)
        {
            desk.Raise("kind.number", ReadingKind.Kind, node, "Ett tal: räknar det människor som får vård eller stöd visas inte små tal.", "A number: if it counts people who get care or support, small ones aren't shown.");
        }

        return null;
    }

    // All that was read of the row, but for what no answer of this kind can have.
    private static IndicatorSpec As(IndicatorKind kind, IndicatorSpec read, bool mayBePeople) => read with
    {
        Kind = kind,
        Unit = kind == IndicatorKind.Percentage ? "procent" : null,
        CountsPeople = mayBePeople,
        Parts = kind == IndicatorKind.Qualitative ? [] : read.Parts,
        Measurement = kind is IndicatorKind.Count or IndicatorKind.Amount ? read.Measurement : null,
        Fraction = kind == IndicatorKind.Percentage ? read.Fraction : null,
        Target = kind is IndicatorKind.Count or IndicatorKind.Percentage or IndicatorKind.Amount ? read.Target : null,
        Due = null,
        Starts = kind == IndicatorKind.Continuing ? read.Starts : null,
        RefersTo = null,
    };
}

/// <summary>Whether a number counts people who get care or support.</summary>
internal sealed class PeopleRule : Rule
{
    private const string People = "people";

    public override Question? Ask(Desk desk, Question question) => desk.Find(question.Point.Node) is { Indicator: { Kind: IndicatorKind.Count or IndicatorKind.Percentage } spec }
        ? question with
        {
            Options = [.. new Option[]
            {
                new(People, "Ja: små tal visas inte", "Yes: small numbers aren't shown"),
                new(None, "Nej: också små tal visas", "No: small numbers are shown too"),
            }.OrderByDescending(o => o.Value == (spec.CountsPeople ? People : None))],
        }
        : null;

    public override Remark? Settle(Desk desk, Question question)
    {
        var node = desk.Find(question.Point.Node)!;
        desk.Put(node with { Indicator = node.Indicator! with { CountsPeople = question.Choice == People } });
        return null;
    }
}

/// <summary>Whether a row that binds several things together has one answer or several.</summary>
internal sealed partial class PartsRule : Rule
{
    // More parts than any row binds together.
    private const int MaxParts = 20;

    public override Question? Ask(Desk desk, Question question) => desk.Find(question.Point.Node) is { Indicator: { } } node
        ? question with
        {
            Options = [new(AsRead, "Ett svar för hela raden", "One answer for the whole row"), new(Own, "Ett svar för varje del här under", "An answer for each part below")],
            Written = string.Join('\n', Between().Split(node.Text).Select(t => t.Trim()).Where(t => t.Length > 0)),
        }
        : null;

    public override Remark? Settle(Desk desk, Question question)
    {
        var node = desk.Find(question.Point.Node)!;
        if (question.Choice == AsRead)
        {
            desk.Put(node with { Indicator = node.Indicator! with { Parts = [] } });
            return null;
        }

        if (node.Indicator!.Kind is IndicatorKind.Qualitative or IndicatorKind.Reference)
        {
            return new("Ett svar i ord har inga delar: välj först hur raden besvaras.", "An answer in words has no parts: choose first how the row is answered.");
        }

        List<IndicatorPart> parts = [.. LinesOf(question).Select(PartOf)];
        if (parts.Count is < 2 or > MaxParts || parts.Any(p => p.Id.Length == 0) || parts.DistinctBy(p => p.Id).Count() != parts.Count)
        {
            return new($"Skriv 2 till {MaxParts} delar, en på varje rad, som börjar olika.", $"Write 2 to {MaxParts} parts, one a line, that begin differently.");
        }

        desk.Put(node with { Indicator = node.Indicator with { Parts = parts } });
        return null;
    }

    // "Analys: analys genomförd" has a short name of its own.
    private static IndicatorPart PartOf(string line) => line.Split(": ", 2) is [var name, { Length: > 0 } text] ? new(Wording.Slug(name), text) : new(Wording.Slug(line), line);

    [GeneratedRegex(@"\s*(?:,|\b(?:och|samt|respektive)\b|\(\s*ja\s*/\s*nej\s*\))\s*", RegexOptions.IgnoreCase)]
    private static partial Regex Between();
}

/// <summary>Which row a "Se …" means.</summary>
internal sealed class ReferenceRule : Rule
{
    public override Question? Ask(Desk desk, Question question)
    {
        if (desk.Find(question.Point.Node) is not { Indicator: { } spec } node)
        {
            return null;
        }

        var answered = desk.Nodes.Where(n => n.Id != node.Id && n.Indicator is { Kind: not IndicatorKind.Reference });
        var meant = question.Point.Choices.Select(desk.Find).OfType<PlanNode>().Where(n => n.Id != node.Id && n.Indicator is { Kind: not IndicatorKind.Reference }).ToList();
        Option[] rows = [.. (meant.Count > 0 ? meant : answered).Select(n => Option.OfPlan(n.Id, $"{n.Id} {n.Text}"))];
        return question with
        {
            Options = [.. rows.Prepend(new(None, "Ingen rad: den besvaras i ord", "No row: it is answered in words")).OrderByDescending(o => o.Value == (spec.RefersTo ?? None))],
        };
    }

    public override Remark? Settle(Desk desk, Question question)
    {
        var node = desk.Find(question.Point.Node)!;
        desk.Put(node with
        {
            Indicator = question.Choice == None ? new() { Kind = IndicatorKind.Qualitative } : new() { Kind = IndicatorKind.Reference, RefersTo = question.Choice },
        });
        return null;
    }
}
