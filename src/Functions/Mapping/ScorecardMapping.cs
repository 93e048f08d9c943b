using Hsvo.Contracts.PowerBI;
using Hsvo.Functions.Http.PowerBI;
using Hsvo.UseCases;

namespace Hsvo.Functions.Mapping;

/// <summary>Plans in Power BI's shape.</summary>
internal static class ScorecardMapping
{
    public static Scorecard ToScorecard(WorkspacePlan plan, Caller caller) => new()
    {
        Id = plan.ScorecardId,
        Name = plan.Snapshot.Plan.Title,
        Description = plan.Snapshot.Plan.OverallGoal,
        GroupId = plan.Workspace.Id,
        DatasetId = plan.DatasetId,
        ReportId = PowerBIIds.Report(plan.ScorecardId),
        Permissions = plan.Workspace.IsWritableBy(caller) ? "ReadWrite" : "Read",
        ProvisioningStatus = "Completed",
        PlanId = plan.Snapshot.Plan.Id,
    };
}
