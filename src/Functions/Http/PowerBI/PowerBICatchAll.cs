using Hsvo.Functions.Http.Operations;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hsvo.Functions.Http.PowerBI;

/// <summary>
/// Answers what the host finds no other function of this door for: addresses whose keys are segments, as some clients write them, are served by the
/// function that they mean, and the rest in Power BI's error shape.
/// </summary>
public static class PowerBICatchAll
{
    /// <summary>Anything else under <c>/v1.0</c>.</summary>
    [Function("ZPowerBICatchAll")]
    [Access(Access.CatchAll)]
    public static Task<IResult> AnswerAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", "put", "patch", "delete", "head", "options", Route = "v1.0/{*path}")] HttpRequest request,
        CancellationToken cancellationToken) =>
        CatchAlls.AnswerAsync(request, NotOffered.Find, cancellationToken);
}
