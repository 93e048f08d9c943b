using System.Reflection;
using Microsoft.AspNetCore.Http;

namespace Microsoft.Azure.Functions.Worker.LocalHosting;

internal sealed class HttpFunction : LocalFunction
{
    public const string TriggerType = "httpTrigger";

    private static readonly string[] ReservedSegments = ["admin", "runtime"];

    public HttpFunction(string name, MethodInfo method, ParameterInfo trigger, HttpTriggerAttribute attribute, string routePrefix)
        : base(name, method, trigger, TriggerType)
    {
        if (trigger.ParameterType != typeof(HttpRequest))
        {
            throw new LocalRunException($"Function {name}: [HttpTrigger] goes on an HttpRequest of ASP.NET Core here, not on {trigger.ParameterType.Name}.");
        }

        if (attribute.Route == "/")
        {
            throw new LocalRunException(
                $"Function {name}: Route = \"/\" makes every HTTP function of the app time out in Azure; the root is Route = \"{{ignored:maxlength(0)?}}\".");
        }

        Trigger = attribute;
        // The worker takes an empty route for none and falls back on the function's name.
        string ownRoute = string.IsNullOrEmpty(attribute.Route) ? name : attribute.Route;
        Route = routePrefix.Trim('/') is { Length: > 0 } prefix ? $"{prefix}/{ownRoute}" : ownRoute;
        if (ReservedSegments.Contains(Route.TrimStart('/').Split('/')[0], StringComparer.OrdinalIgnoreCase))
        {
            throw new LocalRunException($"Function {name}: the route {Route} begins with a segment that the host keeps for itself (admin, runtime).");
        }
    }

    public HttpTriggerAttribute Trigger { get; }

    /// <summary>The whole template, with host.json's prefix.</summary>
    public string Route { get; }
}
