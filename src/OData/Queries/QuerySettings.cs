namespace Hsvo.OData;

/// <summary>What is asked for, which decides the options it can have (OData URL Conventions 4.01, 5.1).</summary>
public enum QueryTarget
{
    /// <summary>The rows of a set.</summary>
    Collection,

    /// <summary>One row by its key: <c>$select</c> and <c>$expand</c>.</summary>
    Entity,

    /// <summary>The number of rows, <c>/$count</c>: <c>$filter</c> and <c>$search</c>.</summary>
    Count,

    /// <summary>A property of a row: <c>$format</c>.</summary>
    Property,

    /// <summary>A property's value as text, <c>/$value</c>: <c>$format</c>, which text is all there is of.</summary>
    Value,
}

/// <summary>What a route allows. Make one for each route and keep it: parsed queries are remembered by it.</summary>
public sealed class QuerySettings
{
    /// <summary>A set of the feed, with every option.</summary>
    public static readonly QuerySettings Collection = new();

    /// <summary>One row of the feed.</summary>
    public static readonly QuerySettings Entity = new() { Target = QueryTarget.Entity };

    /// <summary>The number of rows of a set of the feed.</summary>
    public static readonly QuerySettings Count = new() { Target = QueryTarget.Count };

    private static readonly QuerySettings Property = new() { Target = QueryTarget.Property };

    private static readonly QuerySettings Value = new() { Target = QueryTarget.Value };

    /// <summary>What is asked for.</summary>
    public QueryTarget Target { get; init; } = QueryTarget.Collection;

    /// <summary>The <c>$</c> options offered; null for all that the engine has. OData's other options are refused as not supported.</summary>
    public IReadOnlySet<string>? Offered { get; init; }

    /// <summary>Options without <c>$</c> that the caller reads itself. They are part of the next link.</summary>
    public IReadOnlySet<string> Custom { get; init; } = new HashSet<string>();

    /// <summary>How many levels <c>$expand</c> may nest.</summary>
    public int MaxExpandDepth { get; init; } = 1;

    /// <summary>What the feed allows of a target.</summary>
    internal static QuerySettings Of(QueryTarget target) => target switch
    {
        QueryTarget.Entity => Entity,
        QueryTarget.Count => Count,
        QueryTarget.Property => Property,
        QueryTarget.Value => Value,
        _ => Collection,
    };
}
