using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.Azure.Functions.Worker.LocalHosting;

/// <summary>The host's own API, without a key, as Core Tools serves it.</summary>
internal static class AdminEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints, FunctionCatalog functions)
    {
        endpoints.MapGet("/admin/functions", http => http.Response.WriteAsJsonAsync(
            new JsonArray([.. functions.All.Select(function => Describe(function, http.Request))]), http.RequestAborted));
        endpoints.MapGet("/admin/functions/{name}", http => functions.Find(Name(http)) is { } function
            ? http.Response.WriteAsJsonAsync(Describe(function, http.Request), http.RequestAborted)
            : NotFound(http));
        endpoints.MapPost("/admin/functions/{name}", http => RunAsync(http, functions));
        endpoints.MapGet("/admin/host/status", http => http.Response.WriteAsJsonAsync(
            new JsonObject
            {
                ["id"] = HostIdentity.Id(http.RequestServices),
                ["state"] = "Running",
                ["version"] = "4.0.0.0",
                ["processUptime"] = (long)(TimeProvider.System.GetLocalNow() - Process.GetCurrentProcess().StartTime).TotalMilliseconds,
            },
            http.RequestAborted));
    }

    private static string Name(HttpContext http) => (string)http.Request.RouteValues["name"]!;

    private static Task NotFound(HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    private static async Task RunAsync(HttpContext http, FunctionCatalog functions)
    {
        if (!await HasInvocationBodyAsync(http.Request))
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        if (functions.Find(Name(http)) is not { } function)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        http.RequestServices.GetRequiredService<ManualRuns>().Start(function);
        http.Response.StatusCode = StatusCodes.Status202Accepted;
    }

    /// <summary>The body is <c>{"input": …}</c>, where a timer has no use for the input.</summary>
    private static async Task<bool> HasInvocationBodyAsync(HttpRequest request)
    {
        if (!request.HasJsonContentType())
        {
            return false;
        }

        try
        {
            return await request.ReadFromJsonAsync<JsonNode>(request.HttpContext.RequestAborted) is JsonObject;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static JsonObject Describe(LocalFunction function, HttpRequest request)
    {
        string host = $"{request.Scheme}://{request.Host}";
        var http = function as HttpFunction;
        return new JsonObject
        {
            ["name"] = function.Name,
            ["script_root_path_href"] = null,
            ["script_href"] = null,
            ["config_href"] = null,
            ["test_data_href"] = null,
            ["href"] = $"{host}/admin/functions/{function.Name}",
            ["invoke_url_template"] = http is null ? null : $"{host}/{http.Route}".ToLowerInvariant(),
            ["language"] = "dotnet-isolated",
            ["config"] = new JsonObject
            {
                ["name"] = function.Name,
                ["entryPoint"] = function.Definition.EntryPoint,
                ["scriptFile"] = Path.GetFileName(function.Definition.PathToAssembly),
                ["language"] = "dotnet-isolated",
                ["functionDirectory"] = null,
                ["bindings"] = Bindings(function),
            },
            ["files"] = null,
            ["test_data"] = null,
            ["isDisabled"] = false,
            ["isDirect"] = http is not null,
            ["isProxy"] = false,
        };
    }

    private static JsonArray Bindings(LocalFunction function)
    {
        var trigger = new JsonObject { ["name"] = function.TriggerParameter, ["direction"] = "In" };
        switch (function)
        {
            case HttpFunction { Trigger: var http }:
                trigger["type"] = HttpFunction.TriggerType;
                trigger["authLevel"] = http.AuthLevel.ToString();
                trigger["methods"] = new JsonArray([.. (http.Methods ?? []).Select(method => (JsonNode)method)]);
                trigger["route"] = http.Route;
                return [trigger, new JsonObject { ["name"] = "$return", ["type"] = "http", ["direction"] = "Out" }];
            case TimerFunction { Trigger: var timer }:
                trigger["type"] = TimerFunction.TriggerType;
                trigger["schedule"] = timer.Schedule;
                trigger["useMonitor"] = timer.UseMonitor;
                trigger["runOnStartup"] = timer.RunOnStartup;
                return [trigger];
            default:
                return [trigger];
        }
    }
}
