using System.Diagnostics;
using Hsvo.Functions.Http;
using Hsvo.Functions.Http.Operations;
using Hsvo.UseCases;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Logging;
using Microsoft.Net.Http.Headers;

namespace Hsvo.Functions.Telemetry;

/// <summary>
/// Puts each request in its trace (W3C Trace Context): the caller's when <c>traceparent</c> names one, else a new one; and each timer's run in the host's.
/// What is asked of storage is in it too, and an answer tells the trace and our own step in it.
/// </summary>
/// <param name="time">The clock.</param>
/// <param name="logger">Says what was refused.</param>
internal sealed partial class TraceMiddleware(TimeProvider time, ILogger<TraceMiddleware> logger) : IFunctionsWorkerMiddleware
{
    public Task Invoke(FunctionContext context, FunctionExecutionDelegate next) =>
        context.GetHttpContext() is { } http ? TraceRequestAsync(context, http, next) : TraceRunAsync(context, next);

    private async Task TraceRequestAsync(FunctionContext context, HttpContext http, FunctionExecutionDelegate next)
    {
        var step = Steps.Start("request", ParentOf(http.Request));
        http.Response.Headers.TraceParent = step.Id;

        // Results are written after all middleware: not before the answer is sent is it known.
        http.Response.OnCompleted(() =>
        {
            End(step, ServedOperation.FunctionOf(context, http), http);
            return Task.CompletedTask;
        });
        await next(context);
    }

    private async Task TraceRunAsync(FunctionContext context, FunctionExecutionDelegate next)
    {
        var timer = context.FunctionDefinition.Name;
        using var step = Steps.Start(timer, ActivityContext.TryParse(context.TraceContext.TraceParent, context.TraceContext.TraceState, isRemote: true, out var host) ? host : null);
        step.AddTag("faas.trigger", "timer");
        var began = time.GetTimestamp();
        string? error = null;
        try
        {
            await next(context);
        }
        catch (Exception e)
        {
            error = e.GetType().FullName;
            step.AddTag("error.type", error).SetStatus(ActivityStatusCode.Error);
            throw;
        }
        finally
        {
            Measures.TimerRan(timer, time.GetElapsedTime(began), error);
        }
    }

    // One that is malformed, or stands twice, starts a new trace (section 3.2 of the recommendation) and fails nobody's request.
    private static ActivityContext? ParentOf(HttpRequest request) =>
        request.Headers.TraceParent is [{ } traceParent] && ActivityContext.TryParse(traceParent, request.Headers[HeaderNames.TraceState], isRemote: true, out var parent)
            ? parent
            : null;

    // Neither path nor query, where a client may have written anything: the route, the operation and the code say what happened.
    private void End(Activity step, string operation, HttpContext http)
    {
        var (status, code) = (http.Response.StatusCode, http.Features.Get<Failure>()?.Code);
        if (step.IsAllDataRequested)
        {
            Describe(step, operation, http, status, code);
        }

        // Null unless somebody listens to the framework's measures.
        if (http.Features.Get<IHttpMetricsTagsFeature>() is { } measured)
        {
            measured.Tags.Add(new("hsvo.operation", operation));
            if (code is not null)
            {
                measured.Tags.Add(new("hsvo.error.code", code));
            }
        }

        if (code is not null && IsDecision(status, http.Request.Method))
        {
            LogRefused(operation, status, code, RequestIds.Of(http));
        }

        step.Stop();
    }

    private static void Describe(Activity step, string operation, HttpContext http, int status, string? code)
    {
        step.DisplayName = operation;
        step.AddTag("http.request.method", http.Request.Method)
            .AddTag("http.route", http.GetEndpoint() is RouteEndpoint endpoint ? $"/{endpoint.RoutePattern.RawText?.TrimStart('/')}" : null)
            .AddTag("http.response.status_code", status)
            .AddTag("hsvo.operation", operation)
            .SetTag("hsvo.error.code", code)
            .AddTag("hsvo.request.id", RequestIds.Of(http));
        if (status >= StatusCodes.Status500InternalServerError)
        {
            step.SetStatus(ActivityStatusCode.Error);
        }
    }

    // Who may not, and what wasn't stored. A question that was badly put is its client's business alone.
    private static bool IsDecision(int status, string method) =>
        status is StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden or StatusCodes.Status429TooManyRequests
        || (status < StatusCodes.Status500InternalServerError && !HttpMethods.IsGet(method) && !HttpMethods.IsHead(method));

    [LoggerMessage(12, LogLevel.Information, "{Operation} was refused: {Status} {Code}, request {RequestId}.")]
    private partial void LogRefused(string operation, int status, string code, string requestId);
}
