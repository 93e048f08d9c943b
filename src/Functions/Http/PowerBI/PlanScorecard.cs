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
    private readonly GoalMapping _goals = new(request, plan, request.Caller(), time) { Created = created };

    public override Guid Id => plan.ScorecardId;

    public override Guid ReportId => PowerBIIds.Report(plan.ScorecardId);

    // What a caller may do is part of the answer, so the version is the caller's own.
    public override string Version => $"{plan.Snapshot.VersionOn(_goals.Today)}-{plan.Workspace.IsWritableBy(request.Caller())}";

    public override string Context(string fragment) => PowerBIContext.Of(request, plan.Workspace.Id, fragment);

    public override Scorecard ToScorecard() => ScorecardMapping.ToScorecard(plan, request.Caller()) with
    {
        CreatedTime = PowerBITimes.Instant(created),
        LastModifiedTime = PowerBITimes.Instant(_goals.LastModified),
    };

    public override IReadOnlyList<Goal> ToGoals(Expansion expansion) => _goals.ToGoals(expansion);

    public override Goal? FindGoal(Guid id, Expansion expansion) =>
        plan.Ids.NodeOf(id) is { } node ? _goals.ToGoal(plan.Snapshot.Plan.Node(node), expansion) : null;
}
