using System.Globalization;
using System.Text.RegularExpressions;

namespace Hsvo.OData;

/// <summary>Where in an option's text a fault is, from what the parser says of it.</summary>
internal static partial class FaultPosition
{
    private static readonly (string Kind, string Word)[] Operators =
    [
        ("Equal", "eq"), ("NotEqual", "ne"), ("GreaterThan", "gt"), ("GreaterThanOrEqual", "ge"), ("LessThan", "lt"), ("LessThanOrEqual", "le"),
        ("And", "and"), ("Or", "or"), ("Add", "add"), ("Subtract", "sub"), ("Multiply", "mul"), ("Divide", "div"), ("Modulo", "mod"),
    ];

    /// <summary>The position that a message of the parser tells, else of the first name that it quotes, else of the only operator it can mean, else 0.</summary>
    public static int In(string text, string message)
    {
        if (AtPosition().Match(message) is { Success: true } told && int.TryParse(told.Groups[1].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var position))
        {
            // Inside an $expand the parser counts from where the inner option begins.
            var inner = told.Groups[2].Value;
            var start = inner.Length > 0 ? text.IndexOf(inner, StringComparison.Ordinal) : 0;
            return Math.Max(0, start) + position;
        }

        foreach (Match quoted in Quoted().Matches(message))
        {
            if (Of(text, quoted.Groups[1].Value) is { } found)
            {
                return found;
            }
        }

        var operators = Operators.Where(o => message.Contains($"'{o.Kind}'", StringComparison.Ordinal)).Select(o => $" {o.Word} ");
        return operators.Select(o => text.IndexOf(o, StringComparison.Ordinal)).Where(p => p >= 0).Select(p => p + 1).FirstOrDefault();
    }

    /// <summary>The message without the position and the text around it, which the caller tells.</summary>
    public static string Without(string message) => AtPosition().Replace(message, "");

    /// <summary>Where a word stands in the text.</summary>
    public static int? Of(string text, string? word) =>
        !string.IsNullOrEmpty(word) && text.IndexOf(word, StringComparison.Ordinal) is var found and >= 0 ? found : null;

    [GeneratedRegex(@"\s*at position (\d+)(?: in '(.*)')?", RegexOptions.Singleline)]
    private static partial Regex AtPosition();

    [GeneratedRegex("'([^']+)'")]
    private static partial Regex Quoted();
}
