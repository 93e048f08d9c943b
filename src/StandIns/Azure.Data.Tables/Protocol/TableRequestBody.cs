namespace Azure.Data.Tables.Protocol;

/// <summary>What a request carries beside its address.</summary>
internal sealed record TableRequestBody
{
    public const string Json = "application/json;odata=nometadata";
    public const string NoContent = "return-no-content";

    public ReadOnlyMemory<byte>? Content { get; init; }

    public string ContentType { get; init; } = Json;

    public string? IfMatch { get; init; }

    public string? Prefer { get; init; }
}
