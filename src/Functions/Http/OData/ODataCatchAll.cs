using Hsvo.Functions.Http.Operations;
using Hsvo.UseCases;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hsvo.Functions.Http.OData;

/// <summary>Answers what no other function of this door does, in OData's error shape.</summary>
public static class ODataCatchAll
{
    private static readonly string[] Documents = ["$metadata", "hsvo.pbids"];

    /// <summary>Anything else under <c>/odata</c>.</summary>
    [Function("ZODataCatchAll")]
    [Access(Access.CatchAll)]
    public static Task<IResult> AnswerAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", "put", "patch", "delete", "head", "options", Route = "odata/{*path}")] HttpRequest request,
        CancellationToken cancellationToken) =>
        CatchAlls.AnswerAsync(request, FaultOf, cancellationToken);

    // The routes take any name for a set's: whether there is such a thing goes before whether the method may be used on it.
    private static Failure? FaultOf(HttpRequest request) =>
        FeedAddress.Below(request) is { Length: > 0 } below && !Documents.Contains(below, StringComparer.OrdinalIgnoreCase) ? FeedQuestion.ReadPath(below).Failure : null;
}
