using System.Globalization;
using System.Text.RegularExpressions;

namespace Hsvo.Domain.Drafting;

/// <summary>A heading, or a paragraph that is numbered as one.</summary>
/// <param name="Block">Which block of the document it is.</param>
/// <param name="Number">Its number, "2.1.1"; ours where the document has none.</param>
/// <param name="IsNumbered">Whether the number is the document's own.</param>
/// <param name="Text">Its words without the number.</param>
internal sealed partial record Heading(int Block, string Number, bool IsNumbered, string Text)
{
    // A heading is one line or two.
    private const int MaxLength = 400;

    /// <summary>How deep it stands: 3 for "2.1.1".</summary>
    public int Depth => Number.Count(c => c == '.') + 1;

    /// <summary>The number of the heading above: "2.1" of "2.1.1".</summary>
    public string? Above => Number.LastIndexOf('.') is > 0 and var dot ? Number[..dot] : null;

    /// <summary>As it stands in the document.</summary>
    public string Quote => IsNumbered ? $"{Number} {Text}" : Text;

    /// <summary>The numbered headings of a document.</summary>
    public static IReadOnlyList<Heading> NumberedOf(TextDocument document) =>
        [.. document.Blocks.Index().Select(b => b.Item is TextParagraph p ? Of(b.Index, p) : null).OfType<Heading>()];

    /// <summary>Whether a paragraph is any heading at all.</summary>
    public static bool Is(TextParagraph paragraph) => !paragraph.IsContents && (paragraph.Level is not null || Of(0, paragraph) is not null);

    private static Heading? Of(int block, TextParagraph paragraph)
    {
        var text = Wording.Squeeze(paragraph.Text);
        if (paragraph.IsContents || text.Length is 0 or > MaxLength)
        {
            return null;
        }

        if (paragraph is { Level: not null, Label: { } label } && Label().Match(label) is { Success: true } counted)
        {
            return new(block, counted.Groups[1].Value, true, text);
        }

        // Typed: "1. Det finns …" in plain text is an item of a list.
        return Typed().Match(text) is { Success: true } typed && (paragraph.Level is not null || (!paragraph.IsListItem && typed.Groups[2].Length == 0))
            ? new(block, typed.Groups[1].Value, true, typed.Groups[3].Value)
            : null;
    }

    /// <summary>
    /// The headings of a document that numbers none, numbered here: those above the tables are goals, those a level above them focus areas.
    /// </summary>
    /// <param name="document">The document.</param>
    /// <param name="tables">The blocks that are the plan's tables.</param>
    public static IReadOnlyList<Heading> CountedOf(TextDocument document, IReadOnlyCollection<int> tables)
    {
        var headings = document.Blocks.Index().Where(b => b.Item is TextParagraph { Level: not null, IsContents: false } p && Wording.Squeeze(p.Text).Length is > 0 and <= MaxLength)
            .Select(b => (b.Index, Paragraph: (TextParagraph)b.Item)).ToList();
        var above = tables.Select(t => headings.FindLast(h => h.Index < t)).Where(h => h.Paragraph is not null).Select(h => h.Paragraph.Level!.Value).ToList();
        if (above.Count == 0)
        {
            return [];
        }

        var goals = above.Min();
        var counted = new List<Heading>();
        var (focus, goal) = (0, 0);
        foreach (var (index, paragraph) in headings)
        {
            var text = Wording.Squeeze(paragraph.Text);
            if (paragraph.Level < goals)
            {
                (focus, goal) = (focus + 1, 0);
                counted.Add(new(index, string.Create(CultureInfo.InvariantCulture, $"{focus}"), false, text));
            }
            else if (paragraph.Level == goals)
            {
                goal++;
                counted.Add(new(index, string.Create(CultureInfo.InvariantCulture, $"{Math.Max(focus, 1)}.{goal}"), false, text));
            }
        }

        return counted;
    }

    [GeneratedRegex(@"^(\d{1,3}(?:\.\d{1,3}){0,5})[.)]?$")]
    private static partial Regex Label();

    [GeneratedRegex(@"^(\d{1,2}(?:\.\d{1,2}){0,5})(\.?)\s+(\p{Lu}.*)$")]
    private static partial Regex Typed();
}
