using Hsvo.Domain.Statuses;

namespace Hsvo.Domain.Summaries;

/// <summary>What became of each node since an earlier paper. A pure comparison of what the two say.</summary>
public sealed class Changes
{
    private readonly Dictionary<string, NodeChange> _nodes;
    private readonly Dictionary<string, StillMissing> _missing;

    private Changes(IEnumerable<NodeChange> nodes, IEnumerable<StillMissing> missing)
    {
        _nodes = nodes.ToDictionary(n => n.Node, StringComparer.Ordinal);
        _missing = missing.ToDictionary(n => n.Node, StringComparer.Ordinal);
    }

    /// <summary>Every node that changed, by id.</summary>
    public IEnumerable<NodeChange> Nodes => _nodes.Values.OrderBy(n => n.Node, StringComparer.Ordinal);

    /// <summary>Every indicator that somebody left unanswered then and now, by id.</summary>
    public IEnumerable<StillMissing> Missing => _missing.Values.OrderBy(n => n.Node, StringComparer.Ordinal);

    /// <summary>What became of a node; null when nothing did.</summary>
    public NodeChange? Of(string node) => _nodes.GetValueOrDefault(node);

    /// <summary>Who left an indicator unanswered then and now; null when nobody did.</summary>
    public StillMissing? MissingAt(string node) => _missing.GetValueOrDefault(node);

    /// <summary>Compares two papers' standings; the order of either says nothing.</summary>
    public static Changes Between(IEnumerable<Standing> before, IEnumerable<Standing> after)
    {
        var (then, now) = (ById(before), ById(after));
        var nodes = then.Keys.Union(now.Keys).Select(id => (then.GetValueOrDefault(id), now.GetValueOrDefault(id)) switch
        {
            var (b, a) when KindOf(b, a) is { } kind => new NodeChange(id, kind, b?.Status, a?.Status),
            _ => null,
        });
        var missing = now.Values.Where(a => then.ContainsKey(a.Node))
            .Select(a => new StillMissing(a.Node, [.. a.Awaiting.Intersect(then[a.Node].Awaiting, StringComparer.Ordinal).Order(StringComparer.Ordinal)]))
            .Where(m => m.Departments.Count > 0);
        return new(nodes.OfType<NodeChange>(), missing);
    }

    // A node that only one of the papers knows is to the other one that nobody has answered.
    private static ChangeKind? KindOf(Standing? before, Standing? after) => (before?.Status, after?.Status) switch
    {
        ({ } b, { } a) => b.Badness().CompareTo(a.Badness()) switch { > 0 => ChangeKind.Better, < 0 => ChangeKind.Worse, _ => null },
        (null, not null) => ChangeKind.New,
        (not null, null) => ChangeKind.Gone,
        _ => (IsAnswered(before), IsAnswered(after)) switch { (false, true) => ChangeKind.New, (true, false) => ChangeKind.Gone, _ => null },
    };

    private static bool IsAnswered(Standing? standing) => standing is { Answered: > 0 };

    private static Dictionary<string, Standing> ById(IEnumerable<Standing> standings) => standings.ToDictionary(s => s.Node, StringComparer.Ordinal);
}

/// <summary>One node that changed.</summary>
/// <param name="Node">The node's id.</param>
/// <param name="Kind">How.</param>
/// <param name="Before">How it went then.</param>
/// <param name="After">How it goes now.</param>
public sealed record NodeChange(string Node, ChangeKind Kind, Status? Before, Status? After);

/// <summary>An indicator that was unanswered then and is now.</summary>
/// <param name="Node">The indicator's id.</param>
/// <param name="Departments">Who left it so both times.</param>
public sealed record StillMissing(string Node, IReadOnlyList<string> Departments);

/// <summary>What became of a node.</summary>
public enum ChangeKind
{
    /// <summary>It goes better.</summary>
    Better,

    /// <summary>It goes worse.</summary>
    Worse,

    /// <summary>It has a status or an answer for the first time.</summary>
    New,

    /// <summary>It has neither any more.</summary>
    Gone,
}
