using System.Text;
using System.Text.RegularExpressions;

namespace Hsvo.OData;

/// <summary>
/// Dates and times in a list after <c>in</c> (OData URL Conventions 4.01, 5.1.1.1.12): the parser takes them there in quotes alone, so they are given them.
/// </summary>
internal static partial class InLists
{
    /// <summary>The text as the parser wants it.</summary>
    /// <param name="text">The option's text.</param>
    /// <param name="inserted">Where a character was put in, in the new text.</param>
    public static string Quote(string text, out IReadOnlyList<int> inserted)
    {
        var places = new List<int>();
        inserted = places;
        if (!text.Contains(" in", StringComparison.Ordinal))
        {
            return text;
        }

        var result = new StringBuilder(text.Length + 16);
        var end = 0;
        foreach (Match list in Lists().Matches(text))
        {
            // Literals are matched too, so that a list inside one is not taken for a list.
            if (!list.Groups["items"].Success)
            {
                continue;
            }

            foreach (Match moment in Moments().Matches(list.Value).Where(m => m.Groups["moment"].Success))
            {
                var start = list.Index + moment.Index;
                result.Append(text, end, start - end);
                places.Add(result.Length);
                result.Append('\'').Append(moment.Value);
                places.Add(result.Length);
                result.Append('\'');
                end = start + moment.Length;
            }
        }

        return result.Append(text, end, text.Length - end).ToString();
    }

    /// <summary>A position in the new text as one in the old.</summary>
    public static int Original(int position, IReadOnlyList<int> inserted) => position - inserted.Count(i => i < position);

    [GeneratedRegex(@"'(?:[^']|'')*'|\bin\s*\((?<items>(?:'(?:[^']|'')*'|[^'()])*)\)")]
    private static partial Regex Lists();

    [GeneratedRegex(@"'(?:[^']|'')*'|(?<moment>\d{4}-\d\d-\d\d(?:T[\d:.]+(?:Z|[+-]\d\d:\d\d)?)?(?=\s*[,)])|\b\d\d:\d\d(?::[\d.]+)?(?=\s*[,)]))")]
    private static partial Regex Moments();
}
