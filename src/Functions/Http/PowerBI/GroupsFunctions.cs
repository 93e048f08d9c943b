using Hsvo.Contracts.PowerBI;
using Hsvo.Functions.Mapping;
using Hsvo.UseCases;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hsvo.Functions.Http.PowerBI;

/// <summary>Workspaces (Power BI REST: Groups).</summary>
/// <param name="plans">The plans.</param>
/// <param name="area">The area served.</param>
/// <param name="answers">Writes the feeds.</param>
public sealed class GroupsFunctions(ReadPlans plans, AreaOptions area, FeedAnswers answers)
{
    private readonly Workspaces _workspaces = new(area, plans);

    /// <summary><c>GET /v1.0/myorg/groups?$filter=contains(name,'x')</c>: one for each department and one for the samråd. ETag and 304.</summary>
    [Function("GetGroups")]
    [Access(Access.Read)]
    [Query(PowerBIQuery.Filter, PowerBIQuery.OrderBy, PowerBIQuery.Top, PowerBIQuery.Skip, PowerBIQuery.Count, PowerBIQuery.Select)]
    public async Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1.0/myorg/groups")] HttpRequest request, CancellationToken cancellationToken)
    {
        if (!PowerBIQuery.ReadList(request, PowerBIModel.Groups).Succeeded(out var query, out var failure))
        {
            return FailureResult.Of(failure);
        }

        var caller = request.Caller();
        var groups = (await _workspaces.ListAsync(cancellationToken)).Select(w => GroupMapping.ToGroup(w, caller)).ToList();
        return answers.Answer(request, EntityTags.Of(groups.Select(VersionOf)), Json.PowerBI, () =>
        {
            var (rows, count) = PowerBIQuery.Counted(query, groups);
            return SelectedProperties.Of(
                new Envelope<Group> { ODataContext = $"{PowerBIContext.Root(request)}/$metadata#groups", ODataCount = count, Value = rows }, query);
        });
    }

    /// <summary><c>GET /v1.0/myorg/groups/{groupId}</c>. ETag and 304.</summary>
    [Function("GetGroup")]
    [Access(Access.Read)]
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1.0/myorg/groups/{groupId}")] HttpRequest request, string groupId,
        CancellationToken cancellationToken)
    {
        if (!(await _workspaces.FindAsync(groupId, cancellationToken)).Succeeded(out var workspace, out var failure))
        {
            return FailureResult.Of(failure);
        }

        var group = GroupMapping.ToGroup(workspace, request.Caller());
        return answers.Answer(request, EntityTags.Of([VersionOf(group)]), Json.PowerBI, () => group with
        {
            ODataContext = $"{PowerBIContext.Root(request)}/$metadata#groups/$entity",
        });
    }

    // Everything that a group says.
    private static string VersionOf(Group group) => group.ToString();
}
