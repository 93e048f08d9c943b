using System.Threading.Channels;

namespace Hsvo.StandIns.Tests.Worker;

/// <summary>Time that passes when a test says so.</summary>
internal sealed class ManualTime(DateTimeOffset start) : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly List<ManualTimer> _timers = [];
    private readonly Channel<DateTimeOffset> _waits = Channel.CreateUnbounded<DateTimeOffset>();
    private DateTimeOffset _now = start;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => _now;

    public override long GetTimestamp() => _now.Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Until somebody waits for just that moment.</summary>
    public async Task WaitedForAsync(DateTimeOffset due)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!IsWaitedFor(due))
        {
            await _waits.Reader.ReadAsync(patience.Token);
        }
    }

    public void AdvanceTo(DateTimeOffset moment)
    {
        while (NextDueBy(moment) is { } timer)
        {
            timer.Fire();
        }

        _now = moment;
    }

    private bool IsWaitedFor(DateTimeOffset due)
    {
        lock (_lock)
        {
            return _timers.Any(timer => timer.Due == due);
        }
    }

    private ManualTimer? NextDueBy(DateTimeOffset moment)
    {
        lock (_lock)
        {
            if (_timers.Where(timer => timer.Due <= moment).MinBy(timer => timer.Due) is not { } timer)
            {
                return null;
            }

            _timers.Remove(timer);
            _now = timer.Due > _now ? timer.Due : _now;
            return timer;
        }
    }

    private sealed class ManualTimer(ManualTime time, Action fire) : ITimer
    {
        public DateTimeOffset Due { get; private set; }

        public void Fire() => fire();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (time._lock)
            {
                time._timers.Remove(this);
                if (dueTime != Timeout.InfiniteTimeSpan)
                {
                    Due = time._now + dueTime;
                    time._timers.Add(this);
                }
            }

            time._waits.Writer.TryWrite(Due);
            return true;
        }

        public void Dispose()
        {
            lock (time._lock)
            {
                time._timers.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
