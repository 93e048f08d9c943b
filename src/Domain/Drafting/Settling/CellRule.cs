using System.Globalization;
using System.Text.RegularExpressions;
using Hsvo.Domain.Plans;

namespace Hsvo.Domain.Drafting.Settling;

/// <summary>
/// What stands in a cell: one row, several, or what a human writes, a row a line. The first row keeps its id and the others get theirs from it, so that no
/// other row's changes. Words that stand in the cell are their row's quote; where a line says it in other words, its row keeps the whole cell's.
/// </summary>
internal sealed partial class CellRule : Rule
{
    private const string One = "one";
    private const string Pieces = "pieces";
    private const string Move = "move";

    // More rows than any cell has.
    private const int MaxRows = 50;

    public override Question? Ask(Desk desk, Question question)
    {
        if (desk.Find(question.Point.Node) is not { } node)
        {
            return null;
        }

        var rows = RowsOf(desk, question.Point, node);
        var choices = question.Point.Choices;
        IReadOnlyList<Option> options = rows.Count > 1
            ? [new(AsRead, $"{rows.Count} rader, som det lästes", $"{rows.Count} rows, as it was read"), new(One, "En rad", "One row")]
            : choices.Count > 1
                ? [new(AsRead, "En rad, som det lästes", "One row, as it was read"), new(Pieces, $"{choices.Count} rader: de som föreslås", $"{choices.Count} rows: those proposed")]
                : [new(AsRead, "Som det lästes", "As it was read")];
        if (question.Point.Rows.Count > 0)
        {
            options = [.. options, new(Move, "Som det lästes, men rader ska flyttas", "As it was read, but rows are to be moved")];
        }

        return question with
        {
            Options = [.. options, new(Own, IsHeading(node) ? "Texten här under" : "Texten här under, en rad för varje", IsHeading(node) ? "The text below" : "The text below, a row for each line")],
            Written = string.Join('\n', rows.Count > 1 ? rows.Select(r => r.Quote) : choices.Count > 1 ? choices : [node.Text]),
        };
    }

    public override Remark? Settle(Desk desk, Question question)
    {
        var rows = RowsOf(desk, question.Point, desk.Find(question.Point.Node)!);
        switch (question.Choice)
        {
            case One:
                Write(desk, rows, [string.Join(' ', rows.Select(r => r.Quote))]);
                break;
            case Pieces:
                Write(desk, rows, question.Point.Choices);
                RowsRule.Raise(desk, question.Point);
                break;
            case Move:
                RowsRule.Raise(desk, question.Point);
                break;
            case Own:
                var lines = LinesOf(question);
                if (lines.Length is 0 or > MaxRows || (lines.Length > 1 && IsHeading(rows[0])))
                {
                    return IsHeading(rows[0]) ? new("Skriv en rad text.", "Write one line of text.") : new($"Skriv en rad text för varje rad i planen, högst {MaxRows}.", $"Write a line of text for each row of the plan, {MaxRows} at most.");
                }

                Write(desk, rows, lines);
                break;
        }

        return null;
    }

    private static bool IsHeading(PlanNode node) => node.Kind is NodeKind.FocusArea or NodeKind.Goal;

    // The rows that the cell was read as: those of its kind that follow the first, as long as they say what was told apart.
    private static List<PlanNode> RowsOf(Desk desk, LoadingPoint point, PlanNode first)
    {
        var (letter, goal) = (Numbered().Match(first.Id), desk.Above(first, NodeKind.Goal));
        if (point.Choices.Count < 2 || point.Choices[0] != first.Quote || goal is null || !letter.Success
            || !int.TryParse(letter.Groups[2].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return [first];
        }

        List<PlanNode> rows = [.. point.Choices.Select((c, i) => desk.Find($"{letter.Groups[1].Value}{number + i}") is { } row && row.Kind == first.Kind && row.Quote == c ? row : null).OfType<PlanNode>()];
        return rows.Count == point.Choices.Count ? rows : [first];
    }

    private static void Write(Desk desk, List<PlanNode> rows, IReadOnlyList<string> lines)
    {
        var quote = string.Join(' ', rows.Select(r => r.Quote));
        var stand = Letters(string.Concat(lines)) == Letters(quote);
        foreach (var gone in rows.Skip(lines.Count))
        {
            desk.Remove(gone.Id, rows[lines.Count - 1].Id);
        }

        var last = rows[0];
        foreach (var (i, line) in lines.Index())
        {
            var own = stand ? line : rows.Count == lines.Count ? rows[i].Quote : quote;
            var text = Wording.TextOf(line);
            if (i < rows.Count)
            {
                // What was under or beside it may have changed with another.
                last = desk.Find(rows[i].Id)! with { Text = text, Quote = own };
                desk.Put(last);
                continue;
            }

            var added = rows[^1] with
            {
                Id = string.Create(CultureInfo.InvariantCulture, $"{rows[0].Id}-{i + 1}"),
                Text = text,
                Quote = own,
                ResponsibleQuote = null,
                Threads = [],
                SeeAlso = [],
                Condition = rows[0].Kind == NodeKind.Indicator ? IndicatorReading.ConditionOf(own) : null,
            };
            if (desk.AddAfter(last.Id, added))
            {
                last = added;
            }
        }

        if (lines.Count > rows.Count)
        {
            AskAnew(desk, rows[0].Id, lines.Count);
        }
    }

    // What was one row said nothing of how its parts are answered, or which of them an indicator belongs to.
    private static void AskAnew(Desk desk, string first, int count)
    {
        var rows = Enumerable.Range(1, count).Select(i => desk.Find(i == 1 ? first : string.Create(CultureInfo.InvariantCulture, $"{first}-{i}"))).OfType<PlanNode>().ToList();
        if (rows[0].Kind == NodeKind.Activity)
        {
            foreach (var indicator in desk.Below(first).ToList())
            {
                desk.Raise(Desk.PlaceCode, ReadingKind.Pairing, indicator, "Aktiviteten har blivit flera: vilken hör indikatorn till?", "The activity has become several: which does the indicator belong to?");
            }
        }

        foreach (var row in rows.Where(r => r.Kind == NodeKind.Indicator))
        {
            var notes = new DraftNotes();
            var spec = IndicatorReading.ReferenceOf(row.Quote) is null ? IndicatorReading.Of(new(NodeKind.Indicator, row.Text, new(0, 0, null)), notes) : row.Indicator;
            desk.Put(row with { Indicator = spec });
            foreach (var point in notes.Points.Where(p => p.IsToSettle))
            {
                desk.Raise(point.Code, point.Kind, row, point.Swedish, point.English);
            }
        }
    }

    private static string Letters(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    [GeneratedRegex(@"^(.*\.[pai])(\d{1,4})$")]
    private static partial Regex Numbered();
}
