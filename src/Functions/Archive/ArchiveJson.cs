using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace Hsvo.Functions.Archive;

/// <summary>How the archive writes what is stored: every field by its own name, those that say nothing too, and choices in words.</summary>
internal static class ArchiveJson
{
    public static JsonSerializerOptions Lines { get; } = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static JsonSerializerOptions Readable { get; } = new(Lines) { WriteIndented = true, NewLine = "\n" };
}
