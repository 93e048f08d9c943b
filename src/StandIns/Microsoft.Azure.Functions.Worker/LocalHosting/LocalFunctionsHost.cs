using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.LocalHosting;

/// <summary>The built app together with what its local run does before, beside and after it.</summary>
internal sealed partial class LocalFunctionsHost(WebApplication app, LocalHostOptions options, ILocalRun? localRun) : IHost, IAsyncDisposable
{
    private readonly IHostApplicationLifetime _lifetime = app.Lifetime;
    private readonly ILogger _logger = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Host.Startup");
    private Task _started = Task.CompletedTask;

    public IServiceProvider Services => app.Services;

    public async Task StartAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            await ListenAsync(cancellationToken);
        }
        catch (LocalRunException exception) when (localRun is not null)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            End(exception.ExitCode);
            return;
        }

        var address = LocalFunctions.AddressOf(this);
        LogListening(address);
        _lifetime.ApplicationStopping.Register(LogStopping);
        _started = localRun is null ? Task.CompletedTask : RunStartedAsync(localRun, address);
    }

    public async Task StopAsync(CancellationToken cancellationToken = default)
    {
        await app.StopAsync(cancellationToken);
        await _started;
        if (localRun is not null)
        {
            await localRun.StoppedAsync();
        }
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    public void Dispose() => ((IDisposable)app).Dispose();

    private async Task ListenAsync(CancellationToken cancellationToken)
    {
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (IOException exception) when (exception.InnerException is AddressInUseException)
        {
            throw new LocalRunException($"Port {options.Port} on 127.0.0.1 is taken by another program.", innerException: exception);
        }
    }

    /// <summary>Ends the run from inside StartAsync: whoever runs the host sees it stop at once.</summary>
    private void End(int exitCode)
    {
        Environment.ExitCode = exitCode;
        _lifetime.StopApplication();
    }

    private async Task RunStartedAsync(ILocalRun run, Uri address)
    {
        try
        {
            await run.StartedAsync(address, app.Services, _lifetime.ApplicationStopping);
        }
        catch (OperationCanceledException) when (_lifetime.ApplicationStopping.IsCancellationRequested)
        {
            // The run ended before it was ready.
        }
        catch (LocalRunException exception)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            End(exception.ExitCode);
        }
#pragma warning disable CA1031 // The app serves without what was to follow; the log says what failed.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            LogStartedFailed(exception);
        }
    }

    [LoggerMessage(1, LogLevel.Information, "Listening on {Address}")]
    private partial void LogListening(Uri address);

    [LoggerMessage(3, LogLevel.Information, "Stopping, once the requests under way are answered")]
    private partial void LogStopping();

    [LoggerMessage(2, LogLevel.Error, "What the local run does after the start failed; the app goes on")]
    private partial void LogStartedFailed(Exception exception);
}
