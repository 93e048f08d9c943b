using Microsoft.Extensions.Hosting;

namespace Microsoft.Azure.Functions.Worker.LocalHosting;

/// <summary>Runs of timer functions that someone asked for; the host waits for them when it stops.</summary>
internal sealed class ManualRuns(FunctionRunner runner, TimerService timers) : IHostedService, IDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly HashSet<Task> _runs = [];
    private readonly Lock _lock = new();

    public void Start(LocalFunction function)
    {
        lock (_lock)
        {
            Task run;

            // As in the real host: a run is no part of the request that asked for it, its trace neither.
            using (ExecutionContext.SuppressFlow())
            {
                run = Task.Run(() => RunAsync(function), CancellationToken.None);
            }

            _runs.Add(run);
            _ = run.ContinueWith(Forget, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        Task[] runs;
        lock (_lock)
        {
            runs = [.. _runs];
        }

        await Task.WhenAll(runs).WaitAsync(cancellationToken);
    }

    public void Dispose() => _stopping.Dispose();

    private async Task RunAsync(LocalFunction function)
    {
        try
        {
            object? trigger = function is TimerFunction timer ? await timers.InfoAsync(timer, _stopping.Token) : null;
            await runner.RunAsync(function, trigger, static () => new Dictionary<string, object?>(), prepare: null, _stopping.Token);
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            // The host stops before it began.
        }
    }

    private void Forget(Task run)
    {
        lock (_lock)
        {
            _runs.Remove(run);
        }
    }
}
