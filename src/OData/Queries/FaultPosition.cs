using System.Globalization;
using System.Text.RegularExpressions;

namespace Hsvo.OData;

/// <summary>Where in an option's text a fault is, from what the parser says of it.</summary>
internal static partial class FaultPosition
{
    /// <summary>The position that a message of the parser tells, else of the first name that it quotes; null when it tells neither.</summary>
    public static int? In(string text, string message)
    {
        if (AtPosition().Match(message) is { Success: true } told && int.TryParse(told.Groups[1].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var position))
        {
            // Inside an $expand the parser counts from where the inner option begins.
            var inner = told.Groups[2].Value;
            var start = inner.Length > 0 ? text.IndexOf(inner, StringComparison.Ordinal) : 0;
            return Math.Min(text.Length, Math.Max(0, start) + position);
        }

        foreach (Match quoted in Quoted().Matches(message))
        {
            if (Of(text, quoted.Groups[1].Value) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>Where a word stands in the text.</summary>
    public static int? Of(string text, string? word) =>
        !string.IsNullOrEmpty(word) && text.IndexOf(word, StringComparison.Ordinal) is var found and >= 0 ? found : null;

    [GeneratedRegex(@"at position (\d+)(?: in '(.*)')?", RegexOptions.Singleline)]
    private static partial Regex AtPosition();

    [GeneratedRegex("'([^']+)'")]
    private static partial Regex Quoted();
}
