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
                return PropertyOf(equal.Left) is { } left && ValueOf(equal.Right) is { } right ? (left, [right])
                    : PropertyOf(equal.Right) is { } name && ValueOf(equal.Left) is { } value ? (name, [value])
                    : null;
            case BinaryOperatorNode { OperatorKind: BinaryOperatorKind.Or } or:
                return Alternatives(or.Left) is var (one, some) && Alternatives(or.Right) is var (other, more) && one == other
                    ? (one, [.. some.Union(more)])
                    : null;
            case InNode { Right: CollectionConstantNode among } within when PropertyOf(within.Left) is { } property:
                object?[] values = [.. among.Collection.Select(c => ValueOf(c))];
                return values.Any(v => v is null) ? null : (property, values!);
            default:
                return null;
        }
    }

    private static string? PropertyOf(QueryNode node) =>
        Plain(node) is SingleValuePropertyAccessNode { Source: ResourceRangeVariableReferenceNode } access ? access.Property.Name : null;

    private static object? ValueOf(QueryNode node) =>
        Plain(node) is ConstantNode { Value: { } value, TypeReference: { } type } && EdmTypes.TypeOf(type) is { } known ? Constants.Of(value, known) : null;

    private static QueryNode Plain(QueryNode node) => node is ConvertNode convert ? Plain(convert.Source) : node;
}
