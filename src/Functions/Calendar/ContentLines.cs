using System.Globalization;
using System.Text;

namespace Hsvo.Functions.Calendar;

/// <summary>Writes content lines as RFC 5545 has them: CRLF, at most 75 octets on each, special characters escaped.</summary>
internal sealed class ContentLines
{
    // RFC 5545, 3.1: octets and not characters, the break left out; the blank that begins a folded line counts.
    private const int MaxOctets = 75;

    private readonly StringBuilder _text = new();

    /// <summary>Writes a line whose value is written as it stands.</summary>
    public ContentLines Add(string name, string value)
    {
        var octets = 0;
        foreach (var rune in $"{name}:{value}".EnumerateRunes())
        {
            // A character is never cut in two, though the standard would let it.
            if (octets + rune.Utf8SequenceLength > MaxOctets)
            {
                _text.Append("\r\n ");
                octets = 1;
            }

            _text.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }

        _text.Append("\r\n");
        return this;
    }

    /// <summary>Writes a line of text for people (TEXT: 3.3.11).</summary>
    public ContentLines AddText(string name, string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            _ = character switch
            {
                '\\' or ';' or ',' => escaped.Append('\\').Append(character),
                '\n' => escaped.Append("\\n"),
                _ when char.IsControl(character) => escaped,
                _ => escaped.Append(character),
            };
        }

        return Add(name, escaped.ToString());
    }

    /// <summary>Writes a day without time (DATE: 3.3.4).</summary>
    public ContentLines AddDay(string name, DateOnly day) => Add($"{name};VALUE=DATE", day.ToString("yyyyMMdd", CultureInfo.InvariantCulture));

    /// <summary>Writes an instant in UTC (DATE-TIME, form 2: 3.3.5).</summary>
    public ContentLines AddInstant(string name, DateTimeOffset instant) => Add(name, instant.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture));

    /// <summary>The lines, in UTF-8.</summary>
    public byte[] ToBytes() => Encoding.UTF8.GetBytes(_text.ToString());
}
