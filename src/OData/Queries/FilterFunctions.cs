using System.Linq.Expressions;

namespace Hsvo.OData;

/// <summary>OData's functions over values (OData URL Conventions 4.01, 5.1.1.5 and on). The result of null is null.</summary>
internal static class FilterFunctions
{
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["contains"] = nameof(Contains),
        ["startswith"] = nameof(StartsWith),
        ["endswith"] = nameof(EndsWith),
        ["tolower"] = nameof(ToLower),
        ["toupper"] = nameof(ToUpper),
        ["trim"] = nameof(Trim),
        ["concat"] = nameof(Concat),
        ["length"] = nameof(Length),
        ["indexof"] = nameof(IndexOf),
        ["substring"] = nameof(Substring),
        ["year"] = nameof(Year),
        ["month"] = nameof(Month),
        ["day"] = nameof(Day),
        ["hour"] = nameof(Hour),
        ["minute"] = nameof(Minute),
        ["second"] = nameof(Second),
        ["date"] = nameof(DateOf),
        ["time"] = nameof(TimeOf),
        ["round"] = nameof(Round),
        ["floor"] = nameof(Floor),
        ["ceiling"] = nameof(Ceiling),
    };

    /// <summary>The names of the functions, in OData's spelling.</summary>
    public static IEnumerable<string> Offered => Names.Keys;

    /// <summary>Refuses a function that isn't offered.</summary>
    public static void CheckName(string name)
    {
        if (!Names.ContainsKey(name))
        {
            throw new NotOfferedException($"funktionen {name}", $"the function {name}");
        }
    }

    public static Expression Call(string name, Expression[] arguments)
    {
        if (Array.Exists(arguments, a => a is ConstantExpression { Value: null }))
        {
            return Expression.Constant(null);
        }

        var types = arguments.Select(a => Conversions.OrNull(a.Type)).ToArray();
        var found = typeof(FilterFunctions).GetMethod(Names[name], types);
        return found is null
            ? throw new NotOfferedException($"{name} av {types[0].Name}", $"{name} of {types[0].Name}")
            : Expression.Call(found, found.GetParameters().Select((p, i) => Conversions.Cast(arguments[i], p.ParameterType)));
    }

    public static bool? Contains(string? text, string? part) => text is null || part is null ? null : text.Contains(part, StringComparison.Ordinal);

    public static bool? StartsWith(string? text, string? part) => text is null || part is null ? null : text.StartsWith(part, StringComparison.Ordinal);

    public static bool? EndsWith(string? text, string? part) => text is null || part is null ? null : text.EndsWith(part, StringComparison.Ordinal);

    public static string? ToLower(string? text) => text?.ToLowerInvariant();

    public static string? ToUpper(string? text) => text?.ToUpperInvariant();

    public static string? Trim(string? text) => text?.Trim();

    public static string? Concat(string? text, string? more) => text is null || more is null ? null : text + more;

    public static int? Length(string? text) => text?.Length;

    public static int? IndexOf(string? text, string? part) => text is null || part is null ? null : text.IndexOf(part, StringComparison.Ordinal);

    public static string? Substring(string? text, int? start) => Substring(text, start, int.MaxValue);

    public static string? Substring(string? text, int? start, int? length)
    {
        if (text is null || start is not { } from || length is not { } most)
        {
            return null;
        }

        from = Math.Clamp(from, 0, text.Length);
        return text.Substring(from, Math.Clamp(most, 0, text.Length - from));
    }

    public static int? Year(DateOnly? date) => date?.Year;

    public static int? Year(DateTimeOffset? time) => time?.Year;

    public static int? Month(DateOnly? date) => date?.Month;

    public static int? Month(DateTimeOffset? time) => time?.Month;

    public static int? Day(DateOnly? date) => date?.Day;

    public static int? Day(DateTimeOffset? time) => time?.Day;

    public static int? Hour(DateTimeOffset? time) => time?.Hour;

    public static int? Hour(TimeOnly? time) => time?.Hour;

    public static int? Minute(DateTimeOffset? time) => time?.Minute;

    public static int? Minute(TimeOnly? time) => time?.Minute;

    public static int? Second(DateTimeOffset? time) => time?.Second;

    public static int? Second(TimeOnly? time) => time?.Second;

    public static DateOnly? DateOf(DateTimeOffset? time) => time is { } known ? DateOnly.FromDateTime(known.DateTime) : null;

    public static TimeOnly? TimeOf(DateTimeOffset? time) => time is { } known ? TimeOnly.FromTimeSpan(known.TimeOfDay) : null;

    public static double? Round(double? value) => value is { } known ? Math.Round(known, MidpointRounding.AwayFromZero) : null;

    public static decimal? Round(decimal? value) => value is { } known ? Math.Round(known, MidpointRounding.AwayFromZero) : null;

    public static double? Floor(double? value) => value is { } known ? Math.Floor(known) : null;

    public static decimal? Floor(decimal? value) => value is { } known ? Math.Floor(known) : null;

    public static double? Ceiling(double? value) => value is { } known ? Math.Ceiling(known) : null;

    public static decimal? Ceiling(decimal? value) => value is { } known ? Math.Ceiling(known) : null;
}
