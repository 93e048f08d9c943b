using Hsvo.Domain.Scorecards;
using Hsvo.UseCases;
using Microsoft.AspNetCore.Http;

namespace Hsvo.Functions.Http.PowerBI;

/// <summary>A goal of a department's own scorecard.</summary>
/// <param name="Workspace">The department's workspace.</param>
/// <param name="Scorecard">The scorecard.</param>
/// <param name="Goal">The goal.</param>
internal sealed record OwnGoal(Workspace Workspace, PersonalScorecard Scorecard, PersonalGoal Goal)
{
    /// <summary>The goal as whoever changes what is said of it names it.</summary>
    public OwnGoalPlace PlaceOf(Caller caller) => new(caller, Workspace.Department!, Scorecard.Id, Goal.Id);
}

/// <summary>Finds the goals of departments' own scorecards, by the same addresses as those of plans.</summary>
/// <param name="workspaces">The workspaces.</param>
/// <param name="own">Departments' own scorecards, which have no past.</param>
/// <param name="time">The clock.</param>
internal sealed class OwnGoals(Workspaces workspaces, PersonalScorecards own, TimeProvider time)
{
    /// <summary>A goal, or that the scorecard has no such; null where the scorecard isn't a department's own.</summary>
    public async Task<Outcome<OwnGoal>?> FindAsync(HttpRequest request, string groupId, string scorecardId, string goalId, CancellationToken cancellationToken)
    {
        if (!(await FindScorecardAsync(request, groupId, scorecardId, cancellationToken) is { } found))
        {
            return null;
        }

        Outcome<OwnGoal> goal = Guid.TryParse(goalId, out var id) && found.Scorecard.Find(id) is { } there
            ? new OwnGoal(found.Workspace, found.Scorecard, there)
            : Workspaces.Unknown("goalId", goalId);
        return goal;
    }

    /// <summary>The same of one whose check-ins and rules the caller may change.</summary>
    public async Task<Outcome<OwnGoal>?> FindWritableAsync(
        HttpRequest request, string groupId, string scorecardId, string goalId, CancellationToken cancellationToken)
    {
        var found = await FindAsync(request, groupId, scorecardId, goalId, cancellationToken);
        return found?.Value is { } goal && await Writable.RefuseAsync(request, workspaces, goal.Workspace, cancellationToken) is { } refused
            ? (Outcome<OwnGoal>)refused
            : found;
    }

    /// <summary>Whether a scorecard is a department's own.</summary>
    public async Task<bool> IsOwnAsync(HttpRequest request, string groupId, string scorecardId, CancellationToken cancellationToken) =>
        await FindScorecardAsync(request, groupId, scorecardId, cancellationToken) is not null;

    // A plan's is told without asking storage, and of an earlier time there are no others.
    private async Task<(Workspace Workspace, PersonalScorecard Scorecard)?> FindScorecardAsync(
        HttpRequest request, string groupId, string scorecardId, CancellationToken cancellationToken) =>
        AsOfQuery.Read(request, time, out var asOf) is null && asOf is null
            && Guid.TryParse(scorecardId, out var id)
            && (await workspaces.FindAsync(groupId, cancellationToken)).Value is { Department: { } department } workspace
            && (await workspaces.FindPlanAsync(groupId, scorecardId, request.Caller(), cancellationToken)).Value is null
            && (await own.ListAsync(department, cancellationToken)).FirstOrDefault(s => s.Id == id) is { } scorecard
            ? (workspace, scorecard)
            : null;
}
