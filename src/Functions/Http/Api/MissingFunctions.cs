using Hsvo.Contracts.Api;
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
    /// <c>GET /hsvo/v1/missing?plan=&amp;round=&amp;department=&amp;format=&amp;asOf=</c>: what each department still owes, with one reminder ready to send of
    /// all of it; <c>format=csv</c> for a spreadsheet. Without plan, in every plan; without round, in the current one; with asOf, as it was known then.
    /// </summary>
    [Function("GetMissing")]
    [Access(Access.Read)]
    [Query("plan", "round", "department", "format", AsOfQuery.Name)]
    [Operation(
        "Listar vem som inte har svarat på vad. Med en påminnelse var, klar att skicka; utan plan i alla planer, som csv för ett kalkylblad.",
        "Lists who has not answered what. With one reminder each, ready to send; without plan in every plan, as csv for a spreadsheet.",
        Answer = typeof(MissingDocument), OtherTypes = ["text/csv"])]
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "hsvo/v1/missing")] HttpRequest request, CancellationToken cancellationToken)
    {
        string? plan = request.Query["plan"], round = request.Query["round"];
        if (plan is null && round is not null)
        {
            return FailureResult.Of(QueryFailures.PlanOfRoundNeeded);
        }

        if (request.Query["format"] is not ([] or ["json" or "csv"]))
        {
            return FailureResult.Of(QueryFailures.Format);
        }

        if (AsOfQuery.Read(request, time, out var asOf) is { } wrong)
        {
            return FailureResult.Of(wrong);
        }

        if (!(await read.ListAsync(new(plan, round, request.Query["department"], asOf), cancellationToken)).Succeeded(out var missing, out var failure))
        {
            return FailureResult.Of(failure);
        }

        return request.Query["format"] == "csv"
            ? Results.File(MissingCsv.Write(missing), "text/csv; charset=utf-8", FileNameOf(missing, plan))
            : Results.Json(MissingMapping.ToDocument(missing) with { AsOf = asOf }, Json.Api);
    }

    private static string FileNameOf(MissingList missing, string? plan) =>
        plan is null ? $"saknas-{missing.Today:yyyy-MM-dd}.csv" : $"saknas-{plan}-{missing.Plans[0].Status.Round.Id}.csv";
}
