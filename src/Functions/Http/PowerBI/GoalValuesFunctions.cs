using Hsvo.Contracts.PowerBI;
using Hsvo.Domain.Meetings;
using Hsvo.Functions.Mapping;
using Hsvo.UseCases;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hsvo.Functions.Http.PowerBI;

/// <summary>Reports as check-ins (Power BI REST: Goal Values).</summary>
/// <param name="plans">The plans.</param>
/// <param name="submit">Takes reports in.</param>
/// <param name="area">The area served.</param>
/// <param name="time">The clock.</param>
public sealed class GoalValuesFunctions(ReadPlans plans, SubmitReports submit, AreaOptions area, TimeProvider time)
{
    private const string ListRoute = "v1.0/myorg/groups/{groupId}/scorecards({scorecardId})/goals({goalId})/goalValues";

    private readonly Workspaces _workspaces = new(area, plans);

    /// <summary><c>GET …/goals({goalId})/goalValues</c>.</summary>
    [Function("GetGoalValues")]
    [Access(Access.Read)]
    public async Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = ListRoute)] HttpRequest request, string groupId, string scorecardId, string goalId,
        CancellationToken cancellationToken)
    {
        if (!(await _workspaces.FindNodeAsync(groupId, scorecardId, goalId, request.Caller(), cancellationToken)).Succeeded(out var goal, out var failure))
        {
            return FailureResult.Of(failure);
        }

        return Results.Json(
            new Envelope<GoalValue>
            {
                ODataContext = ContextOf(request, goal, ""),
                Value = goal.Node.Indicator is null ? [] : new GoalValueMapping(goal.Plan, time.Today()).Of(goal.Node),
            },
            Json.PowerBI);
    }

    /// <summary>
    /// <c>POST …/goals({goalId})/goalValues</c>: a check-in is a report; one on a date that has one is a new revision. 200, as Power BI answers.
    /// </summary>
    [Function("PostGoalValue")]
    [Access(Access.Report)]
    public async Task<IResult> PostAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = ListRoute)] HttpRequest request, string groupId, string scorecardId, string goalId,
        CancellationToken cancellationToken)
    {
        if (!(await _workspaces.FindNodeAsync(groupId, scorecardId, goalId, request.Caller(), cancellationToken)).Succeeded(out var goal, out var failure)
            || !(await CheckInReader.ReadAsync(request, goal, await RightWorkspaceAsync(request, cancellationToken), cancellationToken))
                .Succeeded(out var checkIn, out failure)
            || !(await submit.HandleAsync(checkIn.Submission, cancellationToken)).Succeeded(out _, out failure))
        {
            return FailureResult.Of(InThisShape(failure));
        }

        // Read again: the answer shows what is stored now.
        if (!(await _workspaces.FindNodeAsync(groupId, scorecardId, goalId, request.Caller(), cancellationToken)).Succeeded(out var stored, out failure))
        {
            return FailureResult.Of(failure);
        }

        return Results.Json(
            new GoalValueMapping(stored.Plan, time.Today()).Of(stored.Node, checkIn.Round)! with { ODataContext = ContextOf(request, stored, "/$entity") },
            Json.PowerBI);
    }

    private static Fault PartsHaveAnotherDoor { get; } = new("parts.required", "value",
        "Raden är sammansatt: här kan bara 1 (ja för alla delar) lämnas; svara per del med POST /hsvo/v1/reports.",
        "The row is compound: here only 1 (yes for all parts) can be given; answer by part with POST /hsvo/v1/reports.");

    private static string ContextOf(HttpRequest request, WorkspaceNode goal, string rest) => PowerBIContext.Of(
        request,
        goal.Plan.Workspace.Id,
        $"scorecards({goal.Plan.ScorecardId})/goals({PowerBIIds.Goal(goal.Plan.ScorecardId, goal.Node.Id)})/goalValues{rest}");

    private async Task<string?> RightWorkspaceAsync(HttpRequest request, CancellationToken cancellationToken) =>
        request.Caller().Department is { } own
            ? (await _workspaces.ListAsync(cancellationToken)).FirstOrDefault(w => w.Department == own) is { } right ? $"{right.Name} ({right.Id})" : null
            : null;

    // Power BI knows no 422, and its body is the check-in itself rather than a list of rows.
    private static Failure InThisShape(Failure failure) => failure with
    {
        Kind = failure.Kind == FailureKind.Invalid ? FailureKind.Malformed : failure.Kind,
        Faults = [.. failure.Faults.Select(f => f.Code == "parts.required" ? PartsHaveAnotherDoor : f with { Pointer = CheckInReader.FieldOf(f.Pointer) })],
    };
}
