using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using Hsvo.Domain.Plans;

namespace Hsvo.Functions.Mapping.OData;

/// <summary>Where each node of a plan stands, and its ids behind every door.</summary>
internal sealed class PlanPlaces
{
    private readonly FrozenDictionary<string, NodePlace> _byId;

    public PlanPlaces(Plan plan)
    {
        Plan = plan;
        ScorecardId = PowerBIIds.Scorecard(plan.Key, PowerBIIds.Group(plan.Area, department: null));
        All = [.. plan.Nodes.Select((n, i) => PlaceOf(n, i + 1))];
        _byId = All.ToFrozenDictionary(p => p.Node.Id, StringComparer.Ordinal);
    }

    public Plan Plan { get; }

    /// <summary>The samråd's scorecard: the same rows for everyone.</summary>
    public Guid ScorecardId { get; }

    /// <summary>Every node in the plan's order.</summary>
    public IReadOnlyList<NodePlace> All { get; }

    /// <summary>The node with an id; false for one that the plan has no longer.</summary>
    public bool TryFind(string node, [NotNullWhen(true)] out NodePlace? place) => _byId.TryGetValue(node, out place);

    /// <summary>A node as a goal of the samråd's scorecard, also one that the plan has no longer.</summary>
    public Guid GoalIdOf(string node) => _byId.TryGetValue(node, out var place) ? place.GoalId : PowerBIIds.Goal(ScorecardId, node);

    private NodePlace PlaceOf(PlanNode node, int position)
    {
        var above = new Dictionary<NodeKind, PlanNode>();
        for (var at = node; at is not null; at = at.ParentId is { } parent ? Plan.Node(parent) : null)
        {
            above[at.Kind] = at;
        }

        return new(
            node, position, Plan.LevelOf(node), PowerBIIds.Goal(ScorecardId, node.Id),
            above.GetValueOrDefault(NodeKind.FocusArea) ?? above[NodeKind.GoalGroup],
            above.GetValueOrDefault(NodeKind.Goal),
            above.GetValueOrDefault(NodeKind.PriorityArea),
            above.GetValueOrDefault(NodeKind.Activity));
    }
}

/// <summary>Where a node stands; what it is itself stands in its own place too.</summary>
/// <param name="Node">The node.</param>
/// <param name="Position">Its place in the plan, from 1.</param>
/// <param name="Level">Its depth.</param>
/// <param name="GoalId">The node as a goal of the samråd's scorecard.</param>
/// <param name="FocusArea">The focus area or group of goals.</param>
/// <param name="Goal">The goal; null above it.</param>
/// <param name="PriorityArea">The priority area; null where there is none.</param>
/// <param name="Activity">The activity; null where there is none.</param>
internal sealed record NodePlace(
    PlanNode Node, int Position, int Level, Guid GoalId, PlanNode FocusArea, PlanNode? Goal, PlanNode? PriorityArea, PlanNode? Activity);
