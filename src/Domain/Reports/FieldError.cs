namespace Hsvo.Domain.Reports;

/// <summary>What is wrong with one field of a row, for people and for programs.</summary>
/// <param name="Code">A stable code, "value.type".</param>
/// <param name="Field">The field within the row, as a JSON pointer without its first slash: "value", "parts/ledtider"; empty for the row itself.</param>
/// <param name="Swedish">The message in Swedish.</param>
/// <param name="English">The message in English.</param>
public sealed record FieldError(string Code, string Field, string Swedish, string English);
