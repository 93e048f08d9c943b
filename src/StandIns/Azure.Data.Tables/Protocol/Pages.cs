namespace Azure.Data.Tables.Protocol;

/// <summary>Rows of a query, asked for page by page; the continuation token is where the next page begins.</summary>
internal sealed class Pages<T>(Func<string?, int?, CancellationToken, Task<(IReadOnlyList<T> Values, string? Next, Response Response)>> ask, int? rowsPerPage, CancellationToken cancellationToken)
    : AsyncPageable<T>(cancellationToken)
    where T : notnull
{
    public override async IAsyncEnumerable<Page<T>> AsPages(string? continuationToken = null, int? pageSizeHint = null)
    {
        var next = continuationToken;
        do
        {
            var (values, following, response) = await ask(next, pageSizeHint ?? rowsPerPage, CancellationToken);
            next = following;
            yield return Page<T>.FromValues(values, next, response);
        }
        while (next is not null);
    }

    /// <summary>The part of a query string that every query has, and a continuation token's parts after it.</summary>
    public static string QueryString(string? filter, IEnumerable<string>? select, int? top, params (string Name, string? Value)[] more)
    {
        (string Name, string? Value)[] parts =
        [
            ("$format", "application/json;odata=minimalmetadata"),
            ("$top", top?.ToString(provider: null)),
            ("$select", select is null ? null : string.Join(',', select)),
            ("$filter", filter),
            .. more,
        ];
        return string.Join('&', parts.Where(part => !string.IsNullOrEmpty(part.Value)).Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value!)}"));
    }

    public static string? Header(Response response, string name) => response.Headers.TryGetValue(name, out var value) ? value : null;
}
