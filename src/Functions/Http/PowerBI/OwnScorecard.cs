using Hsvo.Contracts.PowerBI;
using Hsvo.Domain.Scorecards;
using Hsvo.Functions.Mapping;
using Hsvo.OData;
using Microsoft.AspNetCore.Http;

namespace Hsvo.Functions.Http.PowerBI;

/// <summary>A department's own scorecard beside the plans.</summary>
/// <param name="request">The request, for the context URLs.</param>
/// <param name="workspace">The department's workspace.</param>
/// <param name="scorecard">The scorecard.</param>
internal sealed class OwnScorecard(HttpRequest request, Workspace workspace, PersonalScorecard scorecard) : WorkspaceScorecard
{
    // Check-ins, notes and status rules are for the plans' goals alone; a name and a place aren't among these rights.
    private const string MayView = "View";

    private readonly bool _isWritable = workspace.IsWritableBy(request.Caller());

    public override Guid Id => scorecard.Id;

    public override Guid ReportId => PowerBIIds.Report(scorecard.Id);

    public override string Version => $"{scorecard.Id:N}-{scorecard.Version}-{_isWritable}";

    public override string Context(string fragment) => PowerBIContext.Of(request, workspace.Id, fragment);

    public override Scorecard ToScorecard() => new()
    {
        Id = scorecard.Id,
        Name = scorecard.Name,
        Description = scorecard.Description,
        CreatedTime = PowerBITimes.Instant(scorecard.CreatedAt),
        LastModifiedTime = PowerBITimes.Instant(scorecard.ModifiedAt),
        GroupId = workspace.Id,
        ReportId = ReportId,
        Permissions = _isWritable ? "ReadWrite" : "Read",
        ProvisioningStatus = "Completed",
    };

    public override IReadOnlyList<Goal> ToGoals(Expansion expansion) => [.. scorecard.InOrder().Select(g => ToGoal(g, expansion))];

    public override bool HasGoal(Guid id) => scorecard.Find(id) is not null;

    public override Goal ToGoal(Guid id, Expansion expansion) => ToGoal(scorecard.Find(id)!, expansion);

    private Goal ToGoal(PersonalGoal goal, Expansion expansion) => new()
    {
        Id = goal.Id,
        Name = goal.Name,
        ScorecardId = scorecard.Id,
        CreatedTime = PowerBITimes.Instant(goal.CreatedAt),
        LastModifiedTime = PowerBITimes.Instant(goal.ModifiedAt),
        ParentId = goal.ParentId,
        Level = scorecard.LevelOf(goal),
        Rank = scorecard.ChildrenOf(goal.ParentId).TakeWhile(s => s.Id != goal.Id).Count() + 1,
        StartDate = PowerBITimes.Day(goal.Starts),
        CompletionDate = PowerBITimes.Day(goal.Completes),
        ValuesFormatString = goal.ValuesFormat,
        NotesCount = 0,
        HasStatusRules = false,
        Permissions = MayView,
        NodeId = goal.Id.ToString("N"),
        NodeKind = "personal",
        GoalValues = expansion.Of("goalValues") is null ? null : [],
        Aggregations = expansion.Of("aggregations") is null ? null : [],
    };
}
