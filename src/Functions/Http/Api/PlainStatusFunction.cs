using Hsvo.Contracts.Api;
using Hsvo.Functions.Mapping;
using Hsvo.UseCases;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Hsvo.Functions.Http.Api;

/// <summary>The coordinating office's own view: the one way beside a unit's own workspace to the answers that count few people.</summary>
/// <param name="read">The use case.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Says who read.</param>
public sealed partial class PlainStatusFunction(ReadStatus read, TimeProvider time, ILogger<PlainStatusFunction> logger)
{
    /// <summary><c>GET /hsvo/v1/plans/{plan}/rounds/{round}/plain-status?asOf=</c>: the status of a round by every answer as it was given; kept by no cache.</summary>
    [Function("GetPlainStatus")]
    [Access(Access.Coordinate)]
    [Query(AsOfQuery.Name)]
    [Operation(
        "Visar en omgång med också de svar som gäller få personer. Sparas i ingen cache, och varje läsning loggas.",
        "Shows a round with the answers that count few people too. Kept by no cache, and each reading is logged.",
        Answer = typeof(StatusDocument))]
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = RoundRoutes.Round + "/plain-status")] HttpRequest request,
        string plan, string round, CancellationToken cancellationToken)
    {
        if (AsOfQuery.Read(request, time, out var asOf) is { } wrong)
        {
            return FailureResult.Of(wrong);
        }

        if (!(await read.HandlePlainAsync(plan, round, asOf, cancellationToken)).Succeeded(out var feed, out var failure))
        {
            return FailureResult.Of(failure);
        }

        LogRead(request.Caller().ObjectId, feed.Status.Plan.Id, feed.Status.Round.Id);
        request.HttpContext.Response.GetTypedHeaders().CacheControl = new() { NoStore = true };
        return Results.Json(StatusMapping.ToDocument(feed.Status, feed.Snapshot.Edition) with { AsOf = asOf }, Json.Api);
    }

    [LoggerMessage(41, LogLevel.Information, "{Caller} read the answers that aren't shown to everyone: plan {Plan}, round {Round}.")]
    private partial void LogRead(string caller, string plan, string round);
}
