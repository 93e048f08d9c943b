using Hsvo.Contracts.PowerBI;
using Hsvo.Functions.Mapping;
using Hsvo.UseCases;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hsvo.Functions.Http.PowerBI;

/// <summary>Workspaces (Power BI REST: Groups).</summary>
/// <param name="plans">The plans.</param>
/// <param name="area">The area served.</param>
public sealed class GroupsFunctions(ReadPlans plans, AreaOptions area)
{
    private readonly Workspaces _workspaces = new(area, plans);

    /// <summary><c>GET /v1.0/myorg/groups</c>: one for each department and one for the samråd.</summary>
    [Function("GetGroups")]
    [Access(Access.Read)]
    public async Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1.0/myorg/groups")] HttpRequest request, CancellationToken cancellationToken)
    {
        var caller = request.Caller();
        var groups = (await _workspaces.ListAsync(cancellationToken)).Select(w => GroupMapping.ToGroup(w, caller)).ToList();
        return Results.Json(
            new Envelope<Group> { ODataContext = $"{PowerBIContext.Root(request)}/$metadata#groups", ODataCount = groups.Count, Value = groups }, Json.PowerBI);
    }

    /// <summary><c>GET /v1.0/myorg/groups/{groupId}</c>.</summary>
    [Function("GetGroup")]
    [Access(Access.Read)]
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1.0/myorg/groups/{groupId}")] HttpRequest request, string groupId,
        CancellationToken cancellationToken) =>
        (await _workspaces.FindAsync(groupId, cancellationToken)).ToResult(Json.PowerBI, w => GroupMapping.ToGroup(w, request.Caller()) with
        {
            ODataContext = $"{PowerBIContext.Root(request)}/$metadata#groups/$entity",
        });
}
