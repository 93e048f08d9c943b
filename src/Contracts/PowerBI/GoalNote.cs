using System.Text.Json.Serialization;

namespace Hsvo.Contracts.PowerBI;

/// <summary>A report's comment as a note (PowerBI-CSharp swagger: GoalNote). Absent properties are omitted.</summary>
public sealed record GoalNote
{
    /// <summary>The context URL, on a single one.</summary>
    [JsonPropertyName("@odata.context")]
    [JsonPropertyOrder(-2)]
    public string? ODataContext { get; init; }

    /// <summary>The type, on the one that was just made.</summary>
    [JsonPropertyName("@odata.type")]
    [JsonPropertyOrder(-1)]
    public string? ODataType { get; init; }

    /// <summary>v5 GUID of the check-in and who wrote it.</summary>
    public required Guid Id { get; init; }

    /// <summary>The check-in's date, time zero, UTC.</summary>
    public required string ValueTimestamp { get; init; }

    /// <summary>The goal.</summary>
    public required Guid GoalId { get; init; }

    /// <summary>The scorecard.</summary>
    public required Guid ScorecardId { get; init; }

    /// <summary>When the report's first revision was stored, UTC, seven decimals.</summary>
    public required string CreatedTime { get; init; }

    /// <summary>When the newest was, UTC, seven decimals.</summary>
    public required string LastModifiedTime { get; init; }

    /// <summary>The text.</summary>
    public required string Body { get; init; }

    /// <summary>The text once more, as the JSON of Power BI's own editor.</summary>
    public required string Content { get; init; }
}
