using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Hsvo.Functions.WordPlans;

/// <summary>Counts numbered paragraphs as Word does, so that "2.1.1" is known although nobody typed it.</summary>
internal sealed partial class WordNumbering
{
    private const int Levels = 9;

    private readonly Dictionary<string, (string Abstract, XElement List)> _lists = new(StringComparer.Ordinal);
    private readonly Dictionary<string, XElement> _abstracts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int?[]> _counters = new(StringComparer.Ordinal);
    private readonly HashSet<string> _begun = new(StringComparer.Ordinal);

    public WordNumbering(XElement? numbering)
    {
        foreach (var element in numbering?.Elements() ?? [])
        {
            if (element.Is("abstractNum") && element.Value("abstractNumId") is { } id)
            {
                _abstracts.TryAdd(id, element);
            }
            else if (element.Is("num") && element.Value("numId") is { } list && element.Child("abstractNumId")?.Value("val") is { } named)
            {
                _lists.TryAdd(list, (named, element));
            }
        }
    }

    /// <summary>The next number of a list at a depth; null where the list has bullets or is none.</summary>
    public string? Next(string list, int depth)
    {
        if (!_lists.TryGetValue(list, out var known) || !_abstracts.TryGetValue(known.Abstract, out var levels))
        {
            return null;
        }

        if (!_counters.TryGetValue(known.Abstract, out var counters))
        {
            _counters[known.Abstract] = counters = new int?[Levels];
        }

        if (_begun.Add(list))
        {
            foreach (var start in known.List.Elements().Where(e => e.Is("lvlOverride")))
            {
                if (NumberOf(start.Value("ilvl")) is >= 0 and < Levels and var at && NumberOf(start.Child("startOverride")?.Value("val")) is { } first)
                {
                    counters[at] = first - 1;
                }
            }
        }

        counters[depth] = (counters[depth] ?? StartOf(levels, depth) - 1) + 1;
        for (var below = depth + 1; below < Levels; below++)
        {
            counters[below] = null;
        }

        return LevelAt(levels, depth) is { } level && level.Child("numFmt")?.Value("val") is not ("bullet" or "none")
            ? Format(level.Child("lvlText")?.Value("val") ?? "", levels, counters)
            : null;
    }

    private static string Format(string text, XElement levels, int?[] counters) => Placeholder().Replace(text, m =>
    {
        var at = m.Groups[1].ValueSpan[0] - '1';
        counters[at] ??= StartOf(levels, at);
        return string.Create(CultureInfo.InvariantCulture, $"{counters[at]}");
    });

    private static XElement? LevelAt(XElement levels, int depth) => levels.Elements().FirstOrDefault(e => e.Is("lvl") && NumberOf(e.Value("ilvl")) == depth);

    private static int StartOf(XElement levels, int depth) => NumberOf(LevelAt(levels, depth).Child("start")?.Value("val")) ?? 1;

    private static int? NumberOf(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < 1_000_000 ? number : null;

    [GeneratedRegex("%([1-9])")]
    private static partial Regex Placeholder();
}
