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
/// <param name="Address">Where it was asked, below the service root.</param>
/// <param name="Options">The options, but for where to go on.</param>
/// <param name="Binding">What tokens of this query carry.</param>
/// <param name="Token">Where to go on; null at the beginning.</param>
/// <param name="Metadata">How much is to be told about the data, where an option says.</param>
internal sealed record QueryRequest(
    string Address, IReadOnlyList<KeyValuePair<string, string>> Options, ulong Binding, PageToken? Token, MetadataLevel? Metadata)
{
    public static readonly QueryRequest Nested = new("", [], 0, null, null);
}
