using System.Linq.Expressions;
using Microsoft.OData.UriParser;

namespace Hsvo.OData;

/// <summary>Makes filters, searches and sort expressions into expressions over rows.</summary>
internal static class FilterExpressions
{
    /// <summary>What a row must be to match filter and search; null when all match.</summary>
    public static Expression<Func<TRow, bool>>? Compile<TRow>(EntitySet set, FilterClause? filter, SearchClause? search)
    {
        var row = Expression.Parameter(typeof(TRow), "row");
        var filtered = filter is null ? null : QueryFaultException.In("$filter", () => new ExpressionCompiler(set, row, filter.RangeVariable).True(filter.Expression));
        var found = search is null ? null : QueryFaultException.In("$search", () => SearchExpressions.Compile(set, row, search.Expression));
        return (filtered, found) switch
        {
            (null, null) => null,
            (null, { } body) => Expression.Lambda<Func<TRow, bool>>(body, row),
            ({ } body, null) => Expression.Lambda<Func<TRow, bool>>(body, row),
            ({ } left, { } right) => Expression.Lambda<Func<TRow, bool>>(Expression.AndAlso(left, right), row),
        };
    }

    /// <summary>The value of an expression for a row.</summary>
    public static LambdaExpression ValueOf<TRow>(EntitySet set, QueryNode node, RangeVariable variable)
    {
        var row = Expression.Parameter(typeof(TRow), "row");
        return Expression.Lambda(new ExpressionCompiler(set, row, variable).Value(node), row);
    }
}
