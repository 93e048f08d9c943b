using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Microsoft.Azure.Functions.Worker.LocalHosting;

/// <summary>
/// The endpoints of the app's HTTP functions. The host asks them in the order of their names, after its own addresses: the first whose route and methods fit
/// answers, whichever route would fit better.
/// </summary>
internal static class HttpFunctionEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints, FunctionCatalog functions, FunctionRunner runner) =>
        endpoints.DataSources.Add(new DefaultEndpointDataSource(
            functions.All.OfType<HttpFunction>().OrderBy(function => function.Name, StringComparer.OrdinalIgnoreCase)
                .Select((function, index) => CreateEndpoint(function, runner, order: index + 1))));

    private static Endpoint CreateEndpoint(HttpFunction function, FunctionRunner runner, int order)
    {
        RoutePattern pattern;
        try
        {
            pattern = RoutePatternFactory.Parse(function.Route);
        }
        catch (RoutePatternException exception)
        {
            throw new LocalRunException($"Function {function.Name}: the route {function.Route} is no template: {LocalSettings.FirstLine(exception)}", innerException: exception);
        }

        var endpoint = new RouteEndpointBuilder(http => RunAsync(http, function, runner), pattern, order) { DisplayName = function.Name };
        endpoint.Metadata.Add(new FunctionMethods(function.Trigger.Methods ?? []));
        return endpoint.Build();
    }

    private static async Task RunAsync(HttpContext http, HttpFunction function, FunctionRunner runner)
    {
        // What a client says here doesn't get past the real host; Host does.
        http.Request.Headers.Remove("X-Forwarded-Host");
        bool succeeded = await runner.RunAsync(
            function, http.Request, () => BindingData(http), context => HttpResultExecution.Attach(context, http), http.RequestAborted);
        if (succeeded)
        {
            return;
        }

        if (http.Response.HasStarted)
        {
            http.Abort();
            return;
        }

        // The host answers 500 with nothing to read; headers that the function set stay.
        http.Response.StatusCode = StatusCodes.Status500InternalServerError;
        http.Response.ContentLength = 0;
    }

    private static Dictionary<string, object?> BindingData(HttpContext http)
    {
        var data = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in http.Request.Query)
        {
            if (!string.Equals(name, "code", StringComparison.OrdinalIgnoreCase))
            {
                data[name] = value.ToString();
            }
        }

        foreach (var (name, value) in http.Request.RouteValues)
        {
            data[name] = value;
        }

        return data;
    }
}
