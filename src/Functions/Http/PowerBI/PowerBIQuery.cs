using Hsvo.OData;
using Hsvo.UseCases;
using Microsoft.AspNetCore.Http;

namespace Hsvo.Functions.Http.PowerBI;

/// <summary>
/// Reads the query options of Power BI's door, which has more of them than Power BI: <c>$filter</c>, <c>$orderby</c>, <c>$top</c>, <c>$skip</c>,
/// <c>$count</c>, <c>$select</c> and <c>$expand</c>, nested, and <c>expand</c> without the sign as Power BI documents it for a single goal.
/// </summary>
internal static class PowerBIQuery
{
    public const string Filter = "$filter";
    public const string OrderBy = "$orderby";
    public const string Top = "$top";
    public const string Skip = "$skip";
    public const string Count = "$count";
    public const string Select = "$select";
    public const string Expand = "$expand";
    public const string UnsignedExpand = "expand";

    // A scorecard's goals, their values, their notes.
    private const int MaxDepth = 3;

    private static readonly HashSet<string> Own = [AsOfQuery.Name];

    private static readonly QuerySettings List = new() { MaxExpandDepth = MaxDepth, Custom = Own };
    private static readonly QuerySettings Single = new() { MaxExpandDepth = MaxDepth, Custom = Own, Target = QueryTarget.Entity };

    /// <summary>The options of a list; which of them it has says its <see cref="QueryAttribute"/>.</summary>
    public static Outcome<Query<T>> ReadList<T>(HttpRequest request, EntitySet<T> set)
        where T : class => Read(request, set, List);

    /// <summary>The options of one row: <c>$select</c> and <c>$expand</c>.</summary>
    public static Outcome<Query<T>> ReadSingle<T>(HttpRequest request, EntitySet<T> set)
        where T : class => Read(request, set, Single);

    /// <summary>A list that Power BI always counts: the number of rows that match, whatever <c>$top</c> and <c>$skip</c> leave of them.</summary>
    public static (IReadOnlyList<T> Rows, int Count) Counted<T>(Query<T> query, IReadOnlyList<T> rows)
        where T : class => (query.ApplyInOrder(rows).Rows, rows.Count(query.Matches));

    /// <summary>What is to be made below the rows: what the query expands, and everything where a filter may ask of it.</summary>
    /// <param name="query">The query.</param>
    /// <param name="everything">All that can be expanded.</param>
    public static Expansion ExpansionOf(Query query, Expansion everything) => Filters(query) ? everything : query.ToExpansion();

    private static bool Filters(Query query) => query.IsFiltered || query.Expanded.Any(e => Filters(e.Query));

    private static Outcome<Query<T>> Read<T>(HttpRequest request, EntitySet<T> set, QuerySettings settings)
        where T : class
    {
        var options = request.Query
            .Select(o => KeyValuePair.Create(o.Key == UnsignedExpand ? Expand : o.Key, o.Value.ToString()))
            .ToList();
        if (!QueryOptions.TryParse(set, options, settings, out var query, out var error))
        {
            return FailureOf(error);
        }

        return CountsBelow(query) ? FailureOf(new(QueryErrorKind.NotSupported, Expand, null, "Tjänsten har inte $count i $expand.", "The service doesn't support $count in $expand.")) : query;
    }

    private static bool CountsBelow(Query query) => query.Expanded.Any(e => e.Query.Count || CountsBelow(e.Query));

    private static Failure FailureOf(QueryError error)
    {
        var failure = QueryFailures.Of(
            $"query.{error.Option?.TrimStart('$')}",
            error.Option ?? "",
            error.Position is { } at ? $"{error.Swedish} (tecken {at + 1})" : error.Swedish,
            error.Position is { } place ? $"{error.English} (character {place + 1})" : error.English);
        return error.Kind == QueryErrorKind.NotSupported ? failure with { Kind = FailureKind.NotSupported } : failure;
    }
}
