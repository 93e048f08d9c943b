using System.Collections.Concurrent;
using Hsvo.Domain.Audit;
using Hsvo.Domain.Reports;
using Hsvo.TestKit;
using Hsvo.UseCases.Audit;
using Hsvo.UseCases.Stores;
using Microsoft.Extensions.Logging;
using Moq;

namespace Hsvo.UseCases.Tests;

/// <summary>Refusals are kept, so many of each, and never stand in anybody's way.</summary>
public sealed class RefusedRequestsTests
{
    private static readonly RefusedRequest Refused = new(403, "role.missing", "PUT", "/hsvo/v1/meetings/2021-05");

    private readonly FakeTime _time = FakeTime.At(2021, 5, 3);
    private readonly ConcurrentQueue<AuditEntry> _kept = [];
    private readonly Mock<IAuditStore> _store = new();
    private readonly Lines _log = new();
    private readonly RefusedRequests _requests;

    public RefusedRequestsTests()
    {
        _store.Setup(s => s.KeepAsync("uppsala", It.IsAny<AuditEntry>(), It.IsAny<CancellationToken>()))
            .Returns<string, AuditEntry, CancellationToken>((_, entry, _) =>
            {
                _kept.Enqueue(entry);
                return Task.CompletedTask;
            });
        _requests = new(new("uppsala"), _store.Object, _time, _log);
    }

    [Fact]
    public async Task A_refusal_is_kept_with_who_what_when_and_why_before_it_is_answered()
    {
        await _requests.KeepAsync("anna", new(Door.Api, "SetMeeting", "r1"), Refused, isExample: true);

        var entry = Assert.Single(_kept);
        Assert.Equal(
            ("anna", _time.GetUtcNow(), AuditAction.Refused, Door.Api, "SetMeeting", "r1", Refused, true),
            (entry.By, entry.At, entry.Action, entry.Door, entry.Operation, entry.RequestId, entry.Refused, entry.IsExample));
    }

    [Fact]
    public async Task Of_one_who_hammers_ten_a_minute_are_kept_and_the_rest_is_counted_in_one_entry()
    {
        await RefuseAsync("anna", 1000);
        Assert.Equal(RefusedRequests.MaxPerCaller, _kept.Count);
        await RefuseAsync("bo", 1);
        Assert.Equal(RefusedRequests.MaxPerCaller + 1, _kept.Count);

        _time.Advance(TimeSpan.FromMinutes(1));
        await RefuseAsync("bo", 1);
        await RefuseAsync("anna", 1);

        Assert.Equal(RefusedRequests.MaxPerCaller + 4, _kept.Count);
        var more = Assert.Single(_kept, e => e.Action == AuditAction.RefusedMore);
        Assert.Equal(("anna", 990, null), (more.By, more.Count, more.Refused));
        Assert.Single(_log.All, l => l.Contains("anna was refused more than 10 times", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public async Task When_the_app_stops_what_was_counted_so_far_is_kept(bool isStopping, int expected)
    {
        await RefuseAsync("anna", 12);

        await _requests.KeepCountsAsync(isStopping);
        await _requests.KeepCountsAsync(isStopping);

        Assert.Equal(expected, _kept.Count(e => e.Action == AuditAction.RefusedMore));
        _time.Advance(TimeSpan.FromMinutes(1));
        await _requests.KeepCountsAsync(isStopping: false);
        Assert.Equal(2, Assert.Single(_kept, e => e.Action == AuditAction.RefusedMore).Count);
    }

    [Fact]
    public async Task Of_very_many_callers_so_many_are_kept_and_each_refusal_is_counted()
    {
        const int Callers = 3000;
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(i => RefuseAsync($"caller-{i}", 1)));
        _time.Advance(TimeSpan.FromMinutes(1));
        await _requests.KeepCountsAsync(isStopping: false);

        Assert.Equal(RefusedRequests.MaxInAll, _kept.Count(e => e.Action == AuditAction.Refused));
        Assert.Equal(Callers - RefusedRequests.MaxInAll, _kept.Sum(e => e.Count ?? 0));
        Assert.InRange(_kept.Count, RefusedRequests.MaxInAll, RefusedRequests.MaxInAll + 1001);
    }

    [Fact]
    public async Task Each_refusal_is_kept_or_counted_once_however_many_come_at_once()
    {
        await Parallel.ForEachAsync(Enumerable.Range(0, 2000), async (i, _) => await RefuseAsync($"caller-{i % 7}", 1));
        await _requests.KeepCountsAsync(isStopping: true);

        Assert.Equal(2000, _kept.Sum(e => e.Count ?? 1));
        Assert.Equal(70, _kept.Count(e => e.Action == AuditAction.Refused));
    }

    [Fact]
    public async Task Storage_that_is_away_is_said_in_the_log_and_refuses_nothing_else()
    {
        _store.Setup(s => s.KeepAsync(It.IsAny<string>(), It.IsAny<AuditEntry>(), It.IsAny<CancellationToken>())).ThrowsAsync(new StoreUnavailableException(new TimeoutException("Away.")));

        await RefuseAsync("anna", 1);

        Assert.Contains("caller anna, SetMeeting, role.missing", Assert.Single(_log.All), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bug_in_the_store_reaches_nobody_either()
    {
        _store.Setup(s => s.KeepAsync(It.IsAny<string>(), It.IsAny<AuditEntry>(), It.IsAny<CancellationToken>())).Throws<InvalidOperationException>();

        await RefuseAsync("anna", 1);

        Assert.Single(_log.All);
    }

    [Fact]
    public async Task Storage_that_hangs_holds_an_answer_for_a_second_at_most()
    {
        var never = new TaskCompletionSource();
        _store.Setup(s => s.KeepAsync(It.IsAny<string>(), It.IsAny<AuditEntry>(), It.IsAny<CancellationToken>())).Returns(never.Task);

        await RefuseAsync("anna", 1).WaitAsync(TimeSpan.FromSeconds(30));

        Assert.Contains("is slow", Assert.Single(_log.All), StringComparison.Ordinal);
        never.SetResult();
    }

    private async Task RefuseAsync(string by, int times)
    {
        for (var i = 0; i < times; i++)
        {
            await _requests.KeepAsync(by, new(Door.Api, "SetMeeting", $"r{i}"), Refused, isExample: false);
        }
    }

    private sealed class Lines : ILogger<RefusedRequests>
    {
        private readonly ConcurrentQueue<string> _lines = [];

        public IReadOnlyCollection<string> All => _lines;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            _lines.Enqueue(formatter(state, exception));
    }
}
