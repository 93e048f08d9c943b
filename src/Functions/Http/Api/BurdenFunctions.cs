using Hsvo.Contracts.Api;
using Hsvo.Functions.Mapping;
using Hsvo.UseCases;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hsvo.Functions.Http.Api;

/// <summary>Says what reporting asks of each department.</summary>
/// <param name="read">The use case.</param>
/// <param name="time">The clock.</param>
public sealed class BurdenFunctions(ReadBurden read, TimeProvider time)
{
    /// <summary>
    /// <c>GET /hsvo/v1/burden?plan=&amp;format=&amp;asOf=</c>: answers owed, given and never changed, by department and round; <c>format=csv</c> for a
    /// spreadsheet; with asOf, as it was known then.
    /// </summary>
    [Function("GetBurden")]
    [Access(Access.Read)]
    [Query("plan", "format", AsOfQuery.Name)]
    [Operation(
        "Visar vad rapporteringen kräver av varje förvaltning. Svar som är skyldiga, givna och aldrig ändras, per omgång.",
        "Shows what reporting asks of each department. Answers owed, given and never changed, by round.",
        Answer = typeof(BurdenDocument), Needed = ["plan"], OtherTypes = ["text/csv"])]
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "hsvo/v1/burden")] HttpRequest request, CancellationToken cancellationToken)
    {
        if (!PlanQuery.TryRead(request, out var plan, out var unnamed))
        {
            return FailureResult.Of(unnamed);
        }

        if (request.Query["format"] is not ([] or ["json" or "csv"]))
        {
            return FailureResult.Of(QueryFailures.Format);
        }

        if (AsOfQuery.Read(request, time, out var asOf) is { } wrong)
        {
            return FailureResult.Of(wrong);
        }

        if (!(await read.HandleAsync(plan, asOf, cancellationToken)).Succeeded(out var burden, out var failure))
        {
            return FailureResult.Of(failure);
        }

        return request.Query["format"] == "csv"
            ? Results.File(BurdenCsv.Write(burden), "text/csv; charset=utf-8", $"borda-{burden.Plan.Id}.csv")
            : Results.Json(BurdenMapping.ToDocument(burden), Json.Api);
    }
}
