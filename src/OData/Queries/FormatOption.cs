using System.Diagnostics.CodeAnalysis;

namespace Hsvo.OData;

/// <summary>How much an answer tells about its data (OData JSON Format 4.01, 3.1). Full is not offered.</summary>
public enum MetadataLevel
{
    /// <summary>What a client can't work out from <c>$metadata</c>: context, count and next link.</summary>
    Minimal,

    /// <summary>Count and next link alone.</summary>
    None,
}

/// <summary>
/// Reads <c>$format</c> (OData URL Conventions 4.01, 5.1.8), and the parameters of a media type. It goes before Accept, and as an option that names what isn't there
/// it is not supported, like any other.
/// </summary>
internal static class FormatOption
{
    /// <summary>Whether the metadata document is wanted in its one form.</summary>
    public static bool IsXml(string? text, [NotNullWhen(false)] out QueryError? error)
    {
        var type = text?.ToLowerInvariant().Split(';', StringSplitOptions.TrimEntries) ?? ["xml"];
        error = type is ["xml" or "application/xml"] or ["application/xml", "charset=utf-8"]
            ? null
            : QueryOptions.NotSupported("$format", $"$metadata i formatet {text}, bara som XML", $"$metadata in the format {text}, as XML alone");
        return error is null;
    }

    /// <summary>Whether a property's value is wanted in its one form.</summary>
    public static bool IsText(string? text, [NotNullWhen(false)] out QueryError? error)
    {
        error = text?.ToLowerInvariant() is null or "text/plain" or "text/plain;charset=utf-8"
            ? null
            : QueryOptions.NotSupported("$format", $"värden i formatet {text}, bara som text", $"values in the format {text}, as text alone");
        return error is null;
    }

    public static bool TryRead(string? text, out MetadataLevel? level, [NotNullWhen(false)] out QueryError? error)
    {
        (level, error) = (null, null);
        if (text is null)
        {
            return true;
        }

        var parts = text.ToLowerInvariant().Split(';', StringSplitOptions.TrimEntries);
        if (parts[0] is not ("json" or "application/json"))
        {
            error = QueryOptions.NotSupported("$format", $"formatet {parts[0]}", $"the format {parts[0]}");
            return false;
        }

        level = MetadataLevel.Minimal;
        foreach (var parameter in parts.Skip(1))
        {
            switch (parameter)
            {
                case "odata.metadata=minimal" or "metadata=minimal":
                    level = MetadataLevel.Minimal;
                    break;
                case "odata.metadata=none" or "metadata=none":
                    level = MetadataLevel.None;
                    break;
                case "odata.streaming=true" or "odata.streaming=false" or "ieee754compatible=false" or "charset=utf-8":
                    break;
                default:
                    error = QueryOptions.NotSupported("$format", $"formatet {parameter}", $"the format {parameter}");
                    return false;
            }
        }

        return true;
    }
}
