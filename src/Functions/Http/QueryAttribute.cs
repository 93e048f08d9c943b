namespace Hsvo.Functions.Http;

/// <summary>The query options a function knows, matched exactly. A function without this attribute knows none.</summary>
/// <param name="names">The options.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class QueryAttribute(params string[] names) : Attribute
{
    /// <summary>The options.</summary>
    public IReadOnlyList<string> Names { get; } = names;

    /// <summary>Whether the function reads every option itself, and refuses what it doesn't know.</summary>
    public bool IsReadByFunction { get; init; }
}
