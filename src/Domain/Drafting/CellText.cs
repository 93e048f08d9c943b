using System.Text.RegularExpressions;

namespace Hsvo.Domain.Drafting;

/// <summary>One line of a cell: text, nothing, or a rule.</summary>
/// <param name="Text">The text; empty for a blank line, null for a rule.</param>
/// <param name="RuleLength">How long a typed rule is; 0 for one that is drawn.</param>
/// <param name="IsBullet">Whether it is an item of a list.</param>
/// <param name="IsNewParagraph">Whether it begins a paragraph, and no mere line of one.</param>
internal sealed record CellLine(string? Text, int RuleLength, bool IsBullet, bool IsNewParagraph)
{
    public bool IsRule => Text is null;
}

/// <summary>What stands between two rules of a cell.</summary>
/// <param name="Lines">Its lines.</param>
/// <param name="RuleAfter">How long the rule is that ends it; null at the cell's end.</param>
internal sealed record CellSegment(IReadOnlyList<CellLine> Lines, int? RuleAfter)
{
    public bool IsEmpty => Lines.All(l => l.Text is "");
}

/// <summary>How a cell's items were told apart.</summary>
[Flags]
internal enum ItemMarks
{
    /// <summary>It is the only one.</summary>
    None = 0,

    /// <summary>By items of a list.</summary>
    Bullets = 1,

    /// <summary>By paragraphs.</summary>
    Paragraphs = 2,

    /// <summary>By blank lines.</summary>
    Blanks = 4,

    /// <summary>By breaks inside a paragraph, which may be none.</summary>
    Breaks = 8,

    /// <summary>A paragraph that goes on with the one before was joined with it.</summary>
    Joined = 16,
}

/// <summary>A cell's lines, cut at rules and into items.</summary>
internal static partial class CellText
{
    /// <summary>The lines of a cell.</summary>
    public static IEnumerable<CellLine> LinesOf(IEnumerable<TextParagraph> paragraphs)
    {
        foreach (var paragraph in paragraphs)
        {
            if (paragraph.RuleBefore)
            {
                yield return Rule(0);
            }

            var isNew = true;
            foreach (var line in paragraph.Text.Split('\n'))
            {
                foreach (var piece in Rules().Split(line))
                {
                    if (Rules().IsMatch(piece))
                    {
                        yield return Rule(piece.Length);
                    }
                    else if (Wording.Squeeze(piece) is { Length: > 0 } text)
                    {
                        yield return new(text, 0, isNew && paragraph.IsListItem, isNew);
                        isNew = false;
                    }
                    else if (piece.Length == line.Length)
                    {
                        yield return new("", 0, false, false);
                    }
                }
            }

            if (paragraph.RuleAfter)
            {
                yield return Rule(0);
            }
        }
    }

    /// <summary>The segments between rules; empty ones at the beginning and the end are left out.</summary>
    public static IReadOnlyList<CellSegment> SegmentsOf(IEnumerable<CellLine> lines)
    {
        var segments = new List<CellSegment>();
        var current = new List<CellLine>();
        foreach (var line in lines)
        {
            if (!line.IsRule)
            {
                current.Add(line);
                continue;
            }

            segments.Add(new(current, line.RuleLength));
            current = [];
        }

        segments.Add(new(current, null));
        while (segments is [{ IsEmpty: true }, ..])
        {
            segments.RemoveAt(0);
        }

        while (segments is [.., { IsEmpty: true }])
        {
            segments.RemoveAt(segments.Count - 1);
        }

        return segments;
    }

    /// <summary>The items of some lines: a list's items, else paragraphs that don't go on with the one before.</summary>
    public static (IReadOnlyList<string> Items, ItemMarks Marks) ItemsOf(IEnumerable<CellLine> lines)
    {
        var items = new List<string>();
        var marks = ItemMarks.None;
        var isAfterBlank = false;
        var gathers = false;
        foreach (var line in lines)
        {
            if (line.Text is not { Length: > 0 } text)
            {
                isAfterBlank = true;
                continue;
            }

            if (items.Count == 0)
            {
                items.Add(text);
            }
            else if (!line.IsBullet && gathers && !isAfterBlank)
            {
                // "Arbete enligt projektplaner för:" and its projects.
                items[^1] += " " + text;
            }
            else if (!line.IsBullet && Wording.GoesOn(text))
            {
                marks |= line.IsNewParagraph && text[0] != '(' ? ItemMarks.Joined : ItemMarks.None;
                items[^1] += " " + text;
            }
            else
            {
                marks |= line.IsBullet ? ItemMarks.Bullets : isAfterBlank ? ItemMarks.Blanks : line.IsNewParagraph ? ItemMarks.Paragraphs : ItemMarks.Breaks;
                items.Add(text);
                gathers = false;
            }

            gathers |= text.EndsWith(':');
            isAfterBlank = false;
        }

        return (items, marks);
    }

    private static CellLine Rule(int length) => new(null, length, false, false);

    [GeneratedRegex("([-–—_]{4,})")]
    private static partial Regex Rules();
}
