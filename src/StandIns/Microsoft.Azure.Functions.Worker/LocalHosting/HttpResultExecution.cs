using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace Microsoft.Azure.Functions.Worker.LocalHosting;

/// <summary>The step that ConfigureFunctionsWebApplication adds: what follows it sees the HttpContext, and an IResult that comes back is written.</summary>
internal static class HttpResultExecution
{
    private static readonly object PendingKey = new();

    /// <summary>Makes the request known to the invocation; middleware added before ConfigureFunctionsWebApplication doesn't see it.</summary>
    public static void Attach(FunctionContext context, HttpContext http)
    {
        context.Items[PendingKey] = http;
        http.RequestServices = context.InstanceServices;
    }

    public static async Task InvokeAsync(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (!context.Items.Remove(PendingKey, out object? pending))
        {
            await next(context);
            return;
        }

        var http = (HttpContext)pending;
        context.Items.Add(FunctionContextExtensions.HttpContextKey, http);
        await next(context);
        // Anything but an IResult, null included, leaves the response as it is: 200 and empty, unless the function wrote it itself.
        if (((Invocation)context).Result is IResult result)
        {
            await result.ExecuteAsync(http);
        }
    }
}
