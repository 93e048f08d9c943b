using Hsvo.UseCases;
using Microsoft.AspNetCore.Http;

namespace Hsvo.Functions.Http.PowerBI;

/// <summary>Finds what is read as scorecards: as it stands, or with <c>asOf=</c> as it was known then.</summary>
/// <param name="workspaces">The workspaces.</param>
/// <param name="firstImport">When a plan was first imported.</param>
/// <param name="own">Departments' own scorecards, which have no past.</param>
/// <param name="checkIns">What is checked in on their goals.</param>
/// <param name="time">The clock.</param>
internal sealed class Scorecards(Workspaces workspaces, ReadFirstImport firstImport, PersonalScorecards own, OwnGoalCheckIns checkIns, TimeProvider time)
{
    /// <summary>Every scorecard of a workspace.</summary>
    public async Task<Outcome<IReadOnlyList<WorkspaceScorecard>>> ListAsync(HttpRequest request, string groupId, CancellationToken cancellationToken)
    {
        if (AsOfQuery.Read(request, time, out var asOf) is { } wrong)
        {
            return wrong;
        }

        if (!(await workspaces.ListPlansAsync(groupId, request.Caller(), asOf, cancellationToken)).Succeeded(out var plans, out var failure))
        {
            return failure;
        }

        var scorecards = new List<WorkspaceScorecard>();
        foreach (var plan in plans)
        {
            scorecards.Add(await OfAsync(request, plan, cancellationToken));
        }

        return asOf is null ? [.. scorecards, .. await ListOwnAsync(request, groupId, cancellationToken)] : scorecards;
    }

    /// <summary>One by its id.</summary>
    public async Task<Outcome<WorkspaceScorecard>> FindAsync(HttpRequest request, string groupId, string scorecardId, CancellationToken cancellationToken)
    {
        if (AsOfQuery.Read(request, time, out var asOf) is { } wrong)
        {
            return wrong;
        }

        if ((await workspaces.FindPlanAsync(groupId, scorecardId, request.Caller(), asOf, cancellationToken)).Succeeded(out var plan, out var failure))
        {
            return await OfAsync(request, plan, cancellationToken);
        }

        return asOf is null && (await ListOwnAsync(request, groupId, cancellationToken)).FirstOrDefault(s => Workspaces.IsId(scorecardId, s.Id)) is { } found ? found : failure;
    }

    /// <summary>One by the id of the report that shows it.</summary>
    public async Task<Outcome<WorkspaceScorecard>> FindByReportAsync(HttpRequest request, string groupId, string reportId, CancellationToken cancellationToken)
    {
        if (!(await ListAsync(request, groupId, cancellationToken)).Succeeded(out var all, out var failure))
        {
            return failure;
        }

        return all.FirstOrDefault(s => Workspaces.IsId(reportId, s.ReportId)) is { } found ? found : Workspaces.Unknown("reportId", reportId);
    }

    private async Task<IReadOnlyList<OwnScorecard>> ListOwnAsync(HttpRequest request, string groupId, CancellationToken cancellationToken) =>
        (await workspaces.FindAsync(groupId, cancellationToken)).Value is { Department: { } department } workspace
            ? [.. (await own.ListAsync(department, cancellationToken)).Select(s => new OwnScorecard(request, workspace, s) { CheckIns = checkIns })]
            : [];

    private async Task<PlanScorecard> OfAsync(HttpRequest request, WorkspacePlan plan, CancellationToken cancellationToken) =>
        new(request, plan, await firstImport.HandleAsync(plan.Snapshot.AsImported, cancellationToken), time);
}
