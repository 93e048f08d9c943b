using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hsvo.Functions.Http.Operations;

/// <summary>
/// What one door offers, or the pages do, read from the functions themselves: which function a path means, whatever style its keys are written in, and which methods
/// a path knows. The host's routing knows one template for each function and answers an empty 404 for the rest.
/// </summary>
internal sealed class OperationTable
{
    private static readonly Lazy<OperationTable> LazyApi = new(() => new(IsOfApi, KeyStyle.Parentheses));
    private static readonly Lazy<OperationTable> LazyOData = new(() => new(IsOfOData, KeyStyle.Parentheses));
    private static readonly Lazy<OperationTable> LazyPowerBI = new(() => new(IsOfPowerBI, KeyStyle.ParenthesesOrSegment));
    private static readonly Lazy<OperationTable> LazyOutside = new(() => new(p => !IsOfApi(p) && !IsOfOData(p) && !IsOfPowerBI(p), KeyStyle.Parentheses));

    private readonly Operation[] _operations;

    private OperationTable(Func<PathString, bool> isServed, KeyStyle keys) => _operations =
    [
        .. FunctionAttributes.Methods
            .Where(m => !AccessPolicy.IsCatchAll(m.GetCustomAttribute<FunctionAttribute>()!.Name))
            .Select(m => (Method: m, Trigger: m.GetParameters().Select(p => p.GetCustomAttribute<HttpTriggerAttribute>()).FirstOrDefault(t => t is not null)))
            .Where(f => f.Trigger?.Route is { } route && isServed($"/{route}"))
            .Select(f => new Operation(f.Method, f.Trigger!, keys))
            .OrderByDescending(o => o.Template.Literals),
    ];

    /// <summary>The table of the door that a path is in, or of what is outside all doors: the pages.</summary>
    public static OperationTable Of(PathString path) =>
        (IsOfPowerBI(path) ? LazyPowerBI : IsOfApi(path) ? LazyApi : IsOfOData(path) ? LazyOData : LazyOutside).Value;

    /// <summary>
    /// The operation that a request means; null when there is none. HEAD is GET without its body (RFC 9110, 9.3.2), which the server leaves out: the same
    /// function under the same rules.
    /// </summary>
    public ServedOperation? Find(string method, PathString path)
    {
        var asked = MethodOf(method);
        foreach (var operation in _operations)
        {
            if (operation.Methods.Contains(asked) && operation.Template.Match(path.Value ?? "") is { } values)
            {
                return new(operation, values);
            }
        }

        return null;
    }

    /// <summary>The methods that a path knows, in order; none when nothing is there.</summary>
    public IReadOnlyList<string> MethodsOf(PathString path) =>
    [
        .. _operations.Where(o => o.Template.Match(path.Value ?? "") is not null).SelectMany(o => o.Methods)
            .SelectMany(m => HttpMethods.IsGet(m) ? [m, HttpMethods.Head] : (string[])[m]).Distinct().Order(StringComparer.Ordinal),
    ];

    private static bool IsOfApi(PathString path) => path.StartsWithSegments("/hsvo", StringComparison.OrdinalIgnoreCase);

    private static bool IsOfOData(PathString path) => path.StartsWithSegments("/odata", StringComparison.OrdinalIgnoreCase);

    private static bool IsOfPowerBI(PathString path) => path.StartsWithSegments("/v1.0", StringComparison.OrdinalIgnoreCase);

    /// <summary>The method whose operation a request by another means.</summary>
    public static string MethodOf(string method) => HttpMethods.IsHead(method) ? HttpMethods.Get : method;
}
