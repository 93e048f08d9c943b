using Hsvo.Domain.Plans;
using Hsvo.UseCases;
using Microsoft.AspNetCore.Http;

namespace Hsvo.Functions.Http.PowerBI;

/// <summary>Says whether a caller may write in a workspace, and if not where it may: users of Power BI lose weeks on a bare 403.</summary>
internal static class Writable
{
    /// <summary>Why a caller may not write in a workspace; null when it may.</summary>
    public static async Task<Failure?> RefuseAsync(HttpRequest request, Workspaces workspaces, Workspace workspace, CancellationToken cancellationToken)
    {
        var caller = request.Caller();
        if (workspace.IsWritableBy(caller))
        {
            return null;
        }

        var right = caller.Department is { } own ? (await workspaces.ListAsync(cancellationToken)).FirstOrDefault(w => w.Department == own) : null;
        return right is null
            ? new(FailureKind.Forbidden, "department.forbidden", "Du rapporterar inte för någon enhet.", "You report for no unit.")
            : new(FailureKind.Forbidden, "department.forbidden",
                $"Du rapporterar i arbetsytan {right.Name} ({right.Id}).", $"You report in the workspace {right.Name} ({right.Id}).");
    }

    /// <summary>The same of a goal's check-ins; of a goal that takes none it says so.</summary>
    public static async Task<Failure?> RefuseAsync(HttpRequest request, Workspaces workspaces, WorkspaceNode goal, CancellationToken cancellationToken) =>
        await RefuseAsync(request, workspaces, goal.Plan.Workspace, cancellationToken)
            ?? (goal.Node.Kind == NodeKind.Indicator ? null : CheckInReader.Malformed([CheckInReader.FaultOf(CheckInReader.NotIndicator)]));

    /// <summary>One round of a goal whose check-ins the caller may change.</summary>
    public static async Task<Outcome<WorkspaceRound>> FindWritableAsync(
        this Workspaces workspaces, HttpRequest request, string groupId, string scorecardId, string goalId, string timestamp, CancellationToken cancellationToken)
    {
        if (!(await workspaces.FindNodeAsync(groupId, scorecardId, goalId, request.Caller(), cancellationToken)).Succeeded(out var goal, out var failure))
        {
            return failure;
        }

        if (await RefuseAsync(request, workspaces, goal, cancellationToken) is { } refused)
        {
            return refused;
        }

        return GoalDates.Find(goal.Plan.Snapshot.Plan, timestamp).Succeeded(out var round, out failure) ? new WorkspaceRound(goal, round) : failure;
    }
}
