using Hsvo.Functions.Mapping;
using Hsvo.UseCases;
using Hsvo.UseCases.Stores;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Hsvo.Functions.Health;

/// <summary>Whether the next ordinary samråd has a date: without one nothing in its rounds is due.</summary>
/// <param name="meetings">The meetings.</param>
internal sealed class MeetingHealth(SetMeeting meetings) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            return await meetings.ListWarningsAsync(cancellationToken) is [var first, ..]
                ? HealthMessages.Degraded(MeetingWarningTexts.Swedish(first), MeetingWarningTexts.English(first))
                : HealthCheckResult.Healthy();
        }
        catch (StoreUnavailableException)
        {
            return HealthMessages.Unknown;
        }
    }
}
