namespace Hsvo.OData;

/// <summary>What kind of fault a query has.</summary>
public enum QueryErrorKind
{
    /// <summary>It can't be read, or names what isn't there: 400.</summary>
    Malformed,

    /// <summary>OData has it and this service doesn't: 501 (OData Protocol 4.01, 9.3.1).</summary>
    NotSupported,

    /// <summary>A path names a set that isn't there: 404.</summary>
    NotFound,
}

/// <summary>Why a query isn't answered.</summary>
/// <param name="Kind">The kind of fault.</param>
/// <param name="Option">The query option at fault, "$filter"; null when it is the path.</param>
/// <param name="Position">The zero-based character in the option's text; null when the fault has no place.</param>
/// <param name="Swedish">What is wrong, in Swedish.</param>
/// <param name="English">The same in English.</param>
public sealed record QueryError(QueryErrorKind Kind, string? Option, int? Position, string Swedish, string English);
