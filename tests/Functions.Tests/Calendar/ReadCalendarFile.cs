using System.Text;

namespace Hsvo.Functions.Tests.Calendar;

/// <summary>An iCalendar read as RFC 5545 has it, apart from what writes ours: unfolds, takes names, parameters and values apart, unescapes.</summary>
internal static class ReadCalendarFile
{
    /// <summary>The events, each with its properties by name; parameters stay in the name.</summary>
    public static List<Dictionary<string, string>> EventsOf(byte[] file)
    {
        var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(file);
        Assert.StartsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:", text, StringComparison.Ordinal);
        Assert.EndsWith("END:VCALENDAR\r\n", text, StringComparison.Ordinal);
        foreach (var line in text.Split("\r\n"))
        {
            Assert.True(Encoding.UTF8.GetByteCount(line) <= 75, line);
            Assert.DoesNotContain('\n', line);
        }

        var events = new List<Dictionary<string, string>>();
        foreach (var line in text.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n", StringSplitOptions.RemoveEmptyEntries))
        {
            var (name, value) = (line[..line.IndexOf(':', StringComparison.Ordinal)], line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..]);
            if (line == "BEGIN:VEVENT")
            {
                events.Add([]);
            }
            else if (events.Count > 0 && !line.StartsWith("END:", StringComparison.Ordinal))
            {
                events[^1].Add(name, name.StartsWith("SUMMARY", StringComparison.Ordinal) || name.StartsWith("DESCRIPTION", StringComparison.Ordinal) ? Unescaped(value) : value);
            }
        }

        return events;
    }

    private static string Unescaped(string value)
    {
        var text = new StringBuilder();
        for (var i = 0; i < value.Length; i++)
        {
            Assert.False(value[i] is ',' or ';', $"'{value[i]}' isn't escaped: {value}");
            text.Append(value[i] != '\\' ? value[i] : value[++i] is 'n' ? '\n' : value[i]);
        }

        return text.ToString();
    }
}
