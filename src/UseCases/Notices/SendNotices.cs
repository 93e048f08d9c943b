using Hsvo.Domain.Audit;
using Hsvo.Domain.Meetings;
using Hsvo.UseCases.Audit;
using Hsvo.UseCases.Stores;
using Microsoft.Extensions.Logging;

namespace Hsvo.UseCases.Notices;

/// <summary>
/// Påminnelser och besked: run every hour, it tells each receiver once of what is due, what is missing and what is sealed. A notice is a row that is made once,
/// and taken under its version by whoever sends it, so that neither a rerun nor another instance sends it too. Only where an instance dies between sending
/// and writing that down is it sent again, under the same id.
/// </summary>
/// <param name="area">The area served.</param>
/// <param name="due">What there is to tell.</param>
/// <param name="notices">The notices.</param>
/// <param name="sender">Sends them.</param>
/// <param name="options">To whom.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Says what was sent and what wasn't.</param>
public sealed partial class SendNotices(
    AreaOptions area, DueNotices due, INoticeStore notices, INoticeSender sender, NoticeOptions options, TimeProvider time, ILogger<SendNotices> logger)
{
    /// <summary>How many receivers are called at once.</summary>
    public const int Parallelism = 4;

    // The timer runs by the hour, and a little more or less than an hour apart.
    private static readonly TimeSpan Slack = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(24);

    /// <summary>Sends what is to be sent now, and tries again what failed before.</summary>
    public async Task HandleAsync(CancellationToken cancellationToken)
    {
        if (options.Receivers.Count == 0)
        {
            return;
        }

        var known = (await notices.ListAsync(area.Area, time.Today().AddDays(-DueNotices.Horizon), time.Today().AddDays(DueNotices.Horizon), cancellationToken))
            .ToDictionary(n => n.Notice.Id, StringComparer.Ordinal);
        var messages = new Dictionary<string, NoticeMessage>(StringComparer.Ordinal);
        foreach (var tell in await due.ReadAsync(cancellationToken))
        {
            foreach (var notice in options.Receivers.Where(r => r.Department == tell.Department).Select(r => tell.To(r.Name, time.GetUtcNow())))
            {
                messages[notice.Id] = new(notice, $"{area.Area}.{notice.Id}") { Missing = tell.Missing, Meeting = tell.Meeting };
                if (!known.ContainsKey(notice.Id) && await notices.TryAddAsync(area.Area, notice, cancellationToken) is { } added)
                {
                    known.Add(notice.Id, added);
                }
            }
        }

        using var run = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        run.CancelAfter(options.LongestRun);
        await Parallel.ForEachAsync(
            known.Values.Where(n => n.Notice.State == NoticeState.Waiting).GroupBy(n => n.Notice.Receiver),
            new ParallelOptions { MaxDegreeOfParallelism = Parallelism, CancellationToken = cancellationToken },
            async (waiting, token) => await SendAsync(waiting, messages, run.Token, token));
    }

    private async Task SendAsync(IEnumerable<StoredNotice> waiting, Dictionary<string, NoticeMessage> messages, CancellationToken run, CancellationToken cancellationToken)
    {
        foreach (var stored in waiting.OrderBy(n => n.Notice.CreatedAt).ThenBy(n => n.Notice.Id, StringComparer.Ordinal))
        {
            if (!messages.TryGetValue(stored.Notice.Id, out var message))
            {
                // Answered, moved, called off or overtaken by the next: it would be wrong now.
                await EndAsync(stored, NoticeState.Dropped, "outdated", cancellationToken);
            }
            else if (stored.Notice.NextAttempt <= time.GetUtcNow() && !run.IsCancellationRequested && !await TryAsync(stored, message, run, cancellationToken))
            {
                // The others would wait as long for a receiver that takes nothing: it isn't asked again in this run.
                return;
            }
        }
    }

    private async Task<bool> TryAsync(StoredNotice stored, NoticeMessage message, CancellationToken run, CancellationToken cancellationToken)
    {
        var attempts = stored.Notice.Attempts + 1;
        var pause = TimeSpan.FromHours(Math.Min(Math.Pow(2, attempts - 1), LongestPause.TotalHours)) - Slack;
        var taken = await notices.TryChangeAsync(
            area.Area, stored.Notice with { Attempts = attempts, NextAttempt = time.GetUtcNow() + pause, LastResult = "sending" }, stored.Version, entry: null, cancellationToken);
        if (taken is null)
        {
            return true;
        }

        var receiver = options.Receivers.First(r => r.Name == stored.Notice.Receiver && r.Department == stored.Notice.Department);
        var outcome = receiver.Problem is null ? await sender.SendAsync(receiver, message, run) : NoticeOutcome.Unusable;
        if (outcome.IsTaken)
        {
            await EndAsync(taken, NoticeState.Sent, outcome.Result, cancellationToken);
            LogSent(taken.Notice.Kind, taken.Notice.Day, taken.Notice.Receiver, outcome.Result);
            return true;
        }

        if (outcome.IsGone || time.GetUtcNow() + pause - taken.Notice.CreatedAt > options.GiveUpAfter)
        {
            await EndAsync(taken, NoticeState.GivenUp, outcome.Result, cancellationToken);
            LogGivenUp(taken.Notice.Kind, taken.Notice.Day, taken.Notice.Receiver, attempts, outcome.Result);
            return false;
        }

        var asked = outcome.RetryAfter is { } wait ? time.GetUtcNow() + (wait < LongestPause ? wait : LongestPause) : DateTimeOffset.MinValue;
        await notices.TryChangeAsync(
            area.Area,
            taken.Notice with { LastResult = outcome.Result, NextAttempt = asked > taken.Notice.NextAttempt ? asked : taken.Notice.NextAttempt },
            taken.Version, entry: null, cancellationToken);
        LogFailed(taken.Notice.Kind, taken.Notice.Day, taken.Notice.Receiver, outcome.Result);
        return false;
    }

    private async Task EndAsync(StoredNotice stored, NoticeState state, string result, CancellationToken cancellationToken)
    {
        var notice = stored.Notice with { State = state, LastResult = state == NoticeState.Dropped ? stored.Notice.LastResult ?? result : result, EndedAt = time.GetUtcNow() };
        AuditEntry? entry = state switch
        {
            NoticeState.Sent => AuditEntries.Of(notice, AuditAction.NoticeSent),
            NoticeState.GivenUp => AuditEntries.Of(notice, AuditAction.NoticeGivenUp),
            _ => null,
        };
        await notices.TryChangeAsync(area.Area, notice, stored.Version, entry, cancellationToken);
    }

    [LoggerMessage(50, LogLevel.Information, "Sent the notice {Kind} of {Day} to the receiver {Receiver}: {Result}.")]
    private partial void LogSent(NoticeKind kind, DateOnly day, string receiver, string result);

    [LoggerMessage(51, LogLevel.Warning, "The notice {Kind} of {Day} wasn't taken by the receiver {Receiver}: {Result}. It is tried again.")]
    private partial void LogFailed(NoticeKind kind, DateOnly day, string receiver, string result);

    [LoggerMessage(52, LogLevel.Error, "Gave up the notice {Kind} of {Day} to the receiver {Receiver} after {Attempts} attempts: {Result}.")]
    private partial void LogGivenUp(NoticeKind kind, DateOnly day, string receiver, int attempts, string result);
}
