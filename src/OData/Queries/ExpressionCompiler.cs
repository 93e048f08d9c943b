using System.Linq.Expressions;
using Microsoft.OData.Edm;
using Microsoft.OData.UriParser;

namespace Hsvo.OData;

/// <summary>
/// Makes a query's nodes into expressions. What is true or false may also be null (OData URL Conventions 4.01, 5.1.1.1): <see cref="True"/> is when it is
/// true, <see cref="False"/> when it is false, and when it is null neither holds, so that a row is found by the cheap two-valued code alone.
/// </summary>
internal sealed class ExpressionCompiler
{
    private static readonly HashSet<BinaryOperatorKind> Comparisons =
    [
        BinaryOperatorKind.Equal, BinaryOperatorKind.NotEqual, BinaryOperatorKind.GreaterThan, BinaryOperatorKind.GreaterThanOrEqual,
        BinaryOperatorKind.LessThan, BinaryOperatorKind.LessThanOrEqual,
    ];

    private readonly Dictionary<string, (Expression Row, EntitySet Set)> _variables = new(StringComparer.Ordinal);

    public ExpressionCompiler(EntitySet set, ParameterExpression row, RangeVariable variable) => _variables[variable.Name] = (row, set);

    /// <summary>Whether a condition is true.</summary>
    public Expression True(QueryNode node) => node switch
    {
        BinaryOperatorNode { OperatorKind: BinaryOperatorKind.And } and => Expression.AndAlso(True(and.Left), True(and.Right)),
        BinaryOperatorNode { OperatorKind: BinaryOperatorKind.Or } or => Expression.OrElse(True(or.Left), True(or.Right)),
        UnaryOperatorNode { OperatorKind: UnaryOperatorKind.Not } not => False(not.Operand),
        BinaryOperatorNode binary when Comparisons.Contains(binary.OperatorKind) => Compare(binary),
        InNode within => In(within),
        LambdaNode lambda => Quantify(lambda),
        ConvertNode convert when IsBoolean(convert.Source) => True(convert.Source),
        _ => Is(Value(node), true),
    };

    /// <summary>Whether a condition is false.</summary>
    public Expression False(QueryNode node) => node switch
    {
        BinaryOperatorNode { OperatorKind: BinaryOperatorKind.And } and => Expression.OrElse(False(and.Left), False(and.Right)),
        BinaryOperatorNode { OperatorKind: BinaryOperatorKind.Or } or => Expression.AndAlso(False(or.Left), False(or.Right)),
        UnaryOperatorNode { OperatorKind: UnaryOperatorKind.Not } not => True(not.Operand),
        ConvertNode convert when IsBoolean(convert.Source) => False(convert.Source),
        _ when IsNeverNull(node) => Expression.Not(True(node)),
        _ => Is(Value(node), false),
    };

    /// <summary>The value of an expression, of a nullable type where it can be null.</summary>
    public Expression Value(QueryNode node)
    {
        switch (node)
        {
            case ConstantNode constant:
                return Constants.Of(constant);
            case ConvertNode convert:
                return Conversions.Convert(Value(convert.Source), convert.TypeReference);
            case SingleValuePropertyAccessNode access:
                return Property(access);
            case SingleNavigationNode:
                return Source(node).Row;
            case CountNode { Source: CollectionNavigationNode { Source: ResourceRangeVariableReferenceNode } from }:
                return Count(from);
            case ParameterAliasNode:
                throw new NotOfferedException("alias för värden (@namn)", "parameter aliases (@name)");
            case SingleValueFunctionCallNode call:
                FilterFunctions.CheckName(call.Name);
                return FilterFunctions.Call(call.Name, [.. call.Parameters.Select(Value)]);
            case UnaryOperatorNode { OperatorKind: UnaryOperatorKind.Negate } negate:
                return Arithmetic.Negate(Value(negate.Operand));
            case UnaryOperatorNode { OperatorKind: UnaryOperatorKind.Not } not:
                return Expression.Not(OrNull(Value(not.Operand)));
            case BinaryOperatorNode { OperatorKind: BinaryOperatorKind.And } and:
                return Expression.And(OrNull(Value(and.Left)), OrNull(Value(and.Right)));
            case BinaryOperatorNode { OperatorKind: BinaryOperatorKind.Or } or:
                return Expression.Or(OrNull(Value(or.Left)), OrNull(Value(or.Right)));
            case BinaryOperatorNode { OperatorKind: BinaryOperatorKind.Has }:
                throw NotOfferedException.Of("has");
            case BinaryOperatorNode binary when !IsNeverNull(binary):
                return Arithmetic.Compute(binary.OperatorKind, Value(binary.Left), Value(binary.Right));
            case not null when IsNeverNull(node):
                return True(node);
            default:
                throw NotOfferedException.Of(node?.Kind.ToString() ?? "null");
        }
    }

