using Microsoft.OData.UriParser;

namespace Hsvo.OData;

/// <summary>A query as the parser gives it, of a request or inside an <c>$expand</c>.</summary>
internal sealed record QueryClauses
{
    public FilterClause? Filter { get; init; }

    public SearchClause? Search { get; init; }

    public OrderByClause? OrderBy { get; init; }

    /// <summary>The text of <see cref="OrderBy"/>, to tell orders apart.</summary>
    public string OrderByText { get; init; } = "$orderby";

    public SelectExpandClause? SelectExpand { get; init; }

    public long? Top { get; init; }

    public long? Skip { get; init; }

    public bool Count { get; init; }
}

/// <summary>What a request asked beside its plan: where to go on, and the options as they came, for the next link.</summary>
internal sealed record QueryRequest(IReadOnlyList<KeyValuePair<string, string>> Options, ulong Binding, PageToken? Token, MetadataLevel? Metadata)
{
    public static readonly QueryRequest Nested = new([], 0, null, null);
}
