using Hsvo.Contracts.PowerBI;
using Hsvo.Domain.Plans;
using Hsvo.Domain.Reports;
using Hsvo.Functions.Mapping;
using Hsvo.OData;
using Hsvo.UseCases;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hsvo.Functions.Http.PowerBI;

/// <summary>Reports as check-ins (Power BI REST: Goal Values).</summary>
/// <param name="plans">The plans.</param>
/// <param name="submit">Takes reports in.</param>
/// <param name="change">Changes one that is there.</param>
/// <param name="own">Departments' own scorecards.</param>
/// <param name="checkIns">What is checked in on their goals.</param>
/// <param name="area">The area served.</param>
/// <param name="answers">Writes the feeds.</param>
/// <param name="time">The clock.</param>
public sealed class GoalValuesFunctions(
    ReadPlans plans, SubmitReports submit, ChangeReport change, PersonalScorecards own, OwnGoalCheckIns checkIns, AreaOptions area, FeedAnswers answers, TimeProvider time)
{
    private const string ListRoute = "v1.0/myorg/groups/{groupId}/scorecards({scorecardId})/goals({goalId})/goalValues";
    private const string ValueRoute = ListRoute + "({timestamp})";

    private static readonly Failure OneAtATime = new(FailureKind.NotSupported, "goalValues.oneAtATime",
        "Många avstämningar på en gång tas emot för planens mål; för egna mål skickas de en i taget till …/goals({goalId})/goalValues.",
        "Many check-ins at once are taken for the plan's goals; for your own goals send them one at a time to …/goals({goalId})/goalValues.");

    private readonly Workspaces _workspaces = new(area, plans);
    private readonly OwnGoals _ownGoals = new(new(area, plans), own, time);
    private readonly OwnGoalValues _ownValues = new(checkIns, answers);

    /// <summary><c>GET …/goals({goalId})/goalValues?$expand=notes&amp;$filter=&amp;$orderby=&amp;$top=&amp;$skip=&amp;$count=&amp;$select=</c>. ETag and 304.</summary>
    [Function("GetGoalValues")]
    [Access(Access.Read)]
    [Query(PowerBIQuery.Filter, PowerBIQuery.OrderBy, PowerBIQuery.Top, PowerBIQuery.Skip, PowerBIQuery.Count, PowerBIQuery.Select, PowerBIQuery.Expand,
        PowerBIQuery.UnsignedExpand, AsOfQuery.Name)]
    public async Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = ListRoute)] HttpRequest request, string groupId, string scorecardId, string goalId,
        CancellationToken cancellationToken)
    {
        if (AsOfQuery.Read(request, time, out var asOf) is { } wrong)
        {
            return FailureResult.Of(wrong);
        }

        if (!PowerBIQuery.ReadList(request, PowerBIModel.GoalValues).Succeeded(out var query, out var failure))
        {
            return FailureResult.Of(failure);
        }

        if (await _ownGoals.FindAsync(request, groupId, scorecardId, goalId, cancellationToken) is { } found)
        {
            return found.Succeeded(out var ownGoal, out failure) ? await _ownValues.ListAsync(request, ownGoal, query) : FailureResult.Of(failure);
        }

        if (!(await _workspaces.FindNodeAsync(groupId, scorecardId, goalId, request.Caller(), asOf, cancellationToken)).Succeeded(out var goal, out failure))
        {
            return FailureResult.Of(failure);
        }

        var version = $"{goal.Plan.Snapshot.VersionOn(Today(goal))}-{goal.Plan.Workspace.IsWritableBy(request.Caller())}";
        return answers.Answer(request, version, Json.PowerBI, () =>
        {
            var (rows, count) = query.ApplyInOrder(WithNotes(request, goal, ValuesOf(goal)?.Of(goal.Node) ?? []));
            return SelectedProperties.Of(
                new Envelope<GoalValue>
                {
                    ODataContext = GoalContexts.Values(request, goal, ""),
                    ODataCount = count,
                    Value = [.. rows.Select(v => ExpandedRows.Of(v, query))],
                },
                query);
        });
    }

    /// <summary>
    /// <c>GET …/goalValues({timestamp})?$expand=notes&amp;$select=</c>. ETag and 304; in a department's workspace the ETag begins with the report's revision, and
    /// a change may name it.
    /// </summary>
    [Function("GetGoalValue")]
    [Access(Access.Read)]
    [Query(PowerBIQuery.Select, PowerBIQuery.Expand, PowerBIQuery.UnsignedExpand, AsOfQuery.Name)]
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = ValueRoute)] HttpRequest request,
        string groupId, string scorecardId, string goalId, string timestamp, CancellationToken cancellationToken)
    {
        if (AsOfQuery.Read(request, time, out var asOf) is { } wrong)
        {
            return FailureResult.Of(wrong);
        }

        if (!PowerBIQuery.ReadSingle(request, PowerBIModel.GoalValues).Succeeded(out var query, out var failure))
        {
            return FailureResult.Of(failure);
        }

        if (await _ownGoals.FindAsync(request, groupId, scorecardId, goalId, cancellationToken) is { } found)
        {
            return found.Succeeded(out var ownGoal, out failure) ? await _ownValues.GetAsync(request, ownGoal, timestamp, query, cancellationToken) : FailureResult.Of(failure);
        }

        if (!(await _workspaces.FindNodeAsync(groupId, scorecardId, goalId, request.Caller(), asOf, cancellationToken)).Succeeded(out var goal, out failure)
            || !GoalDates.Find(goal.Plan.Snapshot.Plan, timestamp).Succeeded(out var round, out failure))
        {
            return FailureResult.Of(failure);
        }

        var at = new WorkspaceRound(goal, round);
        if (ValuesOf(goal)?.Of(goal.Node, round) is not { } value)
        {
            return FailureResult.Of(GoalValueChange.NoValue);
        }

        return answers.Answer(request, VersionOf(request, at), Json.PowerBI, () => SelectedProperties.Of(
            ExpandedRows.Of(WithNotes(request, goal, [value])[0], query) with { ODataContext = GoalContexts.Values(request, goal, "/$entity") }, query));
    }

    /// <summary>
    /// <c>POST …/goals({goalId})/goalValues</c>: a check-in is a report; one on a date that has one is a new revision. 200, as Power BI answers. 412 when
    /// it says which revision it saw, and another is stored.
    /// </summary>
    [Function("PostGoalValue")]
    [Access(Access.Report)]
    public async Task<IResult> PostAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = ListRoute)] HttpRequest request, string groupId, string scorecardId, string goalId,
        CancellationToken cancellationToken)
    {
        if (await _ownGoals.FindWritableAsync(request, groupId, scorecardId, goalId, cancellationToken) is { } found)
        {
            return found.Succeeded(out var ownGoal, out var notThere) ? await _ownValues.PostAsync(request, ownGoal, cancellationToken) : FailureResult.Of(notThere);
        }

        if (!(await _workspaces.FindNodeAsync(groupId, scorecardId, goalId, request.Caller(), cancellationToken)).Succeeded(out var goal, out var failure))
        {
            return FailureResult.Of(failure);
        }

        if (await Writable.RefuseAsync(request, _workspaces, goal, cancellationToken) is { } refused)
        {
            return FailureResult.Of(refused);
        }

        if (!(await CheckInReader.ReadAsync(request, goal, cancellationToken)).Succeeded(out var checkIn, out failure)
            || !(await submit.HandleAsync(checkIn.Submission, cancellationToken)).Succeeded(out _, out failure))
        {
            return FailureResult.Of(CheckInReader.InThisShape(failure));
        }

        return await AnswerStoredAsync(request, groupId, scorecardId, goalId, checkIn.Round, cancellationToken);
    }

    /// <summary>
    /// <c>PATCH …/goalValues({timestamp})</c>: what is sent is changed, the rest stays; a new revision. Somebody else's change that comes between is kept,
    /// or with If-Match answered 412.
    /// </summary>
    [Function("PatchGoalValue")]
    [Access(Access.Report)]
    public async Task<IResult> PatchAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "patch", Route = ValueRoute)] HttpRequest request,
        string groupId, string scorecardId, string goalId, string timestamp, CancellationToken cancellationToken)
    {
        if (await _ownGoals.FindWritableAsync(request, groupId, scorecardId, goalId, cancellationToken) is { } found)
        {
            return found.Succeeded(out var ownGoal, out var notThere) ? await _ownValues.PatchAsync(request, ownGoal, timestamp, cancellationToken) : FailureResult.Of(notThere);
        }

        if (!(await _workspaces.FindWritableAsync(request, groupId, scorecardId, goalId, timestamp, cancellationToken)).Succeeded(out var at, out var failure)
            || !(await CheckInReader.ReadPatchAsync(request, at.Goal, cancellationToken)).Succeeded(out var patch, out failure)
            || !(await GoalValueChange.ApplyAsync(request, change, at, r => patch.Change(r), cancellationToken)).Succeeded(out _, out failure))
        {
            return FailureResult.Of(CheckInReader.InThisShape(failure));
        }

        return await AnswerStoredAsync(request, groupId, scorecardId, goalId, at.Round, cancellationToken);
    }

    /// <summary>
    /// <c>DELETE …/goalValues({timestamp})</c>: takes the report back. It stays in the history, another answer is awaited, and until it comes nothing looks
    /// better than before. 204.
    /// </summary>
    [Function("DeleteGoalValue")]
    [Access(Access.Report)]
    public async Task<IResult> DeleteAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = ValueRoute)] HttpRequest request,
        string groupId, string scorecardId, string goalId, string timestamp, CancellationToken cancellationToken)
    {
        if (await _ownGoals.FindWritableAsync(request, groupId, scorecardId, goalId, cancellationToken) is { } found)
        {
            return found.Succeeded(out var ownGoal, out var notThere) ? await _ownValues.DeleteAsync(request, ownGoal, timestamp, cancellationToken) : FailureResult.Of(notThere);
        }

        return (await _workspaces.FindWritableAsync(request, groupId, scorecardId, goalId, timestamp, cancellationToken)).Succeeded(out var at, out var failure)
            && (await GoalValueChange.ApplyAsync(
                request, change, at, _ => new SubmittedAnswer { IsWithdrawal = true, Reason = CheckInReader.Reason }, cancellationToken)).Succeeded(out _, out failure)
            ? Results.NoContent()
            : FailureResult.Of(CheckInReader.InThisShape(failure));
    }

    /// <summary>
    /// <c>POST …/scorecards({scorecardId})/goalValues</c> with <c>{"value":[{"goalId","timestamp","value",…}]}</c>: up to 1,000 check-ins at once, all or
    /// nothing, with what happened to each. Ours: Power BI takes one at a time.
    /// </summary>
    [Function("PostGoalValues")]
    [Access(Access.Report)]
    public async Task<IResult> PostManyAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1.0/myorg/groups/{groupId}/scorecards({scorecardId})/goalValues")] HttpRequest request,
        string groupId, string scorecardId, CancellationToken cancellationToken)
    {
        if (!(await _workspaces.FindPlanAsync(groupId, scorecardId, request.Caller(), cancellationToken)).Succeeded(out var plan, out var failure))
        {
            return FailureResult.Of(await _ownGoals.IsOwnAsync(request, groupId, scorecardId, cancellationToken) ? OneAtATime : failure);
        }

        if (await Writable.RefuseAsync(request, _workspaces, plan.Workspace, cancellationToken) is { } refused)
        {
            return FailureResult.Of(refused);
        }

        if (!(await CheckInReader.ReadManyAsync(request, plan, cancellationToken)).Succeeded(out var submission, out failure)
            || !(await submit.HandleAsync(submission, cancellationToken)).Succeeded(out var receipt, out failure))
        {
            return FailureResult.Of(CheckInReader.InThisShape(failure, CheckInReader.List));
        }

        return Results.Json(
            new Envelope<GoalValueReceipt>
            {
                ODataContext = PowerBIContext.Of(request, plan.Workspace.Id, $"scorecards({plan.ScorecardId})/goalValues"),
                Value = [.. receipt.Rows.Select((r, i) => GoalNoteMapping.ToReceipt(plan, r, i))],
            },
            Json.PowerBI);
    }

    // Read again: the answer shows what is stored now.
    private async Task<IResult> AnswerStoredAsync(
        HttpRequest request, string groupId, string scorecardId, string goalId, Round round, CancellationToken cancellationToken) =>
        (await _workspaces.FindNodeAsync(groupId, scorecardId, goalId, request.Caller(), cancellationToken)).Succeeded(out var stored, out var failure)
            ? Answer(request, new(stored, round))
            : FailureResult.Of(failure);

    private IResult Answer(HttpRequest request, WorkspaceRound at)
    {
        if (ValuesOf(at.Goal)?.Of(at.Goal.Node, at.Round) is not { } value)
        {
            return FailureResult.Of(GoalValueChange.NoValue);
        }

        if (at.Report is { } report)
        {
            RevisionTags.Set(request.HttpContext.Response, report.Revision);
        }

        return Results.Json(value with { ODataContext = GoalContexts.Values(request, at.Goal, "/$entity") }, Json.PowerBI);
    }

    // What it says hangs on more than the report: the day, who asks, and other answers where few people are counted.
    private string VersionOf(HttpRequest request, WorkspaceRound at)
    {
        var form = $"{at.Goal.Plan.Snapshot.VersionOn(Today(at.Goal))}-{at.Goal.Plan.Workspace.IsWritableBy(request.Caller())}";
        return at is { Report: { } report, Goal.Plan.Snapshot.AsOf: null } ? RevisionTags.Version(report.Revision, form) : form;
    }

    private IReadOnlyList<GoalValue> WithNotes(HttpRequest request, WorkspaceNode goal, IReadOnlyList<GoalValue> values) =>
        new GoalNoteMapping(goal.Plan, Today(goal)).Expand(goal.Node, values, r => GoalContexts.Notes(request, goal, r, ""));

    private GoalValueMapping? ValuesOf(WorkspaceNode goal) => goal.Node.Indicator is { Kind: not IndicatorKind.Reference } ? new(goal.Plan, Today(goal)) : null;

    private DateOnly Today(WorkspaceNode goal) => GoalMapping.TodayOf(goal.Plan, time);
}
