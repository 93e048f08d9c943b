using System.Text;
using System.Text.RegularExpressions;
using Microsoft.OData.UriParser;

namespace Hsvo.OData;

/// <summary>
/// Lists after <c>in</c> (OData URL Conventions 4.01, 5.1.1.1.12). The parser takes dates and times there in quotes alone, so they are given them, it
/// fails of the empty text, so that another stands for it, and it takes a backslash for the beginning of something.
/// </summary>
internal static partial class InLists
{
    // Of Unicode's private use: nobody's text.
    private const string Empty = "\uE000";

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

            foreach (Match moment in Moments().Matches(list.Value))
            {
                var start = list.Index + moment.Index;
                if (moment.Groups["moment"].Success)
                {
                    Insert(start, "'");
                    Insert(start + moment.Length, "'");
                }
                else if (moment.Length == 2)
                {
                    Insert(start + 1, Empty);
                }
                else
                {
                    for (var i = moment.Value.IndexOf('\\', StringComparison.Ordinal); i >= 0; i = moment.Value.IndexOf('\\', i + 1))
                    {
                        Insert(start + i, "\\");
                    }
                }
            }
        }

        return result.Append(text, end, text.Length - end).ToString();

        void Insert(int at, string what)
        {
            result.Append(text, end, at - end);
            places.Add(result.Length);
            result.Append(what);
            end = at;
        }
    }

    /// <summary>A value of a list; null for null.</summary>
    public static object? ValueOf(ConstantNode node, Type type) => node.Value is Empty ? "" : Constants.Of(node, type);

    /// <summary>A position in the new text as one in the old.</summary>
    public static int Original(int position, IReadOnlyList<int> inserted) => position - inserted.Count(i => i < position);

    [GeneratedRegex(@"'(?:[^']|'')*'|\bin\s*\((?<items>(?:'(?:[^']|'')*'|[^'()])*)\)")]
    private static partial Regex Lists();

    [GeneratedRegex(@"'(?:[^']|'')*'|(?<moment>\d{4}-\d\d-\d\d(?:T[\d:.]+(?:Z|[+-]\d\d:\d\d)?)?(?=\s*[,)])|\b\d\d:\d\d(?::[\d.]+)?(?=\s*[,)]))")]
    private static partial Regex Moments();
}
