using Hsvo.Contracts.Api;
using Hsvo.Functions.Mapping;
using Hsvo.UseCases;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hsvo.Functions.Http.Api;

/// <summary>Says how each goal stands, and why.</summary>
/// <param name="read">The use case.</param>
/// <param name="answers">Writes the feed.</param>
/// <param name="time">The clock.</param>
public sealed class StatusFunctions(ReadStatus read, FeedAnswers answers, TimeProvider time)
{
    /// <summary>
    /// <c>GET /hsvo/v1/status?plan=&amp;round=&amp;asOf=</c>: the goal tree with status; without round, the current one; with asOf, as it was known then. ETag
    /// and 304.
    /// </summary>
    [Function("GetStatus")]
    [Access(Access.Read)]
    [Query("plan", "round", AsOfQuery.Name)]
    [Operation(
        "Visar hur varje mål står till, och varför. Målträdet med läge, orsaker och svar; utan round den pågående omgången, med asOf som det var känt då.",
        "Shows how each goal stands, and why. The goal tree with status, reasons and answers; without round the current one, with asOf as it was known then.",
        Answer = typeof(StatusDocument), Needed = ["plan"], IsConditional = true, Headers = ["If-None-Match"])]
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "hsvo/v1/status")] HttpRequest request, CancellationToken cancellationToken)
    {
        if (!PlanQuery.TryRead(request, out var plan, out var unnamed))
        {
            return FailureResult.Of(unnamed);
        }

        if (AsOfQuery.Read(request, time, out var asOf) is { } wrong)
        {
            return FailureResult.Of(wrong);
        }

        return (await read.HandleAsync(plan, request.Query["round"], asOf, cancellationToken)).Succeeded(out var feed, out var failure)
            ? answers.Answer(request, feed.Version, Json.Api, () => StatusMapping.ToDocument(feed.Status) with { AsOf = asOf })
            : FailureResult.Of(failure);
    }
}
