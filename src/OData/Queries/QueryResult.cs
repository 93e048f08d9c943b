using System.Text.Json;

namespace Hsvo.OData;

/// <summary>A page of rows.</summary>
public abstract class QueryResult
{
    private readonly long? _top;

    private protected QueryResult(Query query, long? count, long? top, bool hasMore) => (Query, Count, _top, HasMore) = (query, count, top, hasMore);

    /// <summary>What was asked.</summary>
    public Query Query { get; }

    /// <summary>How many rows match in all; null when it wasn't asked.</summary>
    public long? Count { get; }

    /// <summary>Whether rows follow on another page.</summary>
    public bool HasMore { get; }

    /// <summary>How many rows are on the page.</summary>
    public abstract int RowCount { get; }

    /// <summary>The <c>$skiptoken</c> of the next page; null on the last.</summary>
    public string? NextToken => HasMore ? TokenAfter(RowCount) : null;

    /// <summary>The token that goes on after so many of the page's rows.</summary>
    internal string TokenAfter(int rows) =>
        new PageToken(_top - rows, Count, ValuesOf(rows - 1)).ToText(Query.Request.Binding);

    /// <summary>Whether the client may have more rows than these many of the page.</summary>
    internal bool HasMoreAfter(int rows) => HasMore || rows < RowCount;

    internal abstract void WriteRow(Utf8JsonWriter json, int row);

    private protected abstract IReadOnlyList<object?> ValuesOf(int row);
}

/// <summary>A page of rows.</summary>
/// <typeparam name="TRow">A row.</typeparam>
public sealed class QueryResult<TRow> : QueryResult
    where TRow : class
{
    private readonly QueryPlan<TRow> _plan;
    private readonly EntityRows<TRow>? _source;
    private readonly IReadOnlyList<int> _indexes;

    internal QueryResult(
        Query<TRow> query, IReadOnlyList<TRow> rows, EntityRows<TRow>? source, IReadOnlyList<int> indexes, long? count, long? top, bool hasMore)
        : base(query, count, top, hasMore) => (_plan, Rows, _source, _indexes) = ((QueryPlan<TRow>)query.Plan, rows, source, indexes);

    /// <summary>The rows.</summary>
    public IReadOnlyList<TRow> Rows { get; }

    /// <inheritdoc/>
    public override int RowCount => Rows.Count;

    internal override void WriteRow(Utf8JsonWriter json, int row)
    {
        if (_source is not null && _plan.IsWholeRow)
        {
            json.WriteRawValue(_source.JsonOf(_indexes[row]), skipInputValidation: true);
        }
        else
        {
            _plan.Write(json, Rows[row]);
        }
    }

    private protected override IReadOnlyList<object?> ValuesOf(int row) => [.. _plan.SortKeys.Select(k => k.ValueOf(Rows[row]))];
}
