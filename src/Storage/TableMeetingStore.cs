using Azure.Data.Tables;
using Hsvo.Domain.Meetings;
using Hsvo.UseCases.Stores;

namespace Hsvo.Storage;

/// <summary>Meetings in the table "meetings": one area, one partition.</summary>
/// <param name="tables">The tables.</param>
internal sealed class TableMeetingStore(Tables tables) : IMeetingStore
{
    public async Task<IReadOnlyList<Meeting>> ListAsync(string area, CancellationToken cancellationToken) =>
        await Tables.QueryAsync(await tables.MeetingsAsync(), Keys.Partition(area), Keys.MeetingRange(), cancellationToken)
            .Select(Rows.ReadMeeting).ToListAsync(cancellationToken);

    public async Task<string> ReadStampAsync(string area, CancellationToken cancellationToken) =>
        await Stamps.ReadAsync(await tables.MeetingsAsync(), Keys.Partition(area), cancellationToken);

    public async Task SaveAsync(Meeting meeting, CancellationToken cancellationToken)
    {
        var table = await tables.MeetingsAsync();
        TableTransactionAction[] actions =
        [
            new(TableTransactionActionType.UpsertReplace, Rows.Meeting(meeting)),
            new(TableTransactionActionType.UpsertReplace, Rows.Stamp(Keys.Partition(meeting.Area))),
        ];
        await StorageErrors.Translate(() => table.SubmitTransactionAsync(actions, cancellationToken), cancellationToken);
    }
}
