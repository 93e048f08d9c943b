using System.Globalization;
using System.Text.RegularExpressions;
using Hsvo.Domain.Plans;

namespace Hsvo.Functions.Spreadsheets;

/// <summary>Reads numbers as people in Sweden write them: 1 234,5 or 1234.5, with any kind of space between the thousands.</summary>
internal static partial class SwedishNumber
{
    /// <summary>The number that an indicator is answered by, its unit written after it or not.</summary>
    /// <param name="text">The text.</param>
    /// <param name="kind">The indicator's kind.</param>
    public static double? Read(string text, IndicatorKind? kind)
    {
        var unit = UnitsOf(kind).FirstOrDefault(u => text.TrimEnd().EndsWith(u, StringComparison.OrdinalIgnoreCase)) ?? "";
        return Read(text.TrimEnd()[..^unit.Length]);
    }

    /// <summary>The number; null for what isn't one, or could be two (1.234,5).</summary>
    public static double? Read(string text)
    {
        var digits = text.Trim().Replace('\u2212', '-');
        return Whole().IsMatch(digits)
            && double.TryParse(Space().Replace(digits, "").Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && double.IsFinite(number) ? number : null;
    }

    private static string[] UnitsOf(IndicatorKind? kind) => kind switch
    {
        IndicatorKind.Percentage => ["%", "procent"],
        IndicatorKind.Amount => ["kr", "kronor"],
        _ => [],
    };

    [GeneratedRegex(@"^[+-]?([0-9]{1,3}([ \u00A0\u202F\u2009][0-9]{3})+|[0-9]+)([.,][0-9]+)?([eE][+-]?[0-9]{1,3})?$", RegexOptions.CultureInvariant)]
    private static partial Regex Whole();

    [GeneratedRegex(@"[ \u00A0\u202F\u2009]")]
    private static partial Regex Space();
}
