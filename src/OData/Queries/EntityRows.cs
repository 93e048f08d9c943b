using System.Buffers;
using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Hsvo.OData;

/// <summary>All rows of a set at one time, ready to be queried many times.</summary>
public abstract class EntityRows
{
    private protected EntityRows(EntitySet set) => Set = set;

    /// <summary>The set.</summary>
    public EntitySet Set { get; }

    /// <summary>How many there are.</summary>
    public abstract int Count { get; }

    /// <summary>Whether a row has a key. The empty key is the only row's.</summary>
    public abstract bool Contains(IReadOnlyList<object?> key);

    /// <summary>The rows at the other end of a navigation; null when no row has the key that it goes out from.</summary>
    public abstract EntityRows? Follow(IReadOnlyList<object?> key, string navigation);

    /// <summary>Whether a property of the row with a key is null.</summary>
    /// <exception cref="ArgumentException">No row has it.</exception>
    public bool IsNull(IReadOnlyList<object?> key, string property) => JsonOf(key, property).SequenceEqual("null"u8);

    /// <summary>A property of the row with a key as text (OData Protocol 4.01, 11.2.4.1).</summary>
    /// <exception cref="ArgumentException">No row has it.</exception>
    public string TextOf(IReadOnlyList<object?> key, string property)
    {
        var value = JsonElement.Parse(JsonOf(key, property));
        return value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
    }

    internal abstract ReadOnlySpan<byte> JsonOf(IReadOnlyList<object?> key, string property);

    /// <summary>The values of a row's key, when it was found by the empty one too.</summary>
    internal abstract IReadOnlyList<object?> KeyOf(IReadOnlyList<object?> key);

    internal abstract void WriteMembers(Utf8JsonWriter json, IReadOnlyList<object?> key, QueryPlan plan);
}

/// <summary>All rows of a set at one time, sorted by key, ready to be queried many times.</summary>
/// <typeparam name="TRow">A row.</typeparam>
public sealed class EntityRows<TRow> : EntityRows
    where TRow : class
{
    // Orders of 20,000 rows take 160 KB each; more than these at a time aren't asked for in practice.
    private const int MaxOrders = 16;

    private readonly TRow[] _rows;
    private readonly byte[]?[] _json;
    private readonly QueryPlan<TRow> _whole;
    private readonly ConcurrentDictionary<string, RowOrder?> _orders = new(StringComparer.Ordinal);

    internal EntityRows(EntitySet<TRow> set, IEnumerable<TRow> rows)
        : base(set)
    {
        _whole = QueryPlan<TRow>.Compile(set, new());
        _rows = [.. rows];
        for (var i = 1; i < _rows.Length; i++)
        {
            if (_whole.Compare(_rows[i - 1], _rows[i]) >= 0)
            {
                Array.Sort(_rows, _whole.Compare);
                break;
            }
        }

        for (var i = 1; i < _rows.Length; i++)
        {
            if (_whole.Compare(_rows[i - 1], _rows[i]) == 0)
            {
                throw new ArgumentException($"Two rows of {set.Name} have the same key.", nameof(rows));
            }
        }

        _json = new byte[]?[_rows.Length];
    }

    /// <inheritdoc/>
    public override int Count => _rows.Length;

    /// <summary>The row at a place in the key's order.</summary>
    public TRow this[int index] => _rows[index];

    /// <inheritdoc/>
    public override bool Contains(IReadOnlyList<object?> key) => TryFind(key, out _);

    /// <inheritdoc/>
    public override EntityRows? Follow(IReadOnlyList<object?> key, string navigation) =>
        TryFind(key, out var row) ? ((Navigation<TRow>)Set.NavigationNamed(navigation)).RowsFrom(row) : null;

    /// <summary>Finds the row with a key. The empty key is the only row's.</summary>
    public bool TryFind(IReadOnlyList<object?> key, [NotNullWhen(true)] out TRow? row)
    {
        if (key.Count == 0)
        {
            row = _rows is [var only] ? only : null;
            return row is not null;
        }

        row = null;
        var index = FirstAfter(_whole, null, key) - 1;
        if (index >= 0 && _whole.CompareWith(_rows[index], key) == 0)
        {
            row = _rows[index];
        }

        return row is not null;
    }

    internal override ReadOnlySpan<byte> JsonOf(IReadOnlyList<object?> key, string property)
    {
        var value = new ArrayBufferWriter<byte>(64);
        using (var json = new Utf8JsonWriter(value, FeedWriter.Options))
        {
            ((EntityProperty<TRow>)Set.PropertyNamed(property)).Write(json, Find(key));
        }

        return value.WrittenSpan;
    }

    internal override IReadOnlyList<object?> KeyOf(IReadOnlyList<object?> key) => [.. _whole.SortKeys.Select(k => k.ValueOf(Find(key)))];

    internal override void WriteMembers(Utf8JsonWriter json, IReadOnlyList<object?> key, QueryPlan plan) => ((QueryPlan<TRow>)plan).WriteMembers(json, Find(key));

    internal long CountOf(Func<TRow, bool> matches)
    {
        var count = 0L;
        foreach (var row in _rows)
        {
            count += matches(row) ? 1 : 0;
        }

        return count;
    }

    /// <summary>The row's JSON with all its properties.</summary>
    internal byte[] JsonOf(int index)
    {
        if (_json[index] is { } known)
        {
            return known;
        }

        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer, FeedWriter.Options))
        {
            _whole.Write(json, _rows[index]);
        }

        return _json[index] = buffer.WrittenSpan.ToArray();
    }

    /// <summary>
    /// A plan's order, if it is known. It is made when it is asked for the second time: a client that pages asks for each page, and one that asks once needs no
    /// more than a page of it.
    /// </summary>
    internal bool TryOrderOf(QueryPlan<TRow> plan, [NotNullWhen(true)] out RowOrder? order)
    {
        order = null;
        if (_orders.TryGetValue(plan.OrderText, out var known))
        {
            order = known ?? MakeOrderOf(plan);
            return true;
        }

        Remember(plan, null);
        return false;
    }

    /// <summary>Makes a plan's order.</summary>
    internal RowOrder MakeOrderOf(QueryPlan<TRow> plan)
    {
        var places = new int[_rows.Length];
        for (var i = 0; i < places.Length; i++)
        {
            places[i] = i;
        }

        Array.Sort(places, (x, y) => plan.Compare(_rows[x], _rows[y]));
        var ranks = new int[places.Length];
        for (var i = 0; i < places.Length; i++)
        {
            ranks[places[i]] = i;
        }

        var order = new RowOrder(places, ranks);
        Remember(plan, order);
        return order;
    }

    /// <summary>The first place in an order whose row comes after the values, whether a row has them or not.</summary>
    internal int FirstAfter(QueryPlan<TRow> plan, int[]? order, IReadOnlyList<object?> values)
    {
        var (low, high) = (0, _rows.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (plan.CompareWith(_rows[order is null ? middle : order[middle]], values) <= 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    private TRow Find(IReadOnlyList<object?> key) => TryFind(key, out var row) ? row : throw new ArgumentException("No row has the key.", nameof(key));

    private void Remember(QueryPlan<TRow> plan, RowOrder? order)
    {
        if (_orders.Count >= MaxOrders)
        {
            _orders.Clear();
        }

        _orders[plan.OrderText] = order;
    }
}

/// <summary>An order of rows.</summary>
/// <param name="Places">For each place in the order, which row.</param>
/// <param name="Ranks">For each row, its place.</param>
internal sealed record RowOrder(int[] Places, int[] Ranks);
