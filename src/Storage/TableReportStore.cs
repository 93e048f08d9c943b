using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using Hsvo.Domain.Audit;
using Hsvo.Domain.Plans;
using Hsvo.Domain.Reports;
using Hsvo.UseCases.Audit;
using Hsvo.UseCases.Stores;

namespace Hsvo.Storage;

/// <summary>Reports in the table "reports": one plan, one partition, so that a part's rows go in one entity-group transaction.</summary>
/// <param name="tables">The tables.</param>
internal sealed class TableReportStore(Tables tables) : IReportStore
{
    public async Task<IReadOnlyList<StoredCell>> ReadCellsAsync(PlanKey plan, CancellationToken cancellationToken) =>
        await ReadAsync(plan, Keys.CellRange(), cancellationToken).Select(Rows.ReadCell).ToListAsync(cancellationToken);

    public async Task<StoredAnswers> ReadCellsAndDraftsAsync(PlanKey plan, CancellationToken cancellationToken)
    {
        var rows = (await ReadAsync(plan, Keys.CellAndDraftRange(), cancellationToken).ToListAsync(cancellationToken)).ToLookup(r => Keys.IsDraft(r.RowKey));
        return new([.. rows[false].Select(Rows.ReadCell)], [.. rows[true].Select(Rows.ReadDraft)]);
    }

    public IAsyncEnumerable<LoggedRevision> ReadLogAsync(PlanKey plan, CancellationToken cancellationToken) =>
        TogetherAsync(ReadAsync(plan, Keys.LogRange(), cancellationToken), cancellationToken);

    public IAsyncEnumerable<LoggedRevision> ReadLogAsync(PlanKey plan, LogRange range, CancellationToken cancellationToken) =>
        Keys.LogRange(range) is { } keys && string.CompareOrdinal(keys.From, keys.To) < 0
            ? TogetherAsync(ReadAsync(plan, keys, cancellationToken, range.Wanted), cancellationToken)
            : AsyncEnumerable.Empty<LoggedRevision>();

    public async Task<IReadOnlyList<LoggedRevision>> ReadHistoryAsync(PlanKey plan, ReportKey cell, CancellationToken cancellationToken) =>
        await TogetherAsync(ReadAsync(plan, Keys.LogRange(cell), cancellationToken), cancellationToken).ToListAsync(cancellationToken);

    public async Task<IReadOnlyList<StoredDraft>> ReadDraftsAsync(PlanKey plan, CancellationToken cancellationToken) =>
        await ReadAsync(plan, Keys.DraftRange(), cancellationToken).Select(Rows.ReadDraft).ToListAsync(cancellationToken);

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
                // Somebody else may delete some of them meanwhile: none of the rest is deleted then, so they are read anew.
                if (await TryWriteAsync(table, [.. chunk.Select(r => new TableTransactionAction(TableTransactionActionType.Delete, r, ETag.All))], cancellationToken))
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

    public async Task<bool> TryRemoveDraftsAsync(PlanKey plan, IReadOnlyList<StoredDraft> drafts, RemovedBy by, CancellationToken cancellationToken)
    {
        var table = await tables.ReportsAsync();
        var areRemoved = true;
        foreach (var chunk in drafts.Chunk(Tables.MaxOperations - 1))
        {
            var actions = chunk.Select(d => new TableTransactionAction(TableTransactionActionType.Delete, Rows.Draft(plan, d.Draft), Rows.Version(d.Version)));
            areRemoved &= await TryWriteAsync(table, [.. actions, Audited(plan, AuditEntries.OfRemoved(plan, chunk, by))], cancellationToken);
        }

        return areRemoved;
    }

    public async Task<AppendOutcome> AppendReviewsAsync(PlanKey plan, IReadOnlyList<StoredCell> cells, CancellationToken cancellationToken)
    {
        TableTransactionAction[] actions =
        [
            .. cells.SelectMany(c => new TableTransactionAction[]
            {
                new(TableTransactionActionType.Add, Rows.Review(plan, c.Report.Key, c.Report.Revision, c.Report.Review!)),
                new(TableTransactionActionType.UpdateReplace, Rows.Cell(plan, c.Report), Rows.Version(c.Version)),
            }),
            Audited(plan, AuditEntries.OfReviews(plan, cells)),
            new(TableTransactionActionType.UpsertReplace, Rows.Stamp(Keys.Partition(plan))),
        ];
        return await TryWriteAsync(await tables.ReportsAsync(), actions, cancellationToken) ? AppendOutcome.Stored : AppendOutcome.Conflict;
    }

