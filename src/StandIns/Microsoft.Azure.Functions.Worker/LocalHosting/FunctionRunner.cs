using System.Diagnostics;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.LocalHosting;

/// <summary>Runs a function through the worker's middleware, in a scope of its own, and logs what became of it.</summary>
internal sealed partial class FunctionRunner(FunctionExecutionDelegate pipeline, IServiceScopeFactory scopes, ILoggerFactory loggers)
{
    private readonly ILogger _logger = loggers.CreateLogger("Host.Function");

    /// <returns>Whether it succeeded.</returns>
    public async Task<bool> RunAsync(
        LocalFunction function,
        object? trigger,
        Func<IReadOnlyDictionary<string, object?>> bindingData,
        Action<FunctionContext>? prepare,
        CancellationToken cancellationToken)
    {
        long started = Stopwatch.GetTimestamp();
        await using var invocation = new Invocation(function, scopes, bindingData, trigger, cancellationToken);
        try
        {
            prepare?.Invoke(invocation);
            await pipeline(invocation);
            if (_logger.IsEnabled(LogLevel.Debug))
            {
                LogSucceeded(function.Name, invocation.InvocationId, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            }

            return true;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            LogCancelled(function.Name, invocation.InvocationId, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            return false;
        }
#pragma warning disable CA1031 // As in the real host, a function's failure is its own: it is logged and the host goes on.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            LogFailed(exception, function.Name, invocation.InvocationId, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            return false;
        }
    }

    [LoggerMessage(1, LogLevel.Debug, "Executed 'Functions.{Name}' (Succeeded, Id={Id}, Duration={Milliseconds:F0}ms)")]
    private partial void LogSucceeded(string name, string id, double milliseconds);

    [LoggerMessage(2, LogLevel.Information, "Executed 'Functions.{Name}' (Cancelled, Id={Id}, Duration={Milliseconds:F0}ms)")]
    private partial void LogCancelled(string name, string id, double milliseconds);

    [LoggerMessage(3, LogLevel.Error, "Executed 'Functions.{Name}' (Failed, Id={Id}, Duration={Milliseconds:F0}ms)")]
    private partial void LogFailed(Exception exception, string name, string id, double milliseconds);
}
