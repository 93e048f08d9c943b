using Hsvo.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Hsvo.Functions.Pages;

/// <summary>
/// Answers with pages that say the same to many: rendered and compressed once for each version, language and set of roles, 304 to who has it already. Private,
/// since the same address answers otherwise when somebody signs in or out.
/// </summary>
/// <param name="answers">Keeps them.</param>
/// <param name="renderer">Renders them.</param>
public sealed class PageAnswers(FeedAnswers answers, PageRenderer renderer)
{
    // By cookie where the platform signs in, by header where a client brings its own token.
    private static readonly StringValues Vary = $"{HeaderNames.AcceptEncoding}, {HeaderNames.Authorization}, {HeaderNames.Cookie}";

    /// <summary>200 with an entity tag, or 304.</summary>
    /// <typeparam name="TPage">The page.</typeparam>
    /// <param name="request">The request.</param>
    /// <param name="page">What the page knows of it.</param>
    /// <param name="version">What tells what the page says from anything else at the same address.</param>
    /// <param name="parameters">Gives its other parameters by name; called only when nobody has asked for it before.</param>
    public Task<IResult> AnswerAsync<TPage>(HttpRequest request, PageContext page, string version, Func<Dictionary<string, object?>> parameters)
        where TPage : PageComponent => answers.AnswerKeptAsync(
            request, $"{version}-{page.Version}", PageRenderer.ContentType, Vary, async () => await renderer.RenderAsync<TPage>(page, parameters()));
}
