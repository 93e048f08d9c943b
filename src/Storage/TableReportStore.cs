using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using Hsvo.Domain.Plans;
using Hsvo.Domain.Reports;
using Hsvo.UseCases.Stores;

namespace Hsvo.Storage;

/// <summary>Reports in the table "reports": one plan, one partition, so that a part's rows go in one entity-group transaction.</summary>
/// <param name="tables">The tables.</param>
internal sealed class TableReportStore(Tables tables) : IReportStore
{
    public async Task<IReadOnlyList<StoredCell>> ReadCellsAsync(PlanKey plan, CancellationToken cancellationToken) =>
        await ReadAsync(plan, Keys.CellRange(), cancellationToken).Select(Rows.ReadCell).ToListAsync(cancellationToken);

    public IAsyncEnumerable<Report> ReadLogAsync(PlanKey plan, CancellationToken cancellationToken) =>
        ReadAsync(plan, Keys.LogRange(), cancellationToken).Select(Rows.ReadLog);

    public async Task<string> ReadStampAsync(PlanKey plan, CancellationToken cancellationToken) =>
        await Stamps.ReadAsync(await tables.ReportsAsync(), Keys.Partition(plan), cancellationToken);

    public async Task<IReadOnlyList<SentPart>> ReadSentAsync(PlanKey plan, string idempotencyKey, CancellationToken cancellationToken) =>
        await ReadAsync(plan, Keys.SentRange(idempotencyKey), cancellationToken).Select(Rows.ReadSent).ToListAsync(cancellationToken);

    public async Task<int> ForgetSentAsync(PlanKey plan, DateTimeOffset before, CancellationToken cancellationToken)
    {
        var table = await tables.ReportsAsync();
        var forgotten = 0;
        bool isOvertaken;
        do
        {
            isOvertaken = false;
            await foreach (var chunk in ReadAsync(plan, Keys.SentRange(), cancellationToken).Where(r => Rows.ReadSent(r).SentAt < before)
                .Chunk(Tables.MaxOperations).WithCancellation(cancellationToken))
            {
                if (await TryDeleteAsync(table, chunk, cancellationToken))
                {
                    forgotten += chunk.Length;
                }
                else
                {
                    isOvertaken = true;
                }
            }
        }
        while (isOvertaken);

        return forgotten;
    }

    public async Task<AppendOutcome> AppendAsync(PlanKey plan, SubmissionPart part, CancellationToken cancellationToken)
    {
        var table = await tables.ReportsAsync();
        TableTransactionAction[] actions = [.. part.Revisions.SelectMany(r => ActionsOf(plan, r)), .. ClosingActionsOf(plan, part)];
        return await StorageErrors.Translate(
            async () =>
            {
                try
                {
                    await table.SubmitTransactionAsync(actions, cancellationToken);
                    return AppendOutcome.Stored;
                }
                catch (TableTransactionFailedException e) when (StorageErrors.IsConflict(e))
                {
                    return await IsStoredAsync(table, plan, part, cancellationToken) ? AppendOutcome.Stored : AppendOutcome.Conflict;
                }
            },
            cancellationToken);
    }

    // The client's own retry, after an answer was lost on the way, meets what the first try stored. The log tells whose it is, even when somebody has
    // changed the cell since; and as a part is stored whole, its first revision tells for all.
    private static async Task<bool> IsStoredAsync(TableClient table, PlanKey plan, SubmissionPart part, CancellationToken cancellationToken)
    {
        if (part.Revisions is not [var first, ..])
        {
            return false;
        }

        var row = Rows.Log(plan, first.Report);
        var stored = await table.GetEntityIfExistsAsync<TableEntity>(row.PartitionKey, row.RowKey, cancellationToken: cancellationToken);
        return stored is { HasValue: true, Value: { } log } && Rows.ReadLog(log).Submission == first.Report.Submission;
    }

    // False when somebody else deleted some of them meanwhile: none of the rest is deleted then, so they are read anew.
    private static Task<bool> TryDeleteAsync(TableClient table, TableEntity[] rows, CancellationToken cancellationToken) => StorageErrors.Translate(
        async () =>
        {
            try
            {
                await table.SubmitTransactionAsync(rows.Select(r => new TableTransactionAction(TableTransactionActionType.Delete, r, ETag.All)), cancellationToken);
                return true;
            }
            catch (TableTransactionFailedException e) when (StorageErrors.IsGone(e))
            {
                return false;
            }
        },
        cancellationToken);

    private static IEnumerable<TableTransactionAction> ActionsOf(PlanKey plan, NewRevision revision)
    {
        // Inserted, never replaced: should two writers meet, one of them finds the revision taken.
        yield return new(TableTransactionActionType.Add, Rows.Log(plan, revision.Report));
        var cell = Rows.Cell(plan, revision.Report);
        yield return revision.ReplacedVersion is { } version
            ? new(TableTransactionActionType.UpdateReplace, cell, Rows.Version(version))
            : new(TableTransactionActionType.Add, cell);
    }

    private static IEnumerable<TableTransactionAction> ClosingActionsOf(PlanKey plan, SubmissionPart part)
    {
        if (part.Receipt is { } receipt)
        {
            yield return new(TableTransactionActionType.Add, Rows.Sent(plan, receipt));
        }

        yield return new(TableTransactionActionType.UpsertReplace, Rows.Stamp(Keys.Partition(plan)));
    }

    private async IAsyncEnumerable<TableEntity> ReadAsync(
        PlanKey plan, (string From, string To) range, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in Tables.QueryAsync(await tables.ReportsAsync(), Keys.Partition(plan), range, cancellationToken))
        {
            yield return row;
        }
    }
}
