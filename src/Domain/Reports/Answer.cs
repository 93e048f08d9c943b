using System.Text.Json.Serialization;
using Hsvo.Domain.Plans;
using Hsvo.Domain.Statuses;

namespace Hsvo.Domain.Reports;

/// <summary>What a department answers on one indicator: one value, or one for each part, or that the row doesn't concern it.</summary>
public sealed record Answer
{
    /// <summary>"Berör oss inte": an answer that leaves the roll-up; its reason stands in the report.</summary>
    public bool NotApplicable { get; init; }

    /// <summary>The value of a row of one value; null when <see cref="Parts"/> hold the values or the row isn't applicable.</summary>
    public AnswerValue? Value { get; init; }

    /// <summary>The values of a compound row, one for each of its parts in the plan's order.</summary>
    public IReadOnlyList<PartAnswer> Parts { get; init; } = [];

    /// <summary>How it goes in the reporter's own judgement, where the value leaves that open.</summary>
    public Status? Assessment { get; init; }

    /// <summary>Whether the values are left out of this edition, because they count few people; never so as stored.</summary>
    [JsonIgnore]
    public bool IsSuppressed { get; init; }

    /// <summary>Every value given.</summary>
    [JsonIgnore]
    public IEnumerable<AnswerValue> Values => Value is null ? Parts.Select(p => p.Value) : [Value];

    /// <summary>Whether a number is given.</summary>
    [JsonIgnore]
    public bool HasNumber => Values.Any(v => v.Kind == AnswerValueKind.Number);

    /// <summary>
    /// The row's one value: of a compound ja/nej row it is ja when each part is; a compound row of numbers has none, since its parts may count the
    /// same people and are never summed.
    /// </summary>
    [JsonIgnore]
    public AnswerValue? Whole => Value ?? (Parts.Count > 0 && Parts.All(p => p.Value.Kind is AnswerValueKind.Yes or AnswerValueKind.No)
        ? AnswerValue.YesOrNo(Parts.All(p => p.Value.Kind == AnswerValueKind.Yes))
        : null);

    /// <summary>
    /// Whether the answer is one to an indicator as the plan has it now: a later version of a plan may ask for another kind, or other parts.
    /// </summary>
    public bool Fits(IndicatorSpec spec) =>
        Value is null == spec.Parts.Count > 0
        && Parts.Select(p => p.Part).SequenceEqual(spec.Parts.Select(p => p.Id))
        && Values.All(v => spec.Kind switch
        {
            IndicatorKind.Deliverable or IndicatorKind.Continuing => v.Kind is AnswerValueKind.Yes or AnswerValueKind.No,
            IndicatorKind.Milestone => v.Kind is AnswerValueKind.Date or AnswerValueKind.No,
            IndicatorKind.Qualitative => v.Kind == AnswerValueKind.Text,
            IndicatorKind.Reference => false,
            _ => v.Kind == AnswerValueKind.Number,
        });

    /// <summary>The answer with its words hidden; what it says in any other way stays.</summary>
    public Answer WithoutWords() => this with { Value = Value?.WithoutWords(), Parts = [.. Parts.Select(p => p with { Value = p.Value.WithoutWords() })] };

    /// <summary>Whether two answers say the same.</summary>
    public bool SaysTheSameAs(Answer other) =>
        NotApplicable == other.NotApplicable && Assessment == other.Assessment && SayTheSame(Value, other.Value)
        && Parts.Count == other.Parts.Count && Parts.Zip(other.Parts).All(p => p.First.Part == p.Second.Part && SayTheSame(p.First.Value, p.Second.Value));

    private static bool SayTheSame(AnswerValue? one, AnswerValue? other) =>
        one == other || (one is { Text: { } words } && other is { Text: { } others } && FreeText.SaysTheSame(words, others));
}

/// <summary>The value of one part of a compound row.</summary>
/// <param name="Part">The part's id.</param>
/// <param name="Value">Its value.</param>
public sealed record PartAnswer(string Part, AnswerValue Value);
