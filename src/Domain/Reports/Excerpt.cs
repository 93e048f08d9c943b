namespace Hsvo.Domain.Reports;

/// <summary>What of a sent text is said back in a message: enough to know it again, and never more than the question was.</summary>
public static class Excerpt
{
    private const int MaxLength = 64;

    /// <summary>The text, cut to so many characters; one that is written as two, an emoji, is never cut in half.</summary>
    public static string Of(string text, int max = MaxLength) => text.Length <= max ? text : $"{text.AsSpan(0, char.IsHighSurrogate(text[max - 1]) ? max - 1 : max)}…";
}
