using Hsvo.Domain.Plans;
using Hsvo.Functions.Mapping;
using Hsvo.UseCases;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hsvo.Functions.Http.PowerBI;

/// <summary>
/// How a goal's values are judged (Power BI REST: Goals Status Rules): readable by everyone, written by the coordinator, for the plan's row and so in every
/// workspace.
/// </summary>
/// <param name="plans">The plans.</param>
/// <param name="set">Writes them.</param>
/// <param name="area">The area served.</param>
public sealed class StatusRulesFunctions(ReadPlans plans, SetStatusRules set, AreaOptions area)
{
    private const string RulesRoute = "v1.0/myorg/groups/{groupId}/scorecards({scorecardId})/goals({goalId})/statusRules";

    private readonly Workspaces _workspaces = new(area, plans);

    /// <summary><c>GET …/goals({goalId})/statusRules</c>: those that are written, else the plan's own. The ETag is the number of the change.</summary>
    [Function("GetStatusRules")]
    [Access(Access.Read)]
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = RulesRoute)] HttpRequest request, string groupId, string scorecardId, string goalId,
        CancellationToken cancellationToken) => Answer(request, await _workspaces.FindNodeAsync(groupId, scorecardId, goalId, request.Caller(), cancellationToken));

    /// <summary><c>POST …/goals({goalId})/statusRules</c>: creates or replaces them. 200, as Power BI answers.</summary>
    [Function("PostStatusRules")]
    [Access(Access.Coordinate)]
    public async Task<IResult> PostAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = RulesRoute)] HttpRequest request, string groupId, string scorecardId, string goalId,
        CancellationToken cancellationToken)
    {
        if (RevisionTags.Read(request, out var seen) is { } wrong)
        {
            return FailureResult.Of(wrong);
        }

        if (!(await _workspaces.FindNodeAsync(groupId, scorecardId, goalId, request.Caller(), cancellationToken)).Succeeded(out var goal, out var failure)
            || !(await StatusRulesReader.ReadAsync(request, cancellationToken)).Succeeded(out var rules, out failure)
            || !(await set.HandleAsync(request.Caller(), goal.Plan.Snapshot.Plan.Id, goal.Node.Id, rules, seen, cancellationToken)).Succeeded(out _, out failure))
        {
            return FailureResult.Of(failure);
        }

        return Answer(request, await _workspaces.FindNodeAsync(groupId, scorecardId, goalId, request.Caller(), cancellationToken));
    }

    /// <summary><c>DELETE …/goals({goalId})/statusRules</c>: the plan's own hold again. 204.</summary>
    [Function("DeleteStatusRules")]
    [Access(Access.Coordinate)]
    public async Task<IResult> DeleteAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = RulesRoute)] HttpRequest request, string groupId, string scorecardId, string goalId,
        CancellationToken cancellationToken)
    {
        if (RevisionTags.Read(request, out var seen) is { } wrong)
        {
            return FailureResult.Of(wrong);
        }

        return (await _workspaces.FindNodeAsync(groupId, scorecardId, goalId, request.Caller(), cancellationToken)).Succeeded(out var goal, out var failure)
            && (await set.HandleAsync(request.Caller(), goal.Plan.Snapshot.Plan.Id, goal.Node.Id, rules: null, seen, cancellationToken)).Succeeded(out _, out failure)
            ? Results.NoContent()
            : FailureResult.Of(failure);
    }

    private static IResult Answer(HttpRequest request, Outcome<WorkspaceNode> found)
    {
        if (!found.Succeeded(out var goal, out var failure))
        {
            return FailureResult.Of(failure);
        }

        if (goal.Node.Kind != NodeKind.Indicator)
        {
            return FailureResult.Of(new Failure(FailureKind.NotFound, "statusRules.unknown",
                "Bara indikatorer har statusregler; målens läge vägs samman av dem.", "Only indicators have status rules; goals stand by them together."));
        }

        var plan = goal.Plan.Snapshot;
        RevisionTags.Set(request.HttpContext.Response, plan.Area.StatusRules.FirstOrDefault(c => (c.Plan, c.Indicator) == (plan.Plan.Id, goal.Node.Id))?.Number ?? 0);
        return Results.Json(StatusRulesMapping.ToDocument(goal, GoalContexts.Goal(request, goal, "/statusRules")), Json.PowerBI);
    }
}