    private static bool IsNeverNull(QueryNode node) =>
        node is BinaryOperatorNode { OperatorKind: var kind } && Comparisons.Contains(kind) || node is InNode or LambdaNode;

    private static bool IsBoolean(QueryNode node) => node is SingleValueNode { TypeReference: { } type } && type.IsBoolean();

    private static bool IsNull(Expression value) => value is ConstantExpression { Value: null };

    private static bool IsRow(Expression value) => !value.Type.IsValueType && value.Type != typeof(string) && value is not ConstantExpression;

    private static Expression Is(Expression value, bool wanted) => IsNull(value) ? Expression.Constant(false)
        : value.Type == typeof(bool) ? wanted ? value : Expression.Not(value)
        : value.Type == typeof(bool?)
            ? wanted ? Expression.Call(value, nameof(Nullable<>.GetValueOrDefault), null) : Expression.Equal(value, Expression.Constant(false, typeof(bool?)))
            : throw NotOfferedException.Of(value.Type.Name);

    private static Expression OrNull(Expression value) => IsNull(value) ? Expression.Constant(null, typeof(bool?))
        : value.Type.IsValueType && Nullable.GetUnderlyingType(value.Type) is null ? Expression.Convert(value, typeof(Nullable<>).MakeGenericType(value.Type)) : value;

    private static Expression Inline(LambdaExpression getter, Expression row) => new Replacement(getter.Parameters[0], row).Visit(getter.Body);

    // A comparison with null is false but for eq and ne (5.1.1.1.1 to 5.1.1.1.6), so it is never null itself.
    private Expression Compare(BinaryOperatorNode node)
    {
        var (left, right) = (Value(node.Left), Value(node.Right));
        if ((IsRow(left) && !IsNull(right)) || (IsRow(right) && !IsNull(left)))
        {
            throw new NotOfferedException("jämförelse av rader med annat än null", "comparing rows with anything but null");
        }

        return Comparing.Compare(node.OperatorKind, left, right);
    }

    private Expression In(InNode node)
    {
        if (node.Right is not CollectionConstantNode among)
        {
            throw new NotOfferedException("in med annat än en lista av värden", "in with anything but a list of values");
        }

        var left = OrNull(Value(node.Left));
        return Comparing.IsAmong(left, [.. among.Collection.Select(c => InLists.ValueOf(c, left.Type))]);
    }

    private Expression Property(SingleValuePropertyAccessNode access)
    {
        var (row, set, mayLack) = Source(access.Source);
        var getter = set.PropertyNamed(access.Property.Name).Getter;
        if (!mayLack)
        {
            return Inline(getter, row);
        }

        // The row at the other end of a navigation may be none: then all its properties are null.
        var there = Expression.Variable(row.Type, access.Property.Name);
        var value = OrNull(Inline(getter, there));
        return Expression.Block(
            [there],
            Expression.Assign(there, row),
            Expression.Condition(Expression.ReferenceEqual(there, Expression.Constant(null, row.Type)), Expression.Default(value.Type), value));
    }

