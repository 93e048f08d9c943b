namespace Hsvo.OData;

/// <summary>A fault that the parser lets pass, found deep inside a query. Never leaves <see cref="QueryOptions"/>.</summary>
/// <param name="swedish">What is wrong, in Swedish.</param>
/// <param name="english">The same in English.</param>
/// <param name="culprit">The text at fault, to find its position by.</param>
internal sealed class MalformedQueryException(string swedish, string english, string? culprit = null) : Exception(english)
{
    public string Swedish { get; } = swedish;

    public string? Culprit { get; } = culprit;
}
