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

    public Task SaveAsync(Meeting meeting, CancellationToken cancellationToken) => WriteAsync(Rows.Meeting(meeting), cancellationToken);

    public Task AddPermitAsync(LateChangePermit permit, CancellationToken cancellationToken) => WriteAsync(Rows.Permit(permit), cancellationToken);

    private async Task WriteAsync(TableEntity row, CancellationToken cancellationToken)
    {
        var table = await tables.MeetingsAsync();
        TableTransactionAction[] actions =
        [
            new(TableTransactionActionType.UpsertReplace, row),
            new(TableTransactionActionType.UpsertReplace, Rows.Stamp(row.PartitionKey)),
        ];
        await StorageErrors.Translate(() => table.SubmitTransactionAsync(actions, cancellationToken), cancellationToken);
    }
}
