using System.Text.Json.Serialization;

namespace Hsvo.Contracts.PowerBI;

/// <summary>How a goal's values are judged (PowerBI-CSharp swagger: StatusRules). Absent properties are omitted.</summary>
public sealed record StatusRules
{
    /// <summary>The context URL.</summary>
    [JsonPropertyName("@odata.context")]
    [JsonPropertyOrder(-2)]
    public required string ODataContext { get; init; }

    /// <summary>The rules in their order: the first whose conditions all hold gives the status.</summary>
    public required IReadOnlyList<StatusRuleItem> Rules { get; init; }

    /// <summary>The status id when none holds; where <see cref="DefaultIsAssessment"/>, what is meant by none given.</summary>
    public required int DefaultOutput { get; init; }

    /// <summary>The scorecard.</summary>
    public required Guid ScorecardObjectId { get; init; }

    /// <summary>The goal.</summary>
    public required Guid GoalObjectId { get; init; }

    /// <summary>When the coordinator wrote them, UTC, seven decimals; absent for the plan's own.</summary>
    public string? LastModifiedTime { get; init; }

    /// <summary>Ours: whether the coordinator wrote them; else they are the plan's own.</summary>
    public required bool IsWritten { get; init; }

    /// <summary>Ours: present and true where the reporter's own assessment decides when no rule holds.</summary>
    public bool? DefaultIsAssessment { get; init; }

    /// <summary>Ours: the rules in words, Swedish.</summary>
    public required string Description { get; init; }
}

/// <summary>One rule.</summary>
/// <param name="Conditions">What has to hold, all of it.</param>
/// <param name="Output">The status id it gives.</param>
public sealed record StatusRuleItem(IReadOnlyList<StatusRuleCondition> Conditions, int Output);

/// <summary>One condition.</summary>
/// <param name="FieldComparison">What is compared.</param>
public sealed record StatusRuleCondition(FieldComparison FieldComparison);

/// <summary>A comparison.</summary>
/// <param name="Field">Value or Timestamp.</param>
/// <param name="Operator">Equal, GreaterThan, GreaterThanOrEqual, LessThan or LessThanOrEqual.</param>
/// <param name="Value">With what.</param>
public sealed record FieldComparison(string Field, string Operator, ComparedValue Value);

/// <summary>What is compared with: one of these.</summary>
/// <param name="Number">A number.</param>
/// <param name="DateTime">A day, time zero, UTC.</param>
/// <param name="PercentOf">A part of the target.</param>
public sealed record ComparedValue(double? Number, string? DateTime, PercentOf? PercentOf);

/// <summary>A part of a field.</summary>
/// <param name="Field">Target.</param>
/// <param name="Percent">How many percent of it.</param>
public sealed record PercentOf(string Field, double Percent);
