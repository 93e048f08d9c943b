namespace Azure.Data.Tables.Protocol;

internal static class PropertyName
{
    public const string PartitionKey = "PartitionKey";
    public const string RowKey = "RowKey";
    public const string Timestamp = "Timestamp";
    public const string ETag = "ETag";
    public const string ETagOnTheWire = "odata.etag";
    public const string MetadataOnTheWire = "odata.metadata";
    public const string TypeSuffix = "@odata.type";
}
