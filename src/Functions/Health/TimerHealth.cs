using Hsvo.UseCases;
using Hsvo.UseCases.Stores;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Hsvo.Functions.Health;

/// <summary>Whether what is run by the clock has been run.</summary>
/// <param name="runs">The runs.</param>
internal sealed class TimerHealth(TimerRuns runs) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var late = string.Join(", ", (await runs.ListLateAsync(cancellationToken)).Select(w => w.Id));
            return late.Length == 0
                ? HealthCheckResult.Healthy()
                : HealthMessages.Degraded($"Schemalagt arbete har inte körts i tid: {late}.", $"Scheduled work has not been run in time: {late}.");
        }
        catch (StoreUnavailableException)
        {
            return HealthMessages.Unknown;
        }
    }
}
