using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.LocalHosting;

/// <summary>The app's timers, from the host's start to its stop.</summary>
internal sealed class TimerService(
    FunctionCatalog functions, HostStorage storage, FunctionRunner runner, IConfiguration configuration, TimeProvider time, ILoggerFactory loggers)
    : BackgroundService
{
    private readonly Dictionary<TimerFunction, TimerListener> _listeners = functions.All.OfType<TimerFunction>().ToDictionary(
        function => function,
        function => new TimerListener(function, storage, runner, configuration, time, loggers.CreateLogger("Host.Triggers.Timer")));

    /// <summary>What a run of a timer that someone asked for is told.</summary>
    public Task<TimerInfo> InfoAsync(TimerFunction function, CancellationToken cancellationToken) => _listeners[function].InfoAsync(cancellationToken);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(_listeners.Values.Select(listener => Task.Run(() => listener.RunAsync(stoppingToken), CancellationToken.None)));
}
