using Hsvo.Contracts.PowerBI;
using Hsvo.Domain.Meetings;
using Hsvo.Domain.Plans;
using Hsvo.Functions.Http.PowerBI;
using Hsvo.OData;
using Hsvo.UseCases;
using Microsoft.AspNetCore.Http;

namespace Hsvo.Functions.Mapping;

/// <summary>The nodes of a plan as Power BI's goals, in one workspace and for one caller.</summary>
/// <param name="request">The request, for the context URLs.</param>
/// <param name="plan">The plan in its workspace.</param>
/// <param name="caller">Who asks.</param>
/// <param name="time">The clock.</param>
internal sealed class GoalMapping(HttpRequest request, WorkspacePlan plan, Caller caller, TimeProvider time)
{
    // Power BI's flags as a number: view 1, current value 2, notes 8, status 16.
    private const string MayCheckIn = "27";
    private const string MayView = "View";

    private readonly Plan _plan = plan.Snapshot.Plan;
    private readonly DateOnly _today = time.Today();

    /// <summary>What tells the answer from an older one.</summary>
    public string Version => plan.Snapshot.VersionOn(_today);

    private GoalValueMapping Values => new(plan, _today);

    /// <summary>A context URL.</summary>
    public string Context(string fragment) => PowerBIContext.Of(request, plan.Workspace.Id, fragment);

    /// <summary>Every goal, each after its parent.</summary>
    public IReadOnlyList<Goal> ToGoals(Expansion expansion) => [.. _plan.Nodes.Select(n => ToGoal(n, expansion))];

    /// <summary>One goal.</summary>
    public Goal ToGoal(PlanNode node, Expansion expansion)
    {
        var id = PowerBIIds.Goal(plan.ScorecardId, node.Id);
        var siblings = node.ParentId is null ? _plan.FocusAreas : _plan.ChildrenOf(node.ParentId);
        var isAnswerable = node.Indicator is { Kind: not IndicatorKind.Reference };
        var values = isAnswerable ? Values.Of(node) : [];
        return new()
        {
            Id = id,
            Name = node.Text,
            ScorecardId = plan.ScorecardId,
            ParentId = node.ParentId is { } parent ? PowerBIIds.Goal(plan.ScorecardId, parent) : null,
            Level = _plan.LevelOf(node),
            Rank = siblings.TakeWhile(s => s.Id != node.Id).Count() + 1,
            StartDate = PowerBITimes.Day(node.Indicator?.Starts ?? _plan.FirstDay),
            CompletionDate = PowerBITimes.Day(node.Indicator?.Due ?? node.Indicator?.Target?.By ?? _plan.LastDay),
            ValuesFormatString = isAnswerable ? FormatOf(node.Indicator!.Kind) : null,
            NotesCount = values.Count(v => v.Note is not null),
            HasStatusRules = isAnswerable,
            Permissions = isAnswerable && plan.Workspace.IsWritableBy(caller) && OwedHere(node) ? MayCheckIn : MayView,
            NodeId = node.Id,
            NodeKind = node.Kind.ToName(),
            TargetGroup = node.TargetGroup,
            Condition = node.Condition,
            GoalValuesODataContext = expansion.Of("goalValues") is null ? null : Context($"scorecards({plan.ScorecardId})/goals({id})/goalValues"),
            GoalValues = expansion.Of("goalValues") is null ? null : values,
            AggregationsODataContext = expansion.Of("aggregations") is null ? null : Context($"scorecards({plan.ScorecardId})/goals({id})/aggregations"),
            Aggregations = expansion.Of("aggregations") is null ? null : AggregationsOf(node, id),
        };
    }

    private bool OwedHere(PlanNode node) => _plan.Owing(node).Any(d => d.Id == plan.Workspace.Department);

    private static string? FormatOf(IndicatorKind kind) => kind switch
    {
        IndicatorKind.Count or IndicatorKind.Amount => "#,0",
        IndicatorKind.Percentage => "0.0",
        IndicatorKind.Deliverable or IndicatorKind.Continuing or IndicatorKind.Milestone => "0",
        _ => null,
    };

    // Aggregations are where an answer from an earlier round still shows.
    private List<GoalAggregation> AggregationsOf(PlanNode node, Guid id)
    {
        var round = plan.Snapshot.CurrentRound(_today);
        var status = plan.Snapshot.StatusIn(round, _today, plan.Workspace.Department)[node.Id];
        var aggregations = new List<GoalAggregation>();

        void Add(string type, double value, string display) => aggregations.Add(new()
        {
            Id = $"{id}_{type}",
            Timestamp = PowerBITimes.Day(round.Ends),
            ScorecardId = plan.ScorecardId,
            GoalId = id,
            Value = value,
            ValueDisplayString = display,
            Type = type,
            Coverage = status.Coverage.ToString(),
        });

        if (GoalValueMapping.Combined(status.Cells) is { } combined && combined.ToDouble() is { } number)
        {
            Add("Value", number, combined.ToString());
        }

        if (status.Status is { } s)
        {
            Add("Status", (int)s, s.ToString());
        }

        return aggregations;
    }
}
