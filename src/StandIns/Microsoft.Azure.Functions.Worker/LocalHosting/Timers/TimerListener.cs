using Azure;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.LocalHosting;

/// <summary>Runs one timer function when it is due.</summary>
internal sealed partial class TimerListener(
    TimerFunction function, HostStorage storage, FunctionRunner runner, IConfiguration configuration, TimeProvider time, ILogger logger)
{
    private static readonly TimeSpan TryAgainAfter = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);
    private static readonly Dictionary<string, object?> NoBindingData = [];

    private readonly ScheduleMonitor _monitor = new(storage);

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>Until the host stops. What goes wrong is this timer's alone: it is logged, and HTTP goes on.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        try
        {
            var schedule = CronSchedule.Parse(function.Trigger.Schedule, configuration);
            if (!storage.IsConfigured)
            {
                LogNotStarted(null, function.Name, "the setting AzureWebJobsStorage is missing");
                return;
            }

            while (true)
            {
                await RunWhileLockedAsync(schedule, stopping);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The host stops.
        }
        catch (FormatException exception)
        {
            LogNotStarted(exception, function.Name, exception.Message);
        }
    }

    /// <summary>What a run that someone asked for is told: what is stored, nothing being late.</summary>
    public async Task<TimerInfo> InfoAsync(CancellationToken cancellationToken)
    {
        try
        {
            bool isMonitored = storage.IsConfigured && IsMonitored(CronSchedule.Parse(function.Trigger.Schedule, configuration));
            return new TimerInfo { ScheduleStatus = isMonitored ? await _monitor.GetAsync(function, cancellationToken) : null };
        }
        catch (Exception exception) when (exception is FormatException or RequestFailedException or AggregateException)
        {
            LogStorageFailed(exception, function.Name);
            return new TimerInfo();
        }
    }

    private bool IsMonitored(CronSchedule schedule) => function.Trigger.UseMonitor && !schedule.IsBelowOneMinute;

    private async Task RunWhileLockedAsync(CronSchedule schedule, CancellationToken stopping)
    {
        try
        {
            await using var held = await TimerLock.AcquireAsync(storage, function, time, stopping);
            using var waiting = CancellationTokenSource.CreateLinkedTokenSource(stopping, held.Lost);
            await RunOnScheduleAsync(schedule, waiting.Token, stopping);
        }
        catch (OperationCanceledException) when (!stopping.IsCancellationRequested)
        {
            LogLockLost(function.Name);
        }
        catch (Exception exception) when (exception is RequestFailedException or AggregateException)
        {
            LogStorageFailed(exception, function.Name);
            await Task.Delay(TryAgainAfter, time, stopping);
        }
    }

    private async Task RunOnScheduleAsync(CronSchedule schedule, CancellationToken waiting, CancellationToken stopping)
    {
        bool isMonitored = IsMonitored(schedule);
        var status = isMonitored
            ? await _monitor.ResumeAsync(function, schedule, Now, stopping)
            : new ScheduleStatus { Next = schedule.NextAfter(Now) };
        if (Now > status.Next)
        {
            status = await InvokeAsync(schedule, status, isMonitored, isPastDue: true, stopping);
        }
        else if (function.Trigger.RunOnStartup)
        {
            status = await InvokeAsync(schedule, status, isMonitored, isPastDue: false, stopping);
        }

        while (true)
        {
            await WaitUntilAsync(status.Next, waiting);
            status = await InvokeAsync(schedule, status, isMonitored, isPastDue: false, stopping);
        }
    }

    private async Task WaitUntilAsync(DateTime due, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        for (var left = due - Now; left > TimeSpan.Zero; left = due - Now)
        {
            await Task.Delay(left < LongestWait ? left : LongestWait, time, cancellationToken);
        }
    }

    /// <returns>The status after the run. A run that failed has run: the next one is the schedule's next.</returns>
    private async Task<ScheduleStatus> InvokeAsync(
        CronSchedule schedule, ScheduleStatus before, bool isMonitored, bool isPastDue, CancellationToken stopping)
    {
        var invokedAt = Now;
        var info = new TimerInfo { ScheduleStatus = isMonitored ? before : null, IsPastDue = isPastDue };
        await runner.RunAsync(function, info, static () => NoBindingData, prepare: null, stopping);
        var after = new ScheduleStatus { Last = invokedAt, Next = schedule.NextAfter(invokedAt), LastUpdated = invokedAt };
        if (isMonitored)
        {
            try
            {
                // Also when the host is stopping: the run has been.
                await _monitor.SaveAsync(function, after, CancellationToken.None);
            }
            catch (Exception exception) when (exception is RequestFailedException or AggregateException)
            {
                LogStorageFailed(exception, function.Name);
            }
        }

        return after;
    }

    [LoggerMessage(1, LogLevel.Error, "The listener for function 'Functions.{Name}' was unable to start: {Reason}")]
    private partial void LogNotStarted(Exception? exception, string name, string reason);

    [LoggerMessage(2, LogLevel.Error, "The timer of function 'Functions.{Name}' can't use the host's storage")]
    private partial void LogStorageFailed(Exception exception, string name);

    [LoggerMessage(3, LogLevel.Warning, "Function 'Functions.{Name}' lost its lock; another instance may run it")]
    private partial void LogLockLost(string name);
}
