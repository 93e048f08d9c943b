using Hsvo.Domain.Plans;
using Hsvo.Domain.Reports;
using Hsvo.Functions.Mapping;
using Hsvo.UseCases;

namespace Hsvo.Functions.Http.PowerBI;

/// <summary>A workspace: a department's own reports, or the samråd's roll-up.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Department">The department; null for the samråd.</param>
internal sealed record Workspace(Guid Id, string Name, string? Department)
{
    /// <summary>Whether a caller may report here.</summary>
    public bool IsWritableBy(Caller caller) => Department is not null && caller.Department == Department && (caller.Is(Role.Reporter) || caller.Is(Role.Coordinator));
}

/// <summary>A plan in a workspace.</summary>
/// <param name="Workspace">The workspace.</param>
/// <param name="Snapshot">The plan as it stands.</param>
internal sealed record WorkspacePlan(Workspace Workspace, PlanSnapshot Snapshot)
{
    /// <summary>The scorecard's id.</summary>
    public Guid ScorecardId { get; } = PowerBIIds.Scorecard(Snapshot.Plan.Key, Workspace.Id);

    /// <summary>The ids of its goals.</summary>
    public GoalIds Ids => GoalIds.Of(Snapshot.AsImported, ScorecardId);

    /// <summary>The push dataset's id.</summary>
    public Guid DatasetId => PowerBIIds.Dataset(ScorecardId);
}

/// <summary>A node of a plan in a workspace.</summary>
/// <param name="Plan">The plan in its workspace.</param>
/// <param name="Node">The node.</param>
internal sealed record WorkspaceNode(WorkspacePlan Plan, PlanNode Node);

/// <summary>A round of a goal in a workspace: what a check-in's date names.</summary>
/// <param name="Goal">The goal.</param>
/// <param name="Round">The round.</param>
internal sealed record WorkspaceRound(WorkspaceNode Goal, Round Round)
{
    /// <summary>The cell, in a department's workspace; in the samråd's no report has it.</summary>
    public ReportKey Key => new(Round.Id, Goal.Node.Id, Goal.Plan.Workspace.Department ?? "");

    /// <summary>The report, in a department's workspace; null for none.</summary>
    public Report? Report => Goal.Plan.Snapshot.Cells.FirstOrDefault(c => c.Key == Key);
}
