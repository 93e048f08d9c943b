namespace Microsoft.Azure.Functions.Worker.LocalHosting;

internal sealed class TimerSchedules
{
    public static Task<TimerInfo> TimerInfoNowAsync(TimerFunction function, CancellationToken cancellationToken) => Task.FromResult(new TimerInfo());
}