    private (Expression Row, EntitySet Set, bool MayLack) Source(QueryNode? node)
    {
        switch (node)
        {
            case ResourceRangeVariableReferenceNode reference when _variables.TryGetValue(reference.Name, out var variable):
                return (variable.Row, variable.Set, false);
            case SingleNavigationNode navigate:
                var (row, set, mayLack) = Source(navigate.Source);
                var navigation = set.NavigationNamed(navigate.NavigationProperty.Name);
                if (!mayLack)
                {
                    return (Inline(navigation.Getter, row), navigation.Target, true);
                }

                var there = Expression.Variable(row.Type, navigation.Name);
                var next = Inline(navigation.Getter, there);
                var found = Expression.Block(
                    [there],
                    Expression.Assign(there, row),
                    Expression.Condition(Expression.ReferenceEqual(there, Expression.Constant(null, row.Type)), Expression.Default(next.Type), next));
                return (found, navigation.Target, true);

            // The types have no others derived from them: a cast that the parser takes is to what the row is anyway.
            case SingleResourceCastNode cast:
                return Source(cast.Source);
            default:
                throw NotOfferedException.Of(node?.Kind.ToString() ?? "null");
        }
    }

    private MemberExpression Count(CollectionNavigationNode from)
    {
        var (row, set, _) = Source(from.Source);
        var list = Inline(set.NavigationNamed(from.NavigationProperty.Name).Getter, row);
        return Expression.Property(list, typeof(IReadOnlyCollection<>).MakeGenericType(list.Type.GetGenericArguments()[0]).GetProperty("Count")!);
    }

    // A loop, since a lambda inside would be made anew for each row.
    private BlockExpression Quantify(LambdaNode node)
    {
        if (node is AllNode { CurrentRangeVariable: null })
        {
            throw new MalformedQueryException("all behöver ett villkor, all(x:…).", "all needs a condition, all(x:…).", "all(");
        }

        if (node.Source is not CollectionNavigationNode { Source: ResourceRangeVariableReferenceNode } from || _variables.Count > 1)
        {
            throw new NotOfferedException("any och all i mer än ett led", "any and all in more than one level");
        }

        var (row, set, _) = Source(from.Source);
        var navigation = set.NavigationNamed(from.NavigationProperty.Name);
        var list = Expression.Variable(navigation.Getter.ReturnType, "list");
        var item = navigation.Getter.ReturnType.GetGenericArguments()[0];
        var index = Expression.Variable(typeof(int), "index");
        var current = Expression.Variable(item, "item");
        var isAll = node is AllNode;
        Expression stops = Expression.Constant(true);
        if (node.CurrentRangeVariable is { } variable)
        {
            _variables.Add(variable.Name, (current, navigation.Target));
            stops = isAll ? Expression.Not(True(node.Body)) : True(node.Body);
            _variables.Remove(variable.Name);
        }

        var end = Expression.Label(typeof(bool));
        return Expression.Block(
            [list, index, current],
            Expression.Assign(list, Inline(navigation.Getter, row)),
            Expression.Assign(index, Expression.Constant(0)),
            Expression.Loop(
                Expression.Block(
                    Expression.IfThen(
                        Expression.GreaterThanOrEqual(index, Expression.Property(list, typeof(IReadOnlyCollection<>).MakeGenericType(item).GetProperty("Count")!)),
                        Expression.Break(end, Expression.Constant(isAll))),
                    Expression.Assign(current, Expression.Property(list, "Item", index)),
                    Expression.PostIncrementAssign(index),
                    Expression.IfThen(stops, Expression.Break(end, Expression.Constant(!isAll)))),
                end));
    }

    private sealed class Replacement(ParameterExpression parameter, Expression row) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == parameter ? row : node;
    }
}
