using System.Globalization;
using Microsoft.OData;

namespace Hsvo.OData;

/// <summary>Keys as they stand in addresses (OData URL Conventions 4.01, 4.3.1).</summary>
internal static class KeyText
{
    /// <summary>"('x')", or "(BookId='x',Number=1)" of a key of several.</summary>
    public static string Of(EntitySet set, IReadOnlyList<object?> key)
    {
        string[] names = [.. set.KeyNames];
        return names.Length == 1
            ? $"({Literal(key[0])})"
            : $"({string.Join(',', names.Select((name, i) => $"{name}={Literal(key[i])}"))})";
    }

    private static string Literal(object? value)
    {
        var literal = value switch
        {
            string text => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'",
            DateOnly date => date.ToString("O", CultureInfo.InvariantCulture),
            _ => ODataUriUtils.ConvertToUriLiteral(value, ODataVersion.V4),
        };

        // An apostrophe may stand in a path as it is (RFC 3986, 3.3), and is read more easily so.
        return Uri.EscapeDataString(literal).Replace("%27", "'", StringComparison.Ordinal);
    }
}
