using Hsvo.Contracts.OData;
using Hsvo.Domain.Reports;
using Hsvo.Functions.Mapping.OData;
using Hsvo.OData;
using Hsvo.UseCases;

namespace Hsvo.Functions.Http.OData;

/// <summary>Reads out of a query which parts of the log can match it.</summary>
internal static class ReportFilter
{
    /// <summary>What the filter leaves of plan, round, indicator and department: any of the columns that name one will do.</summary>
    public static RevisionFilter Of(Query<FeedRow<ReportRow>> query)
    {
        var rounds = PairsOf(query, "roundKey");
        var indicators = PairsOf(query, "indicatorKey");
        var cells = CellsOf(query);
        return new(
            Both(ValuesOf(query, "planId"), rounds?.Select(r => r.Plan), indicators?.Select(i => i.Plan), cells?.Select(c => c.Plan)),
            Both(ValuesOf(query, "roundId"), rounds?.Select(r => r.Id), cells?.Select(c => c.Cell.Round)),
            Both(ValuesOf(query, "nodeId"), indicators?.Select(i => i.Id), cells?.Select(c => c.Cell.Indicator)),
            Both(ValuesOf(query, "departmentId"), cells?.Select(c => c.Cell.Department)));
    }

    /// <summary>One answer's.</summary>
    public static RevisionFilter Of(string plan, ReportKey cell) => new(
        new HashSet<string> { plan }, new HashSet<string> { cell.Round }, new HashSet<string> { cell.Indicator }, new HashSet<string> { cell.Department });

    private static IEnumerable<string>? ValuesOf(Query query, string property) => query.ValuesOf(property)?.Cast<string>();

    // What is no key is no row's.
    private static List<(string Plan, string Id)>? PairsOf(Query query, string property) => ValuesOf(query, property)?
        .Select(k => (IsKey: RowKeys.TryParse(k, out var plan, out var id), plan, id)).Where(k => k.IsKey).Select(k => (k.plan!, k.id!)).ToList();

    private static List<(string Plan, ReportKey Cell)>? CellsOf(Query query)
    {
        var cells = ValuesOf(query, "cellKey")?.Select(k => (IsKey: RowKeys.TryParseCell(k, out var plan, out var cell), plan, cell)).ToList();
        var reports = ValuesOf(query, "reportKey")?.Select(k => (IsKey: RowKeys.TryParseReport(k, out var plan, out var cell, out _), plan, cell)).ToList();
        return (cells ?? reports)?.Where(k => k.IsKey).Select(k => (k.plan!, k.cell)).ToList();
    }

    private static HashSet<string>? Both(params ReadOnlySpan<IEnumerable<string>?> limits)
    {
        HashSet<string>? left = null;
        foreach (var limit in limits)
        {
            if (limit is not null && left is null)
            {
                left = new(limit, StringComparer.Ordinal);
            }
            else if (limit is not null)
            {
                left!.IntersectWith(limit);
            }
        }

        return left;
    }
}
