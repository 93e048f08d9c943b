using System.Linq.Expressions;
using Microsoft.OData.UriParser;

namespace Hsvo.OData;

/// <summary>Comparisons as OData has them: text by its code units, null equal to null and never less or greater.</summary>
internal static class Comparing
{
    // Up to so many values are compared one by one.
    private const int FewValues = 4;

    public static Expression Compare(BinaryOperatorKind kind, Expression left, Expression right)
    {
        (left, right) = Conversions.ToSameType(left, right);
        if (left.Type != typeof(string) && !left.Type.IsValueType)
        {
            return kind switch
            {
                BinaryOperatorKind.Equal => Expression.ReferenceEqual(left, right),
                BinaryOperatorKind.NotEqual => Expression.ReferenceNotEqual(left, right),
                _ => throw new NotOfferedException("storleksordning av rader", "ordering of rows"),
            };
        }

        if (left.Type == typeof(string) && kind is not (BinaryOperatorKind.Equal or BinaryOperatorKind.NotEqual))
        {
            return Expression.Call(typeof(Comparing), kind.ToString(), null, left, right);
        }

        if ((Nullable.GetUnderlyingType(left.Type) ?? left.Type) is { IsEnum: true } or { Name: nameof(Boolean) }
            && kind is not (BinaryOperatorKind.Equal or BinaryOperatorKind.NotEqual))
        {
            (left, right) = (Conversions.ToNumber(left), Conversions.ToNumber(right));
        }

        return kind switch
        {
            BinaryOperatorKind.Equal => Expression.Equal(left, right),
            BinaryOperatorKind.NotEqual => Expression.NotEqual(left, right),
            BinaryOperatorKind.GreaterThan => Expression.GreaterThan(left, right),
            BinaryOperatorKind.GreaterThanOrEqual => Expression.GreaterThanOrEqual(left, right),
            BinaryOperatorKind.LessThan => Expression.LessThan(left, right),
            BinaryOperatorKind.LessThanOrEqual => Expression.LessThanOrEqual(left, right),
            _ => throw NotOfferedException.Of(kind.ToString()),
        };
    }

    public static Expression IsAmong(Expression left, object?[] values)
    {
        if (values.Length <= FewValues)
        {
            return values.Select(v => Compare(BinaryOperatorKind.Equal, left, Expression.Constant(v, left.Type)))
                .Aggregate((Expression)Expression.Constant(false), Expression.OrElse);
        }

        var setType = typeof(HashSet<>).MakeGenericType(left.Type);
        var set = Activator.CreateInstance(setType)!;
        var add = setType.GetMethod("Add")!;
        foreach (var value in values)
        {
            add.Invoke(set, [value]);
        }

        return Expression.Call(Expression.Constant(set), "Contains", null, left);
    }

    public static bool GreaterThan(string? left, string? right) => left is not null && right is not null && string.CompareOrdinal(left, right) > 0;

    public static bool GreaterThanOrEqual(string? left, string? right) => left is not null && right is not null && string.CompareOrdinal(left, right) >= 0;

    public static bool LessThan(string? left, string? right) => left is not null && right is not null && string.CompareOrdinal(left, right) < 0;

    public static bool LessThanOrEqual(string? left, string? right) => left is not null && right is not null && string.CompareOrdinal(left, right) <= 0;
}
