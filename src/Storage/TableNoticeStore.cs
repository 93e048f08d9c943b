using Azure.Data.Tables;
using Hsvo.Domain.Audit;
using Hsvo.UseCases.Notices;
using Hsvo.UseCases.Stores;

namespace Hsvo.Storage;

/// <summary>Notices in the table "notices": one area, one partition, with the audit's entries of those that were sent or given up.</summary>
/// <param name="tables">The tables.</param>
internal sealed class TableNoticeStore(Tables tables) : INoticeStore
{
    public async Task<IReadOnlyList<StoredNotice>> ListAsync(string area, DateOnly from, DateOnly to, CancellationToken cancellationToken) =>
        await Tables.QueryAsync(await tables.NoticesAsync(), Keys.Partition(area), Keys.NoticeRange(from, to), cancellationToken).Select(Rows.ReadNotice)
            .ToListAsync(cancellationToken);

    public Task<StoredNotice?> TryAddAsync(string area, Notice notice, CancellationToken cancellationToken) =>
        TryAsync(notice, [new(TableTransactionActionType.Add, Rows.Notice(area, notice))], cancellationToken);

    public Task<StoredNotice?> TryChangeAsync(string area, Notice notice, string version, AuditEntry? entry, CancellationToken cancellationToken)
    {
        List<TableTransactionAction> actions = [new(TableTransactionActionType.UpdateReplace, Rows.Notice(area, notice), Rows.Version(version))];
        if (entry is not null)
        {
            actions.Add(new(TableTransactionActionType.Add, Rows.Audit(Keys.Partition(area), entry)));
        }

        return TryAsync(notice, actions, cancellationToken);
    }

    private async Task<StoredNotice?> TryAsync(Notice notice, List<TableTransactionAction> actions, CancellationToken cancellationToken)
    {
        var table = await tables.NoticesAsync();
        return await StorageErrors.Translate(
            async () =>
            {
                try
                {
                    var answers = await table.SubmitTransactionAsync(actions, cancellationToken);
                    return new StoredNotice(notice, answers.Value[0].Headers.ETag!.Value.ToString());
                }
                catch (TableTransactionFailedException e) when (StorageErrors.IsConflict(e))
                {
                    return null;
                }
            },
            cancellationToken);
    }
}
