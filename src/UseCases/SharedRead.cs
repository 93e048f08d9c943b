using Hsvo.UseCases.Stores;

namespace Hsvo.UseCases;

/// <summary>
/// Something that is read from storage at most once a second, however many ask: those who come while it is read share that reading, and its failure.
/// </summary>
/// <typeparam name="T">What is read.</typeparam>
/// <param name="time">The clock.</param>
/// <param name="read">Reads it, given what was read last; null when there is no such thing. Nobody's cancellation ends it.</param>
internal sealed class SharedRead<T>(TimeProvider time, Func<T?, Task<T?>> read)
    where T : class
{
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(1);

    private Reading? _newest;
    private long _changes;

    /// <summary>Whether there is nothing here that the next reader gets without storage being asked.</summary>
    public bool IsIdle => Volatile.Read(ref _newest) is not { } reading || (reading.Task.IsCompleted && reading.Last is null && !IsUsable(reading));

    /// <summary>Says that this instance changed it: the next reader asks storage.</summary>
    public void Invalidate() => Interlocked.Increment(ref _changes);

    /// <summary>Gets it as it stood at most a second before the call, and with every change that was told before it.</summary>
    public async Task<T?> GetAsync(CancellationToken cancellationToken)
    {
        var (arrivedAt, changes) = (time.GetTimestamp(), Interlocked.Read(ref _changes));
        while (true)
        {
            // At most one reading that began too early for this reader is waited for; the next begins after its arrival.
            var reading = JoinOrBegin();
            var found = await reading.Task.WaitAsync(cancellationToken);
            if (reading.Changes >= changes && time.GetElapsedTime(reading.BeganAt, arrivedAt) < Freshness)
            {
                return found;
            }
        }
    }

    private Reading JoinOrBegin()
    {
        while (true)
        {
            var newest = Volatile.Read(ref _newest);
            if (newest is not null && (!newest.Task.IsCompleted || IsUsable(newest)))
            {
                return newest;
            }

            // Counted before anything is read: a change made meanwhile leaves the reading stale, and the next reader looks again.
            var next = new Reading(Interlocked.Read(ref _changes), time.GetTimestamp(), newest?.Last);
            if (Interlocked.CompareExchange(ref _newest, next, newest) == newest)
            {
                _ = RunAsync(next);
                return next;
            }
        }
    }

    // A storage that is away is asked again after a second, not by each of those who wait for it.
    private bool IsUsable(Reading reading) => reading.Task.IsCompletedSuccessfully
        ? reading.Changes == Interlocked.Read(ref _changes) && time.GetElapsedTime(reading.BeganAt) < Freshness
        : reading.Task.Exception?.InnerException is StoreUnavailableException && time.GetElapsedTime(reading.EndedAt) < Freshness;

    private async Task RunAsync(Reading reading)
    {
        try
        {
            var found = await read(reading.Last);
            reading.Succeed(found);
        }
        catch (Exception e)
        {
            reading.Fail(e, time.GetTimestamp());
        }
    }

    private sealed class Reading(long changes, long beganAt, T? last)
    {
        private readonly TaskCompletionSource<T?> _result = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public long Changes { get; } = changes;

        public long BeganAt { get; } = beganAt;

        public long EndedAt { get; private set; }

        /// <summary>What was read last: by this reading, or while it isn't done or failed, by the one before.</summary>
        public T? Last { get; private set; } = last;

        public Task<T?> Task => _result.Task;

        public void Succeed(T? found)
        {
            Last = found;
            _result.SetResult(found);
        }

        public void Fail(Exception exception, long endedAt)
        {
            EndedAt = endedAt;
            _result.SetException(exception);
        }
    }
}
