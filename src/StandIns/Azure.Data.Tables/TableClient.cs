using Azure.Core;
using Azure.Data.Tables.Models;
using Azure.Data.Tables.Protocol;

namespace Azure.Data.Tables;

public class TableClient
{
    private readonly TableRequests _requests = null!;
    private readonly string _name = null!;

    public TableClient(string connectionString, string tableName)
        : this(connectionString, tableName, null)
    {
    }

    public TableClient(string connectionString, string tableName, TableClientOptions? options = null)
        : this(TableRequests.To(connectionString, options), tableName)
    {
    }

    public TableClient(Uri endpoint, string tableName, TableSharedKeyCredential credential)
        : this(endpoint, tableName, credential, null)
    {
    }

    public TableClient(Uri endpoint, string tableName, TableSharedKeyCredential credential, TableClientOptions? options = null)
        : this(TableRequests.To(endpoint, credential, options), tableName)
    {
    }

    public TableClient(Uri endpoint, string tableName, TokenCredential tokenCredential, TableClientOptions? options = null)
        : this(TableRequests.To(endpoint, tokenCredential, options), tableName)
    {
    }

    internal TableClient(TableRequests requests, string tableName)
    {
        ArgumentException.ThrowIfNullOrEmpty(tableName);
        _requests = requests;
        _name = tableName;
    }

    protected TableClient()
    {
    }

    public virtual string AccountName => _requests.AccountName;

    public virtual string Name => _name;

    public virtual Uri Uri => _requests.At(_name);

    public static string CreateQueryFilter(FormattableString filter) => QueryFilter.Create(filter);

    public virtual async Task<Response<TableItem>> CreateAsync(CancellationToken cancellationToken = default) =>
        Response.FromValue(new TableItem(_name), await SendCreateAsync(cancellationToken, 201, 204));

    public virtual async Task<Response<TableItem>> CreateIfNotExistsAsync(CancellationToken cancellationToken = default)
    {
        var response = await SendCreateAsync(cancellationToken, 201, 204, 409);

        // It conflicts with one that is there, which is fine, or with one that is still being deleted.
        return response.Status == 409 && new RequestFailedException(response) is var conflict && conflict.ErrorCode == TableErrorCode.TableBeingDeleted
            ? throw conflict
            : Response.FromValue(new TableItem(_name), response);
    }

    public virtual Task<Response> DeleteAsync(CancellationToken cancellationToken = default) =>
        _requests.SendAsync(RequestMethod.Delete, $"Tables('{Uri.EscapeDataString(_name)}')", null, cancellationToken, 204, 404);

    public virtual Task<Response> AddEntityAsync<T>(T entity, CancellationToken cancellationToken = default)
        where T : ITableEntity =>
        SendAsync(TableTransactionActionType.Add, entity, default, cancellationToken, 201, 204);

    public virtual Task<Response> UpsertEntityAsync<T>(T entity, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default)
        where T : ITableEntity =>
        SendAsync(
            mode == TableUpdateMode.Replace ? TableTransactionActionType.UpsertReplace : TableTransactionActionType.UpsertMerge,
            entity,
            default,
            cancellationToken,
            204);

    public virtual Task<Response> UpdateEntityAsync<T>(T entity, ETag ifMatch, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default)
        where T : ITableEntity
    {
        if (ifMatch == default)
        {
            throw new ArgumentException("Value cannot be empty.", nameof(ifMatch));
        }

        return SendAsync(
            mode == TableUpdateMode.Replace ? TableTransactionActionType.UpdateReplace : TableTransactionActionType.UpdateMerge,
            entity,
            ifMatch,
            cancellationToken,
            204);
    }

