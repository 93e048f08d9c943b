namespace Hsvo.Functions.Spreadsheets;

/// <summary>
/// Texts that a spreadsheet would run as a formula, made harmless by an apostrophe in front and read back to the same text. So a text that begins with an
/// apostrophe before such a character gets one more.
/// </summary>
internal static class InertText
{
    /// <summary>The characters that a formula may begin with.</summary>
    public const string Beginnings = "=@+-\t\r\n";

    /// <summary>The text as it is written where any text may be run.</summary>
    public static string Write(string text) => IsLive(text) ? $"'{text}" : text;

    /// <summary>The text as it is written where a text is known to be one: only what <see cref="Read"/> would change is marked.</summary>
    public static string WriteTyped(string text) => text is ['\'', ..] ? Write(text) : text;

    /// <summary>The text that was meant.</summary>
    public static string Read(string text) => text is ['\'', ..] && IsLive(text) ? text[1..] : text;

    private static bool IsLive(string text) => text.AsSpan().TrimStart('\'') is [var first, ..] && Beginnings.Contains(first, StringComparison.Ordinal);
}
