namespace Hsvo.Functions.Mapping;

/// <summary>The names of a paper's files.</summary>
internal static class PaperNames
{
    public const string Html = "sammanstallning.html";
    public const string Json = "sammanstallning.json";
}
