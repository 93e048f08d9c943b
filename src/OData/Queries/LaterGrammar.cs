using System.Text.RegularExpressions;

namespace Hsvo.OData;

/// <summary>
/// What OData 4.01 has and the parser doesn't know, or stumbles on for types without flags (has): asked for, it is not supported rather than malformed.
/// </summary>
internal static partial class LaterGrammar
{
    /// <summary>The first such word outside quotes; null when there is none.</summary>
    public static string? WordIn(string text) => Words().Match(Literals().Replace(text, "''")) is { Success: true } found ? found.Groups["word"].Value.TrimEnd('(', ' ') : null;

    [GeneratedRegex("'(?:[^']|'')*'")]
    private static partial Regex Literals();

    // Operators and functions, roots, counts and filters of a part, annotations, lists of anything but literals, and JSON.
    [GeneratedRegex(@"(?:^|[\s(,=;])(?<word>(?:divby|has)(?=\s)|(?:matchesPattern|hassubset|hassubsequence|case)(?=\()|\$(?:root|this|each)\b|@[\w.#]+(?=/)|in\s*\((?=\s*(?:\)|(?!null|true|false|NaN|INF)[A-Za-z_$][\w/$]*\s*[,)]))|[\[{])|(?<word>/\$(?:count|filter)\(|/@[\w.#]+)")]
    private static partial Regex Words();
}
