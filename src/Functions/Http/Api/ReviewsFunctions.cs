using Hsvo.Contracts.Api;
using Hsvo.Domain.Reports;
using Hsvo.Functions.Mapping;
using Hsvo.UseCases;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hsvo.Functions.Http.Api;

/// <summary>Lets the coordinator accept answers or send them back.</summary>
/// <param name="review">The use case.</param>
public sealed class ReviewsFunctions(ReviewReports review)
{
    private static readonly Refusal Refused = new("reviews.invalid", "Granskningen har inte sparats.", "The review was not stored.");

    /// <summary>
    /// <c>POST /hsvo/v1/plans/{plan}/rounds/{round}/reviews</c> with <c>{"reviews":[{"indicator","department","revision","decision","question"?}]}</c>:
    /// 1 to 49 rows, all or nothing; 412 when a revision isn't the newest any longer.
    /// </summary>
    [Function("ReviewReports")]
    [Access(Access.Coordinate)]
    [Operation(
        "Godkänner svar eller skickar tillbaka dem med en fråga. 1 till 49 rader, allt eller inget.",
        "Accepts answers or sends them back with a question. 1 to 49 rows, all or nothing.",
        Body = typeof(ReviewsRequest), Answer = typeof(ReviewList), Refuses = [409, 412])]
    public async Task<IResult> ReviewAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = RoundRoutes.Round + "/reviews")] HttpRequest request,
        string plan, string round, CancellationToken cancellationToken)
    {
        if (!(await SmallBody.ReadAsync(request, Refused, ReadRows, cancellationToken)).Succeeded(out var rows, out var failure))
        {
            return FailureResult.Of(failure);
        }

        return (await review.HandleAsync(request.Caller(), plan, round, rows, cancellationToken))
            .ToResult(Json.Api, r => new ReviewList(plan, [.. r.Select(ReportMapping.ToDocument)]));
    }

    private static IReadOnlyList<SubmittedReview> ReadRows(JsonFields fields) => fields.NeededRows("reviews", ReviewReports.MaxRows, row => new SubmittedReview(
        row.NeededText("indicator"), row.NeededText("department"), row.NeededWhole("revision"), row.NeededName<ReviewDecision>("decision"), row.Text("question")));
}
