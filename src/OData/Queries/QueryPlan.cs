using System.Linq.Expressions;
using System.Text.Json;
using Microsoft.OData.UriParser;

namespace Hsvo.OData;

/// <summary>A query made ready to run: what is the same for every request with the same options. Remembered by their text.</summary>
internal abstract class QueryPlan
{
    public required IReadOnlyDictionary<string, IReadOnlyCollection<object>> Required { get; init; }

    public required IReadOnlyList<string>? SelectedNames { get; init; }

    public required IReadOnlyList<(Navigation Navigation, QueryPlan Plan)> Expanded { get; init; }

    public required bool Count { get; init; }

    public required long? Top { get; init; }

    public required long? Skip { get; init; }

    /// <summary>What the rows are sorted by before their key, as text that tells orders apart.</summary>
    public required string OrderText { get; init; }

    public abstract bool IsFiltered { get; }

    /// <summary>The types of what the rows are sorted by, key included.</summary>
    public abstract IReadOnlyList<Type> SortTypes { get; }

    /// <summary>Every property and nothing more.</summary>
    public bool IsWholeRow => SelectedNames is null && Expanded.Count == 0;
}

internal sealed class QueryPlan<TRow> : QueryPlan
    where TRow : class
{
    private readonly EntityProperty<TRow>[] _written;
    private readonly int[] _keyPlaces;
    private readonly Lazy<Func<TRow, bool>?> _matches;

    private QueryPlan(Expression<Func<TRow, bool>>? filter, IReadOnlyList<SortKey<TRow>> sortKeys, int[] keyPlaces, EntityProperty<TRow>[] written)
    {
        _matches = new(() => filter is null ? null : FilterShapes<TRow>.Compile(filter));
        (IsFiltered, SortKeys, _keyPlaces, _written) = (filter is not null, sortKeys, keyPlaces, written);
    }

    public override bool IsFiltered { get; }

    /// <summary>Whether a row matches filter and search; null when every row does.</summary>
    public Func<TRow, bool>? Matches => _matches.Value;

    public IReadOnlyList<SortKey<TRow>> SortKeys { get; }

    /// <summary>Whether the order is the key's own.</summary>
    public required bool IsByKey { get; init; }

    public override IReadOnlyList<Type> SortTypes => [.. SortKeys.Select(k => k.ValueType)];

    public static QueryPlan<TRow> Compile(EntitySet<TRow> set, QueryClauses clauses)
    {
        var filter = FilterExpressions.Compile<TRow>(set, clauses.Filter, clauses.Search);
        var (sortKeys, keyPlaces, isByKey) = QueryFaultException.In("$orderby", () => SortOrder.Compile(set, clauses.OrderBy));
        var selected = QueryFaultException.In("$select", () => SelectedOf(clauses.SelectExpand));
        var expanded = QueryFaultException.In("$expand", () => ExpandedOf(set, clauses.SelectExpand).ToList());
        return new(filter, sortKeys, keyPlaces, [.. set.TypedProperties.Where(p => selected?.Contains(p.Name) != false)])
        {
            IsByKey = isByKey,
            Required = clauses.Filter is { } clause ? RequiredValues.Of(clause) : new Dictionary<string, IReadOnlyCollection<object>>(),
            SelectedNames = selected,
            Expanded = expanded,
            Count = clauses.Count,
            Top = clauses.Top,
            Skip = clauses.Skip,
            OrderText = clauses.OrderBy is null ? "" : clauses.OrderByText,
        };
    }

    public int Compare(TRow x, TRow y)
    {
        foreach (var key in SortKeys)
        {
            if (key.Compare(x, y) is var order and not 0)
            {
                return order;
            }
        }

        return 0;
    }

    public int CompareWith(TRow row, IReadOnlyList<object?> values)
    {
        for (var i = 0; i < SortKeys.Count; i++)
        {
            if (SortKeys[i].CompareWith(row, values[i]) is var order and not 0)
            {
                return order;
            }
        }

        return 0;
    }

    /// <summary>The values of the key among the values sorted by.</summary>
    public IReadOnlyList<object?> KeyOf(IReadOnlyList<object?> sortValues) => [.. _keyPlaces.Select(p => sortValues[p])];

    /// <summary>The rows of an expanded collection, and their number before <c>$top</c> and <c>$skip</c> when it was asked.</summary>
    public (IEnumerable<TRow> Rows, long? Count) Nested(IReadOnlyList<TRow> rows)
    {
        IEnumerable<TRow> found = rows;
        if (Matches is { } matches)
        {
            found = rows.Where(matches);
        }

        if (OrderText.Length > 0)
        {
            found = found.Order(Comparer<TRow>.Create(Compare));
        }

        long? count = null;
        if (Count)
        {
            var all = found.ToList();
            (found, count) = (all, all.Count);
        }

        found = Skip is { } skip ? found.Skip((int)Math.Min(skip, int.MaxValue)) : found;
        return (Top is { } top ? found.Take((int)Math.Min(top, int.MaxValue)) : found, count);
    }

    public void Write(Utf8JsonWriter json, TRow row)
    {
        json.WriteStartObject();
        WriteMembers(json, row);
        json.WriteEndObject();
    }

    public void WriteMembers(Utf8JsonWriter json, TRow row)
    {
        foreach (var property in _written)
        {
            json.WritePropertyName(property.JsonName);
            property.Write(json, row);
        }

        foreach (var (navigation, plan) in Expanded)
        {
            ((Navigation<TRow>)navigation).Write(json, row, plan);
        }
    }

    private static List<string>? SelectedOf(SelectExpandClause? clause)
    {
        if (clause is null || clause.AllSelected)
        {
            return null;
        }

        var names = new List<string>();
        foreach (var item in clause.SelectedItems)
        {
            switch (item)
            {
                case PathSelectItem { SelectedPath: { Count: 1 } path, HasOptions: false } when path.FirstSegment is PropertySegment or NavigationPropertySegment:
                    if (!names.Contains(path.FirstSegment.Identifier))
                    {
                        names.Add(path.FirstSegment.Identifier);
                    }

                    break;
                case WildcardSelectItem:
                    return null;
                case ExpandedNavigationSelectItem:
                    break;
                default:
                    throw new NotOfferedException("$select av annat än egenskaper", "$select of anything but properties");
            }
        }

        return names;
    }

    private static IEnumerable<(Navigation Navigation, QueryPlan Plan)> ExpandedOf(EntitySet<TRow> set, SelectExpandClause? clause)
    {
        foreach (var item in clause?.SelectedItems ?? [])
        {
            switch (item)
            {
                case ExpandedNavigationSelectItem expanded when expanded.PathToNavigationProperty.Count == 1:
                    var navigation = set.NavigationNamed(expanded.PathToNavigationProperty.FirstSegment.Identifier);
                    if (!navigation.IsCollection && HasOptionsOfMany(expanded))
                    {
                        throw new NotOfferedException(
                            $"annat än $select och $expand i {navigation.Name}, som är en enda rad", $"anything but $select and $expand in {navigation.Name}, which is one row");
                    }

                    yield return (navigation, navigation.Target.Compile(ClausesOf(expanded)));
                    break;
                case ExpandedReferenceSelectItem or ExpandedNavigationSelectItem:
                    throw new NotOfferedException("$expand av annat än navigeringar", "$expand of anything but navigations");
                default:
                    break;
            }
        }
    }

    private static bool HasOptionsOfMany(ExpandedNavigationSelectItem item) =>
        item.FilterOption is not null || item.SearchOption is not null || item.OrderByOption is not null || item.TopOption is not null
        || item.SkipOption is not null || item.CountOption is not null;

    private static QueryClauses ClausesOf(ExpandedNavigationSelectItem item) => new()
    {
        Filter = item.FilterOption,
        Search = item.SearchOption,
        OrderBy = item.OrderByOption,
        SelectExpand = item.SelectAndExpand,
        Top = item.TopOption,
        Skip = item.SkipOption,
        Count = item.CountOption ?? false,
    };
}
