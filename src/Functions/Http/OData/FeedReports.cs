using System.Runtime.CompilerServices;
using Hsvo.Contracts.OData;
using Hsvo.Functions.Mapping.OData;
using Hsvo.OData;
using Hsvo.UseCases;

namespace Hsvo.Functions.Http.OData;

/// <summary>
/// The set Reports: every revision of every answer, read from storage as the client pages. What a filter says of plan, round, indicator and department
/// becomes ranges of keys; the rest is asked of each row.
/// </summary>
/// <param name="revisions">The revisions, as everyone may see them.</param>
public sealed class FeedReports(ReadRevisions revisions)
{
    /// <summary>A page.</summary>
    internal async Task<QueryResult> ReadAsync(FeedTables tables, Query<FeedRow<ReportRow>> query, int? pageSize, CancellationToken cancellationToken)
    {
        var filter = ReportFilter.Of(query) with { Wanted = WantedBy(query, pageSize) };
        if (query.After is [string after] && RowKeys.TryParseReport(after, out var plan, out var cell, out var revision))
        {
            filter = filter with { After = (plan, new(cell, revision)) };
        }

        return await query.ApplyAsync(RowsAsync(tables, filter, cancellationToken), pageSize, cancellationToken);
    }

    /// <summary>How many match.</summary>
    internal async Task<long> CountAsync(FeedTables tables, Query<FeedRow<ReportRow>> query, CancellationToken cancellationToken)
    {
        var count = 0L;
        await foreach (var row in RowsAsync(tables, ReportFilter.Of(query), cancellationToken))
        {
            count += query.Matches(row) ? 1 : 0;
        }

        return count;
    }

    /// <summary>The row with a key, or null.</summary>
    internal async Task<FeedRow<ReportRow>?> FindAsync(FeedTables tables, string key, CancellationToken cancellationToken) =>
        RowKeys.TryParseReport(key, out var plan, out var cell, out var revision)
            ? await RowsAsync(tables, ReportFilter.Of(plan, cell) with { After = (plan, new(cell, revision - 1)), Wanted = 1 }, cancellationToken)
                .FirstOrDefaultAsync(r => r.Row.ReportKey == key, cancellationToken)
            : null;

    // One more tells whether there is another page. A filter may leave any number of rows out.
    private static int? WantedBy(Query query, int? pageSize) => query.Count || query.IsFiltered
        ? null
        : (int)Math.Min(int.MaxValue, (query.Skip ?? 0) + Math.Min(query.Top ?? int.MaxValue, pageSize ?? query.Set.PageSize ?? int.MaxValue) + 1);

    private async IAsyncEnumerable<FeedRow<ReportRow>> RowsAsync(FeedTables tables, RevisionFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var plans = tables.ByPlan.ToDictionary(p => p.Snapshot);
        await foreach (var revision in revisions.HandleAsync([.. plans.Keys], filter, cancellationToken))
        {
            yield return new(plans[revision.Plan].ToRow(revision.Report), tables);
        }
    }
}
