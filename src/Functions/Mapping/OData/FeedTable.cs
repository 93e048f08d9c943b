namespace Hsvo.Functions.Mapping.OData;

/// <summary>A row with the tables it stands in: its navigations are look-ups by key, and rows know nothing of each other.</summary>
/// <typeparam name="TRow">The row as it is published.</typeparam>
/// <param name="row">The row.</param>
/// <param name="tables">The tables.</param>
internal sealed class FeedRow<TRow>(TRow row, FeedTables tables)
    where TRow : class
{
    public TRow Row { get; } = row;

    public FeedTables Tables { get; } = tables;
}

/// <summary>The rows of one set.</summary>
/// <typeparam name="TRow">The row as it is published.</typeparam>
internal sealed class FeedTable<TRow>
    where TRow : class
{
    private readonly Lazy<Dictionary<string, FeedRow<TRow>>> _byKey;

    public FeedTable(FeedTables tables, IEnumerable<TRow> rows, Func<TRow, string> key)
    {
        Rows = [.. rows.OrderBy(key, StringComparer.Ordinal).Select(r => new FeedRow<TRow>(r, tables))];
        _byKey = new(() => Rows.ToDictionary(r => key(r.Row), StringComparer.Ordinal));
    }

    /// <summary>The rows, by key.</summary>
    public IReadOnlyList<FeedRow<TRow>> Rows { get; }

    /// <summary>The row with a key; null without a key, or when there is none.</summary>
    public FeedRow<TRow>? Find(string? key) => key is null ? null : _byKey.Value.GetValueOrDefault(key);

    /// <summary>The rows by what stands in a column that points at another table.</summary>
    public FeedIndex<TRow> By(Func<TRow, string?> column) => new(this, column);
}

/// <summary>The rows of a set by a column that points at another one.</summary>
/// <typeparam name="TRow">The row as it is published.</typeparam>
internal sealed class FeedIndex<TRow>(FeedTable<TRow> table, Func<TRow, string?> column)
    where TRow : class
{
    private readonly Lazy<Dictionary<string, FeedRow<TRow>[]>> _rows = new(() =>
        table.Rows.Where(r => column(r.Row) is not null).GroupBy(r => column(r.Row)!, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal));

    public IReadOnlyList<FeedRow<TRow>> this[string key] => _rows.Value.GetValueOrDefault(key) ?? [];
}
