using System.Threading.RateLimiting;

namespace Hsvo.Functions.Http.PowerBI;

/// <summary>Power BI's limits of a push dataset, kept by each instance for itself: 120 posts a minute, and five that aren't done yet.</summary>
public sealed class PushLimits : IDisposable
{
    private const int PostsPerMinute = 120;
    private const int Pending = 5;

    private readonly PartitionedRateLimiter<Guid> _limits;

    /// <summary>Begins to count.</summary>
    /// <param name="time">The clock.</param>
    public PushLimits(TimeProvider time) => _limits = PartitionedRateLimiter.CreateChained(
        PartitionedRateLimiter.Create<Guid, Guid>(dataset => RateLimitPartition.GetConcurrencyLimiter(dataset, _ => new() { PermitLimit = Pending, QueueLimit = 0 })),
        PartitionedRateLimiter.Create<Guid, Guid>(dataset => RateLimitPartition.Get<Guid>(dataset, _ => new RequestWindow(time, PostsPerMinute, TimeSpan.FromMinutes(1)))));

    /// <summary>Begins a post; it is pending until the lease is disposed of.</summary>
    internal RateLimitLease Begin(Guid dataset) => _limits.AttemptAcquire(dataset);

    /// <inheritdoc/>
    public void Dispose() => _limits.Dispose();
}
