using System.Text.RegularExpressions;

namespace Hsvo.OData;

/// <summary>
/// Looks through lists in options for what the parser passes: an item that is empty, a navigation that is expanded twice, an option that stands twice inside
/// an <c>$expand</c>. Of those it takes the first or the last and leaves the other aside.
/// </summary>
internal static partial class ListText
{
    private const int MaxItems = 100;

    /// <summary>Checks an <c>$expand</c> with all that is inside.</summary>
    /// <param name="text">The option's value.</param>
    /// <param name="maxDepth">How many levels it may nest.</param>
    public static void CheckExpand(string text, int maxDepth)
    {
        if (maxDepth == 0)
        {
            throw new NotOfferedException("$expand i fler led", "$expand in more levels");
        }

        var navigations = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in Items(text, ','))
        {
            var open = item.IndexOf('(', StringComparison.Ordinal);
            var name = (open < 0 ? item : item[..open]).Trim();
            if (!navigations.Add(name))
            {
                throw new MalformedQueryException($"{name} står två gånger.", $"{name} stands twice.", name);
            }

            if (name.Contains('$', StringComparison.Ordinal) || name.Contains('@', StringComparison.Ordinal) || (name == "*" && text.Trim() != "*"))
            {
                throw NotOfferedException.Of($"{name} in $expand");
            }

            if (open >= 0 && item.TrimEnd().EndsWith(')'))
            {
                CheckOptions(item.TrimEnd()[(open + 1)..^1], maxDepth);
            }
        }
    }

    /// <summary>Checks a list that has no options inside.</summary>
    public static void CheckItems(string text)
    {
        if (Items(text, ',').FirstOrDefault(i => Annotation().IsMatch(i)) is { } annotation)
        {
            throw NotOfferedException.Of(annotation.Trim());
        }
    }

    [GeneratedRegex(@"^\s*(?:[\w.]+/)*@[\w.#]+(?:\s*$|/|\()")]
    private static partial Regex Annotation();

    private static void CheckOptions(string text, int maxDepth)
    {
        var options = new HashSet<string>(StringComparer.Ordinal);
        foreach (var option in Items(text, ';'))
        {
            var equals = option.IndexOf('=', StringComparison.Ordinal);
            var name = (equals < 0 ? option : option[..equals]).Trim();
            if (!options.Add(name))
            {
                throw new MalformedQueryException($"{name} står två gånger.", $"{name} stands twice.", name);
            }

            if (name is "$levels" or "$compute" or "$apply" || name.StartsWith('@'))
            {
                throw NotOfferedException.Of(name);
            }

            var value = equals < 0 ? "" : option[(equals + 1)..];
            if (name == "$expand")
            {
                CheckExpand(value, maxDepth - 1);
            }
            else if (name is "$select" or "$orderby")
            {
                CheckItems(value);
            }
        }
    }

    // Splits where a separator stands outside parentheses and quotes.
    private static List<string> Items(string text, char separator)
    {
        var items = new List<string>();
        var (start, depth, quote) = (0, 0, '\0');
        for (var i = 0; i <= text.Length; i++)
        {
            var c = i < text.Length ? text[i] : separator;
            if (i == text.Length || (c == separator && depth <= 0 && quote == '\0'))
            {
                if (string.IsNullOrWhiteSpace(text[start..i]))
                {
                    throw new MalformedQueryException("Det saknas något i listan.", "Something lacks in the list.", i < text.Length ? text[i..] : null);
                }

                if (items.Count == MaxItems)
                {
                    throw new MalformedQueryException($"Listan har mer än {MaxItems} delar.", $"The list has more than {MaxItems} items.");
                }

                items.Add(text[start..i]);
                start = i + 1;
            }
            else if (quote != '\0')
            {
                quote = c == quote ? '\0' : quote;
            }
            else
            {
                quote = c is '\'' or '"' ? c : quote;
                depth += c switch
                {
                    '(' => 1,
                    ')' => -1,
                    _ => 0,
                };
            }
        }

        return items;
    }
}
