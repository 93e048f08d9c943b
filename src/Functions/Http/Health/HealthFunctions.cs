using Hsvo.Contracts.Api;
using Hsvo.Functions.Health;
using Hsvo.Functions.Mapping;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Hsvo.Functions.Http.Health;

/// <summary>Whether the app is well, for those who run it; open, since a probe doesn't sign in, and telling nothing of what is stored.</summary>
/// <param name="health">The checks.</param>
public sealed class HealthFunctions(HealthCheckService health)
{
    /// <summary>The function that says the process answers, whatever else does.</summary>
    public const string LiveName = "GetLive";

    /// <summary><c>GET /health/live</c>: the process answers.</summary>
    [Function(LiveName)]
    [Access(Access.Open)]
    public static IResult Live([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "health/live")] HttpRequest request) =>
        Answer(request, new(HealthStatus.Healthy.ToName(), []), StatusCodes.Status200OK);

    /// <summary>
    /// <c>GET /health/ready</c>: storage answers and a plan is loaded, else 503; timers are on schedule, the next samråd is dated and notices reach their receivers, else "degraded"
    /// and 200, since an instance that is taken out of service for them would mend nothing.
    /// </summary>
    [Function("GetReady")]
    [Access(Access.Open)]
    public async Task<IResult> ReadyAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "health/ready")] HttpRequest request, CancellationToken cancellationToken)
    {
        var report = await health.CheckHealthAsync(cancellationToken);
        return Answer(
            request,
            new(report.Status.ToName(), [.. report.Entries.Select(e => new HealthCheckDocument(e.Key, e.Value.Status.ToName(), HealthMessages.Of(e.Value)))]),
            report.Status == HealthStatus.Unhealthy ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK);
    }

    private static IResult Answer(HttpRequest request, HealthDocument document, int status)
    {
        request.HttpContext.Response.Headers.CacheControl = "no-store";
        return Results.Json(document, Json.Api, statusCode: status);
    }
}
