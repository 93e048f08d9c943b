using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Azure.Data.Tables;

namespace Hsvo.Storage;

/// <summary>The tables, each made on first use.</summary>
/// <param name="service">The account.</param>
internal sealed class Tables(TableServiceClient service)
{
    /// <summary>The most operations of one transaction.</summary>
    public const int MaxOperations = 100;

    // The most rows that storage sends at a time.
    private const int MaxPage = 1000;

    private readonly ConcurrentDictionary<string, Lazy<Task<TableClient>>> _tables = new();

    public Task<TableClient> ReportsAsync() => OpenAsync("reports");

    public Task<TableClient> PlansAsync() => OpenAsync("plans");

    public Task<TableClient> MeetingsAsync() => OpenAsync("meetings");

    public Task<TableClient> ScorecardsAsync() => OpenAsync("scorecards");

    public Task<TableClient> AuditAsync() => OpenAsync("audit");

    public Task<TableClient> NoticesAsync() => OpenAsync("notices");

    public Task<TableClient> RunsAsync() => OpenAsync("runs");

    public Task<TableClient> FormKeysAsync() => OpenAsync("formkeys");

    /// <summary>The rows of a range of row keys in one partition, in order; a page at a time, of as many as are wanted.</summary>
    public static IAsyncEnumerable<TableEntity> QueryAsync(
        TableClient table, string partition, (string From, string To) range, CancellationToken cancellationToken, int? wanted = null) =>
        Translated(
            table.QueryAsync<TableEntity>(
                TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {range.From} and RowKey lt {range.To}"),
                wanted is { } rows ? Math.Clamp(rows, 1, MaxPage) : null,
                cancellationToken: cancellationToken),
            cancellationToken);

    /// <summary>Every row of one partition, in order; a page at a time.</summary>
    public static IAsyncEnumerable<TableEntity> QueryAsync(TableClient table, string partition, CancellationToken cancellationToken) => Translated(
        table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {partition}"), cancellationToken: cancellationToken), cancellationToken);

    /// <summary>A query whose storage failures are translated.</summary>
    public static async IAsyncEnumerable<TableEntity> Translated(
        IAsyncEnumerable<TableEntity> query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var rows = query.GetAsyncEnumerator(cancellationToken);
        while (await StorageErrors.Translate(async () => await rows.MoveNextAsync(), cancellationToken))
        {
            yield return rows.Current;
        }
    }

    private async Task<TableClient> OpenAsync(string name)
    {
        var opening = _tables.GetOrAdd(name, n => new(() => CreateAsync(n)));
        try
        {
            return await opening.Value;
        }
        catch
        {
            // Storage may be away at the first call: the next one tries anew.
            _tables.TryRemove(new(name, opening));
            throw;
        }
    }

    private async Task<TableClient> CreateAsync(string name)
    {
        var table = service.GetTableClient(name);
        await StorageErrors.Translate(() => table.CreateIfNotExistsAsync(CancellationToken.None), CancellationToken.None);
        return table;
    }
}
