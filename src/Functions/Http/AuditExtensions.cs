using Hsvo.UseCases.Audit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Hsvo.Functions.Http;

/// <summary>Has the counts of refusals kept when the app stops.</summary>
internal static class AuditExtensions
{
    public static IServiceCollection AddAudit(this IServiceCollection services) => services.AddHostedService<RefusalCounts>();

    private sealed class RefusalCounts(RefusedRequests refused) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => refused.KeepCountsAsync(isStopping: true);
    }
}
