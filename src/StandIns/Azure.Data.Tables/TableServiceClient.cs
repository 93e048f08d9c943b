using System.Text.Json;
using Azure.Core;
using Azure.Data.Tables.Models;
using Azure.Data.Tables.Protocol;

namespace Azure.Data.Tables;

public class TableServiceClient
{
    private readonly TableRequests _requests = null!;

    public TableServiceClient(string connectionString)
        : this(connectionString, null)
    {
    }

    public TableServiceClient(string connectionString, TableClientOptions? options = null) =>
        _requests = TableRequests.To(connectionString, options);

    public TableServiceClient(Uri endpoint, TableSharedKeyCredential credential)
        : this(endpoint, credential, null!)
    {
    }

    public TableServiceClient(Uri endpoint, TableSharedKeyCredential credential, TableClientOptions options) =>
        _requests = TableRequests.To(endpoint, credential, options);

    public TableServiceClient(Uri endpoint, TokenCredential tokenCredential, TableClientOptions? options = null) =>
        _requests = TableRequests.To(endpoint, tokenCredential, options);

    protected TableServiceClient()
    {
    }

    public virtual string AccountName => _requests.AccountName;

    public virtual Uri Uri => _requests.Endpoint;

    public static string CreateQueryFilter(FormattableString filter) => QueryFilter.Create(filter);

    public virtual TableClient GetTableClient(string tableName)
    {
        ArgumentException.ThrowIfNullOrEmpty(tableName);
        return new TableClient(_requests, tableName);
    }

    public virtual Task<Response<TableItem>> CreateTableAsync(string tableName, CancellationToken cancellationToken = default) =>
        GetTableClient(tableName).CreateAsync(cancellationToken);

    public virtual Task<Response<TableItem>> CreateTableIfNotExistsAsync(string tableName, CancellationToken cancellationToken = default) =>
        GetTableClient(tableName).CreateIfNotExistsAsync(cancellationToken);

    public virtual Task<Response> DeleteTableAsync(string tableName, CancellationToken cancellationToken = default) =>
        GetTableClient(tableName).DeleteAsync(cancellationToken);

    public virtual AsyncPageable<TableItem> QueryAsync(string? filter = null, int? maxPerPage = null, CancellationToken cancellationToken = default) =>
        new Pages<TableItem>(
            async (next, top, cancel) =>
            {
                var query = Pages<TableItem>.QueryString(filter, null, top, ("NextTableName", next));
                var response = await _requests.SendAsync(RequestMethod.Get, $"Tables?{query}", null, cancel, 200);
                using var page = JsonDocument.Parse(response.Content);
                var tables = page.RootElement.GetProperty("value").EnumerateArray()
                    .Select(table => new TableItem(table.GetProperty("TableName").GetString()!))
                    .ToList();
                return (tables, Pages<TableItem>.Header(response, "x-ms-continuation-NextTableName"), response);
            },
            maxPerPage,
            cancellationToken);
}
