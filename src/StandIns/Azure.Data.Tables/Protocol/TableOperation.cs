using Azure.Core;

namespace Azure.Data.Tables.Protocol;

/// <summary>A write of one row, sent alone or in a transaction.</summary>
internal sealed record TableOperation(RequestMethod Method, string Path, TableRequestBody Body)
{
    public static (TableOperation? Operation, Refusal? Refusal) Of(string table, TableTransactionActionType type, ITableEntity entity, ETag etag)
    {
        if (Limits.OfKeys(entity.PartitionKey, entity.RowKey) is { } badKey)
        {
            return (null, badKey);
        }

        if (type == TableTransactionActionType.Delete)
        {
            return (Delete(table, entity.PartitionKey, entity.RowKey, etag), null);
        }

        var properties = EntityWriter.PropertiesOf(entity);
        if (Limits.OfEntity(properties) is { } refusal)
        {
            return (null, refusal);
        }

        var body = new TableRequestBody { Content = EntityWriter.Write(properties), IfMatch = etag == default ? null : etag.ToString() };
        return type switch
        {
            TableTransactionActionType.Add =>
                (new(RequestMethod.Post, table, body with { IfMatch = null, Prefer = TableRequestBody.NoContent }), null),
            TableTransactionActionType.UpdateMerge => (new(RequestMethod.Patch, Row(table, entity), body), null),
            TableTransactionActionType.UpdateReplace => (new(RequestMethod.Put, Row(table, entity), body), null),
            TableTransactionActionType.UpsertMerge => (new(RequestMethod.Patch, Row(table, entity), body with { IfMatch = null }), null),
            TableTransactionActionType.UpsertReplace => (new(RequestMethod.Put, Row(table, entity), body with { IfMatch = null }), null),
            _ => throw new InvalidOperationException("Unknown request type."),
        };
    }

    public static TableOperation Delete(string table, string partitionKey, string rowKey, ETag etag) =>
        new(RequestMethod.Delete, Row(table, partitionKey, rowKey), new TableRequestBody { IfMatch = etag == default ? "*" : etag.ToString() });

    public static string Row(string table, string partitionKey, string rowKey) =>
        $"{table}(PartitionKey='{Escape(partitionKey)}',RowKey='{Escape(rowKey)}')";

    private static string Row(string table, ITableEntity entity) => Row(table, entity.PartitionKey, entity.RowKey);

    private static string Escape(string key) => Uri.EscapeDataString(QueryFilter.Quote(key));
}
