using System.Globalization;

namespace Hsvo.OData.Tests.Feeds;

/// <summary>A part of a filter: how it is written, and what it is for a row, worked out the slow way straight from the words of the specification.</summary>
/// <param name="Text">How it is written.</param>
/// <param name="Of">Its value: null, or what it is.</param>
internal sealed record Term(string Text, Func<object, object?> Of)
{
    public static Term Literal(object? value) => new(Write(value), _ => value);

    public static Term Call(string name, Func<object?[], object?> compute, params Term[] arguments) =>
        new($"{name}({string.Join(',', arguments.Select(a => a.Text))})", row =>
        {
            object?[] values = [.. arguments.Select(a => a.Of(row))];
            return Array.Exists(values, v => v is null) ? null : compute(values);
        });

    // 5.1.1.1.1 to 5.1.1.1.6: null equals null alone; no other comparison with null is true.
    public static Term Compare(Term left, string op, Term right) => new($"({left.Text} {op} {right.Text})", row =>
    {
        var (x, y) = (left.Of(row), right.Of(row));
        if (x is null || y is null)
        {
            return op switch
            {
                "eq" => x is null && y is null,
                "ne" => x is null != y is null,
                _ => false,
            };
        }

        var order = Order(x, y);
        return op switch
        {
            "eq" => order == 0,
            "ne" => order != 0,
            "gt" => order > 0,
            "ge" => order >= 0,
            "lt" => order < 0,
            _ => order <= 0,
        };
    });

    public static Term In(Term left, IReadOnlyList<object?> values) => new(
        $"({left.Text} in ({string.Join(',', values.Select(Write))}))",
        row => values.Any(v => left.Of(row) is { } x ? v is not null && Order(x, v) == 0 : v is null));

    // 5.1.1.1.7 to 5.1.1.1.9, with their tables of three values.
    public static Term And(Term left, Term right) => new($"({left.Text} and {right.Text})", row => (left.Of(row), right.Of(row)) switch
    {
        (false, _) or (_, false) => false,
        (true, true) => true,
        _ => null,
    });

    public static Term Or(Term left, Term right) => new($"({left.Text} or {right.Text})", row => (left.Of(row), right.Of(row)) switch
    {
        (true, _) or (_, true) => true,
        (false, false) => false,
        _ => null,
    });

    public static Term Not(Term term) => new($"not ({term.Text})", row => term.Of(row) is bool value ? !value : null);

    public static Term Any(string navigation, Func<object, IEnumerable<object>> rows, Term inner) =>
        new($"{navigation}/any(x:{inner.Text})", row => rows(row).Any(r => inner.Of(r) is true));

    public static Term All(string navigation, Func<object, IEnumerable<object>> rows, Term inner) =>
        new($"{navigation}/all(x:{inner.Text})", row => rows(row).All(r => inner.Of(r) is true));

    public static string Write(object? value) => value switch
    {
        null => "null",
        string text => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'",
        bool known => known ? "true" : "false",
        double number => number.ToString("0.0###", CultureInfo.InvariantCulture),
        decimal number => number.ToString(CultureInfo.InvariantCulture),
        DateOnly date => date.ToString("O", CultureInfo.InvariantCulture),
        DateTimeOffset time => time.ToString("yyyy-MM-ddTHH:mm:ss.fffzzz", CultureInfo.InvariantCulture),
        Genre genre => $"Library.Genre'{genre}'",
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new ArgumentException($"No literal of {value.GetType()}.", nameof(value)),
    };

    public static int Order(object x, object y) => (x, y) switch
    {
        (string a, string b) => string.CompareOrdinal(a, b),
        (Genre a, Genre b) => ((int)a).CompareTo((int)b),
        _ when x.GetType() == y.GetType() => Comparer<object>.Default.Compare(x, y),
        _ => Convert.ToDecimal(x, CultureInfo.InvariantCulture).CompareTo(Convert.ToDecimal(y, CultureInfo.InvariantCulture)),
    };
}
