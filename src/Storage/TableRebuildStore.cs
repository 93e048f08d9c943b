using Azure.Data.Tables;
using Hsvo.Domain.Plans;
using Hsvo.UseCases;
using Hsvo.UseCases.Audit;
using Hsvo.UseCases.Stores;

namespace Hsvo.Storage;

/// <summary>Rebuilds in the table "reports", beside what they rebuild.</summary>
/// <param name="tables">The tables.</param>
internal sealed class TableRebuildStore(Tables tables) : IRebuildStore
{
    public async Task<AppendOutcome> MendAsync(PlanKey plan, IReadOnlyList<NewRevision> cells, CancellationToken cancellationToken)
    {
        TableTransactionAction[] actions =
        [
            .. cells.Select(c => c.ReplacedVersion is { } version
                ? new TableTransactionAction(TableTransactionActionType.UpdateReplace, Rows.Cell(plan, c.Report), Rows.Version(version))
                : new(TableTransactionActionType.Add, Rows.Cell(plan, c.Report))),
            new(TableTransactionActionType.UpsertReplace, Rows.Stamp(Keys.Partition(plan))),
        ];
        var table = await tables.ReportsAsync();
        return await StorageErrors.Translate(
            async () =>
            {
                try
                {
                    await table.SubmitTransactionAsync(actions, cancellationToken);
                    return AppendOutcome.Stored;
                }
                catch (TableTransactionFailedException e) when (StorageErrors.IsConflict(e) || StorageErrors.IsGone(e))
                {
                    return AppendOutcome.Conflict;
                }
            },
            cancellationToken);
    }

    public async Task KeepAsync(PlanKey plan, Rebuild rebuild, CancellationToken cancellationToken)
    {
        var table = await tables.ReportsAsync();
        List<TableTransactionAction> actions = [new(TableTransactionActionType.UpsertReplace, Rows.Rebuild(plan, rebuild))];
        if (rebuild.EndedAt is null)
        {
            actions.Add(new(TableTransactionActionType.UpsertReplace, Rows.Audit(Keys.Partition(plan), AuditEntries.Of(plan, rebuild))));
        }

        await StorageErrors.Translate(() => table.SubmitTransactionAsync(actions, cancellationToken), cancellationToken);
        await foreach (var row in ReadAsync(table, plan, cancellationToken).Skip(IRebuildStore.MaxKept))
        {
            await StorageErrors.Translate(() => table.DeleteEntityAsync(row.PartitionKey, row.RowKey, cancellationToken: cancellationToken), cancellationToken);
        }
    }

    public async Task<IReadOnlyList<Rebuild>> ListAsync(PlanKey plan, CancellationToken cancellationToken) =>
        await ReadAsync(await tables.ReportsAsync(), plan, cancellationToken).Take(IRebuildStore.MaxKept).Select(Rows.ReadRebuild).ToListAsync(cancellationToken);

    private static IAsyncEnumerable<TableEntity> ReadAsync(TableClient table, PlanKey plan, CancellationToken cancellationToken) =>
        Tables.QueryAsync(table, Keys.Partition(plan), Keys.RebuildRange(), cancellationToken);
}
