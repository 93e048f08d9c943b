using System.Diagnostics.CodeAnalysis;
using System.Threading.RateLimiting;

namespace Hsvo.Functions.Http;

/// <summary>
/// So many requests in each period; a period begins with the first request after the last. The framework's own limiters read a clock of theirs, which no
/// test can move.
/// </summary>
/// <param name="time">The clock.</param>
/// <param name="limit">How many requests.</param>
/// <param name="period">How long a period is.</param>
internal sealed class RequestWindow(TimeProvider time, int limit, TimeSpan period) : RateLimiter
{
    private readonly Lock _lock = new();
    private long _beganAt = time.GetTimestamp();
    private int _used;

    /// <summary>How long nobody has asked, once the last period is over: then it says nothing that a new one doesn't.</summary>
    public override TimeSpan? IdleDuration
    {
        get
        {
            lock (_lock)
            {
                var since = time.GetElapsedTime(_beganAt);
                return since < period ? null : since;
            }
        }
    }

    /// <inheritdoc/>
    public override RateLimiterStatistics? GetStatistics() => null;

    /// <inheritdoc/>
    protected override RateLimitLease AttemptAcquireCore(int permitCount)
    {
        lock (_lock)
        {
            var since = time.GetElapsedTime(_beganAt);
            if (since >= period)
            {
                (_beganAt, _used, since) = (time.GetTimestamp(), 0, TimeSpan.Zero);
            }

            if (_used + permitCount > limit)
            {
                return new Refusal(period - since);
            }

            _used += permitCount;
            return Granted.Instance;
        }
    }

    /// <inheritdoc/>
    protected override ValueTask<RateLimitLease> AcquireAsyncCore(int permitCount, CancellationToken cancellationToken) => new(AttemptAcquireCore(permitCount));

    private sealed class Granted : RateLimitLease
    {
        public static readonly Granted Instance = new();

        public override bool IsAcquired => true;

        public override IEnumerable<string> MetadataNames => [];

        public override bool TryGetMetadata(string metadataName, out object? metadata)
        {
            metadata = null;
            return false;
        }
    }

    private sealed class Refusal(TimeSpan retryAfter) : RateLimitLease
    {
        public override bool IsAcquired => false;

        public override IEnumerable<string> MetadataNames => [MetadataName.RetryAfter.Name];

        public override bool TryGetMetadata(string metadataName, [NotNullWhen(true)] out object? metadata)
        {
            metadata = metadataName == MetadataName.RetryAfter.Name ? retryAfter : null;
            return metadata is not null;
        }
    }
}
