using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;

namespace Hsvo.Functions.Http;

/// <summary>How each door writes JSON.</summary>
internal static class Json
{
    // Swedish letters stand as they are; what HTML could take for markup is still escaped.
    private static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);

    /// <summary>Our own API: what is not there is null.</summary>
    public static JsonSerializerOptions Api { get; } = new(JsonSerializerDefaults.Web)
    {
        Encoder = Encoder,

        // Said at once: options that are copied from these before anything was written would know no type.
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    /// <summary>Power BI's shape: what is not there is left out.</summary>
    public static JsonSerializerOptions PowerBI { get; } = new(JsonSerializerDefaults.Web)
    {
        Encoder = Encoder,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };
}
