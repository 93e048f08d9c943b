using System.Text.Json.Serialization;
using Hsvo.Domain.Statuses;

namespace Hsvo.Domain.Reports;

/// <summary>What a door hands over before the plan's rules have read it.</summary>
public sealed record SubmittedAnswer
{
    /// <summary>The value as sent, or null.</summary>
    public SubmittedValue? Value { get; init; }

    /// <summary>Values by part as sent, or null when none were.</summary>
    public IReadOnlyDictionary<string, SubmittedValue>? Parts { get; init; }

    /// <summary>What a percentage is computed from, as sent: how many; or null.</summary>
    public double? Numerator { get; init; }

    /// <summary>Of how many, or null.</summary>
    public double? Denominator { get; init; }

    /// <summary>The status sent along, or null.</summary>
    public Status? Assessment { get; init; }

    /// <summary>Whether the row was said not to concern the department.</summary>
    public bool NotApplicable { get; init; }

    /// <summary>Whether the answer that is there is taken back.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsWithdrawal { get; init; }

    /// <summary>What an answer that is there would have been sent as, to be changed in part. Why it was corrected isn't part of it.</summary>
    /// <param name="report">An answer that isn't withdrawn.</param>
    public static SubmittedAnswer Of(Report report) => new()
    {
        Value = report.Answer.Value is { } value ? SubmittedValue.Of(value) : null,
        Parts = report.Answer.Parts is { Count: > 0 } parts ? parts.ToDictionary(p => p.Part, p => SubmittedValue.Of(p.Value)) : null,
        Numerator = report.Answer.Value?.Ratio?.Numerator,
        Denominator = report.Answer.Value?.Ratio?.Denominator,
        Assessment = report.Answer.Assessment,
        NotApplicable = report.Answer.NotApplicable,
        Comment = report.Comment,
        Reason = report.Answer.NotApplicable ? report.Reason : null,
    };

    /// <summary>The comment, or null.</summary>
    public string? Comment { get; init; }

    /// <summary>The reason, or null.</summary>
    public string? Reason { get; init; }
}

/// <summary>A value as it was sent: a truth value, a number or a text; exactly one is set.</summary>
/// <param name="Bool">true or false.</param>
/// <param name="Number">A number.</param>
/// <param name="Text">A text.</param>
public readonly record struct SubmittedValue(bool? Bool, double? Number, string? Text)
{
    /// <summary>A value as it would have been sent.</summary>
    public static SubmittedValue Of(AnswerValue value) => value.Kind switch
    {
        AnswerValueKind.Yes or AnswerValueKind.No => Of(value.Kind == AnswerValueKind.Yes),
        AnswerValueKind.Number => Of(value.Number!.Value),
        _ => Of(value.ToString()),
    };

    /// <summary>A truth value.</summary>
    public static SubmittedValue Of(bool value) => new(value, null, null);

    /// <summary>A number.</summary>
    public static SubmittedValue Of(double value) => new(null, value, null);

    /// <summary>A text.</summary>
    public static SubmittedValue Of(string value) => new(null, null, value);
}
