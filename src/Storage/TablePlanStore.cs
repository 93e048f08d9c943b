using Azure;
using Azure.Data.Tables;
using Hsvo.Domain.Plans;
using Hsvo.UseCases.Stores;

namespace Hsvo.Storage;

/// <summary>
/// Plans in the table "plans": one plan, one partition, versions side by side. A version's rows are written first and the row "newest" last, so
/// that nobody sees half a plan. Each import writes rows of its own: what a cut-off one left, or a slower one still writes, never mixes with them.
/// Which plans an area has stands in a partition of its own, a row for each, so that listing them reads nothing of their versions.
/// </summary>
/// <param name="tables">The tables.</param>
internal sealed class TablePlanStore(Tables tables) : IPlanStore
{
    public async Task<Plan?> FindAsync(PlanKey plan, CancellationToken cancellationToken)
    {
        var table = await tables.PlansAsync();
        if (await FindNewestAsync(table, plan, cancellationToken) is not { } newest)
        {
            return null;
        }

        var (version, import) = Rows.ReadNewest(newest);
        var partition = Keys.Partition(plan);
        var header = await StorageErrors.Translate(
            () => table.GetEntityAsync<TableEntity>(partition, Keys.PlanHeader(version, import), cancellationToken: cancellationToken), cancellationToken);
        var nodes = await Tables.QueryAsync(table, partition, Keys.PlanNodeRange(version, import), cancellationToken)
            .Select(Rows.ReadNode).ToListAsync(cancellationToken);
        return Rows.ReadHeader(header.Value) with { Nodes = nodes };
    }

    public async Task<int> ReadVersionAsync(PlanKey plan, CancellationToken cancellationToken) =>
        VersionOf(await FindNewestAsync(await tables.PlansAsync(), plan, cancellationToken));

    public async Task<IReadOnlyList<string>> ListAsync(string area, CancellationToken cancellationToken) =>
        await Tables.QueryAsync(await tables.PlansAsync(), Keys.Partition(area), Keys.PlanRange(), cancellationToken)
            .Select(r => Keys.ParsePlan(r.RowKey)).ToListAsync(cancellationToken);

    public async Task<bool> TryImportAsync(Plan plan, CancellationToken cancellationToken)
    {
        var table = await tables.PlansAsync();

        // First: an import that is cut off leaves an id without a plan, which readers pass over, and no plan without its id. And always, so that a
        // plan that was stored before there was a list comes into it.
        await StorageErrors.Translate(() => table.UpsertEntityAsync(Rows.Listed(plan.Key), TableUpdateMode.Replace, cancellationToken), cancellationToken);
        var newest = await FindNewestAsync(table, plan.Key, cancellationToken);
        if (VersionOf(newest) >= plan.Version)
        {
            return false;
        }

        var import = Guid.NewGuid().ToString("N");
        TableEntity[] rows = [Rows.Header(plan, import), .. Enumerable.Range(0, plan.Nodes.Count).Select(i => Rows.Node(plan, import, i))];
        foreach (var chunk in rows.Chunk(Tables.MaxOperations))
        {
            await StorageErrors.Translate(
                () => table.SubmitTransactionAsync(chunk.Select(r => new TableTransactionAction(TableTransactionActionType.UpsertReplace, r)), cancellationToken),
                cancellationToken);
        }

        if (!await StorageErrors.Translate(() => TryPublishAsync(table, newest, Rows.Newest(plan, import), cancellationToken), cancellationToken))
        {
            return false;
        }

        // Readers who have the version before it in memory ask for the stamp of its reports alone.
        if (newest is not null)
        {
            var reports = await tables.ReportsAsync();
            await StorageErrors.Translate(
                () => reports.UpsertEntityAsync(Rows.Stamp(Keys.Partition(plan.Key)), TableUpdateMode.Replace, cancellationToken), cancellationToken);
        }

        return true;
    }

    // Only in place of the row seen before anything was written: an import that was overtaken meanwhile must not hide the one that overtook it.
    private static async Task<bool> TryPublishAsync(TableClient table, TableEntity? before, TableEntity newest, CancellationToken cancellationToken)
    {
        try
        {
            if (before is null)
            {
                await table.AddEntityAsync(newest, cancellationToken);
            }
            else
            {
                await table.UpdateEntityAsync(newest, before.ETag, TableUpdateMode.Replace, cancellationToken);
            }

            return true;
        }
        catch (RequestFailedException e) when (StorageErrors.IsConflict(e))
        {
            return false;
        }
    }

    private static async Task<TableEntity?> FindNewestAsync(TableClient table, PlanKey plan, CancellationToken cancellationToken)
    {
        var row = await StorageErrors.Translate(
            () => table.GetEntityIfExistsAsync<TableEntity>(Keys.Partition(plan), Keys.Newest, cancellationToken: cancellationToken), cancellationToken);
        return row.HasValue ? row.Value : null;
    }

    private static int VersionOf(TableEntity? newest) => newest is null ? 0 : Rows.ReadNewest(newest).Version;
}
