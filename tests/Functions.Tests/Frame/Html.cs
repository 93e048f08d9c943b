using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Hsvo.Functions.Tests.Frame;

/// <summary>Reads pages as a browser does.</summary>
internal static class Html
{
    public static IHtmlDocument Read(string html) => new HtmlParser().ParseDocument(html);

    /// <summary>The page at an address, which must be there.</summary>
    public static async Task<IHtmlDocument> PageAsync(this HttpClient client, string path)
    {
        using var answer = await client.GetAsync(path);
        return await answer.PageAsync(HttpStatusCode.OK);
    }

    /// <summary>The page that an answer is.</summary>
    public static async Task<IHtmlDocument> PageAsync(this HttpResponseMessage answer, HttpStatusCode status)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(status == answer.StatusCode, $"{(int)answer.StatusCode} {text}");
        Assert.Equal("text/html; charset=utf-8", $"{answer.Content.Headers.ContentType}");
        return Read(text);
    }

    /// <summary>What is said, without the white space of markup.</summary>
    public static string Said(this IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>What the first of such elements says.</summary>
    public static string Said(this IParentNode page, string selector) => page.QuerySelector(selector)?.Said() ?? throw new InvalidOperationException($"There is no {selector}.");

    /// <summary>What each of such elements says.</summary>
    public static IEnumerable<string> AllSaid(this IParentNode page, string selector) => page.QuerySelectorAll(selector).Select(Said);

    /// <summary>Where the links go.</summary>
    public static IEnumerable<string> Links(this IParentNode page, string selector) => page.QuerySelectorAll($"{selector} a").Select(a => a.GetAttribute("href")!);
}
