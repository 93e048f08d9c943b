namespace Microsoft.Azure.Functions.Worker.LocalHosting;

/// <summary>The HTTP methods that a function answers; none listed means all.</summary>
internal sealed record FunctionMethods(IReadOnlyList<string> Methods)
{
    public bool Allow(string method) => Methods.Count == 0 || Methods.Contains(method, StringComparer.OrdinalIgnoreCase);
}
