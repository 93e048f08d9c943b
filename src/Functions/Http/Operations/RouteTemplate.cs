using System.Text.RegularExpressions;

namespace Hsvo.Functions.Http.Operations;

/// <summary>How Power BI's clients write a key.</summary>
internal enum KeyStyle
{
    /// <summary>As the template has it: <c>goals({goalId})</c>.</summary>
    Parentheses,

    /// <summary>That, or as a segment of its own, each key for itself: <c>goals/{goalId}</c>.</summary>
    ParenthesesOrSegment,
}

/// <summary>A function's route as a pattern that paths are matched against, apart from the host's own routing, which knows one style of keys only.</summary>
internal sealed partial class RouteTemplate
{
    private readonly Regex _pattern;

    /// <summary>Reads a route template: any case, with or without a slash at its end, as the host takes it.</summary>
    /// <param name="template">The template, without a slash before it.</param>
    /// <param name="keys">How keys may be written.</param>
    public RouteTemplate(string template, KeyStyle keys)
    {
        Literals = Parameter().Replace(template, "").Length;
        _pattern = new($@"^/{PatternOf(template, keys)}/?\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
    }

    /// <summary>How much of it is no parameter: of two that match, the host takes the one with more.</summary>
    public int Literals { get; }

    /// <summary>The parameters' values in a path; null when it isn't of this template.</summary>
    /// <param name="path">The path as the request has it, decoded but for slashes.</param>
    public IReadOnlyDictionary<string, string>? Match(string path)
    {
        var match = _pattern.Match(path);
        return match.Success
            ? match.Groups.Values.Skip(1).ToDictionary(g => g.Name, g => g.Value, StringComparer.OrdinalIgnoreCase)
            : null;
    }

    private static string PatternOf(string template, KeyStyle keys)
    {
        var pattern = Regex.Escape(template);
        if (keys == KeyStyle.ParenthesesOrSegment)
        {
            // No parenthesis in a key, so that a function's name is taken for none.
            pattern = Key().Replace(pattern, @"(?:\((?<$1>[^/]+)\)|/(?<$1>[^/()]+))");
            pattern = NoArguments().Replace(pattern, @"(?:\(\))?");
        }

        pattern = EscapedNothing().Replace(pattern, "");
        return EscapedParameter().Replace(EscapedRest().Replace(pattern, "(?<$1>.+)"), "(?<$1>[^/]+)");
    }

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();

    // Any number of segments.
    [GeneratedRegex(@"\\\{\\\*(\w+)}")]
    private static partial Regex EscapedRest();

    // The first page's: a parameter with nothing in it, since the host takes an empty route for the function's name.
    [GeneratedRegex(@"\\\{\w+:maxlength\\\(0\\\)\\\?}")]
    private static partial Regex EscapedNothing();

    // As Regex.Escape leaves them: a closing brace is no special character.
    [GeneratedRegex(@"\\\{(\w+)[^}]*\}")]
    private static partial Regex EscapedParameter();

    [GeneratedRegex(@"(?<=\w)\\\(\\\{(\w+)\}\\\)")]
    private static partial Regex Key();

    [GeneratedRegex(@"(?<=\w)\\\(\\\)$")]
    private static partial Regex NoArguments();
}
