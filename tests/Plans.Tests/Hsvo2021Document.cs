using System.Text.RegularExpressions;
using Hsvo.Plans.Files;

namespace Hsvo.Plans.Tests;

/// <summary>The plan for 2021: a line of the text is a row of a table, with tabs between its four cells.</summary>
internal sealed partial class Hsvo2021Document() : SourceDocument("hsvo-2021")
{
    private const string Organisation = "1.1 Organisation och styrning";
    private const string Sketch = "1.2 Organisationsskiss";
    private const string FocusAreas = "2 Fokusområden 2021–2023";
    private const string FirstFocusArea = "2.1 Fokusområde - Stärk förutsättningarna för samverkan";
    private const string Operations = "3 Verksamheter och samverkansformer i ordinarie drift";
    private const string Rule = "-----";

    private static readonly string[] TableHeader = ["Prioriterat område", "Aktiviteter 2021", "Indikatorer för uppföljning", "Ansvar"];

    public override TextSpan Adoption => Source.Before(Organisation);

    public override TextSpan Boards => Source.Between(Organisation, Sketch);

    public override TextSpan Bodies => Source.Between(Organisation, FocusAreas);

    public override TextSpan OverallGoal => Source.Between(Sketch, FocusAreas);

    public override TextSpan List => Source.Between(FocusAreas, FirstFocusArea);

    public override TextSpan Sections => Source.Between(FirstFocusArea, Operations);

    public override TextSpan OrdinaryOperations => Source.From(Operations);

    public override IEnumerable<TextSpan> Pieces => Source.Lines.Skip(Source.LineReading(FocusAreas)).SelectMany(l => l.Cells);

    public override IEnumerable<TextSpan> Furniture =>
    [
        Source.Lines[Source.LineReading(FocusAreas)].Whole,
        Source.Lines[Source.LineReading(Operations)].Whole,
        .. Source.Lines.Where(IsTableHeader).Select(l => l.Whole),
        .. Source.Lines.SelectMany(l => l.Cells).SelectMany(cell => Matches(cell, RuleWord())),
        .. Matches(List, ListMark()),
    ];

    public override IEnumerable<Box> Boxes(GoalEntry goal)
    {
        var heading = Enumerable.Range(0, Source.Lines.Count).FirstOrDefault(i => Source.At(Source.Lines[i].Whole) == goal.Quote, -1);
        var lines = heading < 0
            ? []
            : Source.Lines.Skip(heading + 1).TakeWhile(l => l.Cells.Count == 4).Where(l => !IsTableHeader(l) && !IsRule(l)).ToList();

        foreach (var (row, i) in goal.Rows.Select((row, i) => (row, i)))
        {
            var line = i < lines.Count ? lines[i] : null;
            yield return new Box(line?.Cells[0], row.PriorityArea is { } opening ? [(opening.Id, opening.Quote)] : []);
            yield return new Box(line?.Cells[1], [.. row.Activities.Select(a => (a.Id, a.Quote))]);
            yield return new Box(line?.Cells[2], [.. row.Indicators.Select(x => (x.Id, x.Quote))]);
            yield return new Box(line?.Cells[3], Responsible(goal, row) is { } who ? [who] : []);
        }
    }

    private bool IsTableHeader(SourceLine line) => line.Cells.Select(Source.At).SequenceEqual(TableHeader);

    private bool IsRule(SourceLine line) => line.Cells.Select(Source.At).All(cell => cell is "" or Rule);

    [GeneratedRegex(@"(?<!\S)-----(?!\S)")]
    private static partial Regex RuleWord();

    [GeneratedRegex(@"(?<!\S)(- Mål:|\d\.)(?!\S)")]
    private static partial Regex ListMark();
}
