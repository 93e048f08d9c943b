namespace Hsvo.Domain.Reports;

/// <summary>What of a sent text is said back in a message: enough to know it again, and never more than the question was.</summary>
public static class Excerpt
{
    private const int MaxLength = 64;

    /// <summary>The text, cut to 64 characters.</summary>
    public static string Of(string text) => text.Length <= MaxLength ? text : $"{text.AsSpan(0, MaxLength)}…";
}
