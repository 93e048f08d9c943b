using System.Text.Json.Serialization;

namespace Hsvo.Contracts.PowerBI;

/// <summary>A rebuild of a plan's aggregates (PowerBI-CSharp swagger: Refresh).</summary>
public sealed record Refresh
{
    /// <summary>The context URL, on a single one.</summary>
    [JsonPropertyName("@odata.context")]
    [JsonPropertyOrder(-2)]
    public string? ODataContext { get; init; }

    /// <summary>Its id, as x-ms-request-id had it.</summary>
    public required Guid RequestId { get; init; }

    /// <summary>Always "ViaApi".</summary>
    public required string RefreshType { get; init; }

    /// <summary>When it began, UTC.</summary>
    public required string StartTime { get; init; }

    /// <summary>When it was done, UTC.</summary>
    public string? EndTime { get; init; }

    /// <summary>"Unknown" while it goes on, "Completed", or "Failed" when it was cut off.</summary>
    public required string Status { get; init; }

    /// <summary>Ours: how many answers the log tells of.</summary>
    public int? Cells { get; init; }

    /// <summary>Ours: how many of them were stored otherwise and are put right.</summary>
    public int? Mended { get; init; }

    /// <summary>Ours: how many more are stored that the log doesn't know, and are left.</summary>
    public int? Unfounded { get; init; }
}
