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
        CheckApart(text);
        var amended = new AmendedText(text);
        foreach (Match word in Words().Matches(text).Where(m => m.Groups["word"].Success && !m.Value.All(char.IsLetter)))
        {
            amended.Insert(word.Index, "\"");
            amended.Insert(word.Index + word.Length, "\"");
        }

        return amended;
    }

    // The parser takes a phrase and what is written against it for two.
    private static void CheckApart(string text)
    {
        foreach (Match phrase in Phrases().Matches(text))
        {
            var end = phrase.Index + phrase.Length;
            if ((phrase.Index > 0 && !char.IsWhiteSpace(text[phrase.Index - 1]) && text[phrase.Index - 1] != '(') || (end < text.Length && !char.IsWhiteSpace(text[end]) && text[end] != ')'))
            {
                throw new MalformedQueryException("Orden i $search ska stå för sig.", "The words of a $search are to stand apart.", text[phrase.Index..]);
            }
        }
    }

    [GeneratedRegex(@"(?>""(?:[^""\\]|\\.)*"")")]
    private static partial Regex Phrases();

    // A phrase is matched too, so that its words are left alone; an asterisk stands for nothing here, and is left to be refused.
    [GeneratedRegex(@"(?>""(?:[^""\\]|\\.)*"")|(?<![^\s(])(?<word>[^\s""()*\\]+)(?=[\s)]|$)")]
    private static partial Regex Words();
}
