using Azure.Data.Tables;
using Hsvo.Domain.Audit;
using Hsvo.Domain.Scorecards;
using Hsvo.UseCases.Audit;
using Hsvo.UseCases.Stores;

namespace Hsvo.Storage;

/// <summary>
/// Departments' own scorecards in the table "scorecards": one department, one partition, one row for each scorecard and one for each revision of what is checked
/// in on its goals. A revision is stored with the scorecard's new version, in one transaction, and an audit entry of each change too.
/// </summary>
/// <param name="tables">The tables.</param>
internal sealed class TablePersonalScorecardStore(Tables tables) : IPersonalScorecardStore
{
    public async Task<IReadOnlyList<StoredScorecard>> ListAsync(string area, string department, CancellationToken cancellationToken) =>
    [
        .. (await Tables.QueryAsync(await tables.ScorecardsAsync(), Keys.DepartmentPartition(area, department), Keys.PersonalScorecardRange(), cancellationToken)
            .Select(Rows.ReadPersonalScorecard).ToListAsync(cancellationToken)).OrderBy(s => s.Scorecard.CreatedAt).ThenBy(s => s.Scorecard.Id),
    ];

    public async Task<ScorecardLog> ReadLogAsync(PersonalScorecard scorecard, Guid? goal, CancellationToken cancellationToken) => Rows.ReadScorecardLog(
        scorecard.Id,
        await Tables.QueryAsync(
            await tables.ScorecardsAsync(), Keys.DepartmentPartition(scorecard.Area, scorecard.Department), Keys.ScorecardLogRange(scorecard.Id, goal), cancellationToken)
            .ToListAsync(cancellationToken));

    public Task<bool> TryAppendAsync(StoredScorecard changed, GoalCheckIn checkIn, CancellationToken cancellationToken) =>
        TryAppendAsync(changed, Rows.CheckIn(changed.Scorecard, checkIn), cancellationToken);

    public Task<bool> TryAppendAsync(StoredScorecard changed, GoalRules rules, CancellationToken cancellationToken) =>
        TryAppendAsync(changed, Rows.GoalRules(changed.Scorecard, rules), cancellationToken);

    public async Task AddAsync(PersonalScorecard scorecard, CancellationToken cancellationToken)
    {
        var table = await tables.ScorecardsAsync();
        TableTransactionAction[] actions = [new(TableTransactionActionType.UpsertReplace, Rows.PersonalScorecard(scorecard)), Audited(scorecard, AuditAction.ScorecardMade)];
        await StorageErrors.Translate(() => table.SubmitTransactionAsync(actions, cancellationToken), cancellationToken);
    }

    public async Task<bool> TryReplaceAsync(StoredScorecard changed, CancellationToken cancellationToken)
    {
        var table = await tables.ScorecardsAsync();
        return await TryAsync(
            table,
            [
                new(TableTransactionActionType.UpdateReplace, Rows.PersonalScorecard(changed.Scorecard), Rows.Version(changed.Version)),
                Audited(changed.Scorecard, AuditAction.ScorecardChanged),
            ],
            cancellationToken);
    }

    public async Task<bool> TryRemoveAsync(StoredScorecard stored, CancellationToken cancellationToken)
    {
        var table = await tables.ScorecardsAsync();
        return await TryAsync(
            table,
            [
                new(TableTransactionActionType.Delete, Rows.PersonalScorecard(stored.Scorecard), Rows.Version(stored.Version)),
                Audited(stored.Scorecard, AuditAction.ScorecardRemoved),
            ],
            cancellationToken);
    }

    private async Task<bool> TryAppendAsync(StoredScorecard changed, TableEntity revision, CancellationToken cancellationToken)
    {
        var table = await tables.ScorecardsAsync();
        return await TryAsync(
            table,
            [
                new(TableTransactionActionType.UpdateReplace, Rows.PersonalScorecard(changed.Scorecard), Rows.Version(changed.Version)),
                new(TableTransactionActionType.Add, revision),
                Audited(changed.Scorecard, AuditAction.ScorecardChanged),
            ],
            cancellationToken);
    }

    private static TableTransactionAction Audited(PersonalScorecard scorecard, AuditAction action) => new(
        TableTransactionActionType.UpsertReplace, Rows.Audit(Keys.DepartmentPartition(scorecard.Area, scorecard.Department), AuditEntries.Of(scorecard, action)));

    private static Task<bool> TryAsync(TableClient table, TableTransactionAction[] actions, CancellationToken cancellationToken) => StorageErrors.Translate(
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
