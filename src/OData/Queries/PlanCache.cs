using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Hsvo.OData;

/// <summary>Remembers plans by their query's text: a dashboard asks the same things over and over. Bounded; what wasn't asked for long is forgotten.</summary>
internal sealed class PlanCache
{
    private const int Size = 256;

    private ConcurrentDictionary<(QuerySettings Settings, string Text), QueryPlan> _young = new();
    private ConcurrentDictionary<(QuerySettings Settings, string Text), QueryPlan> _old = new();

    public bool TryGet(QuerySettings settings, string text, [NotNullWhen(true)] out QueryPlan? plan)
    {
        if (_young.TryGetValue((settings, text), out plan))
        {
            return true;
        }

        if (!_old.TryGetValue((settings, text), out plan))
        {
            return false;
        }

        Add(settings, text, plan);
        return true;
    }

    public void Add(QuerySettings settings, string text, QueryPlan plan)
    {
        if (_young.Count >= Size)
        {
            (_old, _young) = (_young, new());
        }

        _young[(settings, text)] = plan;
    }
}
