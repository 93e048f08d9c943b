using System.Text.RegularExpressions;
using Hsvo.Domain.Plans;

namespace Hsvo.Domain.Drafting;

/// <summary>Finds what "Se 2.1.3" and "(se punkt 2.3.4)" mean.</summary>
internal static partial class References
{
    // Under this a row is chosen for want of a better one.
    private const double Sure = 0.5;

    // Nearer than this to the best, another row may be meant as well.
    private const double Close = 0.1;

    /// <summary>The nodes that a text points at in passing.</summary>
    public static IReadOnlyList<string> SeeAlsoOf(DraftItem item, IReadOnlySet<string> ids, DraftNotes notes)
    {
        var named = SeeAlso().Matches(item.Quote).Select(m => m.Groups[1].Value).Distinct().ToList();
        foreach (var missing in named.Where(n => !ids.Contains(n)))
        {
            notes.Add("seeAlso.nowhere", ReadingKind.Reference, $"Texten pekar på {missing}, som inte finns i planen.", $"The text points at {missing}, which is not in the plan.",
                item, settle: true);
        }

        return [.. named.Where(ids.Contains)];
    }

    /// <summary>The row that a reference means; null where none is answered there.</summary>
    /// <param name="item">The reference.</param>
    /// <param name="number">The number it names.</param>
    /// <param name="rows">Every row, with its goal's id.</param>
    /// <param name="notes">Gets what is uncertain.</param>
    public static string? Resolve(DraftItem item, string number, IReadOnlyList<(string Goal, DraftRow Row)> rows, DraftNotes notes)
    {
        var own = rows.First(r => r.Row.Indicators.Contains(item)).Row;
        var asked = new Likeness(item.Under?.Quote ?? own.Area?.Quote ?? "");
        var area = new Likeness(own.Area?.Quote ?? "");
        var candidates = rows.Where(r => r.Goal == number || r.Goal.StartsWith(number + ".", StringComparison.Ordinal))
            .SelectMany(r => r.Row.Indicators.Where(i => IndicatorReading.ReferenceOf(i.Quote) is null).Select(i => (r.Row, Item: i)))
            .Select(c => (c.Item, Score: asked.Within(new($"{c.Row.Area?.Quote} {c.Item.Under?.Quote} {c.Item.Quote}")) + (area.To(new(c.Row.Area?.Quote ?? "")) / 2)))
            .OrderByDescending(c => c.Score).ToList();
        if (candidates is [])
        {
            notes.Add("reference.unresolved", ReadingKind.Reference,
                $"Ingen rad under {number} besvaras: hänvisningen läses som ett svar i ord tills den är utredd.",
                $"No row under {number} is answered: the reference is read as an answer in words until it is settled.", item, settle: true);
            return null;
        }

        var best = candidates[0];
        var isClose = candidates.Count > 1 && (best.Score < Sure || candidates[1].Score > best.Score - Close);
        notes.Add("reference.read", ReadingKind.Reference,
            $"{item.Quote}: av {candidates.Count} rader där är {best.Item.Id} mest lik (”{best.Item.Quote}”), och den visas.",
            $"{item.Quote}: of {candidates.Count} rows there {best.Item.Id} is the most alike ('{best.Item.Quote}'), and it is shown.",
            item, settle: isClose, choices: [.. candidates.Take(5).Select(c => c.Item.Id)]);
        return best.Item.Id;
    }

    [GeneratedRegex(@"\([Ss]e (?:även |punkt |avsnitt |mål )*(\d+(?:\.\d+)*)\)")]
    private static partial Regex SeeAlso();
}
