namespace Hsvo.Domain.Plans;

/// <summary>A place where a thread goes on: a node, something in ordinary operation, or a whole plan.</summary>
/// <param name="Thread">The thread, as the place's plan has it.</param>
/// <param name="Plan">The plan.</param>
/// <param name="Kind">What the place is.</param>
/// <param name="Node">The node, for a node.</param>
/// <param name="Text">The text there: the node's, the operation's name or the plan's title.</param>
public sealed record ThreadPlace(PlanThread Thread, Plan Plan, ThreadPlaceKind Kind, PlanNode? Node, string Text);

/// <summary>What a thread goes on in.</summary>
public enum ThreadPlaceKind
{
    /// <summary>A whole plan.</summary>
    Plan,

    /// <summary>A node of a plan.</summary>
    Node,

    /// <summary>Something in ordinary operation.</summary>
    OrdinaryOperation,
}

/// <summary>Where the threads of several plans go on. Pure.</summary>
public static class Threads
{
    /// <summary>Every place, by the plans' years and then in each plan's order.</summary>
    public static IEnumerable<ThreadPlace> PlacesIn(IEnumerable<Plan> plans) =>
        plans.OrderBy(p => p.Year).ThenBy(p => p.Id, StringComparer.Ordinal).SelectMany(PlacesIn);

    private static IEnumerable<ThreadPlace> PlacesIn(Plan plan) =>
    [
        .. plan.Threads.Where(t => t.CoversPlan).Select(t => new ThreadPlace(t, plan, ThreadPlaceKind.Plan, null, plan.Title)),
        .. plan.Nodes.SelectMany(n => Of(plan, n.Threads).Select(t => new ThreadPlace(t, plan, ThreadPlaceKind.Node, n, n.Text))),
        .. plan.OrdinaryOperations.SelectMany(o => Of(plan, o.Threads).Select(t => new ThreadPlace(t, plan, ThreadPlaceKind.OrdinaryOperation, null, o.Name))),
    ];

    private static IEnumerable<PlanThread> Of(Plan plan, IReadOnlyList<string> ids) => plan.Threads.Where(t => ids.Contains(t.Id, StringComparer.Ordinal));
}
