using Azure;
using Azure.Data.Tables;
using Hsvo.Domain.Meetings;
using Hsvo.UseCases.Stores;

namespace Hsvo.Storage;

/// <summary>Meetings and permits in the table "meetings": one area, one partition.</summary>
/// <param name="tables">The tables.</param>
internal sealed class TableMeetingStore(Tables tables) : IMeetingStore
{
    public async Task<IReadOnlyList<Meeting>> ListAsync(string area, CancellationToken cancellationToken) =>
        await Tables.QueryAsync(await tables.MeetingsAsync(), Keys.Partition(area), Keys.MeetingRange(), cancellationToken)
            .Select(Rows.ReadMeeting).ToListAsync(cancellationToken);

    public async Task<string> ReadStampAsync(string area, CancellationToken cancellationToken) =>
        await Stamps.ReadAsync(await tables.MeetingsAsync(), Keys.Partition(area), cancellationToken);

    public async Task<IReadOnlyList<LateChangePermit>> ListPermitsAsync(string area, CancellationToken cancellationToken) =>
        await Tables.QueryAsync(await tables.MeetingsAsync(), Keys.Partition(area), Keys.PermitRange(), cancellationToken)
            .Select(Rows.ReadPermit).ToListAsync(cancellationToken);

    public Task<bool> TrySaveAsync(Meeting meeting, string stamp, CancellationToken cancellationToken) =>
        TryWriteAsync(new(TableTransactionActionType.UpsertReplace, Rows.Meeting(meeting)), stamp, cancellationToken);

    public Task<bool> TryRemoveAsync(Meeting meeting, string stamp, CancellationToken cancellationToken) =>
        TryWriteAsync(new(TableTransactionActionType.Delete, Rows.Meeting(meeting), ETag.All), stamp, cancellationToken);

    // A permit clashes with nothing: whatever else was changed meanwhile, it is one row more.
    public async Task AddPermitAsync(LateChangePermit permit, CancellationToken cancellationToken)
    {
        var table = await tables.MeetingsAsync();
        var row = Rows.Permit(permit);
        TableTransactionAction[] actions =
        [
            new(TableTransactionActionType.UpsertReplace, row),
            new(TableTransactionActionType.UpsertReplace, Rows.Stamp(row.PartitionKey)),
        ];
        await StorageErrors.Translate(() => table.SubmitTransactionAsync(actions, cancellationToken), cancellationToken);
    }

    // What a meeting may be depends on the area's other meetings, so the stamp that was read with them must still stand.
    private async Task<bool> TryWriteAsync(TableTransactionAction change, string stamp, CancellationToken cancellationToken)
    {
        var table = await tables.MeetingsAsync();
        var renewed = Rows.Stamp(change.Entity.PartitionKey);
        TableTransactionAction[] actions =
        [
            change,
            stamp.Length == 0 ? new(TableTransactionActionType.Add, renewed) : new(TableTransactionActionType.UpdateReplace, renewed, Rows.Version(stamp)),
        ];
        return await StorageErrors.Translate(
            async () =>
            {
                try
                {
                    await table.SubmitTransactionAsync(actions, cancellationToken);
                    return true;
                }
                catch (TableTransactionFailedException e) when (StorageErrors.IsConflict(e) || StorageErrors.IsGone(e))
                {
                    return false;
                }
            },
            cancellationToken);
    }
}
