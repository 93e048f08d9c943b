namespace Hsvo.Functions.Http.Api.OpenApi;

/// <summary>Puts Swedish and English together, Swedish first.</summary>
internal static class Bilingual
{
    /// <summary>On one line.</summary>
    public static string Line(string swedish, string english) => $"{swedish} / {english}";

    /// <summary>A paragraph each, for Markdown.</summary>
    public static string Lines(string swedish, string english) => $"{swedish}\n\n{english}";

    /// <summary>A text's first sentence, without its stop.</summary>
    public static string FirstSentence(string text) => text.Split(". ", 2)[0].TrimEnd('.');
}
