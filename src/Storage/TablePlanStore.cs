using Azure.Data.Tables;
using Hsvo.Domain.Plans;
using Hsvo.UseCases.Stores;

namespace Hsvo.Storage;

/// <summary>
/// Plans in the table "plans": one plan, one partition, versions side by side. A version's rows are written first, and last in one transaction the row
/// "newest" and the row that tells which import made the version, so that nobody sees half a plan. Each import writes rows of its own: what a cut-off one left, or a slower one still writes, never mixes with them.
/// Which plans an area has stands in a partition of its own, a row for each, so that listing them reads nothing of their versions.
/// </summary>
/// <param name="tables">The tables.</param>
internal sealed class TablePlanStore(Tables tables) : IPlanStore
{
    public async Task<Plan?> FindAsync(PlanKey plan, CancellationToken cancellationToken)
    {
        var table = await tables.PlansAsync();
        return await FindNewestAsync(table, plan, cancellationToken) is { } newest && Rows.ReadNewest(newest) is var (version, import)
            ? await ReadAsync(table, plan, version, import, cancellationToken)
            : null;
    }

    public async Task<Plan?> FindAsync(PlanKey plan, int version, CancellationToken cancellationToken)
    {
        var table = await tables.PlansAsync();
        return await FindRowAsync(table, plan, Keys.PlanVersion(version), cancellationToken) is { } row
            ? await ReadAsync(table, plan, version, Rows.ReadImport(row), cancellationToken)
            : null;
    }

    public async Task<IReadOnlyList<PlanVersion>> ListVersionsAsync(PlanKey plan, CancellationToken cancellationToken) =>
        await Tables.QueryAsync(await tables.PlansAsync(), Keys.Partition(plan), Keys.PlanVersionRange(), cancellationToken)
            .Select(Rows.ReadVersion).ToListAsync(cancellationToken);

    public async Task<int> ReadVersionAsync(PlanKey plan, CancellationToken cancellationToken) =>
        VersionOf(await FindNewestAsync(await tables.PlansAsync(), plan, cancellationToken));

    public async Task<IReadOnlyList<string>> ListAsync(string area, CancellationToken cancellationToken) =>
        await Tables.QueryAsync(await tables.PlansAsync(), Keys.Partition(area), Keys.PlanRange(), cancellationToken)
            .Select(r => Keys.ParsePlan(r.RowKey)).ToListAsync(cancellationToken);

    public async Task<string?> ReadBuiltInAsync(string area, CancellationToken cancellationToken)
    {
        var table = await tables.PlansAsync();
        var row = await StorageErrors.Translate(
            () => table.GetEntityIfExistsAsync<TableEntity>(Keys.Partition(area), Keys.BuiltIn, cancellationToken: cancellationToken), cancellationToken);
        return row.HasValue ? Rows.ReadBuiltIn(row.Value!) : null;
    }

    public async Task KeepBuiltInAsync(string area, string build, CancellationToken cancellationToken)
    {
        var table = await tables.PlansAsync();
        await StorageErrors.Translate(
            () => table.UpsertEntityAsync(Rows.BuiltIn(area, build), TableUpdateMode.Replace, cancellationToken), cancellationToken);
    }

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
        TableEntity[] rows = [.. Rows.Header(plan, import), .. Enumerable.Range(0, plan.Nodes.Count).Select(i => Rows.Node(plan, import, i))];
        foreach (var chunk in rows.Chunk(Tables.MaxOperations))
        {
            await StorageErrors.Translate(
                () => table.SubmitTransactionAsync(chunk.Select(r => new TableTransactionAction(TableTransactionActionType.UpsertReplace, r)), cancellationToken),
                cancellationToken);
        }

        if (!await StorageErrors.Translate(() => TryPublishAsync(table, newest, plan, import, cancellationToken), cancellationToken))
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
    private static async Task<bool> TryPublishAsync(TableClient table, TableEntity? before, Plan plan, string import, CancellationToken cancellationToken)
    {
        var newest = Rows.Newest(plan, import);
        TableTransactionAction[] actions =
        [
            before is null ? new(TableTransactionActionType.Add, newest) : new(TableTransactionActionType.UpdateReplace, newest, before.ETag),
            new(TableTransactionActionType.Add, Rows.Version(plan, import)),
        ];
        try
        {
            await table.SubmitTransactionAsync(actions, cancellationToken);
            return true;
        }
        catch (TableTransactionFailedException e) when (StorageErrors.IsConflict(e))
        {
            // The client's own retry, after an answer was lost on the way, meets what the first try stored.
            return await FindRowAsync(table, plan.Key, Keys.PlanVersion(plan.Version), cancellationToken) is { } row && Rows.ReadImport(row) == import;
        }
    }

    private static async Task<Plan> ReadAsync(TableClient table, PlanKey plan, int version, string import, CancellationToken cancellationToken)
    {
        var partition = Keys.Partition(plan);
        var header = await Tables.QueryAsync(table, partition, Keys.PlanHeaderRange(version, import), cancellationToken).ToListAsync(cancellationToken);
        var nodes = await Tables.QueryAsync(table, partition, Keys.PlanNodeRange(version, import), cancellationToken)
            .Select(Rows.ReadNode).ToListAsync(cancellationToken);
        return Rows.ReadHeader(header) with { Nodes = nodes };
    }

    private static Task<TableEntity?> FindNewestAsync(TableClient table, PlanKey plan, CancellationToken cancellationToken) =>
        FindRowAsync(table, plan, Keys.Newest, cancellationToken);

    private static async Task<TableEntity?> FindRowAsync(TableClient table, PlanKey plan, string rowKey, CancellationToken cancellationToken)
    {
        var row = await StorageErrors.Translate(
            () => table.GetEntityIfExistsAsync<TableEntity>(Keys.Partition(plan), rowKey, cancellationToken: cancellationToken), cancellationToken);
        return row.HasValue ? row.Value : null;
    }

    private static int VersionOf(TableEntity? newest) => newest is null ? 0 : Rows.ReadNewest(newest).Version;
}
