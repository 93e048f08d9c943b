namespace Hsvo.OData;

/// <summary>A query that was read and can be asked of rows.</summary>
public abstract class Query
{
    private readonly Lazy<IReadOnlyList<ExpandedNavigation>> _expanded;

    private protected Query(EntitySet set, QueryPlan plan, QueryRequest request)
    {
        (Set, Plan, Request) = (set, plan, request);
        _expanded = new(() => [.. plan.Expanded.Select(e => new ExpandedNavigation(e.Navigation.Name, e.Navigation.Target.Bind(e.Plan, QueryRequest.Nested)))]);
    }

    /// <summary>The set that is asked.</summary>
    public EntitySet Set { get; }

    /// <summary>The names of the selected properties; null when all are.</summary>
    public IReadOnlyList<string>? Selected => Plan.SelectedNames;

    /// <summary>What is expanded, each with its own query.</summary>
    public IReadOnlyList<ExpandedNavigation> Expanded => _expanded.Value;

    /// <summary>Whether the number of all rows that match is asked for.</summary>
    public bool Count => Plan.Count;

    /// <summary>At most so many rows in all; null when the client sets no limit.</summary>
    public long? Top => Plan.Top;

    /// <summary>So many rows are left out first.</summary>
    public long? Skip => Plan.Skip;

    /// <summary>Whether a filter or a search narrows the rows.</summary>
    public bool IsFiltered => Plan.IsFiltered;

    /// <summary>How much <c>$format</c> asks to have told about the data; null without it, when the Accept header decides.</summary>
    public MetadataLevel? Metadata => Request.Metadata;

    /// <summary>The key of the row after which a next link goes on; null when the query begins at the first row.</summary>
    public abstract IReadOnlyList<object?>? After { get; }

    internal QueryPlan Plan { get; }

    internal QueryRequest Request { get; }

    /// <summary>What the query expands by name, each with what is expanded below it.</summary>
    public Expansion ToExpansion() => new(Expanded.ToDictionary(e => e.Name, e => e.Query.ToExpansion()));

    /// <summary>
    /// The only values that a property of a matching row can have: from <c>eq</c> and <c>in</c> that must hold. Null when the filter doesn't limit it so.
    /// Lets a store read ranges of keys; the query filters all the same.
    /// </summary>
    public IReadOnlyCollection<object>? ValuesOf(string property) => Plan.Required.GetValueOrDefault(property);

    /// <summary>Answers the query.</summary>
    /// <param name="rows">The rows of <see cref="Set"/>.</param>
    /// <param name="maxPageSize">The client's own page size (<c>Prefer: odata.maxpagesize</c>); the set's is the most there is.</param>
    public abstract QueryResult Apply(EntityRows rows, int? maxPageSize = null);

    /// <summary>How many rows match filter and search, whatever <c>$top</c> and <c>$skip</c> say.</summary>
    public abstract long CountOf(EntityRows rows);
}

/// <summary>A navigation that is expanded.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Query">What is asked of the rows there.</param>
public sealed record ExpandedNavigation(string Name, Query Query);

