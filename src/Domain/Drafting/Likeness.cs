using System.Globalization;
using System.Text;

namespace Hsvo.Domain.Drafting;

/// <summary>How alike two texts are, 0 to 1, by the groups of three letters that they share: slips of the pen and endings of words weigh little.</summary>
internal sealed class Likeness
{
    // What a name that stands whole in a longer text counts as, at least.
    private const double Named = 0.75;

    // The shortest name that isn't met by chance.
    private const int LeastName = 6;

    private readonly string _words;
    private readonly HashSet<string> _groups;

    public Likeness(string text)
    {
        _words = WordsOf(text);
        _groups = [.. Enumerable.Range(0, Math.Max(0, _words.Length - 2)).Select(i => _words.Substring(i, 3))];
    }

    /// <summary>How alike this and another text are.</summary>
    public double To(Likeness other)
    {
        if (_groups.Count == 0 || other._groups.Count == 0)
        {
            return 0;
        }

        var (few, many) = _groups.Count < other._groups.Count ? (_groups, other._groups) : (other._groups, _groups);
        var alike = 2.0 * few.Count(many.Contains) / (few.Count + many.Count);
        return Holds(other) || other.Holds(this) ? Math.Max(alike, Named) : alike;
    }

    /// <summary>How much of this text's own words the other one has.</summary>
    public double Within(Likeness other) => _groups.Count == 0 ? 0 : (double)_groups.Count(other._groups.Contains) / _groups.Count;

    private bool Holds(Likeness other) => other._words.Length >= LeastName + 2 && _words.Contains(other._words, StringComparison.Ordinal);

    // Letters and digits alone, words apart by one space.
    private static string WordsOf(string text)
    {
        var words = new StringBuilder(" ");
        foreach (var c in text.ToLower(CultureInfo.InvariantCulture))
        {
            if (char.IsLetterOrDigit(c))
            {
                words.Append(c);
            }
            else if (words[^1] != ' ')
            {
                words.Append(' ');
            }
        }

        return words[^1] == ' ' ? words.ToString() : words.Append(' ').ToString();
    }
}
