using Hsvo.Functions.Mapping;
using Hsvo.UseCases;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hsvo.Functions.Http.Api;

/// <summary>Says who has not answered what.</summary>
/// <param name="read">The use case.</param>
/// <param name="time">The clock.</param>
public sealed class MissingFunctions(ReadMissing read, TimeProvider time)
{
    /// <summary>
    /// <c>GET /hsvo/v1/missing?plan=&amp;round=&amp;format=&amp;asOf=</c>: what each department still owes, with a reminder ready to send; <c>format=csv</c>
    /// for a spreadsheet. Without round, the current one; with asOf, as it was known then.
    /// </summary>
    [Function("GetMissing")]
    [Access(Access.Read)]
    [Query("plan", "round", "format", AsOfQuery.Name)]
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "hsvo/v1/missing")] HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.Query["plan"] is not [{ } plan])
        {
            return FailureResult.Of(QueryFailures.PlanNeeded);
        }

        if (request.Query["format"] is not ([] or ["json" or "csv"]))
        {
            return FailureResult.Of(QueryFailures.Format);
        }

        if (AsOfQuery.Read(request, time, out var asOf) is { } wrong)
        {
            return FailureResult.Of(wrong);
        }

        if (!(await read.HandleAsync(plan, request.Query["round"], asOf, cancellationToken)).Succeeded(out var missing, out var failure))
        {
            return FailureResult.Of(failure);
        }

        return request.Query["format"] == "csv"
            ? Results.File(MissingCsv.Write(missing), "text/csv; charset=utf-8", $"saknas-{missing.Status.Plan.Id}-{missing.Status.Round.Id}.csv")
            : Results.Json(MissingMapping.ToDocument(missing) with { AsOf = asOf }, Json.Api);
    }
}
