using Hsvo.Functions.Http;
using Hsvo.Functions.Http.Api.OpenApi;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;

namespace Hsvo.Functions.Pages;

/// <summary>Says how accessible the pages are, and whom to tell of what isn't.</summary>
/// <param name="configuration">Says who answers.</param>
/// <param name="renderer">Renders it.</param>
public sealed class AccessibilityPageFunction(IConfiguration configuration, PageRenderer renderer)
{
    /// <summary>Where it is.</summary>
    public const string Path = "/tillganglighet";

    /// <summary><c>GET /tillganglighet</c>: to everyone, as the law asks (2018:1937).</summary>
    [Function("AccessibilityPage")]
    [Page]
    [Access(Access.Open)]
    [Query(PageContext.LanguageOption)]
    public async Task<IResult> GetAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "tillganglighet")] HttpRequest request) =>
        PageContext.TryRead(request, out var page, out var wrong)
            ? await renderer.AnswerAsync<AccessibilityPage>(page, new() { [nameof(AccessibilityPage.Contact)] = ContractIdentity.Read(configuration) })
            : FailureResult.Of(wrong);
}
