using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Hsvo.Domain.Drafting;

/// <summary>How a document's words become a quote, a text and an id.</summary>
internal static partial class Wording
{
    // A hyphen at the end of a word that shares its last part with a later one: "hälso- och sjukvård", "individ- som verksamhetsnivå".
    private static readonly HashSet<string> AfterSharedPart = new(StringComparer.OrdinalIgnoreCase) { "och", "eller", "samt", "som", "respektive", "liksom", "till", "men", "m.m." };

    /// <summary>The text with every run of blanks as one space.</summary>
    public static string Squeeze(string text) => Blanks().Replace(text, " ").Trim();

    /// <summary>A quote as people read it: words broken at a line's end put together, the last full stop and blanks about a dash before a number left out.</summary>
    public static string TextOf(string quote)
    {
        var text = BrokenWord().Replace(quote, m => AfterSharedPart.Contains(m.Groups[2].Value) ? m.Value : m.Groups[1].Value + m.Groups[2].Value);
        text = DashBeforeNumber().Replace(text, "-");
        return text.Length > 1 && text.EndsWith('.') && !text.EndsWith("..", StringComparison.Ordinal) ? text[..^1].TrimEnd() : text;
    }

    /// <summary>A name of something in ordinary operation: that, with blanks about a slash and a comma as they are written.</summary>
    public static string NameOf(string quote) => BlankAfterSlash().Replace(CommaWithoutBlank().Replace(TextOf(quote), ", "), "/");

    /// <summary>Letters of an id made of a text: <c>[a-z0-9-]</c>.</summary>
    public static string Slug(string text, int max = 40)
    {
        var slug = new StringBuilder();
        foreach (var c in text.ToLower(CultureInfo.InvariantCulture).Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c))
            {
                slug.Append(c);
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && slug is { Length: > 0 } && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        var made = slug.ToString().Trim('-');
        return made.Length <= max ? made : made[..max].TrimEnd('-');
    }

    /// <summary>Whether a text goes on with what stands before it.</summary>
    public static bool GoesOn(string text) => char.IsLower(text[0]) || text[0] is '(' or ',' or ';';

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"(?<=\p{L})(\p{Ll})- (\p{Ll}+)")]
    private static partial Regex BrokenWord();

    [GeneratedRegex(@"(?<=\p{L}) – (?=\d)")]
    private static partial Regex DashBeforeNumber();

    [GeneratedRegex(@"(?<=\p{L})/ (?=\p{L})")]
    private static partial Regex BlankAfterSlash();

    [GeneratedRegex(@"(?<=\p{L}),(?=\p{L})")]
    private static partial Regex CommaWithoutBlank();
}