/// <summary>A query that was read and can be asked of rows.</summary>
/// <typeparam name="TRow">A row.</typeparam>
public sealed class Query<TRow> : Query
    where TRow : class
{
    private readonly QueryPlan<TRow> _plan;

    internal Query(EntitySet<TRow> set, QueryPlan<TRow> plan, QueryRequest request)
        : base(set, plan, request) => _plan = plan;

    /// <inheritdoc/>
    public override IReadOnlyList<object?>? After => Request.Token?.Values is { } values ? _plan.KeyOf(values) : null;

    /// <summary>Whether a row matches filter and search.</summary>
    public bool Matches(TRow row) => _plan.Matches is not { } matches || matches(row);

    /// <inheritdoc/>
    public override QueryResult Apply(EntityRows rows, int? maxPageSize = null) => Apply((EntityRows<TRow>)rows, maxPageSize);

    /// <inheritdoc cref="Apply(EntityRows, int?)"/>
    public QueryResult<TRow> Apply(IEnumerable<TRow> rows, int? maxPageSize = null) => Apply(((EntitySet<TRow>)Set).Rows(rows), maxPageSize);

    /// <inheritdoc cref="Apply(EntityRows, int?)"/>
    public QueryResult<TRow> Apply(EntityRows<TRow> rows, int? maxPageSize = null)
    {
        var page = new Page(this, maxPageSize);
        if (_plan.IsByKey)
        {
            Walk(rows, null, page);
        }
        else if (rows.TryOrderOf(_plan, out var order) || page.Wanted > rows.Count / 2)
        {
            order ??= rows.MakeOrderOf(_plan);
            if (Count && _plan.Matches is { } matches)
            {
                Sift(rows, order, matches, page);
            }
            else
            {
                Walk(rows, order.Places, page);
            }
        }
        else
        {
            Select(rows, page);
        }

        return page.ToResult(rows);
    }

    /// <summary>
    /// Answers the query over rows that have an order of their own, which holds where the query asks for none; without paging. With the number of rows that
    /// match, where it asks for it.
    /// </summary>
    /// <param name="rows">The rows in their order.</param>
    public (IReadOnlyList<TRow> Rows, long? Count) ApplyInOrder(IReadOnlyList<TRow> rows)
    {
        var (found, count) = _plan.Nested(rows);
        return ([.. found], count);
    }

    /// <summary>Answers the query over rows that are read one by one. Constant memory: a page at most is kept.</summary>
    /// <param name="rows">The rows in the key's order, from the first after <see cref="Query.After"/>.</param>
    /// <param name="maxPageSize">The client's own page size; the set's is the most there is.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<QueryResult<TRow>> ApplyAsync(IAsyncEnumerable<TRow> rows, int? maxPageSize = null, CancellationToken cancellationToken = default)
    {
        if (!_plan.IsByKey)
        {
            throw new InvalidOperationException($"Rows of {Set.Name} are read in the order of their key.");
        }

        // The number that matched when the client began: a later page doesn't see the rows before it.
        var counts = Count && Request.Token is null;
        var page = new Page(this, maxPageSize) { Total = Request.Token?.Count ?? 0 };
        await foreach (var row in rows.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            if (!Matches(row))
            {
                continue;
            }

            page.Total += counts ? 1 : 0;
            if (!page.Add(row, -1) && !counts)
            {
                break;
            }
        }

        return page.ToResult(null);
    }

    /// <inheritdoc/>
    public override long CountOf(EntityRows rows)
    {
        var all = (EntityRows<TRow>)rows;
        return _plan.Matches is { } matches ? all.CountOf(matches) : all.Count;
    }

    // In an order that is known, until the page is full.
    private void Walk(EntityRows<TRow> rows, int[]? order, Page page)
    {
        var matches = _plan.Matches;
        var start = Request.Token is { } token ? rows.FirstAfter(_plan, order, token.Values) : 0;
        var counts = Count && matches is not null;
        page.Total = Count && matches is null ? rows.Count : 0;
        for (var i = counts ? 0 : start; i < rows.Count; i++)
        {
            var index = order is null ? i : order[i];
            if (matches?.Invoke(rows[index]) == false)
            {
                continue;
            }

            page.Total += counts ? 1 : 0;
            if (i >= start && !page.Add(rows[index], index) && !counts)
            {
                break;
            }
        }
    }

    // All rows must be looked at to count them: as they lie, then only those that match are put in order.
    private void Sift(EntityRows<TRow> rows, RowOrder order, Func<TRow, bool> matches, Page page)
    {
        var ranks = new List<int>();
        for (var i = 0; i < rows.Count; i++)
        {
            if (matches(rows[i]))
            {
                ranks.Add(order.Ranks[i]);
            }
        }

        page.Total = ranks.Count;
        var start = Request.Token is { } token ? rows.FirstAfter(_plan, order.Places, token.Values) : 0;
        ranks.Sort();
        foreach (var rank in ranks)
        {
            var index = order.Places[rank];
            if (rank >= start && !page.Add(rows[index], index))
            {
                break;
            }
        }
    }

    // In an order that nobody asked for before: only the page's rows are put in order.
    private void Select(EntityRows<TRow> rows, Page page)
    {
        var matches = _plan.Matches;
        var first = new PriorityQueue<int, int>(Comparer<int>.Create((x, y) => _plan.Compare(rows[y], rows[x])));
        for (var i = 0; i < rows.Count; i++)
        {
            var row = rows[i];
            if (matches?.Invoke(row) == false)
            {
                continue;
            }

            page.Total++;
            if (Request.Token is { } token && _plan.CompareWith(row, token.Values) <= 0)
            {
                continue;
            }

            if (first.Count < page.Wanted)
            {
                first.Enqueue(i, i);
            }
            else if (_plan.Compare(row, rows[first.Peek()]) < 0)
            {
                first.DequeueEnqueue(i, i);
            }
        }

        var selected = new int[first.Count];
        for (var i = selected.Length - 1; i >= 0; i--)
        {
            selected[i] = first.Dequeue();
        }

        foreach (var index in selected)
        {
            page.Add(rows[index], index);
        }
    }

    // Collects a page: what was skipped, what is on it, and whether there is more.
    private sealed class Page
    {
        private readonly Query<TRow> _query;
        private readonly long? _top;
        private readonly long _most;
        private readonly List<TRow> _rows = [];
        private readonly List<int> _indexes = [];
        private long _skip;
        private bool _hasMore;

        public Page(Query<TRow> query, int? maxPageSize)
        {
            _query = query;
            var token = query.Request.Token;
            _top = token is null ? query.Top : token.Top;
            _skip = token is null ? query.Skip ?? 0 : 0;
            var wanted = maxPageSize > 0 ? maxPageSize : null;
            var size = query.Set.PageSize is { } own ? Math.Min(own, wanted ?? own) : wanted;
            _most = Math.Min(_top ?? long.MaxValue, size ?? long.MaxValue);
        }

        public long Total { get; set; }

        // So many rows of the order, and one more to know whether there are others.
        public long Wanted => _most > long.MaxValue - _skip - 1 ? long.MaxValue : _skip + _most + 1;

        // False when the page takes no more.
        public bool Add(TRow row, int index)
        {
            if (_skip > 0)
            {
                _skip--;
                return true;
            }

            if (_rows.Count >= _most)
            {
                _hasMore = _rows.Count < (_top ?? long.MaxValue);
                return false;
            }

            _rows.Add(row);
            _indexes.Add(index);
            return true;
        }

        public QueryResult<TRow> ToResult(EntityRows<TRow>? source) =>
            new(_query, _rows, source, _indexes, _query.Count ? Total : null, _top, _hasMore);
    }
}
