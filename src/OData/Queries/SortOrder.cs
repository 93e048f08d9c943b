using System.Linq.Expressions;
using Microsoft.OData.UriParser;

namespace Hsvo.OData;

/// <summary>Makes an <c>$orderby</c> into sort keys; those of the entity's key come last, so that the order is the same every time.</summary>
internal static class SortOrder
{
    private const int MaxKeys = 20;

    public static (IReadOnlyList<SortKey<TRow>> SortKeys, int[] KeyPlaces, bool IsByKey) Compile<TRow>(EntitySet<TRow> set, OrderByClause? clause)
        where TRow : class
    {
        var keys = set.TypedProperties.Where(p => p.IsKey).ToList();
        var places = Enumerable.Repeat(-1, keys.Count).ToArray();
        var sortKeys = new List<SortKey<TRow>>();
        var isByKey = true;
        var count = 0;
        for (var next = clause; next is not null; next = next.ThenBy)
        {
            if (++count > MaxKeys)
            {
                throw new MalformedQueryException($"$orderby har mer än {MaxKeys} delar.", $"$orderby has more than {MaxKeys} items.");
            }

            var isDescending = next.Direction == OrderByDirection.Descending;
            var own = next.Expression is SingleValuePropertyAccessNode { Source: ResourceRangeVariableReferenceNode } access
                ? set.TypedProperties.FirstOrDefault(p => p.Name == access.Property.Name)
                : null;
            var place = own is null ? -1 : keys.IndexOf(own);
            if (place >= 0 && places[place] < 0)
            {
                places[place] = sortKeys.Count;
            }

            isByKey &= place == sortKeys.Count && !isDescending;

            // A property knows how to compare already: no code is to be compiled for it.
            sortKeys.Add(own?.SortedBy(isDescending) ?? KeyOf<TRow>(FilterExpressions.ValueOf<TRow>(set, next.Expression, next.RangeVariable), isDescending));
        }

        if (set.IsSortedByKeyAlone && !isByKey)
        {
            throw new NotOfferedException(
                $"$orderby på annat än nyckeln {string.Join(", ", set.KeyNames)}, stigande",
                $"$orderby on anything but the key {string.Join(", ", set.KeyNames)}, ascending");
        }

        for (var i = 0; i < keys.Count; i++)
        {
            if (places[i] < 0)
            {
                places[i] = sortKeys.Count;
                sortKeys.Add(keys[i].SortedBy(isDescending: false));
            }
        }

        return (sortKeys, places, isByKey);
    }

    private static SortKey<TRow> KeyOf<TRow>(LambdaExpression value, bool isDescending)
    {
        if (!value.ReturnType.IsValueType && value.ReturnType != typeof(string))
        {
            throw new NotOfferedException("ordning efter annat än värden", "sorting by anything but values");
        }

        var type = typeof(SortKey<,>).MakeGenericType(typeof(TRow), value.ReturnType);
        return (SortKey<TRow>)Activator.CreateInstance(type, value.Compile(), isDescending)!;
    }
}
