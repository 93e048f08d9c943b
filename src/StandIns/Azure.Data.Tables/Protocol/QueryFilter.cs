using System.Globalization;

namespace Azure.Data.Tables.Protocol;

/// <summary>The literals of an OData filter.</summary>
internal static class QueryFilter
{
    public static string Quote(string text) => text.Replace("'", "''", StringComparison.Ordinal);

    public static string Create(FormattableString filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var literals = Array.ConvertAll(filter.GetArguments(), Literal);
        return string.Format(CultureInfo.InvariantCulture, filter.Format, literals);
    }

    private static object Literal(object? value) => value switch
    {
        null => "null",
        bool truth => truth ? "true" : "false",
        sbyte or byte or short or ushort or int or uint or decimal or float or double => ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture),
        long or ulong => ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture) + "L",
        Guid id => $"guid'{id}'",
        byte[] bytes => $"X'{Convert.ToHexString(bytes)}'",
        BinaryData data => $"X'{Convert.ToHexString(data.ToMemory().Span)}'",
        DateTimeOffset moment => $"datetime'{Moment.Format(moment)}'",
        DateTime moment => $"datetime'{Moment.Format(moment.ToUniversalTime())}'",
        string text => $"'{Quote(text)}'",
        char letter => $"'{Quote(letter.ToString())}'",
        _ => throw new ArgumentException($"Unable to convert an argument of type {value.GetType()} to an OData literal."),
    };
}
