using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using Hsvo.Domain.Audit;
using Hsvo.Domain.Plans;
using Hsvo.UseCases.Audit;
using Hsvo.UseCases.Stores;

namespace Hsvo.Storage;

/// <summary>
/// Audit entries by time: refused requests in the table "audit", one area, one partition; what is written of reports and scorecards beside what it is about.
/// A read is a range of keys in each partition.
/// </summary>
/// <param name="tables">The tables.</param>
internal sealed class TableAuditStore(Tables tables) : IAuditStore
{
    // An entry of a whole part is some kilobytes, and each place has a page in memory while they are merged.
    private const int PageSize = 200;

    public async Task KeepAsync(string area, AuditEntry entry, CancellationToken cancellationToken)
    {
        var table = await tables.AuditAsync();
        await StorageErrors.Translate(
            () => table.UpsertEntityAsync(Rows.Audit(Keys.Partition(area), entry), TableUpdateMode.Replace, cancellationToken), cancellationToken);
    }

    public async Task<IReadOnlyList<IAsyncEnumerable<AuditEntry>>> OpenAsync(
        string area, IReadOnlyList<string> plans, AuditPeriod period, CancellationToken cancellationToken)
    {
        var places = new List<IAsyncEnumerable<AuditEntry>>();
        var audit = await tables.AuditAsync();
        if (period.Refusals != false)
        {
            places.Add(Read(audit, Keys.Partition(area), period, refusals: true, cancellationToken));
        }

        if (period.Refusals != true)
        {
            places.Add(Read(audit, Keys.Partition(area), period, refusals: false, cancellationToken));
            var reports = await tables.ReportsAsync();
            places.AddRange(plans.Select(p => Read(reports, Keys.Partition(new PlanKey(area, p)), period, refusals: false, cancellationToken)));
            places.Add(Read(await tables.NoticesAsync(), Keys.Partition(area), period, refusals: false, cancellationToken));
            var scorecards = await tables.ScorecardsAsync();
            await foreach (var department in ListPartitionsAsync(scorecards, area, cancellationToken))
            {
                places.Add(Read(scorecards, department, period, refusals: false, cancellationToken));
            }
        }

        return places;
    }

    public async Task<int> ForgetRefusalsAsync(string area, DateTimeOffset before, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var table = await tables.AuditAsync();
        var range = Keys.AuditRange(new(DateTimeOffset.MinValue, before), refusals: true);
        var forgotten = 0;
        bool isOvertaken;
        do
        {
            isOvertaken = false;
            await foreach (var chunk in Tables.QueryAsync(table, Keys.Partition(area), range, cancellationToken).Chunk(Tables.MaxOperations - 1).WithCancellation(cancellationToken))
            {
                // Somebody else may remove some of them meanwhile: none of the rest is removed then, so they are read anew.
                if (await TryRemoveAsync(table, chunk, AuditEntries.OfRemovedRefusals(chunk.Length, now), cancellationToken))
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

    private static Task<bool> TryRemoveAsync(TableClient table, TableEntity[] rows, AuditEntry entry, CancellationToken cancellationToken) => StorageErrors.Translate(
        async () =>
        {
            try
            {
                await table.SubmitTransactionAsync(
                    [
                        .. rows.Select(r => new TableTransactionAction(TableTransactionActionType.Delete, r, ETag.All)),
                        new(TableTransactionActionType.UpsertReplace, Rows.Audit(rows[0].PartitionKey, entry)),
                    ],
                    cancellationToken);
                return true;
            }
            catch (TableTransactionFailedException e) when (StorageErrors.IsConflict(e) || StorageErrors.IsGone(e))
            {
                return false;
            }
        },
        cancellationToken);

    private static IAsyncEnumerable<AuditEntry> Read(TableClient table, string partition, AuditPeriod period, bool refusals, CancellationToken cancellationToken) =>
        Tables.QueryAsync(table, partition, Keys.AuditRange(period, refusals), cancellationToken, PageSize).Select(Rows.ReadAudit);

    // One row of each partition, each asked for by the one before: what else lies in them isn't read.
    private static async IAsyncEnumerable<string> ListPartitionsAsync(TableClient table, string area, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (from, to) = Keys.DepartmentPartitionRange(area);
        for (var after = from; ;)
        {
            var first = await Tables.Translated(
                table.QueryAsync<TableEntity>(
                    TableClient.CreateQueryFilter($"PartitionKey gt {after} and PartitionKey lt {to}"), 1, [nameof(TableEntity.PartitionKey)], cancellationToken),
                cancellationToken).FirstOrDefaultAsync(cancellationToken);
            if (first is null)
            {
                yield break;
            }

            yield return after = first.PartitionKey;
        }
    }
}
