using Hsvo.Domain.Meetings;
using Hsvo.UseCases.Stores;

namespace Hsvo.UseCases.Notices;

/// <summary>To whom are notices sent, what was sent, and what came of it?</summary>
/// <param name="area">The area served.</param>
/// <param name="notices">The notices.</param>
/// <param name="options">The receivers.</param>
/// <param name="time">The clock.</param>
public sealed class ReadNotices(AreaOptions area, INoticeStore notices, NoticeOptions options, TimeProvider time)
{
    /// <summary>For so many days a notice that was given up is something to look at.</summary>
    public const int TroubleDays = 7;

    private readonly SharedRead<IReadOnlyList<StoredNotice>> _recent = new(
        time, async _ => await notices.ListAsync(area.Area, time.Today().AddDays(-DueNotices.Horizon - TroubleDays), time.Today().AddDays(DueNotices.Horizon), CancellationToken.None));

    /// <summary>The receivers, by name.</summary>
    public IReadOnlyList<NoticeReceiver> Receivers { get; } = [.. options.Receivers.OrderBy(r => r.Name, StringComparer.Ordinal)];

    /// <summary>The notices of a stretch of days, the newest first.</summary>
    public async Task<IReadOnlyList<Notice>> ListAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken) =>
        [.. (await notices.ListAsync(area.Area, from, to, cancellationToken)).Select(n => n.Notice).OrderByDescending(n => n.Day).ThenBy(n => n.Id, StringComparer.Ordinal)];

    /// <summary>The receivers that take nothing: their settings can't be used, or a notice to them was given up lately. Storage is asked at most once a second.</summary>
    public async Task<IReadOnlyList<string>> ListTroubledAsync(CancellationToken cancellationToken)
    {
        if (options.Receivers.Count == 0)
        {
            return [];
        }

        var since = time.GetUtcNow().AddDays(-TroubleDays);
        var givenUp = (await _recent.GetAsync(cancellationToken))!.Select(n => n.Notice).Where(n => n.State == NoticeState.GivenUp && n.EndedAt >= since).Select(n => n.Receiver);
        return [.. options.Receivers.Where(r => r.Problem is not null).Select(r => r.Name).Concat(givenUp).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }
}
