using System.Globalization;

namespace Hsvo.Functions.Http;

/// <summary>Reads an instant in a query option: RFC 3339, always with its offset, since a local time would be two instants in October.</summary>
internal static class InstantQuery
{
    private static readonly string[] Forms =
        ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd' 'HH:mm:ssK", "yyyy-MM-dd' 'HH:mm:ss.FFFFFFFK"];

    /// <summary>The instant, UTC. A plus sign that nobody escaped arrives as a blank, and is read as the plus it was.</summary>
    public static bool TryRead(string text, out DateTimeOffset instant)
    {
        var escaped = text.Length > 6 && text[^6] == ' ' ? $"{text[..^6]}+{text[^5..]}" : text;
        var hasOffset = escaped.EndsWith('Z') || (escaped.Length > 6 && escaped[^6] is '+' or '-' && escaped[^3] == ':');
        instant = default;
        return hasOffset && DateTimeOffset.TryParseExact(escaped, Forms, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out instant);
    }
}
