namespace Hsvo.Domain.Reports;

/// <summary>What is wrong with one field of a row, for people and for programs.</summary>
/// <param name="Code">A stable code, "value.type".</param>
/// <param name="Field">The field within the row, as a JSON pointer without its first slash: "value", "parts/ledtider"; empty for the row itself.</param>
/// <param name="Swedish">The message in Swedish.</param>
/// <param name="English">The message in English.</param>
public sealed record FieldError(string Code, string Field, string Swedish, string English)
{
    /// <summary>A name as one word of a JSON pointer (RFC 6901, section 3).</summary>
    public static string Escape(string name) => name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
}
