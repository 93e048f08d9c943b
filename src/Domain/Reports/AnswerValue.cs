using System.Globalization;
using System.Text.Json.Serialization;

namespace Hsvo.Domain.Reports;

/// <summary>One value of an answer: ja, nej, a number, a date reached, or words.</summary>
public sealed record AnswerValue
{
    /// <summary>Ja.</summary>
    public static readonly AnswerValue Yes = new() { Kind = AnswerValueKind.Yes };

    /// <summary>Nej.</summary>
    public static readonly AnswerValue No = new() { Kind = AnswerValueKind.No };

    /// <summary>Which of the fields below holds the value.</summary>
    public required AnswerValueKind Kind { get; init; }

    /// <summary>The number, in the indicator's unit; 1.4 means 1,4 %.</summary>
    public double? Number { get; init; }

    /// <summary>What a percentage was computed from; null for other numbers, and where the department didn't say.</summary>
    public Ratio? Ratio { get; init; }

    /// <summary>The number as exactly as it is known: what a target is compared with, so that no rounding meets it.</summary>
    [JsonIgnore]
    public double? Exact => Ratio?.Exact ?? Number;

    /// <summary>The day a milestone was reached.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>The words of a qualitative answer.</summary>
    public string? Text { get; init; }

    /// <summary>A number, finite; minus zero is zero.</summary>
    public static AnswerValue Of(double number) => new() { Kind = AnswerValueKind.Number, Number = number + 0.0 };

    /// <summary>A milestone reached on a day.</summary>
    public static AnswerValue ReachedOn(DateOnly date) => new() { Kind = AnswerValueKind.Date, Date = date };

    /// <summary>An answer in words.</summary>
    public static AnswerValue Words(string text) => new() { Kind = AnswerValueKind.Text, Text = text };

    /// <summary>The value with its words hidden, if it has any.</summary>
    public AnswerValue WithoutWords() => Kind == AnswerValueKind.Text ? Words(CommentMask.InPlaceOfWords) : this;

    /// <summary>Ja or nej.</summary>
    public static AnswerValue YesOrNo(bool yes) => yes ? Yes : No;

    /// <summary>Power BI's value: ja and a date reached are 1, nej is 0, words have none (design section 6).</summary>
    public double? ToDouble() => Kind switch
    {
        AnswerValueKind.Yes or AnswerValueKind.Date => 1,
        AnswerValueKind.No => 0,
        AnswerValueKind.Number => Number,
        _ => null,
    };

    /// <summary>The value as people read it in Swedish.</summary>
    public override string ToString() => Kind switch
    {
        AnswerValueKind.Yes => "ja",
        AnswerValueKind.No => "nej",
        AnswerValueKind.Number => Number!.Value.ToString("#,0.##########", SwedishNumbers),
        AnswerValueKind.Date => Date!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => Text!,
    };

    // Spelled out, since a machine without ICU data has no sv-SE.
    private static readonly NumberFormatInfo SwedishNumbers = new() { NumberDecimalSeparator = ",", NumberGroupSeparator = "\u00A0" };
}

/// <summary>What kind of value an <see cref="AnswerValue"/> is.</summary>
public enum AnswerValueKind
{
    /// <summary>Ja.</summary>
    Yes,

    /// <summary>Nej; for a milestone, not reached.</summary>
    No,

    /// <summary>A number.</summary>
    Number,

    /// <summary>The day a milestone was reached.</summary>
    Date,

    /// <summary>Words.</summary>
    Text,
}
