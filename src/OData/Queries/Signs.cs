using System.Text.RegularExpressions;

namespace Hsvo.OData;

/// <summary>
/// The plus sign. In a query it is read as a space, as forms have it, so that a time's zone has lost it ("T00:00:00 02:00"); and where it was escaped, the parser
/// doesn't know it before a number.
/// </summary>
internal static partial class Signs
{
    /// <summary>The text as the parser wants it, every character in its place.</summary>
    public static string Amend(string text) => Places().Replace(text, p => p.Groups["zone"].Success ? "+" : p.Groups["number"].Success ? " " : p.Value);

    // Literals are matched too, so that what is inside them is left alone.
    [GeneratedRegex(@"(?>'(?:[^']|'')*')|(?<=\dT\d\d:\d\d[\d:.]*)(?<zone> )(?=\d\d:\d\d(?![\d:]))|(?<=^|[\s(,])(?<number>\+)(?=[\d.])")]
    private static partial Regex Places();
}
