using Hsvo.Domain.Plans;

namespace Hsvo.Plans.Tests;

/// <summary>
/// A plan whose document is running text: every quote has its place in the normalised text, and what of the followed-up part no quote covers can be
/// listed. An indicator may quote words of its goal's own sentence.
/// </summary>
internal sealed class RunningText
{
    private readonly SourceText _source;
    private readonly List<Place> _placed = [];

    public RunningText(string id, Plan plan)
    {
        _source = SourceText.Parse(File.ReadAllText(SourceDocument.PathOf(id)));
        var file = PlanFiles.Of(id);
        var whole = new TextSpan(0, _source.Text.Length);

        Place("adopted", file.Adopted.Quote, whole);
        if (file.OverallGoal is { } overall)
        {
            Place("overall goal", overall.Quote, whole);
        }

        plan.Conditions.ToList().ForEach(c => Place("condition", c.Quote, whole));
        plan.Boards.ToList().ForEach(b => Place(b.Id, b.Quote, whole));
        plan.Bodies.ToList().ForEach(b => Place(b.Id, b.Quote, whole));
        plan.Figures.ToList().ForEach(f => Place(f.Id, f.Quote, whole));
        foreach (var node in plan.Nodes)
        {
            Place(node.Id, node.Quote, node.Kind == NodeKind.Indicator && GoalQuoting(plan, node) is { } goal ? goal : whole);
        }
    }

    /// <summary>Quotes that don't stand in the text, or stand in it more than once.</summary>
    public List<string> Unplaced { get; } = [];

    public SourceText Source => _source;

    /// <summary>What no quote covers from one line to just before another, cut to the first words.</summary>
    public IReadOnlyList<string> Leftovers(TextSpan part)
    {
        var characters = _source.Text.ToCharArray();
        foreach (var place in _placed)
        {
            characters.AsSpan(place.Span.Start, place.Span.Length).Clear();
        }

        return
        [
            .. _source.Lines.Select(l => l.Whole).Where(part.Contains)
                .SelectMany(l => new string(characters, l.Start, l.Length).Split('\0', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
                .Where(t => t is not ("." or "," or ":")),
        ];
    }

    private TextSpan? GoalQuoting(Plan plan, PlanNode indicator)
    {
        var goal = plan.GoalOf(indicator);
        return goal.Quote.Contains(indicator.Quote, StringComparison.Ordinal) ? _placed.Single(p => p.Owner == goal.Id).Span : null;
    }

    private void Place(string owner, string quote, TextSpan within)
    {
        var start = _source.Text.IndexOf(quote, within.Start, within.Length, StringComparison.Ordinal);
        if (start < 0 || _source.Text.IndexOf(quote, start + 1, within.End - start - 1, StringComparison.Ordinal) >= 0)
        {
            Unplaced.Add($"{owner}: {quote}");
            return;
        }

        _placed.Add(new Place(owner, quote, new TextSpan(start, start + quote.Length)));
    }
}
