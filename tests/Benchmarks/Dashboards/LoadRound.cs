using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;

namespace Hsvo.Benchmarks.Dashboards;

/// <summary>What came of one round: it ends by the clock, whatever happens in it.</summary>
internal sealed class LoadRound(TimeSpan length)
{
    private readonly long _begun = Stopwatch.GetTimestamp();
    private readonly ConcurrentBag<double> _milliseconds = [];
    private int _errors;
    private int _notModified;
    private long _bytes;

    public bool IsOver => Stopwatch.GetElapsedTime(_begun) >= length;

    public IReadOnlyCollection<double> Milliseconds => _milliseconds;

    /// <summary>Neither 200 nor 304.</summary>
    public int Errors => _errors;

    public int NotModified => _notModified;

    /// <summary>Bytes of bodies, unpacked.</summary>
    public long Bytes => _bytes;

    public TimeSpan Length => length;

    public void Count(HttpStatusCode status, TimeSpan took, int bytes)
    {
        _milliseconds.Add(took.TotalMilliseconds);
        Interlocked.Add(ref _bytes, bytes);
        if (status == HttpStatusCode.NotModified)
        {
            Interlocked.Increment(ref _notModified);
        }
        else if (status != HttpStatusCode.OK)
        {
            Interlocked.Increment(ref _errors);
        }
    }
}
