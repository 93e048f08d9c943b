using Hsvo.Functions.Http.Operations;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hsvo.Functions.Http.Api;

/// <summary>Answers what no other function of this door does, in the door's own shape.</summary>
public static class ApiCatchAll
{
    /// <summary>Anything else under <c>/hsvo</c>.</summary>
    [Function("ZApiCatchAll")]
    [Access(Access.CatchAll)]
    public static Task<IResult> AnswerAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", "put", "patch", "delete", "head", "options", Route = "hsvo/{*path}")] HttpRequest request,
        CancellationToken cancellationToken) =>
        CatchAlls.AnswerAsync(request, notOffered: null, cancellationToken);
}
