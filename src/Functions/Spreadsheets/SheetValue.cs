using System.Globalization;

namespace Hsvo.Functions.Spreadsheets;

/// <summary>What stands in a cell: a text, a number, a day or a truth value; nothing when all are null.</summary>
/// <param name="Text">A text, never empty.</param>
/// <param name="Number">A number.</param>
/// <param name="Date">A day.</param>
/// <param name="Truth">True or false.</param>
internal readonly record struct SheetValue(string? Text, double? Number = null, DateOnly? Date = null, bool? Truth = null)
{
    /// <summary>What a cell shows in place of a value that can't be reckoned, "#N/A"; null for others.</summary>
    public string? Fault { get; init; }

    /// <summary>Whether nothing stands in it; blanks are nothing.</summary>
    public bool IsEmpty => string.IsNullOrWhiteSpace(Text) && Number is null && Date is null && Truth is null && Fault is null;

    /// <summary>A text.</summary>
    public static SheetValue Of(string? text) => new(string.IsNullOrEmpty(text) ? null : text);

    /// <summary>A number.</summary>
    public static SheetValue Of(double? number) => new(null, number);

    /// <summary>A day.</summary>
    public static SheetValue Of(DateOnly date) => new(null, Date: date);

    /// <summary>It in words, as a CSV file has it: decimal comma, ISO dates; empty for nothing.</summary>
    public override string ToString() => this switch
    {
        { Text: { } text } => text,
        { Number: { } number } => number.ToString("R", CultureInfo.InvariantCulture).Replace('.', ','),
        { Date: { } date } => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        { Truth: { } truth } => truth ? "ja" : "nej",
        _ => Fault ?? "",
    };
}
