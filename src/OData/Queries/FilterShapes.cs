using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Reflection;
using System.Text;

namespace Hsvo.OData;

/// <summary>
/// Compiles filters. Compiling takes longer than reading twenty thousand rows, and clients ask for the same with other literals all the time; so filters that
/// differ in their literals alone share what was compiled.
/// </summary>
/// <typeparam name="TRow">A row.</typeparam>
internal static class FilterShapes<TRow>
{
    private const int Size = 256;

    private static readonly ConcurrentDictionary<string, Func<TRow, object[], bool>> Compiled = new(StringComparer.Ordinal);

    /// <summary>The filter as a function.</summary>
    public static Func<TRow, bool> Compile(Expression<Func<TRow, bool>> filter)
    {
        var shape = new FilterShape();
        var lifted = shape.Visit(filter.Body)!;
        if (shape.Key is not { } key)
        {
            return filter.Compile();
        }

        if (!Compiled.TryGetValue(key, out var compiled))
        {
            if (Compiled.Count >= Size)
            {
                Compiled.Clear();
            }

            compiled = Compiled[key] = Expression.Lambda<Func<TRow, object[], bool>>(lifted, filter.Parameters[0], shape.Literals).Compile();
        }

        object[] literals = [.. shape.Values];
        return row => compiled(row, literals);
    }
}

/// <summary>Takes the literals out of an expression, and tells what is left from anything else.</summary>
internal sealed class FilterShape : ExpressionVisitor
{
    private static readonly HashSet<Type> Lifted =
    [
        typeof(string), typeof(int), typeof(long), typeof(float), typeof(double), typeof(decimal), typeof(Guid), typeof(DateOnly), typeof(TimeOnly),
        typeof(DateTimeOffset), typeof(TimeSpan),
    ];

    private readonly StringBuilder _key = new();
    private readonly List<object> _values = [];
    private readonly List<ParameterExpression> _parameters = [];
    private bool _isAlone;

    /// <summary>What stands for the literals.</summary>
    public ParameterExpression Literals { get; } = Expression.Parameter(typeof(object[]), "literals");

    /// <summary>The literals, in the order that they were met.</summary>
    public IReadOnlyList<object> Values => _values;

    /// <summary>What two expressions have in common exactly when they differ in nothing but literals; null when the expression holds something that can't be told so.</summary>
    public string? Key => _isAlone ? null : _key.ToString();

    /// <inheritdoc/>
    public override Expression? Visit(Expression? node)
    {
        if (node is null)
        {
            _key.Append('-');
            return node;
        }

        _key.Append('(').Append((int)node.NodeType).Append(':').Append(node.Type.TypeHandle.Value);
        Add(node);
        var visited = base.Visit(node);
        _key.Append(')');
        return visited;
    }

    /// <inheritdoc/>
    protected override Expression VisitConstant(ConstantExpression node)
    {
        if (node.Value is null or bool or Enum)
        {
            return node;
        }

        // A set that a list was made into, or the like: it is this filter's own.
        if (!Lifted.Contains(node.Value.GetType()))
        {
            _isAlone = true;
            return node;
        }

        _values.Add(node.Value);
        return Expression.Convert(Expression.ArrayIndex(Literals, Expression.Constant(_values.Count - 1)), node.Type);
    }

    /// <inheritdoc/>
    protected override Expression VisitLambda<T>(Expression<T> node)
    {
        // What it closes over would be made anew for each row.
        _isAlone = true;
        return node;
    }

    private void Add(Expression node)
    {
        switch (node)
        {
            case ConstantExpression constant:
                // Few enough to stand in the key: they are seldom what differs.
                _ = constant.Value is bool or Enum ? _key.Append(constant.Value) : _key.Append(constant.Value?.GetType().TypeHandle.Value);
                break;
            case ParameterExpression parameter:
                if (!_parameters.Contains(parameter))
                {
                    _parameters.Add(parameter);
                }

                _key.Append(_parameters.IndexOf(parameter));
                break;
            case MemberExpression member:
                Add(member.Member);
                break;
            case MethodCallExpression call:
                Add(call.Method);
                break;
            case BinaryExpression binary:
                Add(binary.Method);
                _key.Append(binary.IsLiftedToNull);
                break;
            case UnaryExpression unary:
                Add(unary.Method);
                break;
            case ConditionalExpression or LambdaExpression or DefaultExpression:
                break;
            default:
                _isAlone = true;
                break;
        }
    }

    private void Add(MemberInfo? member) => _key.Append(' ').Append(member?.DeclaringType?.TypeHandle.Value).Append('.').Append(member?.MetadataToken)
        .Append(member is MethodInfo method ? method.MethodHandle.Value : default);
}
