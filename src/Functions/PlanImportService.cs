using Hsvo.Plans;
using Hsvo.UseCases;
using Hsvo.UseCases.Stores;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Hsvo.Functions;

/// <summary>Puts the plans that come with the app into empty storage at start; while storage is away it keeps trying and the app serves on.</summary>
/// <param name="import">The use case.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Says what was decided.</param>
internal sealed partial class PlanImportService(ImportPlan import, TimeProvider time, ILogger<PlanImportService> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!await TryImportAsync(stoppingToken))
        {
            await Task.Delay(Pause, time, stoppingToken);
        }
    }

    private async Task<bool> TryImportAsync(CancellationToken cancellationToken)
    {
        try
        {
            foreach (var plan in PlanLibrary.All)
            {
                if (await import.ImportIfMissingAsync(plan, cancellationToken))
                {
                    LogImported(plan.Key.ToString(), plan.Nodes.Count);
                }
            }

            return true;
        }
        catch (StoreUnavailableException e)
        {
            LogStorageAway(Pause.TotalSeconds, e.InnerException?.Message);
            return false;
        }
    }

    [LoggerMessage(1, LogLevel.Information, "Imported the plan {Plan}: {Nodes} nodes.")]
    private partial void LogImported(string plan, int nodes);

    [LoggerMessage(2, LogLevel.Warning, "The plans wait for storage, next try in {Seconds} s: {Reason}")]
    private partial void LogStorageAway(double seconds, string? reason);
}

/// <summary>Registers the import.</summary>
internal static class PlanImportExtensions
{
    public static IServiceCollection AddPlanImport(this IServiceCollection services) => services.AddHostedService<PlanImportService>();
}
