using System.Text.Json.Serialization;

namespace Hsvo.Contracts.PowerBI;

/// <summary>A workspace (Power BI REST: Groups - Get Groups).</summary>
public sealed record Group
{
    /// <summary>The context URL, on a single one.</summary>
    [JsonPropertyName("@odata.context")]
    [JsonPropertyOrder(-2)]
    public string? ODataContext { get; init; }

    /// <summary>The workspace's id.</summary>
    public required Guid Id { get; init; }

    /// <summary>Whether the caller can't write here.</summary>
    public required bool IsReadOnly { get; init; }

    /// <summary>Always false: there is no capacity.</summary>
    public required bool IsOnDedicatedCapacity { get; init; }

    /// <summary>The department's name, or the samråd's.</summary>
    public required string Name { get; init; }

    /// <summary>Power BI's kind: always "Workspace".</summary>
    public required string Type { get; init; }
}
