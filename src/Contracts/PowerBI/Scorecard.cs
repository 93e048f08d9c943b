using System.Text.Json.Serialization;

namespace Hsvo.Contracts.PowerBI;

/// <summary>A plan as a scorecard (PowerBI-CSharp swagger: Scorecard).</summary>
public sealed record Scorecard
{
    /// <summary>The context URL, on a single one.</summary>
    [JsonPropertyName("@odata.context")]
    [JsonPropertyOrder(-2)]
    public string? ODataContext { get; init; }

    /// <summary>v5 GUID of area, plan and group.</summary>
    public required Guid Id { get; init; }

    /// <summary>The plan's title.</summary>
    public required string Name { get; init; }

    /// <summary>The plan's overall goal.</summary>
    public string? Description { get; init; }

    /// <summary>When the plan was first imported, UTC, seven decimals; absent where that wasn't kept.</summary>
    public string? CreatedTime { get; init; }

    /// <summary>When the plan or an answer that counts here was changed last, UTC, seven decimals; absent where that wasn't kept.</summary>
    public string? LastModifiedTime { get; init; }

    /// <summary>The workspace.</summary>
    public required Guid GroupId { get; init; }

    /// <summary>The push dataset that takes its reports as rows.</summary>
    public Guid? DatasetId { get; init; }

    /// <summary>What GetScorecardByReportId finds it by.</summary>
    public Guid? ReportId { get; init; }

    /// <summary>Read or ReadWrite, as the caller may.</summary>
    public required string Permissions { get; init; }

    /// <summary>Always "Completed".</summary>
    public required string ProvisioningStatus { get; init; }

    /// <summary>Ours: the plan's id; absent for a department's own scorecard beside the plans.</summary>
    public string? PlanId { get; init; }

    /// <summary>Whom to ask about a department's own scorecard; absent where nobody is named.</summary>
    public string? Contact { get; init; }

    /// <summary>Which columns a department's own scorecard shows; absent on a plan's.</summary>
    public IReadOnlyList<ColumnSetting>? ColumnSettings { get; init; }

    /// <summary>The context URL of the expanded goals.</summary>
    [JsonPropertyName("goals@odata.context")]
    public string? GoalsODataContext { get; init; }

    /// <summary>The goals, when expanded.</summary>
    public IReadOnlyList<Goal>? Goals { get; init; }
}

/// <summary>Whether a column is shown (PowerBI-CSharp swagger: ScorecardColumnSetting).</summary>
/// <param name="ColumnId">0 name, 1 owner, 2 status, 3 value, 4 progress, 5 due date, 6 notes.</param>
/// <param name="Show">Whether it is shown.</param>
public sealed record ColumnSetting(int ColumnId, bool Show);
