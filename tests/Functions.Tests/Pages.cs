using System.Text.RegularExpressions;

namespace Hsvo.Functions.Tests;

/// <summary>What every page must be, as far as its text shows it.</summary>
internal static partial class Pages
{
    public static void AssertAccessible(string html)
    {
        Assert.StartsWith("<!DOCTYPE html>", html, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"sv\">", html, StringComparison.Ordinal);
        Assert.Single(FirstHeading().Matches(html));
        Assert.Matches("<title>[^<]+</title>", html);
        Assert.Equal("", Footer().Replace(After(html, "</main>"), "").Replace("</body>", "", StringComparison.Ordinal).Replace("</html>", "", StringComparison.Ordinal).Trim());
        Assert.NotEmpty(HeaderCell().Matches(html));
        Assert.All(HeaderCell().Matches(html), cell => Assert.Matches("scope=\"(col|row)\"", cell.Value));
        Assert.Equal(Table().Count(html), Caption().Count(html));
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
    }

    private static string After(string html, string text) => html[(html.IndexOf(text, StringComparison.Ordinal) + text.Length)..];

    [GeneratedRegex("<footer[ >].*</footer>", RegexOptions.Singleline)]
    private static partial Regex Footer();

    [GeneratedRegex("<h1[ >]")]
    private static partial Regex FirstHeading();

    [GeneratedRegex("<th( [^>]*)?>")]
    private static partial Regex HeaderCell();

    [GeneratedRegex("<table[ >]")]
    private static partial Regex Table();

    [GeneratedRegex("<caption[ >]")]
    private static partial Regex Caption();
}
