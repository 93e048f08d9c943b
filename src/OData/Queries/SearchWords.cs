using System.Text.RegularExpressions;

namespace Hsvo.OData;

/// <summary>
/// Words of a <c>$search</c>. The parser knows OData 4.0's, of letters alone; 4.01's have digits and signs too ("2021", "vård-", "o'neil"), so they are given
/// quotes.
/// </summary>
internal static partial class SearchWords
{
    /// <summary>The text as the parser wants it.</summary>
    public static AmendedText Amend(string text)
    {
        var amended = new AmendedText(text);
        foreach (Match word in Words().Matches(text).Where(m => m.Groups["word"].Success && !m.Value.All(char.IsLetter)))
        {
            amended.Insert(word.Index, "\"");
            amended.Insert(word.Index + word.Length, "\"");
        }

        return amended;
    }

    // A phrase is matched too, so that its words are left alone; an asterisk stands for nothing here, and is left to be refused.
    [GeneratedRegex(@"(?>""(?:[^""\\]|\\.)*"")|(?<![^\s(])(?<word>[^\s""()*\\]+)(?=[\s)]|$)")]
    private static partial Regex Words();
}
