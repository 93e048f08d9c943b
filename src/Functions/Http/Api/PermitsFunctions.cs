using Hsvo.Contracts.Api;
using Hsvo.Functions.Mapping;
using Hsvo.UseCases;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hsvo.Functions.Http.Api;

/// <summary>Lets the coordinator permit late changes in a sealed round.</summary>
/// <param name="permits">The use case.</param>
public sealed class PermitsFunctions(PermitLateChange permits)
{
    private const string PermitsRoute = RoundRoutes.Round + "/late-change-permits";

    private static readonly Refusal Refused = new("permit.invalid", "Undantaget har inte sparats.", "The permit was not stored.");

    /// <summary><c>GET /hsvo/v1/plans/{plan}/rounds/{round}/late-change-permits</c>: every permit given.</summary>
    [Function("ListLateChangePermits")]
    [Access(Access.Read)]
    [Operation("Listar alla undantag för sena ändringar i en omgång.", "Lists every permit for late changes in a round.", Answer = typeof(PermitList))]
    public async Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = PermitsRoute)] HttpRequest request, string plan, string round,
        CancellationToken cancellationToken) =>
        (await permits.ListAsync(plan, round, cancellationToken)).ToResult(Json.Api, p => new PermitList([.. p.Select(PermitMapping.ToDocument)]));

    /// <summary><c>POST …/late-change-permits</c> with <c>{"department","until","reason"}</c>.</summary>
    [Function("PermitLateChange")]
    [Access(Access.Coordinate)]
    [Operation(
        "Ger en förvaltning lov att ändra i en låst omgång.",
        "Permits a department to change answers in a sealed round.",
        Body = typeof(PermitRequest), Answer = typeof(PermitDocument), Refuses = [409])]
    public async Task<IResult> PermitAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = PermitsRoute)] HttpRequest request, string plan, string round,
        CancellationToken cancellationToken)
    {
        if (!(await SmallBody.ReadAsync(request, Refused, ReadChange, cancellationToken)).Succeeded(out var change, out var failure))
        {
            return FailureResult.Of(failure);
        }

        return (await permits.HandleAsync(request.Caller(), plan, round, change, cancellationToken)).ToResult(Json.Api, PermitMapping.ToDocument);
    }

    private static LateChange ReadChange(JsonFields fields) =>
        new(fields.NeededText("department"), fields.NeededDate("until"), fields.NeededText("reason"));
}
