using Hsvo.Contracts.PowerBI;
using Hsvo.Functions.Mapping;
using Hsvo.OData;
using Microsoft.AspNetCore.Http;

namespace Hsvo.Functions.Http.PowerBI;

/// <summary>A plan as a scorecard.</summary>
/// <param name="request">The request, for the context URLs.</param>
/// <param name="plan">The plan in its workspace.</param>
/// <param name="created">When the plan was first imported; null where that isn't known.</param>
/// <param name="time">The clock.</param>
internal sealed class PlanScorecard(HttpRequest request, WorkspacePlan plan, DateTimeOffset? created, TimeProvider time) : WorkspaceScorecard
{
    // Made only for those who don't have the newest answer already.
    private readonly Lazy<GoalMapping> _goals = new(() => new(request, plan, request.Caller(), time) { Created = created });

    public override Guid Id => plan.ScorecardId;

    public override Guid ReportId => PowerBIIds.Report(plan.ScorecardId);

    // What a caller may do is part of the answer, so the version is the caller's own.
    public override string Version => $"{plan.Snapshot.VersionOn(GoalMapping.TodayOf(plan, time))}-{plan.Workspace.IsWritableBy(request.Caller())}";

    public override string Context(string fragment) => PowerBIContext.Of(request, plan.Workspace.Id, fragment);

    public override Scorecard ToScorecard() => ScorecardMapping.ToScorecard(plan, request.Caller()) with
    {
        CreatedTime = PowerBITimes.Instant(created),
        LastModifiedTime = PowerBITimes.Instant(_goals.Value.LastModified),
    };

    public override IReadOnlyList<Goal> ToGoals(Expansion expansion) => _goals.Value.ToGoals(expansion);

    public override bool HasGoal(Guid id) => plan.Ids.NodeOf(id) is not null;

    public override Goal ToGoal(Guid id, Expansion expansion) => _goals.Value.ToGoal(plan.Snapshot.Plan.Node(plan.Ids.NodeOf(id)!), expansion);
}
