using Hsvo.Contracts.Api;
using Hsvo.Domain.Reports;
using Hsvo.Functions.Mapping;
using Hsvo.UseCases;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hsvo.Functions.Http.Api;

/// <summary>Takes plans in.</summary>
/// <param name="import">The use case.</param>
public sealed class PlanImportFunctions(ImportPlan import)
{
    /// <summary>
    /// <c>POST /hsvo/v1/plans</c> with a plan as <c>GET /hsvo/v1/plans/{plan}</c> gives it: 201 for a new plan, 200 for a new version or when it says
    /// nothing new, and what it changes. <c>?dryRun=true</c> stores nothing; <c>If-Match</c> says which version it replaces.
    /// </summary>
    [Function("ImportPlan")]
    [Access(Access.Coordinate)]
    [Query("dryRun")]
    [Operation(
        "Läser in en plan eller en ny version av den. Innehållet är som GET /plans/{plan} ger det; svaret säger vad som ändras. Rapporter finns kvar vad som än ändras.",
        "Imports a plan or a new version of it. The body is as GET /plans/{plan} gives it; the answer says what changes. Reports are kept, whatever changes.",
        Body = typeof(PlanDocument), Answer = typeof(PlanImportDocument), Creates = true, HasTag = true, Headers = ["If-Match"], Refuses = [409, 412])]
    public async Task<IResult> ImportAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "hsvo/v1/plans")] HttpRequest request, CancellationToken cancellationToken)
    {
        if (!bool.TryParse(request.Query["dryRun"] is [{ } text] ? text : bool.FalseString, out var dryRun))
        {
            return FailureResult.Of(QueryFailures.Of("query.dryRun", "dryRun", "Skriv true eller false.", "Say true or false."));
        }

        if (!(await JsonBody.ReadAsync(request, cancellationToken, PlanDocumentReader.MaxBytes)).Succeeded(out var body, out var failure))
        {
            return FailureResult.Of(failure);
        }

        using (body)
        {
            var header = new List<FieldError>();
            var ifMatch = PlanTags.IfMatch(request, header);
            var faults = new List<FieldError>();
            if (new PlanDocumentReader(faults).Read(body.RootElement) is not { } read || header.Count > 0)
            {
                return FailureResult.Of(
                    new Failure(FailureKind.Invalid, "plan.invalid", "Planen har inte sparats: rätta felen och skicka igen.", "The plan was not stored: mend the faults and send again.")
                    {
                        Faults =
                        [
                            .. header.Select(e => new Fault(e.Code, e.Field, e.Swedish, e.English)),
                            .. faults.Select(e => new Fault(e.Code, $"/{e.Field}", e.Swedish, e.English)),
                        ],
                    });
            }

            var outcome = await import.HandleAsync(new(request.Caller(), read.Plan, read.BasedOn, ifMatch, dryRun), cancellationToken);
            return outcome.Succeeded(out var imported, out failure) ? Answer(request, imported) : FailureResult.Of(failure);
        }
    }

    private static IResult Answer(HttpRequest request, PlanImported imported)
    {
        var document = PlanImportMapping.ToDocument(imported);
        if (imported.DryRun)
        {
            return Results.Json(document, Json.Api);
        }

        request.HttpContext.Response.Headers.ETag = PlanTags.Of(imported.Plan);
        if (imported.Result != PlanImportResult.Created)
        {
            return Results.Json(document, Json.Api);
        }

        request.HttpContext.Response.Headers.Location = $"/hsvo/v1/plans/{imported.Plan.Id}";
        return Results.Json(document, Json.Api, statusCode: StatusCodes.Status201Created);
    }
}
