using Hsvo.Contracts.PowerBI;
using Hsvo.Domain.Meetings;
using Hsvo.Domain.Plans;
using Hsvo.Domain.Statuses;
using Hsvo.Functions.Http.PowerBI;
using Hsvo.OData;
using Hsvo.UseCases;
using Microsoft.AspNetCore.Http;

namespace Hsvo.Functions.Mapping;

/// <summary>The nodes of a plan as Power BI's goals, in one workspace and for one caller.</summary>
internal sealed class GoalMapping
{
    // Power BI's flags as a number: view 1, current value 2, notes 8, status 16.
    private const string MayCheckIn = "27";
    private const string MayView = "View";

    private readonly HttpRequest _request;
    private readonly WorkspacePlan _plan;
    private readonly bool _isWritable;
    private readonly Round _round;
    private readonly PlanStatus _status;
    private readonly LastChanges _changes;

    /// <summary>Takes what the goals are made of.</summary>
    /// <param name="request">The request, for the context URLs.</param>
    /// <param name="plan">The plan in its workspace.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="time">The clock.</param>
    public GoalMapping(HttpRequest request, WorkspacePlan plan, Caller caller, TimeProvider time)
    {
        (_request, _plan, _isWritable) = (request, plan, plan.Workspace.IsWritableBy(caller));
        Today = TodayOf(plan, time);
        _round = plan.Snapshot.CurrentRound(Today);
        _status = plan.Snapshot.StatusIn(_round, Today, plan.Workspace.Department);
        _changes = new(plan);
    }

    /// <summary>When the plan was first imported; null where that isn't known.</summary>
    public DateTimeOffset? Created { get; init; }

    /// <summary>Today in Stockholm, or that day when an earlier time is asked for.</summary>
    public DateOnly Today { get; }

    /// <summary>Today in Stockholm, or that day when an earlier time is asked for.</summary>
    public static DateOnly TodayOf(WorkspacePlan plan, TimeProvider time) => StockholmTime.DateOf(plan.Snapshot.AsOf ?? time.GetUtcNow());

    /// <summary>When anything of it was changed last; null where that isn't known.</summary>
    public DateTimeOffset? LastModified => _changes.Newest;

    private Plan Plan => _plan.Snapshot.Plan;

    private GoalValueMapping Values => new(_plan, Today);

    /// <summary>A context URL.</summary>
    public string Context(string fragment) => PowerBIContext.Of(_request, _plan.Workspace.Id, fragment);

    /// <summary>Every goal, each after its parent.</summary>
    public IReadOnlyList<Goal> ToGoals(Expansion expansion) => [.. Plan.Nodes.Select(n => ToGoal(n, expansion))];

    /// <summary>One goal.</summary>
    public Goal ToGoal(PlanNode node, Expansion expansion)
    {
        var id = _plan.Ids[node.Id];
        var siblings = node.ParentId is null ? Plan.FocusAreas : Plan.ChildrenOf(node.ParentId);
        var isAnswerable = node.Indicator is { Kind: not IndicatorKind.Reference };
        var values = isAnswerable ? Values.Of(node) : [];
        var status = _status[node.Id];
        return new()
        {
            Id = id,
            Name = node.Text,
            ScorecardId = _plan.ScorecardId,
            CreatedTime = PowerBITimes.Instant(Created),
            LastModifiedTime = PowerBITimes.Instant(_changes.Of(node)),
            ParentId = node.ParentId is { } parent ? _plan.Ids[parent] : null,
            Level = Plan.LevelOf(node),
            Rank = siblings.TakeWhile(s => s.Id != node.Id).Count() + 1,
            StartDate = PowerBITimes.Day(node.Indicator?.Starts ?? Plan.FirstDay),
            CompletionDate = PowerBITimes.Day(node.Indicator?.Due ?? node.Indicator?.Target?.By ?? Plan.LastDay),
            ValuesFormatString = isAnswerable ? FormatOf(node.Indicator!.Kind) : null,
            NotesCount = values.Count(v => v.Note is not null),
            HasStatusRules = isAnswerable,
            Permissions = isAnswerable && _isWritable && OwnersOf(node).Any() ? MayCheckIn : MayView,
            NodeId = node.Id,
            NodeKind = node.Kind.ToName(),
            Status = (int?)status.Status,
            StatusName = status.Status?.Name(),
            StatusText = status.Status?.Swedish(),
            Coverage = status.Coverage.ToString(),
            Owner = isAnswerable && OwnersOf(node).ToList() is { Count: > 0 } owners ? string.Join(", ", owners.Select(d => d.Name)) : null,
            Unit = node.Indicator?.Unit,
            TargetGroup = node.TargetGroup,
            Condition = node.Condition,
            GoalValuesODataContext = expansion.Of("goalValues") is null ? null : Context($"scorecards({_plan.ScorecardId})/goals({id})/goalValues"),
            GoalValues = expansion.Of("goalValues") is not { } inValues ? null : inValues.Of("notes") is null ? values
                : new GoalNoteMapping(_plan, Today).Expand(node, values, r => GoalContexts.Notes(_request, new(_plan, node), r, "")),
            AggregationsODataContext = expansion.Of("aggregations") is null ? null : Context($"scorecards({_plan.ScorecardId})/goals({id})/aggregations"),
            Aggregations = expansion.Of("aggregations") is null ? null : AggregationsOf(node, status, values),
        };
    }

    private static string? FormatOf(IndicatorKind kind) => kind switch
    {
        IndicatorKind.Count or IndicatorKind.Amount => "#,0",
        IndicatorKind.Percentage => "0.0",
        IndicatorKind.Deliverable or IndicatorKind.Continuing or IndicatorKind.Milestone => "0",
        _ => null,
    };

    private IEnumerable<Department> OwnersOf(PlanNode node) =>
        Plan.Owing(node).Where(d => _plan.Workspace.Department is not { } own || d.Id == own);

    private IReadOnlyList<GoalAggregation> AggregationsOf(PlanNode node, NodeStatus status, IReadOnlyList<GoalValue> values)
    {
        var calculated = Later(_changes.Of(node), StockholmTime.EndOf(Today.AddDays(-1)).AddTicks(1));
        return new AggregationMapping(_plan, node, status, _round)
        {
            CalculationTime = PowerBITimes.Instant(calculated),
            MaxLastModifiedTime = PowerBITimes.Instant(_changes.Of(node) ?? calculated),
        }.Of(values);
    }

    private static DateTimeOffset Later(DateTimeOffset? x, DateTimeOffset y) => x > y ? x.Value : y;
}
