using System.Text.RegularExpressions;
using Microsoft.OData.UriParser;

namespace Hsvo.OData;

/// <summary>
/// Lists after <c>in</c> (OData URL Conventions 4.01, 5.1.1.1.12). The parser takes dates and times there in quotes alone, so they are given them; it fails of
/// the empty text, so that another stands for it; and it takes a backslash for the beginning of something.
/// </summary>
internal static partial class InLists
{
    // Of Unicode's private use: nobody's text.
    private const string Empty = "\uE000";

    /// <summary>The text as the parser wants it.</summary>
    public static AmendedText Amend(string text)
    {
        var amended = new AmendedText(text);

        // Literals are matched too, so that a list inside one is not taken for a list.
        foreach (Match list in Lists().Matches(text).Where(m => m.Groups["items"].Success))
        {
            foreach (Match item in Items().Matches(list.Value))
            {
                var start = list.Index + item.Index;
                if (item.Groups["moment"].Success)
                {
                    amended.Insert(start, "'");
                    amended.Insert(start + item.Length, "'");
                }
                else if (item.Length == 2)
                {
                    amended.Insert(start + 1, Empty);
                }
                else
                {
                    foreach (var backslash in Enumerable.Range(0, item.Length).Where(i => item.Value[i] == '\\'))
                    {
                        amended.Insert(start + backslash, "\\");
                    }
                }
            }
        }

        return amended;
    }

    /// <summary>A value of a list; null for null.</summary>
    public static object? ValueOf(ConstantNode node, Type type) => node.Value is Empty ? "" : Constants.Of(node, type);

    // A literal is taken whole or not at all: what could be read as one or as two would be tried in every way.
    [GeneratedRegex(@"(?>'(?:[^']|'')*')|\bin\s*\((?<items>(?>(?>'(?:[^']|'')*')|[^'()])*)\)")]
    private static partial Regex Lists();

    [GeneratedRegex(@"'(?:[^']|'')*'|(?<moment>\d{4}-\d\d-\d\d(?:T[\d:.]+(?:Z|[+-]\d\d:\d\d)?)?(?=\s*[,)])|\b\d\d:\d\d(?::[\d.]+)?(?=\s*[,)]))")]
    private static partial Regex Items();
}
