using Hsvo.UseCases;
using Hsvo.UseCases.Stores;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Hsvo.Functions.Health;

/// <summary>Whether storage answers, and a plan is there: without either nothing can be served.</summary>
/// <param name="plans">The plans, for which storage is asked at most once a second, however many ask for the health.</param>
internal sealed class StorageHealth(ReadPlans plans) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            return (await plans.ListAsync(cancellationToken)).Count > 0
                ? HealthCheckResult.Healthy()
                : HealthMessages.Unhealthy("Ingen plan är inläst.", "No plan is loaded.");
        }
        catch (StoreUnavailableException)
        {
            return HealthMessages.Unhealthy("Lagringen svarar inte.", "Storage doesn't answer.");
        }
    }
}
