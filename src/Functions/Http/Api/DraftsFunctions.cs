using Hsvo.Contracts.Api;
using Hsvo.Functions.Mapping;
using Hsvo.UseCases;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hsvo.Functions.Http.Api;

/// <summary>Shows a department its own drafts; they are saved by <c>POST /hsvo/v1/reports</c> with <c>"draft": true</c>.</summary>
/// <param name="drafts">The use case.</param>
public sealed class DraftsFunctions(ReadDrafts drafts)
{
    /// <summary><c>GET /hsvo/v1/drafts?plan=&amp;round=</c>: the caller's own department's, an outdated one beside the answer that counts.</summary>
    [Function("ListDrafts")]
    [Access(Access.Report)]
    [Query("plan", "round")]
    [Operation(
        "Listar den egna förvaltningens utkast. Ett som är inaktuellt visas bredvid svaret som gäller.",
        "Lists the caller's own department's drafts. An outdated one is shown beside the answer that counts.",
        Answer = typeof(DraftList), Needed = ["plan"])]
    public async Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "hsvo/v1/drafts")] HttpRequest request, CancellationToken cancellationToken)
    {
        if (!PlanQuery.TryRead(request, out var plan, out var unnamed))
        {
            return FailureResult.Of(unnamed);
        }

        return (await drafts.ListAsync(request.Caller(), plan, request.Query["round"], cancellationToken))
            .ToResult(Json.Api, d => new DraftList(plan, [.. d.Select(ReportMapping.ToDocument)]));
    }

    /// <summary><c>DELETE …/reports/{indicator}/{department}/draft</c>: throws a draft away.</summary>
    [Function("RemoveDraft")]
    [Access(Access.Report)]
    [Operation("Kastar ett utkast.", "Throws a draft away.", Refuses = [409])]
    public async Task<IResult> RemoveAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = RoundRoutes.Report + "/draft")]
        HttpRequest request, string plan, string round, string indicator, string department, CancellationToken cancellationToken) =>
        (await drafts.RemoveAsync(request.Caller(), plan, new(round, indicator, department), cancellationToken)).Succeeded(out _, out var failure)
            ? Results.NoContent()
            : FailureResult.Of(failure);
}
