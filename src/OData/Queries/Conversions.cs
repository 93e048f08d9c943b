using System.Linq.Expressions;
using Microsoft.OData;
using Microsoft.OData.Edm;

namespace Hsvo.OData;

/// <summary>Makes values of one type into another, as the parser asks for (OData URL Conventions 4.01, 5.1.1.16).</summary>
internal static class Conversions
{
    private static readonly Type[] Numbers = [typeof(int), typeof(long), typeof(float), typeof(double), typeof(decimal)];

    public static Expression Convert(Expression value, IEdmTypeReference reference)
    {
        if (value is ConstantExpression { Value: null })
        {
            return EdmTypes.TypeOf(reference) is { } known ? Expression.Constant(null, OrNull(known)) : value;
        }

        return EdmTypes.TypeOf(reference) is { } type ? To(value, type) : value;
    }

    /// <summary>Makes two values comparable: null where one can be, the wider number, a member of the enum.</summary>
    public static (Expression Left, Expression Right) ToSameType(Expression left, Expression right)
    {
        if (left is ConstantExpression { Value: null } && right is ConstantExpression { Value: null })
        {
            return (Expression.Constant(null, typeof(string)), Expression.Constant(null, typeof(string)));
        }

        if (left is ConstantExpression { Value: null })
        {
            var type = OrNull(right.Type);
            return (Expression.Constant(null, type), Cast(right, type));
        }

        if (right is ConstantExpression { Value: null })
        {
            var type = OrNull(left.Type);
            return (Cast(left, type), Expression.Constant(null, type));
        }

        var (one, other) = (Plain(left.Type), Plain(right.Type));
        if (one != other)
        {
            if (one.IsEnum && right is ConstantExpression { Value: ODataEnumValue or string } member)
            {
                (right, other) = (Expression.Constant(Constants.Of(member.Value!, one)), one);
            }
            else if (other.IsEnum && left is ConstantExpression { Value: ODataEnumValue or string } value)
            {
                (left, one) = (Expression.Constant(Constants.Of(value.Value!, other)), other);
            }
            else
            {
                var common = Numbers.LastOrDefault(n => n == one || n == other) ?? one;
                (left, right) = (To(left, common), To(right, common));
            }
        }

        return IsNullable(left.Type) || IsNullable(right.Type) ? (Cast(left, OrNull(left.Type)), Cast(right, OrNull(right.Type))) : (left, right);
    }

    /// <summary>The number behind a member of an enum or a truth value.</summary>
    public static Expression ToNumber(Expression value) => Plain(value.Type) == typeof(bool)
        ? Expression.Call(typeof(Conversions), nameof(NumberOf), null, Cast(value, typeof(bool?)))
        : Cast(value, IsNullable(value.Type) ? typeof(long?) : typeof(long));

    public static Type OrNull(Type type) => type.IsValueType && Nullable.GetUnderlyingType(type) is null ? typeof(Nullable<>).MakeGenericType(type) : type;

    public static Expression Cast(Expression value, Type type) => value.Type == type ? value : Expression.Convert(value, type);

    internal static int? NumberOf(bool? value) => value is { } known ? known ? 1 : 0 : null;

    internal static DateTimeOffset? MidnightOf(DateOnly? value) =>
        value is { } date ? new DateTimeOffset(date.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero) : null;

    internal static decimal? ExactOf(double? value) =>
        value is { } number && Math.Abs(number) < 7.9e28 ? (decimal)number : null;

    private static Expression To(Expression value, Type type)
    {
        var from = Plain(value.Type);
        if (from == type)
        {
            return value;
        }

        if (value is ConstantExpression { Value: { } constant })
        {
            return Expression.Constant(Constants.Of(constant, type));
        }

        if (from == typeof(DateOnly) && type == typeof(DateTimeOffset))
        {
            return Expression.Call(typeof(Conversions), nameof(MidnightOf), null, Cast(value, typeof(DateOnly?)));
        }

        if (type == typeof(decimal) && (from == typeof(double) || from == typeof(float)))
        {
            return Expression.Call(typeof(Conversions), nameof(ExactOf), null, Cast(value, typeof(double?)));
        }

        return Numbers.Contains(from) && Numbers.Contains(type)
            ? Expression.Convert(value, IsNullable(value.Type) ? OrNull(type) : type)
            : throw new NotOfferedException($"jämförelse av {from.Name} med {type.Name}", $"comparing {from.Name} with {type.Name}");
    }

    private static bool IsNullable(Type type) => !type.IsValueType || Nullable.GetUnderlyingType(type) is not null;

    private static Type Plain(Type type) => Nullable.GetUnderlyingType(type) ?? type;
}
