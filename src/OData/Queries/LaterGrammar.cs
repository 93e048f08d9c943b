using System.Text.RegularExpressions;

namespace Hsvo.OData;

/// <summary>
/// What OData 4.01 has and the parser doesn't know, or stumbles on for types without flags (has): asked for, it is not supported rather than malformed.
/// </summary>
internal static partial class LaterGrammar
{
    /// <summary>The first such word outside quotes; null when there is none.</summary>
    public static string? WordIn(string text) => Words().Match(Literals().Replace(text, "''")) is { Success: true } found ? found.Groups[1].Value : null;

    [GeneratedRegex("'(?:[^']|'')*'")]
    private static partial Regex Literals();

    [GeneratedRegex(@"(?:^|[\s(,])((?:divby|has)(?=\s)|(?:matchesPattern|hassubset|hassubsequence|case)(?=\()|\$(?:root|this|each)\b)")]
    private static partial Regex Words();
}
