using System.Globalization;
using System.Xml.Linq;

namespace Hsvo.Functions.WordPlans;

/// <summary>What a paragraph's style says of it: whether it is a heading, and how it is numbered.</summary>
internal sealed class WordStyles
{
    // A style is based on another; a circle of them is on nothing.
    private const int MaxChain = 20;

    private readonly Dictionary<string, XElement> _styles = new(StringComparer.Ordinal);

    public WordStyles(XElement? styles)
    {
        foreach (var style in styles?.Elements().Where(e => e.Is("style")) ?? [])
        {
            if (style.Value("styleId") is { } id)
            {
                _styles.TryAdd(id, style);
            }
        }
    }

    /// <summary>The heading's level, 1 to 9; null where it is none.</summary>
    public int? LevelOf(XElement? properties)
    {
        var outline = Own(properties, "outlineLvl") ?? Chain(properties).Select(s => Own(s.Child("pPr"), "outlineLvl")).FirstOrDefault(l => l is not null);
        if (int.TryParse(outline, NumberStyles.None, CultureInfo.InvariantCulture, out var level))
        {
            return level is >= 0 and <= 8 ? level + 1 : null;
        }

        return Chain(properties).Select(NameOf).Select(n => n.StartsWith("heading ", StringComparison.Ordinal) ? n["heading ".Length..]
            : n.StartsWith("rubrik ", StringComparison.Ordinal) ? n["rubrik ".Length..] : null)
            .Select(n => int.TryParse(n, NumberStyles.None, CultureInfo.InvariantCulture, out var l) && l is >= 1 and <= 9 ? l : (int?)null).FirstOrDefault(l => l is not null);
    }

    /// <summary>Whether it is the document's title.</summary>
    public bool IsTitle(XElement? properties) => Chain(properties).Any(s => NameOf(s) is "title" or "subtitle" or "underrubrik" or "rubrik");

    /// <summary>Whether it is a line of the table of contents.</summary>
    public bool IsContents(XElement? properties) => Chain(properties).Any(s => NameOf(s).StartsWith("toc ", StringComparison.Ordinal) || NameOf(s).StartsWith("innehåll ", StringComparison.Ordinal));

    /// <summary>The list it is numbered in and how deep; null where it isn't.</summary>
    public (string List, int Depth)? NumberingOf(XElement? properties)
    {
        foreach (var holder in new[] { properties }.Concat(Chain(properties).Select(s => s.Child("pPr"))))
        {
            if (holder.Child("numPr") is { } numbering && Own(numbering, "numId") is { } list)
            {
                var depth = int.TryParse(Own(numbering, "ilvl"), NumberStyles.None, CultureInfo.InvariantCulture, out var own) ? own : LevelOf(properties) - 1 ?? 0;
                return list == "0" ? null : (list, Math.Clamp(depth, 0, 8));
            }
        }

        return null;
    }

    private static string? Own(XElement? holder, string name) => holder.Child(name)?.Value("val");

    private static string NameOf(XElement style) => (style.Child("name")?.Value("val") ?? "").ToLowerInvariant();

    private IEnumerable<XElement> Chain(XElement? properties)
    {
        var id = Own(properties, "pStyle");
        for (var i = 0; i < MaxChain && id is not null && _styles.TryGetValue(id, out var style); i++)
        {
            yield return style;
            id = Own(style, "basedOn");
        }
    }
}
