using Azure;
using Azure.Data.Tables;
using Hsvo.TestKit;

namespace Hsvo.StandIns.Tests.Tables;

/// <summary>A test with a table of its own.</summary>
[Collection(AzuriteFixture.Collection)]
public abstract class TableTest(AzuriteFixture azurite) : IAsyncLifetime
{
    protected string ConnectionString => azurite.ConnectionString;

    protected TableClient Table { get; } = new(azurite.ConnectionString, AzuriteFixture.NewTableName());

    public virtual async Task InitializeAsync() => await Table.CreateIfNotExistsAsync();

    public async Task DisposeAsync() => await Table.DeleteAsync();

    protected static TableTransactionAction Add(string partition, string row) =>
        new(TableTransactionActionType.Add, new TableEntity(partition, row));

    protected async Task<List<string>> RowsAsync(string? filter = null)
    {
        var rows = new List<string>();
        await foreach (var row in Table.QueryAsync<TableEntity>(filter))
        {
            rows.Add(row.RowKey);
        }

        return rows;
    }

    protected static async Task<RequestFailedException> FailsAsync(Func<Task> act, int status, string code)
    {
        var failure = await Assert.ThrowsAnyAsync<RequestFailedException>(act);
        Assert.Equal((status, code), (failure.Status, failure.ErrorCode));
        return failure;
    }
}
