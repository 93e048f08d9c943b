using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.LocalHosting;

/// <summary>The app's timers, from when the host has started, so that nobody who calls it waits for them, to its stop.</summary>
internal sealed class TimerService(
    FunctionCatalog functions,
    HostStorage storage,
    FunctionRunner runner,
    IConfiguration configuration,
    TimeProvider time,
    IHostApplicationLifetime lifetime,
    ILoggerFactory loggers)
    : BackgroundService
{
    private readonly Dictionary<TimerFunction, TimerListener> _listeners = functions.All.OfType<TimerFunction>().ToDictionary(
        function => function,
        function => new TimerListener(function, storage, runner, configuration, time, loggers.CreateLogger("Host.Triggers.Timer")));

    /// <summary>What a run of a timer that someone asked for is told.</summary>
    public Task<TimerInfo> InfoAsync(TimerFunction function, CancellationToken cancellationToken) => _listeners[function].InfoAsync(cancellationToken);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var starting = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken);
        await Task.WhenAll(_listeners.Values.Select(listener => listener.RunAsync(stoppingToken)));
    }
}
