using System.Text.RegularExpressions;

namespace Hsvo.Domain.Drafting;

/// <summary>The lists that open the plan: each focus area with "Mål:" and its goals.</summary>
internal sealed partial class OpeningLists
{
    // Under this a line of the list and a heading aren't the same.
    private const double Alike = 0.6;

    private readonly List<(string Name, List<string> Goals)> _lists = [];

    /// <summary>Finds the lists.</summary>
    public OpeningLists(TextDocument document)
    {
        string? last = null;
        List<string>? list = null;
        foreach (var paragraph in document.Blocks.OfType<TextParagraph>().Where(p => !p.IsContents))
        {
            var text = Wording.Squeeze(paragraph.Text);
            if (text.Length == 0)
            {
                continue;
            }

            if (Opens().IsMatch(text) && last is not null)
            {
                list = [];
                _lists.Add((last, list));
            }
            else if (list is not null && (paragraph.IsListItem || (paragraph.Level is null && Typed().IsMatch(text))))
            {
                list.Add(Typed().Replace(text, ""));
            }
            else
            {
                list = null;
                last = paragraph is { Level: not null, Label: { } label } ? $"{label.TrimEnd('.')} {text}" : text;
            }
        }
    }

    /// <summary>How many goals they name.</summary>
    public int Count => _lists.Sum(l => l.Goals.Count);

    /// <summary>What the lists call the focus areas, in order; null where there isn't one for each.</summary>
    public IReadOnlyList<(string Name, IReadOnlyList<string> Goals)>? For(IReadOnlyList<string> areas)
    {
        if (_lists.Count == areas.Count)
        {
            return [.. _lists.Select(l => (l.Name, (IReadOnlyList<string>)l.Goals))];
        }

        return null;
    }

    /// <summary>The line that says the same as a heading; null where none does.</summary>
    public static string? MostAlike(string heading, IEnumerable<(string Line, Likeness Likeness)> lines)
    {
        var asked = new Likeness(heading);
        return lines.Select(l => (l.Line, Score: asked.To(l.Likeness))).Where(l => l.Score >= Alike).OrderByDescending(l => l.Score).Select(l => l.Line).FirstOrDefault();
    }

    [GeneratedRegex(@"^[-–•\s]*Mål\s*:?$", RegexOptions.IgnoreCase)]
    private static partial Regex Opens();

    [GeneratedRegex(@"^\d{1,2}[.)]\s+")]
    private static partial Regex Typed();
}