    public virtual Task<Response> DeleteEntityAsync(ITableEntity entity, ETag ifMatch = default, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entity);
        return DeleteEntityAsync(entity.PartitionKey, entity.RowKey, ifMatch, cancellationToken);
    }

    public virtual async Task<Response> DeleteEntityAsync(string partitionKey, string rowKey, ETag ifMatch = default, CancellationToken cancellationToken = default)
    {
        CheckKeys(partitionKey, rowKey);
        var delete = TableOperation.Delete(_name, partitionKey, rowKey, ifMatch);
        return await _requests.SendAsync(delete.Method, delete.Path, delete.Body, cancellationToken, 204, 404);
    }

    public virtual async Task<Response<T>> GetEntityAsync<T>(string partitionKey, string rowKey, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity
    {
        var response = await SendGetAsync(partitionKey, rowKey, select, cancellationToken, 200);
        return Response.FromValue(EntityReader<T>.ReadOne(response.Content.ToMemory().Span), response);
    }

    public virtual async Task<NullableResponse<T>> GetEntityIfExistsAsync<T>(string partitionKey, string rowKey, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity
    {
        var response = await SendGetAsync(partitionKey, rowKey, select, cancellationToken, 200, 404);
        return response.Status == 404
            ? new NoValueResponse<T>(response)
            : Response.FromValue(EntityReader<T>.ReadOne(response.Content.ToMemory().Span), response);
    }

    public virtual AsyncPageable<T> QueryAsync<T>(string? filter = null, int? maxPerPage = null, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity =>
        new Pages<T>(
            async (next, top, cancel) =>
            {
                if (Limits.OfQuery(filter, top) is { } refusal)
                {
                    throw refusal.ToException();
                }

                var (nextPartition, nextRow) = next?.Split(' ', 2) is [var partition, var row] ? (partition, row) : (null, null);
                var query = Pages<T>.QueryString(filter, select, top, ("NextPartitionKey", nextPartition), ("NextRowKey", nextRow));
                var response = await _requests.SendAsync(RequestMethod.Get, $"{_name}()?{query}", null, cancel, 200);
                var nextPage = Pages<T>.Header(response, "x-ms-continuation-NextPartitionKey") is { } continuation
                    ? $"{continuation} {Pages<T>.Header(response, "x-ms-continuation-NextRowKey")}"
                    : null;
                return (EntityReader<T>.ReadPage(response.Content.ToMemory().Span), nextPage, response);
            },
            maxPerPage,
            cancellationToken);

    public virtual async Task<Response<IReadOnlyList<Response>>> SubmitTransactionAsync(IEnumerable<TableTransactionAction> transactionActions, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(transactionActions);
        var operations = Transaction.Check(_name, transactionActions);
        var response = await _requests.SendAsync(RequestMethod.Post, "$batch", Transaction.Write(operations, _requests), cancellationToken, 202);
        return Response.FromValue(Transaction.Read(response), response);
    }

    private async Task<Response> SendCreateAsync(CancellationToken cancellationToken, params int[] expected)
    {
        if (Limits.OfTableName(_name) is { } refusal)
        {
            throw refusal.ToException();
        }

        var body = new TableRequestBody { Content = EntityWriter.Write([new("TableName", _name)]), Prefer = TableRequestBody.NoContent };
        return await _requests.SendAsync(RequestMethod.Post, "Tables", body, cancellationToken, expected);
    }

    private async Task<Response> SendAsync(
        TableTransactionActionType type, ITableEntity? entity, ETag ifMatch, CancellationToken cancellationToken, params int[] expected)
    {
        ArgumentNullException.ThrowIfNull(entity);
        ArgumentNullException.ThrowIfNull(entity.PartitionKey);
        ArgumentNullException.ThrowIfNull(entity.RowKey);
        var (operation, refusal) = TableOperation.Of(_name, type, entity, ifMatch);
        return operation is null
            ? throw refusal!.ToException()
            : await _requests.SendAsync(operation.Method, operation.Path, operation.Body, cancellationToken, expected);
    }

    private async Task<Response> SendGetAsync(
        string partitionKey, string rowKey, IEnumerable<string>? select, CancellationToken cancellationToken, params int[] expected)
    {
        CheckKeys(partitionKey, rowKey);
        var query = Pages<ITableEntity>.QueryString(null, select, null);
        return await _requests.SendAsync(RequestMethod.Get, $"{TableOperation.Row(_name, partitionKey, rowKey)}?{query}", null, cancellationToken, expected);
    }

    private static void CheckKeys(string partitionKey, string rowKey)
    {
        ArgumentNullException.ThrowIfNull(partitionKey);
        ArgumentNullException.ThrowIfNull(rowKey);
        if (Limits.OfKeys(partitionKey, rowKey) is { } refusal)
        {
            throw refusal.ToException();
        }
    }
}
