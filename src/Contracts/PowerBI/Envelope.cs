using System.Text.Json.Serialization;

namespace Hsvo.Contracts.PowerBI;

/// <summary>A list in Power BI's shape (PowerBI-CSharp swagger: ODataResponseListScorecard and its kin).</summary>
/// <typeparam name="T">The items.</typeparam>
public sealed record Envelope<T>
{
    /// <summary>The context URL.</summary>
    [JsonPropertyName("@odata.context")]
    [JsonPropertyOrder(-2)]
    public required string ODataContext { get; init; }

    /// <summary>The number of items, where Power BI gives it.</summary>
    [JsonPropertyName("@odata.count")]
    [JsonPropertyOrder(-1)]
    public long? ODataCount { get; init; }

    /// <summary>The items.</summary>
    public required IReadOnlyList<T> Value { get; init; }
}
