using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.LocalHosting;

/// <summary>host.json's limits: so many requests run at once, so many more wait, and what is above gets 429.</summary>
internal sealed partial class RequestLimits(RequestDelegate next, HostJson hostJson, ILogger<RequestLimits> logger)
{
    private readonly SemaphoreSlim? _running = hostJson.MaxConcurrentRequests > 0 ? new SemaphoreSlim(hostJson.MaxConcurrentRequests) : null;
    private int _outstanding;

    public async Task InvokeAsync(HttpContext http)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<FunctionMethods>() is null)
        {
            await next(http);
            return;
        }

        try
        {
            if (Interlocked.Increment(ref _outstanding) > hostJson.MaxOutstandingRequests && hostJson.MaxOutstandingRequests > 0)
            {
                LogRefused(hostJson.MaxOutstandingRequests);
                http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
                return;
            }

            await InTurnAsync(http);
        }
        finally
        {
            Interlocked.Decrement(ref _outstanding);
        }
    }

    private async Task InTurnAsync(HttpContext http)
    {
        if (_running is null)
        {
            await next(http);
            return;
        }

        await _running.WaitAsync(http.RequestAborted);
        try
        {
            await next(http);
        }
        finally
        {
            _running.Release();
        }
    }

    [LoggerMessage(1, LogLevel.Information, "Http request queue limit of {Limit} has been exceeded.")]
    private partial void LogRefused(int limit);
}
