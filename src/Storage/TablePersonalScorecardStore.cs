using Azure;
using Azure.Data.Tables;
using Hsvo.Domain.Scorecards;
using Hsvo.UseCases.Stores;

namespace Hsvo.Storage;

/// <summary>Departments' own scorecards in the table "scorecards": one department, one partition, one row each.</summary>
/// <param name="tables">The tables.</param>
internal sealed class TablePersonalScorecardStore(Tables tables) : IPersonalScorecardStore
{
    public async Task<IReadOnlyList<StoredScorecard>> ListAsync(string area, string department, CancellationToken cancellationToken) =>
    [
        .. (await Tables.QueryAsync(await tables.ScorecardsAsync(), Keys.DepartmentPartition(area, department), cancellationToken)
            .Select(Rows.ReadPersonalScorecard).ToListAsync(cancellationToken)).OrderBy(s => s.Scorecard.CreatedAt).ThenBy(s => s.Scorecard.Id),
    ];

    public async Task AddAsync(PersonalScorecard scorecard, CancellationToken cancellationToken)
    {
        var table = await tables.ScorecardsAsync();
        await StorageErrors.Translate(() => table.UpsertEntityAsync(Rows.PersonalScorecard(scorecard), TableUpdateMode.Replace, cancellationToken), cancellationToken);
    }

    public async Task<bool> TryReplaceAsync(StoredScorecard changed, CancellationToken cancellationToken)
    {
        var table = await tables.ScorecardsAsync();
        return await TryAsync(
            () => table.UpdateEntityAsync(Rows.PersonalScorecard(changed.Scorecard), Rows.Version(changed.Version), TableUpdateMode.Replace, cancellationToken), cancellationToken);
    }

    public async Task<bool> TryRemoveAsync(StoredScorecard stored, CancellationToken cancellationToken)
    {
        var table = await tables.ScorecardsAsync();
        var row = Rows.PersonalScorecard(stored.Scorecard);
        return await TryAsync(() => table.DeleteEntityAsync(row.PartitionKey, row.RowKey, Rows.Version(stored.Version), cancellationToken), cancellationToken);
    }

    private static Task<bool> TryAsync(Func<Task<Response>> write, CancellationToken cancellationToken) => StorageErrors.Translate(
        async () =>
        {
            try
            {
                return (await write()).Status != 404;
            }
            catch (RequestFailedException e) when (StorageErrors.IsConflict(e) || StorageErrors.IsGone(e))
            {
                return false;
            }
        },
        cancellationToken);
}
