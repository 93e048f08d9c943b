using Hsvo.Domain.Plans;
using Hsvo.Functions.Mapping;
using Hsvo.UseCases;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hsvo.Functions.Http.PowerBI;

/// <summary>
/// How a goal's values are judged (Power BI REST: Goals Status Rules): readable by everyone. Those of a plan's row are written by the coordinator and hold in
/// every workspace; those of a department's own goal by whoever reports for it.
/// </summary>
/// <param name="plans">The plans.</param>
/// <param name="set">Writes them.</param>
/// <param name="own">Departments' own scorecards.</param>
/// <param name="checkIns">What is checked in on their goals, and their rules.</param>
/// <param name="area">The area served.</param>
/// <param name="answers">Writes the feeds.</param>
/// <param name="time">The clock.</param>
public sealed class StatusRulesFunctions(
    ReadPlans plans, SetStatusRules set, PersonalScorecards own, OwnGoalCheckIns checkIns, AreaOptions area, FeedAnswers answers, TimeProvider time)
{
    private const string RulesRoute = "v1.0/myorg/groups/{groupId}/scorecards({scorecardId})/goals({goalId})/statusRules";

    private readonly Workspaces _workspaces = new(area, plans);
    private readonly OwnGoals _ownGoals = new(new(area, plans), own, time);

    /// <summary><c>GET …/goals({goalId})/statusRules</c>: those that are written, else the plan's own. ETag, which begins with the number of the change, and 304.</summary>
    [Function("GetStatusRules")]
    [Access(Access.Read)]
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = RulesRoute)] HttpRequest request, string groupId, string scorecardId, string goalId,
        CancellationToken cancellationToken)
    {
        if (await _ownGoals.FindAsync(request, groupId, scorecardId, goalId, cancellationToken) is { } found)
        {
            return found.Succeeded(out var ownGoal, out var notThere) ? await GetOwnAsync(request, ownGoal, cancellationToken) : FailureResult.Of(notThere);
        }

        if (!(await _workspaces.FindNodeAsync(groupId, scorecardId, goalId, request.Caller(), cancellationToken)).Succeeded(out var goal, out var failure))
        {
            return FailureResult.Of(failure);
        }

        return goal.Node.Kind != NodeKind.Indicator
            ? FailureResult.Of(NoRules)
            : answers.Answer(
                request,
                RevisionTags.Version(NumberOf(goal), goal.Plan.Snapshot.VersionOn(GoalMapping.TodayOf(goal.Plan, time))),
                Json.PowerBI,
                () => StatusRulesMapping.ToDocument(goal, GoalContexts.Goal(request, goal, "/statusRules")));
    }

    /// <summary><c>POST …/goals({goalId})/statusRules</c>: creates or replaces them. 200, as Power BI answers.</summary>
    [Function("PostStatusRules")]
    [Access(Access.Report)]
    public async Task<IResult> PostAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = RulesRoute)] HttpRequest request, string groupId, string scorecardId, string goalId,
        CancellationToken cancellationToken)
    {
        if (await _ownGoals.FindWritableAsync(request, groupId, scorecardId, goalId, cancellationToken) is { } found)
        {
            return found.Succeeded(out var ownGoal, out var notThere) ? await PostOwnAsync(request, ownGoal, cancellationToken) : FailureResult.Of(notThere);
        }

        if (RefuseOnPlan(request, out var seen) is { } refused)
        {
            return FailureResult.Of(refused);
        }

        if (!(await _workspaces.FindNodeAsync(groupId, scorecardId, goalId, request.Caller(), cancellationToken)).Succeeded(out var goal, out var failure)
            || !(await StatusRulesReader.ReadAsync(request, takesChange: false, cancellationToken)).Succeeded(out var rules, out failure)
            || !(await set.HandleAsync(request.Caller(), goal.Plan.Snapshot.Plan.Id, goal.Node.Id, rules, seen, cancellationToken)).Succeeded(out _, out failure)
            || !(await _workspaces.FindNodeAsync(groupId, scorecardId, goalId, request.Caller(), cancellationToken)).Succeeded(out goal, out failure))
        {
            return FailureResult.Of(failure);
        }

        RevisionTags.Set(request.HttpContext.Response, NumberOf(goal));
        return Results.Json(StatusRulesMapping.ToDocument(goal, GoalContexts.Goal(request, goal, "/statusRules")), Json.PowerBI);
    }

    /// <summary><c>DELETE …/goals({goalId})/statusRules</c>: the plan's own hold again; an own goal has none. 204.</summary>
    [Function("DeleteStatusRules")]
    [Access(Access.Report)]
    public async Task<IResult> DeleteAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = RulesRoute)] HttpRequest request, string groupId, string scorecardId, string goalId,
        CancellationToken cancellationToken)
    {
        if (await _ownGoals.FindWritableAsync(request, groupId, scorecardId, goalId, cancellationToken) is { } found)
        {
            return found.Succeeded(out var ownGoal, out var notThere) ? await DeleteOwnAsync(request, ownGoal, cancellationToken) : FailureResult.Of(notThere);
        }

        if (RefuseOnPlan(request, out var seen) is { } refused)
        {
            return FailureResult.Of(refused);
        }

        return (await _workspaces.FindNodeAsync(groupId, scorecardId, goalId, request.Caller(), cancellationToken)).Succeeded(out var goal, out var failure)
            && (await set.HandleAsync(request.Caller(), goal.Plan.Snapshot.Plan.Id, goal.Node.Id, rules: null, seen, cancellationToken)).Succeeded(out _, out failure)
            ? Results.NoContent()
            : FailureResult.Of(failure);
    }

    private static Failure NoRules { get; } = new(FailureKind.NotFound, "statusRules.unknown",
        "Bara indikatorer har statusregler; målens läge vägs samman av dem.", "Only indicators have status rules; goals stand by them together.");

    private static int NumberOf(WorkspaceNode goal) =>
        goal.Plan.Snapshot.Area.StatusRules.FirstOrDefault(c => (c.Plan, c.Indicator) == (goal.Plan.Snapshot.Plan.Id, goal.Node.Id))?.Number ?? 0;

    // The route lets those in who may write their own goals' rules; a plan's are the coordinator's.
    private static Failure? RefuseOnPlan(HttpRequest request, out int? seen)
    {
        seen = null;
        return request.Caller().Is(Role.Coordinator) ? ReadSeen(request, out seen) : SignInFailures.RoleMissing([Role.Coordinator]);
    }

    // There are always rules to see: 0 is the plan's own, or none.
    private static Failure? ReadSeen(HttpRequest request, out int? seen)
    {
        var wrong = RevisionTags.Read(request, out seen);
        seen = seen == RevisionTags.AnyThereIs ? null : seen;
        return wrong;
    }

    private async Task<IResult> GetOwnAsync(HttpRequest request, OwnGoal goal, CancellationToken cancellationToken)
    {
        var log = await checkIns.ReadAsync(goal.Scorecard, goal.Goal.Id, cancellationToken);
        return new OwnGoalMapping(request, goal, log).ToRules() is { } rules
            ? answers.Answer(request, RevisionTags.Version(log.Rules!.Number, $"{goal.Goal.Id:N}"), Json.PowerBI, () => rules)
            : FailureResult.Of(OwnGoalCheckIns.NoRules);
    }

    private async Task<IResult> PostOwnAsync(HttpRequest request, OwnGoal goal, CancellationToken cancellationToken)
    {
        if (ReadSeen(request, out var seen) is { } wrong)
        {
            return FailureResult.Of(wrong);
        }

        if (!(await StatusRulesReader.ReadAsync(request, takesChange: true, cancellationToken)).Succeeded(out var rules, out var failure)
            || !(await checkIns.SetRulesAsync(goal.PlaceOf(request.Caller()), rules, seen, cancellationToken)).Succeeded(out var state, out failure))
        {
            return FailureResult.Of(failure);
        }

        RevisionTags.Set(request.HttpContext.Response, state.Log.Rules!.Number);
        return Results.Json(new OwnGoalMapping(request, goal, state.Log).ToRules(), Json.PowerBI);
    }

    private async Task<IResult> DeleteOwnAsync(HttpRequest request, OwnGoal goal, CancellationToken cancellationToken) =>
        (ReadSeen(request, out var seen) ?? (await checkIns.SetRulesAsync(goal.PlaceOf(request.Caller()), rules: null, seen, cancellationToken)).Failure) is { } failure
            ? FailureResult.Of(failure)
            : Results.NoContent();
}
