using System.Text.Json.Serialization;

namespace Hsvo.Contracts.PowerBI;

/// <summary>A report as a check-in (PowerBI-CSharp swagger: GoalValue).</summary>
public sealed record GoalValue
{
    /// <summary>The context URL, on a single one.</summary>
    [JsonPropertyName("@odata.context")]
    [JsonPropertyOrder(-2)]
    public string? ODataContext { get; init; }

    /// <summary>The date that ends the round, time zero, UTC; of a department's own goal any date.</summary>
    public required string Timestamp { get; init; }

    /// <summary>The goal.</summary>
    public required Guid GoalId { get; init; }

    /// <summary>The scorecard.</summary>
    public required Guid ScorecardId { get; init; }

    /// <summary>When the first revision was stored, UTC, seven decimals.</summary>
    public required string CreatedTime { get; init; }

    /// <summary>When the newest was, UTC, seven decimals.</summary>
    public required string LastModifiedTime { get; init; }

    /// <summary>1 and 0 for ja and nej, else the number; absent where units differ, the answer is in words or it counts few people.</summary>
    public double? Value { get; init; }

    /// <summary>The target that the plan states, in the value's unit; absent where it states none.</summary>
    public double? Target { get; init; }

    /// <summary>The value as people read it.</summary>
    public string? ValueDisplayString { get; init; }

    /// <summary>The target as people read it.</summary>
    public string? TargetDisplayString { get; init; }

    /// <summary>The trend, as it was sent: of a department's own goals alone.</summary>
    public int? Trend { get; init; }

    /// <summary>The forecast, as it was sent: of a department's own goals alone.</summary>
    public double? Forecast { get; init; }

    /// <summary>Power BI's status id, 0 to 5; absent where the answer says nothing of it.</summary>
    public int? Status { get; init; }

    /// <summary>Ours: its name.</summary>
    public string? StatusName { get; init; }

    /// <summary>Ours: the comment, or the answer in words; absent where there are several notes.</summary>
    public string? Note { get; init; }

    /// <summary>The context URL of the expanded notes.</summary>
    [JsonPropertyName("notes@odata.context")]
    public string? NotesODataContext { get; init; }

    /// <summary>The notes, when expanded: one for each department that wrote something; of a department's own goal all that were written.</summary>
    public IReadOnlyList<GoalNote>? Notes { get; init; }

    /// <summary>Ours: present and true where a value is left out because it counts few people.</summary>
    public bool? IsSuppressed { get; init; }

    /// <summary>Ours: present and true for an example, which is no real answer.</summary>
    public bool? IsExample { get; init; }
}
