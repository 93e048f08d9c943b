using Hsvo.Functions.Mapping;
using Hsvo.UseCases;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hsvo.Functions.Http.Api;

/// <summary>Says how each goal stands, and why.</summary>
/// <param name="read">The use case.</param>
/// <param name="answers">Writes the feed.</param>
public sealed class StatusFunctions(ReadStatus read, FeedAnswers answers)
{
    /// <summary><c>GET /hsvo/v1/status?plan=&amp;round=</c>: the goal tree with status; without round, the current one. ETag and 304.</summary>
    [Function("GetStatus")]
    [Access(Access.Read)]
    [Query("plan", "round")]
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "hsvo/v1/status")] HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.Query["plan"] is not [{ } plan])
        {
            return FailureResult.Of(QueryFailures.PlanNeeded);
        }

        return (await read.HandleAsync(plan, request.Query["round"], cancellationToken)).Succeeded(out var feed, out var failure)
            ? answers.Answer(request, feed.Version, Json.Api, () => StatusMapping.ToDocument(feed.Status))
            : FailureResult.Of(failure);
    }
}
