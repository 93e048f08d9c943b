using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using Hsvo.Domain.Plans;

namespace Hsvo.Functions.Mapping;

/// <summary>The ids of a plan's nodes as goals of one scorecard, made once for each version of a plan: a node isn't found by hashing them all anew.</summary>
internal sealed class GoalIds
{
    private static readonly ConditionalWeakTable<Plan, ConcurrentDictionary<Guid, GoalIds>> ByPlan = [];

    private readonly FrozenDictionary<string, Guid> _goals;
    private readonly FrozenDictionary<Guid, string> _nodes;

    private GoalIds(Plan plan, Guid scorecard)
    {
        _goals = plan.Nodes.ToFrozenDictionary(n => n.Id, n => PowerBIIds.Goal(scorecard, n.Id), StringComparer.Ordinal);
        _nodes = _goals.ToFrozenDictionary(g => g.Value, g => g.Key);
    }

    /// <summary>A node's goal.</summary>
    public Guid this[string node] => _goals[node];

    /// <summary>The ids in a scorecard.</summary>
    /// <param name="plan">The plan as it was imported: the same for every snapshot of it.</param>
    /// <param name="scorecard">The scorecard.</param>
    public static GoalIds Of(Plan plan, Guid scorecard) => ByPlan.GetOrCreateValue(plan).GetOrAdd(scorecard, s => new(plan, s));

    /// <summary>The node of a goal; null when there is none.</summary>
    public string? NodeOf(Guid goal) => _nodes.GetValueOrDefault(goal);
}
