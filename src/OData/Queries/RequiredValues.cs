using System.Linq.Expressions;
using Microsoft.OData.UriParser;

namespace Hsvo.OData;

/// <summary>Which values a filter leaves a property, as far as <c>eq</c>, <c>in</c> and <c>or</c> of these on one property tell.</summary>
internal static class RequiredValues
{
    public static Dictionary<string, IReadOnlyCollection<object>> Of(FilterClause filter)
    {
        var found = new Dictionary<string, IReadOnlyCollection<object>>(StringComparer.Ordinal);
        Collect(filter.Expression, found);
        return found;
    }

    private static void Collect(QueryNode node, Dictionary<string, IReadOnlyCollection<object>> found)
    {
        if (Plain(node) is BinaryOperatorNode { OperatorKind: BinaryOperatorKind.And } and)
        {
            Collect(and.Left, found);
            Collect(and.Right, found);
        }
        else if (Alternatives(node) is var (property, values))
        {
            found[property] = found.TryGetValue(property, out var known) ? [.. known.Intersect(values)] : values;
        }
    }

    private static (string Property, IReadOnlyCollection<object> Values)? Alternatives(QueryNode node)
    {
        switch (Plain(node))
        {
            case BinaryOperatorNode { OperatorKind: BinaryOperatorKind.Equal } equal:
                return Equal(equal.Left, equal.Right) ?? Equal(equal.Right, equal.Left);
            case BinaryOperatorNode { OperatorKind: BinaryOperatorKind.Or } or:
                return Alternatives(or.Left) is var (one, some) && Alternatives(or.Right) is var (other, more) && one == other
                    ? (one, [.. some.Union(more)])
                    : null;
            case InNode { Right: CollectionConstantNode among } within when Plain(within.Left) is SingleValuePropertyAccessNode access && PropertyOf(access) is { } property
                && EdmTypes.TypeOf(access.TypeReference) is { } type:
                object?[] values = [.. among.Collection.Select(c => InLists.ValueOf(c, type))];
                return values.Contains(null) ? null : (property, values!);
            default:
                return null;
        }
    }

    private static string? PropertyOf(QueryNode node) =>
        Plain(node) is SingleValuePropertyAccessNode { Source: ResourceRangeVariableReferenceNode } access ? access.Property.Name : null;

    // A number of another type than the property's isn't one of its values as it is.
    private static (string Property, IReadOnlyCollection<object> Values)? Equal(QueryNode left, QueryNode right) =>
        PropertyOf(left) is { } property && Plain(left) is SingleValueNode { TypeReference: { } type } && EdmTypes.TypeOf(type) is { } wanted
        && Plain(right) is ConstantNode { Value: not null } constant && Constants.Of(constant) is ConstantExpression { Value: { } value } && wanted.IsInstanceOfType(value)
            ? (property, [value])
            : null;

    private static QueryNode Plain(QueryNode node) => node is ConvertNode convert ? Plain(convert.Source) : node;
}
