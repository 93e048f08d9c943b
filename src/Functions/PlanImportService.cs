using Hsvo.Functions.Telemetry;
using Hsvo.Plans;
using Hsvo.UseCases;
using Hsvo.UseCases.Proposals;
using Hsvo.UseCases.Stores;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Hsvo.Functions;

/// <summary>
/// Puts the plans and proposals that come with the app into empty storage. It begins as the app starts, beside it, and <see cref="PlanImportMiddleware"/> keeps
/// what is asked meanwhile until it has been tried once. Should storage be away then, the app serves all the same and the import is tried on.
/// </summary>
/// <param name="import">Imports a plan.</param>
/// <param name="importProposals">Imports the documents' proposals.</param>
/// <param name="runs">What the clock runs from now on.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Says what was decided.</param>
internal sealed partial class PlanImportService(
    ImportBuiltInPlan import, ImportBuiltInProposals importProposals, TimerRuns runs, TimeProvider time, ILogger<PlanImportService> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    private readonly TaskCompletionSource _triedOnce = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when the import has been tried once, whatever came of it.</summary>
    public Task TriedOnce => _triedOnce.Task;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            var isDone = await TryImportAsync(stoppingToken);
            _triedOnce.SetResult();
            while (!isDone)
            {
                await Task.Delay(Pause, time, stoppingToken);
                isDone = await TryImportAsync(stoppingToken);
            }
        }
        finally
        {
            _triedOnce.TrySetResult();
        }
    }

    private async Task<bool> TryImportAsync(CancellationToken cancellationToken)
    {
        using var step = Steps.Start("ImportPlans");
        try
        {
            if (await import.IsDoneByAsync(PlanLibrary.Build, cancellationToken))
            {
                return true;
            }

            foreach (var plan in PlanLibrary.All)
            {
                switch (await import.ImportIfMissingAsync(plan, cancellationToken))
                {
                    case BuiltInPlan.Imported:
                        LogImported(plan.Key.ToString(), plan.Nodes.Count);
                        break;
                    case BuiltInPlan.Differs:
                        LogDiffers(plan.Key.ToString());
                        break;
                }
            }

            if (await importProposals.ImportMissingAsync(PlanLibrary.Proposals, cancellationToken) is > 0 and var proposals)
            {
                LogProposals(proposals);
            }

            await runs.AwaitAllAsync(cancellationToken);
            await import.KeepDoneAsync(PlanLibrary.Build, cancellationToken);
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

    [LoggerMessage(4, LogLevel.Information, "Imported {Proposals} proposals that stand in documents.")]
    private partial void LogProposals(int proposals);

    [LoggerMessage(3, LogLevel.Warning,
        "The plan {Plan} that comes with this app says something else than when it was imported. The one in storage stays: a new version has to be " +
        "imported by the coordinator; a local run begins anew with --fresh.")]
    private partial void LogDiffers(string plan);

    [LoggerMessage(2, LogLevel.Warning, "The plans wait for storage, next try in {Seconds} s: {Reason}")]
    private partial void LogStorageAway(double seconds, string? reason);
}

/// <summary>Registers the import.</summary>
internal static class PlanImportExtensions
{
    public static IServiceCollection AddPlanImport(this IServiceCollection services) =>
        services.AddSingleton<PlanImportService>().AddHostedService(provider => provider.GetRequiredService<PlanImportService>());
}