    public async Task<AppendOutcome> AppendMaskAsync(
        PlanKey plan, ReportKey key, int revision, CommentMask mask, StoredCell? cell, CancellationToken cancellationToken)
    {
        List<TableTransactionAction> actions = [new(TableTransactionActionType.Add, Rows.Mask(plan, key, revision, mask)), Audited(plan, AuditEntries.Of(plan, key, revision, mask))];
        if (cell is not null)
        {
            actions.Add(new(TableTransactionActionType.UpdateReplace, Rows.Cell(plan, cell.Report.MaskedBy(mask)), Rows.Version(cell.Version)));
        }

        actions.Add(new(TableTransactionActionType.UpsertReplace, Rows.Stamp(Keys.Partition(plan))));
        return await TryWriteAsync(await tables.ReportsAsync(), actions, cancellationToken) ? AppendOutcome.Stored : AppendOutcome.Conflict;
    }

    public async Task<AppendedPart> AppendAsync(PlanKey plan, SubmissionPart part, CancellationToken cancellationToken)
    {
        var table = await tables.ReportsAsync();
        TableTransactionAction[] actions =
        [
            .. part.Revisions.SelectMany(r => ActionsOf(plan, r)),
            .. part.Drafts.Select(d => new TableTransactionAction(TableTransactionActionType.UpsertReplace, Rows.Draft(plan, d))),
            .. AuditEntries.Of(plan, part).Select(e => Audited(plan, e)),
            .. ClosingActionsOf(plan, part),
        ];
        return await StorageErrors.Translate(
            async () =>
            {
                try
                {
                    var written = await table.SubmitTransactionAsync(actions, cancellationToken);
                    return new AppendedPart(AppendOutcome.Stored, CellsOf(part, written.Value));
                }
                catch (TableTransactionFailedException e) when (StorageErrors.IsConflict(e))
                {
                    return new AppendedPart(await IsStoredAsync(table, plan, part, cancellationToken) ? AppendOutcome.Stored : AppendOutcome.Conflict, []);
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

    // The client's own retry, after an answer was lost on the way, writes the same row again.
    private static TableTransactionAction Audited(PlanKey plan, AuditEntry entry) => new(TableTransactionActionType.UpsertReplace, Rows.Audit(Keys.Partition(plan), entry));

    // Each revision is two actions (ActionsOf), its cell the second.
    private static StoredCell[] CellsOf(SubmissionPart part, IReadOnlyList<Response> written) =>
        [.. part.Revisions.Select((r, i) => new StoredCell(r.Report, written[(2 * i) + 1].Headers.ETag?.ToString() ?? ""))];

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

        // A draft counts nowhere, and a receipt alone says that nothing is new: nobody's feed is made anew for them.
        if (part.Revisions.Count > 0)
        {
            yield return new(TableTransactionActionType.UpsertReplace, Rows.Stamp(Keys.Partition(plan)));
        }
    }

    // What follows a revision in the log was said of it.
    private static async IAsyncEnumerable<LoggedRevision> TogetherAsync(
        IAsyncEnumerable<TableEntity> rows, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        LoggedRevision? revision = null;
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            if (revision is not null && !Keys.TryParseLog(row.RowKey, out _, out _))
            {
                revision = Rows.With(revision, row);
                continue;
            }

            if (revision is not null)
            {
                yield return revision;
            }

            revision = new(Rows.ReadLog(row), [], null);
        }

        if (revision is not null)
        {
            yield return revision;
        }
    }

    // False when something that it was decided on has changed meanwhile, or is there already.
    private static Task<bool> TryWriteAsync(TableClient table, IReadOnlyList<TableTransactionAction> actions, CancellationToken cancellationToken) => StorageErrors.Translate(
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

    private async IAsyncEnumerable<TableEntity> ReadAsync(
        PlanKey plan, (string From, string To) range, [EnumeratorCancellation] CancellationToken cancellationToken, int? wanted = null)
    {
        await foreach (var row in Tables.QueryAsync(await tables.ReportsAsync(), Keys.Partition(plan), range, cancellationToken, wanted))
        {
            yield return row;
        }
    }
}
