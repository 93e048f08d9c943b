using Hsvo.Contracts.PowerBI;
using Hsvo.Domain.Scorecards;
using Hsvo.Functions.Mapping;
using Hsvo.OData;
using Hsvo.UseCases;
using Microsoft.AspNetCore.Http;

namespace Hsvo.Functions.Http.PowerBI;

/// <summary>A department's own scorecard beside the plans.</summary>
/// <param name="request">The request, for the context URLs.</param>
/// <param name="workspace">The department's workspace.</param>
/// <param name="scorecard">The scorecard.</param>
internal sealed class OwnScorecard(HttpRequest request, Workspace workspace, PersonalScorecard scorecard) : WorkspaceScorecard
{
    private readonly bool _isWritable = workspace.IsWritableBy(request.Caller());
    private ScorecardLog _log = new([], []);

    /// <summary>What is checked in on its goals.</summary>
    public required OwnGoalCheckIns CheckIns { get; init; }

    public override Guid Id => scorecard.Id;

    public override Guid ReportId => PowerBIIds.Report(scorecard.Id);

    // Begins with the revision, so that whoever changes it may say by this tag what was seen.
    public override string Version => RevisionTags.Version(scorecard.Version, $"{scorecard.Id:N}-{_isWritable}");

    public override string Context(string fragment) => PowerBIContext.Of(request, workspace.Id, fragment);

    public override async Task PrepareAsync() => _log = await CheckIns.ReadAsync(scorecard, CancellationToken.None);

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
        Contact = scorecard.Contact,
        ColumnSettings = [.. scorecard.ShownColumns.Select((show, column) => new ColumnSetting(column, show))],
    };

    public override IReadOnlyList<Goal> ToGoals(Expansion expansion) => [.. scorecard.InOrder().Select(g => ToGoal(g, expansion))];

    public override bool HasGoal(Guid id) => scorecard.Find(id) is not null;

    public override Goal ToGoal(Guid id, Expansion expansion) => ToGoal(scorecard.Find(id)!, expansion);

    private Goal ToGoal(PersonalGoal goal, Expansion expansion) =>
        new OwnGoalMapping(request, new(workspace, scorecard, goal), _log.Of(goal.Id)).ToGoal(expansion, _isWritable);
}
