using Azure.Data.Tables;
using Hsvo.Domain.Areas;
using Hsvo.Domain.Meetings;
using Hsvo.UseCases.Stores;

namespace Hsvo.Storage;

/// <summary>What areas decide, in the table "meetings": one area, one partition, in which rows are only added. It is small, and read whole.</summary>
/// <param name="tables">The tables.</param>
internal sealed class TableMeetingStore(Tables tables) : IMeetingStore
{
    public async Task<AreaHistory> ReadAsync(string area, CancellationToken cancellationToken)
    {
        var rows = await Tables.QueryAsync(await tables.MeetingsAsync(), Keys.Partition(area), cancellationToken)
            .ToLookupAsync(r => Keys.KindOf(r.RowKey), cancellationToken: cancellationToken);
        return new()
        {
            Configurations = [.. rows["configuration"].Select(Rows.ReadConfiguration)],
            Meetings = [.. rows["meeting"].Select(Rows.ReadMeeting)],
            Permits = [.. rows["permit"].Select(Rows.ReadPermit)],
            Declarations = [.. rows["declaration"].Select(Rows.ReadDeclaration)],
            StatusRules = [.. rows["rules"].Select(Rows.ReadStatusRules)],
        };
    }

    public async Task<string> ReadStampAsync(string area, CancellationToken cancellationToken) =>
        await Stamps.ReadAsync(await tables.MeetingsAsync(), Keys.Partition(area), cancellationToken);

    public Task<bool> TryAddAsync(MeetingChange change, string stamp, CancellationToken cancellationToken) =>
        TryAddAsync(Rows.Meeting(change), stamp, cancellationToken);

    public Task<bool> TryConfigureAsync(string area, AreaConfiguration configuration, string stamp, CancellationToken cancellationToken) =>
        TryAddAsync(Rows.Configuration(area, configuration), stamp, cancellationToken);

    public Task<bool> TryDeclareAsync(Declaration declaration, string stamp, CancellationToken cancellationToken) =>
        TryAddAsync(Rows.Declaration(declaration), stamp, cancellationToken);

    public Task<bool> TrySetRulesAsync(StatusRulesChange change, string stamp, CancellationToken cancellationToken) =>
        TryAddAsync(Rows.StatusRules(change), stamp, cancellationToken);

    public Task<bool> TryPermitAsync(LateChangePermit permit, string stamp, CancellationToken cancellationToken) =>
        TryAddAsync(Rows.Permit(permit), stamp, cancellationToken);

    // What may be decided depends on what was decided before, so the stamp that was read with it must still stand.
    private async Task<bool> TryAddAsync(TableEntity row, string stamp, CancellationToken cancellationToken)
    {
        var table = await tables.MeetingsAsync();
        var renewed = Rows.Stamp(row.PartitionKey);
        TableTransactionAction[] actions =
        [
            new(TableTransactionActionType.Add, row),
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
                catch (TableTransactionFailedException e) when (StorageErrors.IsConflict(e))
                {
                    return false;
                }
            },
            cancellationToken);
    }
}
