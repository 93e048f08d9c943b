using System.Text.RegularExpressions;
using Hsvo.Plans.Files;

namespace Hsvo.Plans.Tests;

/// <summary>
/// The plan for 2019: a table's columns follow each other in the text, cells run over several lines, and rules of hyphens stand between the
/// cells of a column. So a goal's quotes stand in one range, from its heading to the next: table by table, in each column by column.
/// </summary>
internal sealed partial class Nsu2019Document() : SourceDocument("nsu-2019")
{
    private const string Plan = "1 Närvårdssamverkan Uppsala (NSU) 2019";
    private const string Organisation = "1.1 Organisation och styrning";
    private const string FocusAreas = "2 Fokusområden 2018–2020";
    private const string FirstFocusArea = "3 Fokusområde - Stärk grundläggande förutsättningar";
    private const string Operations = "Verksamheter/samverkan i ordinarie drift";

    private static readonly string[] TableHeaders =
    [
        "Prioriterat område Aktiviteter 2019 Indikatorer för uppföljning Ansvar aktivitet",
        "Prioriterat område",
        "Aktiviteter 2019 Indikatorer för uppföljning Ansvar aktivitet",
        "Aktiviteter 2019 Indikatorer för uppföljning Ansvar för aktivitet",
        "Aktiviteter 2019 Indikatorer för uppföljning Ansvar",
    ];

    public override TextSpan Adoption => Source.Before(Plan);

    public override TextSpan Boards => Source.Between(Organisation, FocusAreas);

    public override TextSpan Bodies => Boards;

    public override TextSpan OverallGoal => Boards;

    public override TextSpan List => Source.Between(FocusAreas, FirstFocusArea);

    public override TextSpan Sections => Source.From(FirstFocusArea);

    public override TextSpan OrdinaryOperations => Sections;

    public override IEnumerable<TextSpan> Pieces => [List, Sections];

    public override IEnumerable<TextSpan> Furniture =>
    [
        Source.Lines[Source.LineReading(FocusAreas)].Whole,
        Source.Lines[Source.LineReading(Operations)].Whole,
        .. Source.Lines.Select(l => l.Whole).Where(l => TableHeaders.Contains(Source.At(l))),
        .. Rules,
        .. Matches(List, ListMark()),
    ];

    /// <summary>The rules that stand between the cells of a column.</summary>
    public IReadOnlyList<TextSpan> Rules => [.. Matches(Sections, Rule())];

    private IEnumerable<int> Headings => Source.Lines.Select(l => l.Whole).Where(l => Sections.Contains(l) && Heading().IsMatch(Source.At(l))).Select(l => l.Start);

    public override IEnumerable<Box> Boxes(GoalEntry goal)
    {
        var start = goal.Quote is { } quote ? Source.Text.IndexOf(quote, Sections.Start, StringComparison.Ordinal) : -1;
        var end = Headings.Where(h => h > start).DefaultIfEmpty(Sections.End).First();
        return [new Box(start < 0 ? null : new TextSpan(start + goal.Quote!.Length, end), [.. goal.Tables().SelectMany(table => Quotes(goal, table))])];
    }

    private static IEnumerable<(string Owner, string Quote)> Quotes(GoalEntry goal, IReadOnlyList<TableRow> table) =>
    [
        .. table[0].TargetGroup is { } group ? [($"target group {group}", group)] : Array.Empty<(string, string)>(),
        .. table.Select(r => r.PriorityArea).OfType<PriorityAreaEntry>().Select(p => (p.Id, p.Quote)),
        .. table.SelectMany(r => r.Activities).Select(a => (a.Id, a.Quote)),
        .. table.SelectMany(r => r.Indicators).Select(i => (i.Id, i.Quote)),
        .. table.Select(r => Responsible(goal, r)).OfType<(string Owner, string Quote)>(),
    ];

    [GeneratedRegex("-{30,}|_{30,}")]
    private static partial Regex Rule();

    [GeneratedRegex(@"^\d(\.\d)? \p{Lu}")]
    private static partial Regex Heading();

    [GeneratedRegex(@"(?<!\S)(Mål:|\d\.)(?!\S)")]
    private static partial Regex ListMark();
}
