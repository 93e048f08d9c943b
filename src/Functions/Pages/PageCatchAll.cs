using Hsvo.Functions.Http;
using Hsvo.Functions.Http.Operations;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hsvo.Functions.Pages;

/// <summary>Answers what no other function does, outside the doors of systems, by a page.</summary>
public static class PageCatchAll
{
    /// <summary>Anything else. The host's own addresses, under <c>/admin</c> and <c>/runtime</c>, go before every function.</summary>
    [Function("ZRootCatchAll")]
    [Page]
    [Access(Access.CatchAll)]
    public static Task<IResult> AnswerAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", "put", "patch", "delete", "head", "options", Route = "{*path}")] HttpRequest request,
        CancellationToken cancellationToken) =>
        CatchAlls.AnswerAsync(request, notOffered: null, cancellationToken);
}
