using Hsvo.Contracts.OData;
using Hsvo.Domain.Plans;

namespace Hsvo.Functions.Mapping.OData;

/// <summary>A plan's nodes as rows of the feed.</summary>
/// <param name="places">Where they stand.</param>
internal sealed class NodeRowMapping(PlanPlaces places)
{
    private readonly Plan _plan = places.Plan;

    public IEnumerable<FocusAreaRow> FocusAreas => Of(NodeKind.FocusArea, NodeKind.GoalGroup).Select(p => new FocusAreaRow
    {
        PlanId = _plan.Id,
        NodeId = p.Node.Id,
        NodeKind = p.Node.Kind.ToName(),
        ScorecardId = places.ScorecardId,
        GoalId = p.GoalId,
        Level = p.Level,
        Position = p.Position,
        Number = p.Node.Number,
        Text = p.Node.Text,
        TargetGroup = p.Node.TargetGroup,
        FocusAreaKey = KeyOf(p.Node),
    });

    public IEnumerable<GoalRow> Goals => Of(NodeKind.Goal).Select(p => new GoalRow
    {
        PlanId = _plan.Id,
        NodeId = p.Node.Id,
        NodeKind = p.Node.Kind.ToName(),
        ScorecardId = places.ScorecardId,
        GoalId = p.GoalId,
        Level = p.Level,
        Position = p.Position,
        Number = p.Node.Number,
        Text = p.Node.Text,
        TargetGroup = p.Node.TargetGroup,
        GoalKey = KeyOf(p.Node),
        FocusAreaKey = KeyOf(p.FocusArea),
    });

    public IEnumerable<PriorityAreaRow> PriorityAreas => Of(NodeKind.PriorityArea).Select(p => new PriorityAreaRow
    {
        PlanId = _plan.Id,
        NodeId = p.Node.Id,
        NodeKind = p.Node.Kind.ToName(),
        ScorecardId = places.ScorecardId,
        GoalId = p.GoalId,
        Level = p.Level,
        Position = p.Position,
        Number = p.Node.Number,
        Text = p.Node.Text,
        TargetGroup = p.Node.TargetGroup,
        PriorityAreaKey = KeyOf(p.Node),
        GoalKey = KeyOf(p.Goal!),
        FocusAreaKey = KeyOf(p.FocusArea),
        Responsible = BodiesOf(p.Node),
    });

    public IEnumerable<ActivityRow> Activities => Of(NodeKind.Activity).Select(p => new ActivityRow
    {
        PlanId = _plan.Id,
        NodeId = p.Node.Id,
        NodeKind = p.Node.Kind.ToName(),
        ScorecardId = places.ScorecardId,
        GoalId = p.GoalId,
        Level = p.Level,
        Position = p.Position,
        Number = p.Node.Number,
        Text = p.Node.Text,
        TargetGroup = p.Node.TargetGroup,
        ActivityKey = KeyOf(p.Node),
        PriorityAreaKey = OptionalKeyOf(p.PriorityArea),
        GoalKey = KeyOf(p.Goal!),
        FocusAreaKey = KeyOf(p.FocusArea),
        State = p.Node.State?.ToName(),
    });

    public IEnumerable<IndicatorRow> Indicators => Of(NodeKind.Indicator).Select(p => (Place: p, Spec: p.Node.Indicator!)).Select(i => new IndicatorRow
    {
        PlanId = _plan.Id,
        NodeId = i.Place.Node.Id,
        NodeKind = i.Place.Node.Kind.ToName(),
        ScorecardId = places.ScorecardId,
        GoalId = i.Place.GoalId,
        Level = i.Place.Level,
        Position = i.Place.Position,
        Number = i.Place.Node.Number,
        Text = i.Place.Node.Text,
        TargetGroup = i.Place.Node.TargetGroup,
        IndicatorKey = KeyOf(i.Place.Node),
        ActivityKey = OptionalKeyOf(i.Place.Activity),
        PriorityAreaKey = OptionalKeyOf(i.Place.PriorityArea),
        GoalKey = KeyOf(i.Place.Goal!),
        FocusAreaKey = KeyOf(i.Place.FocusArea),
        AnswerKind = i.Spec.Kind.ToName(),
        Unit = i.Spec.Unit,
        Parts = i.Spec.Parts.Count == 0 ? null : string.Join("; ", i.Spec.Parts.Select(part => part.Text)),
        TargetDirection = i.Spec.Target?.Direction.ToName(),
        TargetValue = i.Spec.Target?.Value,
        TargetBy = i.Spec.Target?.By ?? i.Spec.Due,
        RefersToKey = i.Spec.RefersTo is { } other ? RowKeys.Of(_plan.Id, other) : null,
        CountsPeople = i.Spec.CountsPeople,
        Condition = i.Place.Node.Condition,
        Responsible = BodiesOf(i.Place.Node),
        OwedBy = _plan.Owing(i.Place.Node).Count(),
    });

    private IEnumerable<NodePlace> Of(params NodeKind[] kinds) => places.All.Where(p => kinds.Contains(p.Node.Kind));

    private string KeyOf(PlanNode node) => RowKeys.Of(_plan.Id, node.Id);

    private string? OptionalKeyOf(PlanNode? node) => node is null ? null : KeyOf(node);

    private string? BodiesOf(PlanNode node) =>
        node.Responsible.Count == 0 ? null : string.Join(", ", _plan.Bodies.Where(b => node.Responsible.Contains(b.Id, StringComparer.Ordinal)).Select(b => b.Name));
}
