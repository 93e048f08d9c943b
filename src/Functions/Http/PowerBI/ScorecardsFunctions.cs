using Hsvo.Contracts.PowerBI;
using Hsvo.Functions.Mapping;
using Hsvo.OData;
using Hsvo.UseCases;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hsvo.Functions.Http.PowerBI;

/// <summary>Plans as scorecards (Power BI REST: Scorecards and Goals).</summary>
/// <param name="plans">The plans.</param>
/// <param name="area">The area served.</param>
/// <param name="answers">Writes the feeds.</param>
/// <param name="time">The clock.</param>
public sealed class ScorecardsFunctions(ReadPlans plans, AreaOptions area, FeedAnswers answers, TimeProvider time)
{
    private readonly Workspaces _workspaces = new(area, plans);

    /// <summary><c>GET …/groups/{groupId}/scorecards</c>.</summary>
    [Function("GetScorecards")]
    [Access(Access.Read)]
    public async Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1.0/myorg/groups/{groupId}/scorecards")] HttpRequest request, string groupId,
        CancellationToken cancellationToken)
    {
        if (!(await _workspaces.ListPlansAsync(groupId, request.Caller(), cancellationToken)).Succeeded(out var found, out var failure))
        {
            return FailureResult.Of(failure);
        }

        return Results.Json(
            new Envelope<Scorecard>
            {
                ODataContext = PowerBIContext.Of(request, Guid.Parse(groupId), "scorecards"),
                ODataCount = found.Count,
                Value = [.. found.Select(p => ScorecardMapping.ToScorecard(p, request.Caller()))],
            },
            Json.PowerBI);
    }

    /// <summary><c>GET …/scorecards({scorecardId})?$expand=goals($expand=goalValues,aggregations)</c>. ETag and 304.</summary>
    [Function("GetScorecard")]
    [Access(Access.Read)]
    [Query(ExpandQuery.Name, ExpandQuery.Unsigned)]
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1.0/myorg/groups/{groupId}/scorecards({scorecardId})")] HttpRequest request,
        string groupId, string scorecardId, CancellationToken cancellationToken)
    {
        if (!ExpandQuery.Read(request, ScorecardModel.Scorecard).Succeeded(out var expansion, out var failure)
            || !(await _workspaces.FindPlanAsync(groupId, scorecardId, request.Caller(), cancellationToken)).Succeeded(out var plan, out failure))
        {
            return FailureResult.Of(failure);
        }

        return Goals(request, plan, mapping => ScorecardMapping.ToScorecard(plan, request.Caller()) with
        {
            ODataContext = mapping.Context("scorecards/$entity"),
            GoalsODataContext = expansion.Of("goals") is null ? null : mapping.Context($"scorecards({plan.ScorecardId})/goals"),
            Goals = expansion.Of("goals") is { } below ? mapping.ToGoals(below) : null,
        });
    }

    /// <summary><c>GET …/scorecards({scorecardId})/goals?$expand=goalValues,aggregations</c>: levels 0 to 4. ETag and 304.</summary>
    [Function("GetGoals")]
    [Access(Access.Read)]
    [Query(ExpandQuery.Name, ExpandQuery.Unsigned)]
    public async Task<IResult> ListGoalsAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1.0/myorg/groups/{groupId}/scorecards({scorecardId})/goals")] HttpRequest request,
        string groupId, string scorecardId, CancellationToken cancellationToken)
    {
        if (!ExpandQuery.Read(request, ScorecardModel.Goal).Succeeded(out var expansion, out var failure)
            || !(await _workspaces.FindPlanAsync(groupId, scorecardId, request.Caller(), cancellationToken)).Succeeded(out var plan, out failure))
        {
            return FailureResult.Of(failure);
        }

        return Goals(request, plan, mapping => new Envelope<Goal>
        {
            ODataContext = mapping.Context($"scorecards({plan.ScorecardId})/goals"),
            Value = mapping.ToGoals(expansion),
        });
    }

    /// <summary><c>GET …/goals({goalId})?expand=goalValues</c>. ETag and 304.</summary>
    [Function("GetGoal")]
    [Access(Access.Read)]
    [Query(ExpandQuery.Name, ExpandQuery.Unsigned)]
    public async Task<IResult> GetGoalAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1.0/myorg/groups/{groupId}/scorecards({scorecardId})/goals({goalId})")]
        HttpRequest request, string groupId, string scorecardId, string goalId, CancellationToken cancellationToken)
    {
        if (!ExpandQuery.Read(request, ScorecardModel.Goal).Succeeded(out var expansion, out var failure)
            || !(await _workspaces.FindNodeAsync(groupId, scorecardId, goalId, request.Caller(), cancellationToken)).Succeeded(out var goal, out failure))
        {
            return FailureResult.Of(failure);
        }

        return Goals(request, goal.Plan, mapping => mapping.ToGoal(goal.Node, expansion) with
        {
            ODataContext = mapping.Context($"scorecards({goal.Plan.ScorecardId})/goals/$entity"),
        });
    }

    // What a caller may do is part of the answer, so the tag is the caller's own.
    private IResult Goals<T>(HttpRequest request, WorkspacePlan plan, Func<GoalMapping, T> make)
    {
        var mapping = new GoalMapping(request, plan, request.Caller(), time);
        return answers.Answer(request, $"{mapping.Version}-{plan.Workspace.IsWritableBy(request.Caller())}", Json.PowerBI, () => make(mapping));
    }
}
