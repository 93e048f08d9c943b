using Hsvo.UseCases;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hsvo.Functions.Http.PowerBI;

/// <summary>Answers what no other function of this door does, in Power BI's error shape: the host itself would give an empty 404.</summary>
public static class PowerBICatchAll
{
    private static readonly Failure Unknown = new(FailureKind.NotFound, "path.unknown",
        "Adressen finns inte, eller inte med den här metoden.", "There is no such address, or not with this method.");

    /// <summary>Anything else under <c>/v1.0</c>.</summary>
    [Function("PowerBICatchAll")]
    [Access(Access.CatchAll)]
    public static IResult Answer(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", "put", "patch", "delete", "head", "options", Route = "v1.0/{*path}")] HttpRequest request) =>
        FailureResult.Of(Unknown);
}
