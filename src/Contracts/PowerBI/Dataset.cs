using System.Text.Json.Serialization;

namespace Hsvo.Contracts.PowerBI;

/// <summary>A plan as a push dataset (PowerBI-CSharp swagger: Dataset).</summary>
public sealed record Dataset
{
    /// <summary>The context URL, on a single one.</summary>
    [JsonPropertyName("@odata.context")]
    [JsonPropertyOrder(-2)]
    public string? ODataContext { get; init; }

    /// <summary>The dataset's id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The plan's title.</summary>
    public required string Name { get; init; }

    /// <summary>Whether the caller may push rows.</summary>
    public required bool AddRowsAPIEnabled { get; init; }

    /// <summary>Whether the caller may have it rebuilt.</summary>
    public required bool IsRefreshable { get; init; }

    /// <summary>Always false: everyone in the workspace is shown the same.</summary>
    public required bool IsEffectiveIdentityRequired { get; init; }

    /// <summary>Always false.</summary>
    public required bool IsEffectiveIdentityRolesRequired { get; init; }

    /// <summary>Always false: there is no gateway.</summary>
    public required bool IsOnPremGatewayRequired { get; init; }

    /// <summary>Always "PushStreaming", Power BI's name of what rows are pushed to.</summary>
    public required string TargetStorageMode { get; init; }

    /// <summary>Ours: the plan's id.</summary>
    public required string PlanId { get; init; }
}

/// <summary>A table of a push dataset (PowerBI-CSharp swagger: Table).</summary>
/// <param name="Name">Its name.</param>
/// <param name="Columns">Its columns.</param>
public sealed record Table(string Name, IReadOnlyList<Column> Columns);

/// <summary>A column (PowerBI-CSharp swagger: Column).</summary>
/// <param name="Name">Its name.</param>
/// <param name="DataType">Power BI's data type: "Int64", "Double", "Boolean", "DateTime" or "String".</param>
/// <param name="Description">What it holds, in Swedish and English.</param>
public sealed record Column(string Name, string DataType, string Description);
