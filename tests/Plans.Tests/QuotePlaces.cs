using Hsvo.Domain.Plans;
using Hsvo.Plans.Files;

namespace Hsvo.Plans.Tests;

/// <summary>
/// Lays a plan file on its source: every quote gets one place. A cell's quote may only stand in its own box, after the quotes before it; a
/// heading's only among the headings; a list's only in the list. So the same words in two rows are two places.
/// </summary>
internal sealed class QuotePlaces
{
    private readonly SourceDocument _document;
    private readonly List<Place> _placed = [];
    private readonly List<string> _unplaced = [];

    public QuotePlaces(PlanFile file, SourceDocument document)
    {
        _document = document;

        Once("adopted", file.Adopted.Quote, document.Adoption);
        file.Boards.ToList().ForEach(b => Once($"board {b.Id}", b.Quote, document.Boards));
        file.Bodies.Where(b => !IsNamedInItsCell(file, b)).ToList().ForEach(b => Once($"body {b.Id}", b.Quote, document.Bodies));
        Once("overall goal", file.OverallGoal!.Quote, document.OverallGoal);

        foreach (var area in file.FocusAreas)
        {
            Once($"list {area.Number}", area.ListQuote!, document.List);
            Once(area.Number, area.Quote, document.Sections);
            foreach (var goal in area.Goals)
            {
                Once(goal.Quote is null ? goal.Number : $"list {goal.Number}", goal.ListQuote!, document.List);
                if (goal.Quote is { } heading)
                {
                    Once(goal.Number, heading, document.Sections);
                }

                document.Boxes(goal).ToList().ForEach(InOrder);
            }
        }

        file.OrdinaryOperations.ToList().ForEach(o => Once($"operation {o.Name}", o.Quote, document.OrdinaryOperations));
    }

    /// <summary>Where each quote stands.</summary>
    public IReadOnlyList<Place> Placed => _placed;

    /// <summary>Quotes that don't stand where they should.</summary>
    public IReadOnlyList<string> Unplaced => _unplaced;

    /// <summary>Quotes that share a character.</summary>
    public IEnumerable<string> Overlaps()
    {
        var inOrder = _placed.OrderBy(p => p.Span.Start).ToList();
        return inOrder.Zip(inOrder.Skip(1)).Where(pair => pair.Second.Span.Start < pair.First.Span.End).Select(pair => $"{pair.First} | {pair.Second}");
    }

    /// <summary>What the focus areas' sections and the ordinary operations say when every quote is taken out, and what isn't the plan's content.</summary>
    public IReadOnlyList<string> Leftovers()
    {
        var characters = _document.Source.Text.ToCharArray();
        foreach (var span in _placed.Select(p => p.Span).Concat(_document.Furniture))
        {
            characters.AsSpan(span.Start, span.Length).Clear();
        }

        return
        [
            .. _document.Pieces.SelectMany(piece => new string(characters, piece.Start, piece.Length).Split('\0', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)),
        ];
    }

    // A body that only the Ansvar column names is quoted from there; the cell has the place.
    private static bool IsNamedInItsCell(PlanFile file, ResponsibleBody body) => file.Rows().Any(r =>
        r.Responsible.Bodies.Contains(body.Id) && r.Responsible.Quote is { } cell && cell.Contains(body.Quote, StringComparison.Ordinal));

    private void InOrder(Box box)
    {
        var from = box.Span?.Start ?? 0;
        foreach (var (owner, quote) in box.Quotes)
        {
            var start = box.Span is { } span ? _document.Source.IndexOfWords(quote, new TextSpan(from, span.End)) : -1;
            if (start < 0)
            {
                _unplaced.Add($"{owner}: {quote}");
                continue;
            }

            from = start + quote.Length;
            _placed.Add(new Place(owner, quote, new TextSpan(start, from)));
        }
    }

    private void Once(string owner, string quote, TextSpan within)
    {
        var start = _document.Source.Text.IndexOf(quote, within.Start, within.Length, StringComparison.Ordinal);
        var last = _document.Source.Text[..within.End].LastIndexOf(quote, StringComparison.Ordinal);
        if (start < 0 || start != last)
        {
            _unplaced.Add($"{owner}: {quote}");
            return;
        }

        _placed.Add(new Place(owner, quote, new TextSpan(start, start + quote.Length)));
    }
}

/// <summary>One quote and where it stands.</summary>
internal sealed record Place(string Owner, string Quote, TextSpan Span);
