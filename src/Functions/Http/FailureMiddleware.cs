using Hsvo.UseCases;
using Hsvo.UseCases.Stores;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Logging;

namespace Hsvo.Functions.Http;

/// <summary>
/// Around every HTTP function: gives the request its id and the answer its security headers, and turns storage being away into 503 and a bug into
/// a 500 that tells nothing but the request's id.
/// </summary>
/// <param name="logger">Says what went wrong.</param>
internal sealed partial class FailureMiddleware(ILogger<FailureMiddleware> logger) : IFunctionsWorkerMiddleware
{
    private static readonly Failure StorageAway = new(FailureKind.Unavailable, "storage.unavailable",
        "Lagringen svarar inte just nu; försök igen om en stund.", "Storage doesn't answer right now; try again in a moment.")
    {
        RetryAfter = TimeSpan.FromSeconds(2),
    };

    private static readonly Failure Bug = new(FailureKind.Unavailable, "internal",
        "Något gick fel hos oss. Uppge RequestId när du anmäler felet.", "Something went wrong on our side. Give the RequestId when you report it.");

    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is not { } http)
        {
            await next(context);
            return;
        }

        RequestIds.Add(http);
        AddSecurityHeaders(http.Response.Headers);
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // Nobody listens any longer.
        }
        catch (StoreUnavailableException e) when (!http.Response.HasStarted)
        {
            LogStorageAway(RequestIds.Of(http), e.InnerException);
            await FailureResult.Of(StorageAway).ExecuteAsync(http);
        }
        catch (Exception e) when (!http.Response.HasStarted)
        {
            LogBug(RequestIds.Of(http), e);
            await FailureResult.Of(Bug, StatusCodes.Status500InternalServerError).ExecuteAsync(http);
        }
    }

    private static void AddSecurityHeaders(IHeaderDictionary headers)
    {
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
        headers.StrictTransportSecurity = "max-age=31536000";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers.CacheControl = "no-store";
    }

    [LoggerMessage(10, LogLevel.Warning, "Storage was away in request {RequestId}.")]
    private partial void LogStorageAway(string requestId, Exception? reason);

    [LoggerMessage(11, LogLevel.Error, "Request {RequestId} failed.")]
    private partial void LogBug(string requestId, Exception reason);
}
