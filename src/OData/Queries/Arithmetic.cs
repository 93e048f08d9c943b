using System.Linq.Expressions;
using System.Numerics;
using Microsoft.OData.UriParser;

namespace Hsvo.OData;

/// <summary>
/// Arithmetic (OData URL Conventions 4.01, 5.1.1.2). A literal zero to divide whole numbers or decimals by is a fault of the query. Of a row's own zero the standard
/// would fail the request too; here it has no result, null, as an overflow has: whether that row was looked at hangs on paging and on the rest of the filter, and one
/// row's number is to take nobody's report away.
/// </summary>
internal static class Arithmetic
{
    public static Expression Compute(BinaryOperatorKind kind, Expression left, Expression right)
    {
        var dates = (Nullable.GetUnderlyingType(left.Type) ?? left.Type, Nullable.GetUnderlyingType(right.Type) ?? right.Type);
        if (dates.Item2 == typeof(TimeSpan) && kind is BinaryOperatorKind.Add or BinaryOperatorKind.Subtract)
        {
            var length = Conversions.Cast(kind == BinaryOperatorKind.Add ? right : Expression.Negate(right), typeof(TimeSpan?));
            if (dates.Item1 == typeof(DateTimeOffset))
            {
                return Expression.Call(typeof(Arithmetic), nameof(Later), null, Conversions.Cast(left, typeof(DateTimeOffset?)), length);
            }

            if (dates.Item1 == typeof(DateOnly))
            {
                return Expression.Call(typeof(Arithmetic), nameof(DaysLater), null, Conversions.Cast(left, typeof(DateOnly?)), length);
            }
        }

        if (left is ConstantExpression { Value: null } && right is ConstantExpression { Value: null })
        {
            // A null that nothing gives a type is a number's here.
            return Expression.Constant(null, typeof(int?));
        }

        (left, right) = Conversions.ToSameType(left, right);
        var type = Conversions.OrNull(left.Type);
        var number = Nullable.GetUnderlyingType(type);
        if (number is null || !number.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(INumber<>)))
        {
            throw new NotOfferedException($"{Name(kind)} av annat än tal", $"{Name(kind)} of anything but numbers");
        }

        if (kind is BinaryOperatorKind.Divide or BinaryOperatorKind.Modulo && IsZero(right))
        {
            throw new MalformedQueryException($"{Name(kind)} med noll har inget värde.", $"{Name(kind)} by zero has no value.", $"{Name(kind)} 0");
        }

        return Expression.Call(typeof(Arithmetic), kind.ToString(), [number], Conversions.Cast(left, type), Conversions.Cast(right, type));
    }

    public static Expression Negate(Expression value)
    {
        var type = Conversions.OrNull(value.Type);
        return Compute(BinaryOperatorKind.Subtract, Expression.Constant(Activator.CreateInstance(Nullable.GetUnderlyingType(type) ?? typeof(int))), value);
    }

    internal static T? Add<T>(T? left, T? right)
        where T : struct, INumber<T> => Try(left, right, static (x, y) => checked(x + y));

    internal static T? Subtract<T>(T? left, T? right)
        where T : struct, INumber<T> => Try(left, right, static (x, y) => checked(x - y));

    internal static T? Multiply<T>(T? left, T? right)
        where T : struct, INumber<T> => Try(left, right, static (x, y) => checked(x * y));

    internal static T? Divide<T>(T? left, T? right)
        where T : struct, INumber<T> => Try(left, right, static (x, y) => checked(x / y));

    internal static T? Modulo<T>(T? left, T? right)
        where T : struct, INumber<T> => Try(left, right, static (x, y) => checked(x % y));

    internal static DateTimeOffset? Later(DateTimeOffset? time, TimeSpan? length)
    {
        try
        {
            return time + length;
        }
        catch (ArgumentOutOfRangeException)
        {
            return null;
        }
    }

    internal static DateOnly? DaysLater(DateOnly? date, TimeSpan? length)
    {
        try
        {
            return date?.AddDays(length?.Days ?? 0);
        }
        catch (ArgumentOutOfRangeException)
        {
            return null;
        }
    }

    // Of floating numbers zero is as good as any other.
    private static bool IsZero(Expression value) => value switch
    {
        ConstantExpression { Value: 0 or 0L or 0m } => true,
        UnaryExpression { NodeType: ExpressionType.Convert } converted => IsZero(converted.Operand),
        _ => false,
    };

    private static T? Try<T>(T? left, T? right, Func<T, T, T> compute)
        where T : struct
    {
        try
        {
            return left is { } x && right is { } y ? compute(x, y) : null;
        }
        catch (ArithmeticException)
        {
            return null;
        }
    }

    private static string Name(BinaryOperatorKind kind) => kind switch
    {
        BinaryOperatorKind.Add => "add",
        BinaryOperatorKind.Subtract => "sub",
        BinaryOperatorKind.Multiply => "mul",
        BinaryOperatorKind.Divide => "div",
        BinaryOperatorKind.Modulo => "mod",
        _ => kind.ToString(),
    };
}
