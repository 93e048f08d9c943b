using Hsvo.Functions.Http.Operations;
using Hsvo.UseCases;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hsvo.Functions.Http.OData;

/// <summary>Answers what no other function of this door does, in OData's error shape.</summary>
public static class ODataCatchAll
{
    /// <summary>Anything else under <c>/odata</c>.</summary>
    [Function("ODataCatchAll")]
    [Access(Access.CatchAll)]
    public static Task<IResult> AnswerAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", "put", "patch", "delete", "head", "options", Route = "odata/{*path}")] HttpRequest request,
        CancellationToken cancellationToken) =>
        CatchAlls.AnswerAsync(request, NotOfferedBelow, cancellationToken);

    // "Goals('x')/text" is OData all the same, and so is a batch. Of an address that is there, the method is what isn't offered.
    private static Failure? NotOfferedBelow(HttpRequest request) =>
        (request.Path.StartsWithSegments("/odata/$batch") || OperationTable.Of(request.Path)?.MethodsOf(request.Path) is not { Count: > 0 })
        && (request.Path.Value ?? "").Split('/', 3, StringSplitOptions.RemoveEmptyEntries) is [_, .. var below]
        && FeedQuestion.ReadPath(string.Join('/', below)).Failure is { Kind: FailureKind.NotSupported } failure
            ? failure
            : null;
}
