using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Net.Http.Headers;

namespace Hsvo.Functions.Http;

/// <summary>
/// Puts each request in its trace (W3C Trace Context): the caller's when <c>traceparent</c> names one, else a new one. What the request asks of storage
/// is in it too, since the framework's HTTP client sends the current activity on, and the answer tells the trace and our own step in it.
/// </summary>
internal sealed class TraceMiddleware : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is not { } http)
        {
            await next(context);
            return;
        }

        using var activity = new Activity("Hsvo.Request").SetIdFormat(ActivityIdFormat.W3C);
        if (ParentOf(http.Request) is { } parent)
        {
            activity.SetParentId(parent.TraceId, parent.SpanId, parent.TraceFlags);
            activity.TraceStateString = parent.TraceState;
        }

        activity.Start();
        http.Response.Headers.TraceParent = activity.Id;
        await next(context);
    }

    // One that is malformed, or stands twice, starts a new trace (section 3.2 of the recommendation) and fails nobody's request.
    private static ActivityContext? ParentOf(HttpRequest request) =>
        request.Headers.TraceParent is [{ } traceParent] && ActivityContext.TryParse(traceParent, request.Headers[HeaderNames.TraceState], isRemote: true, out var parent)
            ? parent
            : null;
}
