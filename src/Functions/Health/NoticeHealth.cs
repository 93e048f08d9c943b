using Hsvo.UseCases.Notices;
using Hsvo.UseCases.Stores;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Hsvo.Functions.Health;

/// <summary>Whether each receiver of notices can be reached: a reminder that nobody gets is an answer that doesn't come.</summary>
/// <param name="read">The notices.</param>
internal sealed class NoticeHealth(ReadNotices read) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            return (await read.ListTroubledAsync(cancellationToken)).Count is not 0 and var count
                ? HealthMessages.Degraded($"Besked når inte {count} mottagare; se /hsvo/v1/notices.", $"Notices don't reach {count} receivers; see /hsvo/v1/notices.")
                : HealthCheckResult.Healthy();
        }
        catch (StoreUnavailableException)
        {
            return HealthMessages.Unknown;
        }
    }
}
