using System.Globalization;
using System.Linq.Expressions;
using Microsoft.OData;
using Microsoft.OData.Edm;
using Microsoft.OData.UriParser;

namespace Hsvo.OData;

/// <summary>Literals as values of the types that rows have.</summary>
internal static class Constants
{
    public static ConstantExpression Of(ConstantNode node)
    {
        var value = node.Value switch
        {
            null => null,
            Date date => new DateOnly(date.Year, date.Month, date.Day),
            TimeOfDay time => new TimeOnly(time.Ticks),
            var other => other,
        };
        return value is null ? Expression.Constant(null) : Expression.Constant(value);
    }

    /// <summary>The value of a literal as a type; null for a null literal.</summary>
    public static object? Of(ConstantNode node, Type type) => node.Value is null ? null : Of(node.Value, type);

    public static object Of(object value, Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        try
        {
            return value switch
            {
                ODataEnumValue { Value: { } member } when type.IsEnum => Enum.Parse(type, member),
                string member when type.IsEnum => Enum.Parse(type, member),
                Date date when type == typeof(DateTimeOffset) => new DateTimeOffset(date.Year, date.Month, date.Day, 0, 0, 0, TimeSpan.Zero),
                Date date when type == typeof(DateOnly) => new DateOnly(date.Year, date.Month, date.Day),
                DateOnly date when type == typeof(DateTimeOffset) => new DateTimeOffset(date.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero),
                TimeOfDay time => new TimeOnly(time.Ticks),
                _ when type.IsInstanceOfType(value) => value,
                _ => Convert.ChangeType(value, type, CultureInfo.InvariantCulture),
            };
        }
        catch (Exception e) when (e is InvalidCastException or FormatException or OverflowException or ArgumentException)
        {
            var text = Convert.ToString(value, CultureInfo.InvariantCulture);
            throw new MalformedQueryException($"Värdet {text} passar inte här.", $"The value {text} doesn't fit here.", text);
        }
    }
}
