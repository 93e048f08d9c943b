using Hsvo.Domain.Audit;
using Hsvo.UseCases.Stores;
using Microsoft.Extensions.Logging;

namespace Hsvo.UseCases.Audit;

/// <summary>
/// Keeps who was refused. Of each caller so many a minute, of all together so many, and what is above that is counted in one entry when the minute is over:
/// whoever hammers at a closed door fills no storage. Each instance counts for itself. Whatever becomes of it, the answer stays the refusal that it was.
/// </summary>
/// <param name="area">The area served.</param>
/// <param name="store">Where they are kept.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Says what couldn't be kept.</param>
public sealed partial class RefusedRequests(AreaOptions area, IAuditStore store, TimeProvider time, ILogger<RefusedRequests> logger)
{
    /// <summary>How many of one caller are kept one by one, in a minute.</summary>
    public const int MaxPerCaller = 10;

    /// <summary>How many of all callers together are kept one by one, in a minute.</summary>
    public const int MaxInAll = 200;

    // Whoever comes above it is counted without a name.
    private const int MaxCallers = 1000;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    // A refusal that is slow says nothing more than a quick one; what takes longer is finished behind it.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, int> _kept = new(StringComparer.Ordinal);
    private readonly Dictionary<string, AuditEntry> _more = new(StringComparer.Ordinal);
    private DateTimeOffset _began;
    private int _keptInAll;
    private bool _isWaiting;

    /// <summary>Keeps a refusal, or counts it. Nothing that goes wrong here reaches the caller.</summary>
    /// <param name="by">The caller's object id.</param>
    /// <param name="origin">The request.</param>
    /// <param name="refused">What was refused.</param>
    /// <param name="isExample">Whether configuration marks the caller as example.</param>
    public async Task KeepAsync(string by, Origin origin, RefusedRequest refused, bool isExample)
    {
        Measures.RequestRefused(refused.Code, isSignedIn: true);
        var now = time.GetUtcNow();
        var entry = new AuditEntry { Id = AuditEntries.NewId(), At = now, Action = AuditAction.Refused, By = by, Refused = refused, IsExample = isExample }.From(origin);
        List<AuditEntry> entries;
        lock (_lock)
        {
            entries = now - _began >= Window ? TakeOver(now) : [];
            if (IsKept(by))
            {
                entries.Add(entry);
            }
            else
            {
                CountMore(by, entry);
            }
        }

        if (entries.Count > 0)
        {
            await KeepAsync(entries);
        }
    }

    /// <summary>Counts the refusal of someone who isn't signed in; it is kept nowhere.</summary>
    /// <param name="code">The failure's code.</param>
    public static void CountAnonymous(string code) => Measures.RequestRefused(code, isSignedIn: false);

    /// <summary>Keeps the counts of a minute that is over; of one that isn't too, where the app stops.</summary>
    public async Task KeepCountsAsync(bool isStopping)
    {
        List<AuditEntry> entries;
        lock (_lock)
        {
            var now = time.GetUtcNow();
            entries = isStopping || now - _began >= Window ? TakeOver(now) : [];
        }

        await Task.WhenAll(entries.Select(KeepAsync));
    }

    private bool IsKept(string by)
    {
        var kept = _kept.GetValueOrDefault(by);
        if (kept >= MaxPerCaller || _keptInAll >= MaxInAll)
        {
            return false;
        }

        _kept[by] = kept + 1;
        _keptInAll++;
        return true;
    }

    private void CountMore(string by, AuditEntry entry)
    {
        var who = _more.ContainsKey(by) || _more.Count < MaxCallers ? by : "";
        if (_more.TryGetValue(who, out var more))
        {
            _more[who] = more with { Count = more.Count + 1 };
            return;
        }

        LogMore(who, MaxPerCaller, entry.RequestId);

        // At the first of those that are counted; what they asked for differs.
        _more[who] = new() { Id = entry.Id, At = entry.At, Action = AuditAction.RefusedMore, By = who.Length > 0 ? who : null, Count = 1 };
        if (!_isWaiting)
        {
            _isWaiting = true;
            _ = KeepCountsLaterAsync();
        }
    }

    private async Task KeepCountsLaterAsync()
    {
        await Task.Delay(Window, time);
        lock (_lock)
        {
            _isWaiting = false;
        }

        await KeepCountsAsync(isStopping: false);
    }

    // What was counted in the minute before.
    private List<AuditEntry> TakeOver(DateTimeOffset now)
    {
        List<AuditEntry> counted = [.. _more.Values];
        _more.Clear();
        _kept.Clear();
        _keptInAll = 0;
        _began = now;
        return counted;
    }

    private async Task KeepAsync(List<AuditEntry> entries)
    {
        try
        {
            await Task.WhenAll(entries.Select(KeepAsync)).WaitAsync(Patience, time);
        }
        catch (TimeoutException)
        {
            LogSlow(entries[^1].RequestId);
        }
    }

    private async Task KeepAsync(AuditEntry entry)
    {
        try
        {
            await store.KeepAsync(area.Area, entry, CancellationToken.None);
        }
        catch (Exception e) // A refusal that can't be kept is a refusal all the same.
        {
            LogNotKept(e.InnerException ?? e, entry.By, entry.Operation, entry.Refused?.Code, entry.Count, entry.RequestId);
        }
    }

    [LoggerMessage(40, LogLevel.Warning, "The caller {Caller} was refused more than {Most} times in a minute; from request {RequestId} on they are counted.")]
    private partial void LogMore(string caller, int most, string? requestId);

    [LoggerMessage(41, LogLevel.Warning, "Storage is slow to keep that request {RequestId} was refused; it is answered meanwhile.")]
    private partial void LogSlow(string? requestId);

    [LoggerMessage(42, LogLevel.Error, "A refusal could not be kept in the audit: caller {Caller}, {Operation}, {Code}, {Count}, request {RequestId}.")]
    private partial void LogNotKept(Exception reason, string? caller, string? operation, string? code, int? count, string? requestId);
}
