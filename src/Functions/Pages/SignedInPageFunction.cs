using Hsvo.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hsvo.Functions.Pages;

/// <summary>Where a sign-in ends that was made in a tab of its own, beside a page that waits with what was typed.</summary>
/// <param name="renderer">Renders the page.</param>
public sealed class SignedInPageFunction(PageRenderer renderer)
{
    /// <summary>Where it is.</summary>
    public const string Route = "inloggad";

    /// <summary><c>GET /inloggad</c>.</summary>
    [Function("SignedInPage")]
    [Page]
    [Access(Access.Read)]
    [Query(PageContext.LanguageOption)]
    public async Task<IResult> GetAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request) =>
        PageContext.TryRead(request, out var page, out var wrong) ? await renderer.AnswerAsync<SignedInPage>(page, []) : FailureResult.Of(wrong);
}
