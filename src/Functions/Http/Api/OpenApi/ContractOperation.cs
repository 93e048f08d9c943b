using System.Reflection;
using Microsoft.Azure.Functions.Worker;

namespace Hsvo.Functions.Http.Api.OpenApi;

/// <summary>One operation of our own API, as the function that serves it says.</summary>
/// <param name="Function">The function's name.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path below the API's root, "/plans/{plan}".</param>
/// <param name="Access">Who may call it.</param>
/// <param name="Query">The query options it knows.</param>
/// <param name="Says">What it says of itself.</param>
internal sealed record ContractOperation(string Function, HttpMethod Method, string Path, Access Access, IReadOnlyList<string> Query, OperationAttribute Says)
{
    /// <summary>The API's root, as it stands in routes.</summary>
    public const string Root = "hsvo/v1";

    /// <summary>Every operation, by path and method.</summary>
    public static IReadOnlyList<ContractOperation> All { get; } =
    [
        .. typeof(ContractOperation).Assembly.GetTypes().SelectMany(t => t.GetMethods()).Where(m => m.IsDefined(typeof(OperationAttribute))).Select(Of)
            .OrderBy(o => o.Path, StringComparer.Ordinal).ThenBy(o => o.Method.Method, StringComparer.Ordinal),
    ];

    /// <summary>The names in the path's template.</summary>
    public IEnumerable<string> PathParameters => Path.Split('/').Where(s => s.StartsWith('{')).Select(s => s.Trim('{', '}'));

    /// <summary>The statuses it refuses with.</summary>
    public IReadOnlyList<int> Refusals
    {
        get
        {
            SortedSet<int> statuses = [400, 429, 500, 503, .. Says.Refuses];
            if (Access != Access.Open)
            {
                statuses.UnionWith([401, 403]);
            }

            if (PathParameters.Any() || Query.Contains("plan"))
            {
                statuses.Add(404);
            }

            if (Says.Body is not null || Says.BinaryBody is not null)
            {
                statuses.UnionWith([413, 415, 422]);
            }

            return [.. statuses];
        }
    }

    private static ContractOperation Of(MethodInfo method)
    {
        var trigger = method.GetParameters().Select(p => p.GetCustomAttribute<HttpTriggerAttribute>()).OfType<HttpTriggerAttribute>().Single();
        return new(
            method.GetCustomAttribute<FunctionAttribute>()!.Name,
            HttpMethod.Parse(trigger.Methods!.Single()),
            trigger.Route![Root.Length..],
            method.GetCustomAttribute<AccessAttribute>()!.Access,
            method.GetCustomAttribute<QueryAttribute>()?.Names ?? [],
            method.GetCustomAttribute<OperationAttribute>()!);
    }
}
