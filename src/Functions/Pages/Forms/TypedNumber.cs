using System.Globalization;
using System.Text.RegularExpressions;

namespace Hsvo.Functions.Pages.Forms;

/// <summary>Reads a number as people type it in Sweden: 1 234,5 or 1234.5, with or without % or kr after it.</summary>
public static partial class TypedNumber
{
    /// <summary>The number; null where the text is none.</summary>
    public static double? Read(string typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        var digits = Blanks().Replace(typed, "");
        return Number().Match(digits) is { Success: true } match
            && double.TryParse(match.Groups[1].Value.Replace(',', '.').Replace('−', '-'), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                ? number
                : null;
    }

    [GeneratedRegex(@"\s", RegexOptions.CultureInvariant)]
    private static partial Regex Blanks();

    [GeneratedRegex("^([-−]?[0-9]{1,18}(?:[.,][0-9]{1,10})?)(?:%|kr)?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Number();
}
