using Hsvo.Contracts.Api;
using Hsvo.Functions.Mapping;
using Hsvo.Functions.WordPlans;
using Hsvo.UseCases;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hsvo.Functions.Http.Api;

/// <summary>Reads plans out of documents.</summary>
/// <param name="drafting">The use case.</param>
/// <param name="plans">The plans, for where threads go on.</param>
public sealed class PlanDraftsFunctions(DraftPlanFromDocument drafting, ReadPlans plans)
{
    /// <summary>
    /// <c>POST /hsvo/v1/plan-drafts</c> with a Word document: the plan it says, in the shape that <c>POST /hsvo/v1/plans</c> takes, and a report of all
    /// that was uncertain. Nothing is stored.
    /// </summary>
    [Function("DraftPlan")]
    [Access(Access.Coordinate)]
    [Query("plan", "year", "previous")]
    [Operation(
        "Läser en verksamhetsplan ur ett Word-dokument. Svaret är ett utkast i den form som POST /plans tar emot och en inläsningsrapport över allt som var osäkert. Inget sparas.",
        "Reads a yearly plan out of a Word document. The answer is a draft in the shape that POST /plans takes, and a loading report of all that was uncertain. Nothing is stored.",
        BinaryBody = WordBody.MediaType, Answer = typeof(PlanDraftDocument))]
    public async Task<IResult> DraftAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "hsvo/v1/plan-drafts")] HttpRequest request, CancellationToken cancellationToken)
    {
        if (!YearQuery.TryRead(request, out var year, out var failure) || !(await WordBody.ReadAsync(request, cancellationToken)).Succeeded(out var body, out failure))
        {
            return FailureResult.Of(failure);
        }

        var sent = new PlanToDraft(body.Document, body.Sha256, Option("plan"), year, Option("previous"));
        return (await drafting.HandleAsync(sent, cancellationToken)).Succeeded(out var drafted, out failure)
            ? Results.Json(PlanDraftMapping.ToDocument(drafted, (await plans.ListAsync(cancellationToken)).Select(s => s.Plan)), Json.Api)
            : FailureResult.Of(failure);

        string? Option(string name) => request.Query[name] is [{ } value] ? value : null;
    }
}
