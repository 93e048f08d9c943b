using Azure;
using Azure.Data.Tables;
using Hsvo.Domain.Plans;
using Hsvo.UseCases.Stores;

namespace Hsvo.Storage;

/// <summary>
/// Plans in the table "plans": one plan, one partition, versions side by side. A version's rows are written first and the row "newest" last, so
/// that nobody sees half a plan; what a cut-off import left is written over by the next.
/// </summary>
/// <param name="tables">The tables.</param>
internal sealed class TablePlanStore(Tables tables) : IPlanStore
{
    public async Task<Plan?> FindAsync(PlanKey plan, CancellationToken cancellationToken)
    {
        var version = await ReadVersionAsync(plan, cancellationToken);
        if (version == 0)
        {
            return null;
        }

        var table = await tables.PlansAsync();
        var partition = Keys.Partition(plan);
        var header = await StorageErrors.Translate(
            () => table.GetEntityAsync<TableEntity>(partition, Keys.PlanHeader(version), cancellationToken: cancellationToken), cancellationToken);
        var nodes = await Tables.QueryAsync(table, partition, Keys.PlanNodeRange(version), cancellationToken)
            .Select(Rows.ReadNode).ToListAsync(cancellationToken);
        return Rows.ReadHeader(header.Value) with { Nodes = nodes };
    }

    public async Task<int> ReadVersionAsync(PlanKey plan, CancellationToken cancellationToken)
    {
        var table = await tables.PlansAsync();
        var row = await StorageErrors.Translate(
            () => table.GetEntityIfExistsAsync<TableEntity>(Keys.Partition(plan), Keys.Newest, cancellationToken: cancellationToken), cancellationToken);
        return row is { HasValue: true, Value: { } newest } ? Rows.ReadNewest(newest) : 0;
    }

    public async Task<IReadOnlyList<string>> ListAsync(string area, CancellationToken cancellationToken)
    {
        var table = await tables.PlansAsync();
        var (from, to) = Keys.PartitionsOf(area);
        var rows = table.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey ge {from} and PartitionKey lt {to} and RowKey eq {Keys.Newest}"),
            select: ["PartitionKey"],
            cancellationToken: cancellationToken);
        return await Tables.Translated(rows, cancellationToken)
            .Select(r => Keys.ParsePartition(r.PartitionKey).Plan).ToListAsync(cancellationToken);
    }

    public async Task<bool> TryImportAsync(Plan plan, CancellationToken cancellationToken)
    {
        var newest = await ReadVersionAsync(plan.Key, cancellationToken);
        if (newest >= plan.Version)
        {
            return false;
        }

        var table = await tables.PlansAsync();
        TableEntity[] rows = [Rows.Header(plan), .. Enumerable.Range(0, plan.Nodes.Count).Select(i => Rows.Node(plan, i))];
        foreach (var chunk in rows.Chunk(Tables.MaxOperations))
        {
            await StorageErrors.Translate(
                () => table.SubmitTransactionAsync(chunk.Select(r => new TableTransactionAction(TableTransactionActionType.UpsertReplace, r)), cancellationToken),
                cancellationToken);
        }

        return await StorageErrors.Translate(() => TryPublishAsync(table, plan, cancellationToken), cancellationToken);
    }

    private static async Task<bool> TryPublishAsync(TableClient table, Plan plan, CancellationToken cancellationToken)
    {
        var newest = Rows.Newest(plan);
        try
        {
            var before = await table.GetEntityIfExistsAsync<TableEntity>(newest.PartitionKey, newest.RowKey, cancellationToken: cancellationToken);
            if (before is { HasValue: true, Value: { } row })
            {
                await table.UpdateEntityAsync(newest, row.ETag, TableUpdateMode.Replace, cancellationToken);
            }
            else
            {
                await table.AddEntityAsync(newest, cancellationToken);
            }

            return true;
        }
        catch (RequestFailedException e) when (StorageErrors.IsConflict(e))
        {
            return false;
        }
    }
}
