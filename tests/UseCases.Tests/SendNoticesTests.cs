using System.Collections.Concurrent;
using Hsvo.Domain.Audit;
using Hsvo.Domain.Meetings;
using Hsvo.Domain.Reports;
using Hsvo.TestKit;
using Hsvo.TestKit.Builders;
using Hsvo.UseCases.Notices;
using Microsoft.Extensions.DependencyInjection;

namespace Hsvo.UseCases.Tests;

/// <summary>
/// Who is told what, how many times. The samråd is on 20 May 2021: answers are due on 6 May and the paper is sealed on the 13th; the clock begins on 3 May.
/// </summary>
public sealed class SendNoticesTests(AzuriteFixture azurite) : StorageTest(azurite)
{
    private readonly Receivers _receivers = new();

    [Fact]
    public async Task A_reminder_is_sent_once_however_often_the_timer_runs()
    {
        await BeginAsync();

        await RunAsync(times: 5);

        Assert.Equal([(NoticeKind.DueSoon, new DateOnly(2021, 5, 6))], _receivers.Taken.Select(m => (m.Notice.Kind, m.Notice.Day)));
        Assert.Equal(2, _receivers.Taken.Single().Missing!.Awaited.Single().Missing.Rows.Count);
    }

    [Fact]
    public async Task Two_instances_at_once_send_it_once()
    {
        await BeginAsync();
        Instance[] instances = [.. Enumerable.Range(0, 4).Select(_ => Sending())];

        await Task.WhenAll(instances.Select(i => i.SendNotices.HandleAsync(default)));

        Assert.Single(_receivers.Taken);
    }

    [Fact]
    public async Task Instances_that_try_again_at_once_send_it_once()
    {
        await BeginAsync();
        _receivers.Answers = ["500"];
        await RunAsync();
        Time.Advance(TimeSpan.FromHours(1));
        Instance[] instances = [.. Enumerable.Range(0, 8).Select(_ => Sending())];

        // What each reads first is read by now: the taking is what they do at once.
        await Task.WhenAll(instances.Select(i => i.ReadMissing.ListAsync(new(null, null, null, null), default)));
        await Task.WhenAll(instances.Select(i => i.SendNotices.HandleAsync(default)));

        Assert.Single(_receivers.Taken);
        Assert.Equal(2, _receivers.Tried.Count);
    }

    [Fact]
    public async Task A_whole_round_tells_a_unit_that_never_answers_before_after_and_when_the_paper_is_sealed()
    {
        await BeginAsync();

        for (var day = new DateOnly(2021, 5, 3); day < new DateOnly(2021, 5, 25); day = day.AddDays(1))
        {
            Time.GoTo(day);
            await App.CompileMeetingPapers.HandleAsync(default);
            await RunAsync();
        }

        Assert.Equal([NoticeKind.DueSoon, NoticeKind.Overdue, NoticeKind.PaperSealed], _receivers.Taken.Select(m => m.Notice.Kind));
        Assert.Equal([new(2021, 5, 3), new(2021, 5, 7), new(2021, 5, 13)], _receivers.Taken.Select(m => StockholmTime.DateOf(m.Notice.CreatedAt)));
        Assert.Equal(3, _receivers.Taken.Select(m => m.Id).Distinct().Count());
    }

    [Fact]
    public async Task Whoever_has_answered_everything_is_not_reminded()
    {
        await BeginAsync();
        await SubmitAsync(App, Submission([Row(0), Row(1)]));

        await RunAsync();

        Assert.Empty(_receivers.Taken);
    }

    [Fact]
    public async Task After_days_of_downtime_what_is_so_now_is_told_and_nothing_of_what_was()
    {
        await BeginAsync();
        Time.GoTo(new(2021, 5, 8));

        await RunAsync(times: 2);

        Assert.Equal([NoticeKind.Overdue], _receivers.Taken.Select(m => m.Notice.Kind));
    }

    [Fact]
    public async Task What_has_been_missing_for_weeks_is_no_news_to_a_receiver_that_is_set_today()
    {
        await BeginAsync();
        await App.CompileMeetingPapers.HandleAsync(default);
        Time.GoTo(new(2021, 6, 10));

        await RunAsync();

        Assert.Empty(_receivers.Taken);
    }

    [Fact]
    public async Task A_receiver_that_fails_is_tried_again_with_growing_pauses_until_it_takes_it_under_the_same_id()
    {
        await BeginAsync();
        _receivers.Answers = ["500", "timeout", "503", "200"];
        var tries = new List<double>();
        for (var hour = 0; hour < 10; hour++)
        {
            await RunAsync();
            tries.AddRange(Enumerable.Repeat((double)hour, _receivers.Tried.Count - tries.Count));
            Time.Advance(TimeSpan.FromHours(1));
        }

        Assert.Equal([0, 1, 3, 7], tries);
        Assert.Single(_receivers.Tried.Select(m => m.Id).Distinct());
        var notice = Assert.Single(await ListAsync());
        Assert.Equal((NoticeState.Sent, 4, "200"), (notice.State, notice.Attempts, notice.LastResult));
    }

    [Fact]
    public async Task A_receiver_that_asks_to_be_left_alone_is()
    {
        await BeginAsync();
        _receivers.Answers = ["429"];
        _receivers.RetryAfter = TimeSpan.FromHours(5);
        await RunAsync();

        Time.Advance(TimeSpan.FromHours(4));
        await RunAsync();
        Assert.Single(_receivers.Tried);
        Time.Advance(TimeSpan.FromHours(1));
        await RunAsync();

        Assert.Equal(2, _receivers.Tried.Count);
    }

    [Fact]
    public async Task A_receiver_that_never_takes_anything_is_given_up_and_the_audit_and_the_health_say_so()
    {
        await BeginAsync();
        Time.GoTo(new(2021, 5, 7));
        _receivers.Answers = [.. Enumerable.Repeat("500", 200)];
        for (var hour = 0; hour < 24 * 5; hour++)
        {
            await RunAsync();
            Time.Advance(TimeSpan.FromHours(1));
        }

        var notice = Assert.Single(await ListAsync());
        Assert.Equal(NoticeState.GivenUp, notice.State);
        Assert.InRange(notice.Attempts, 5, 10);
        Assert.Equal(["amn"], await Sending().ReadNotices.ListTroubledAsync(default));
        var entry = Assert.Single(await App.ReadAudit.ReadAsync(new(new(DateTimeOffset.UnixEpoch, Time.GetUtcNow())), default).Where(e => e.Action == AuditAction.NoticeGivenUp).ToListAsync());
        Assert.Equal((Door.App, notice.Id), (entry.Door, entry.Subject));
    }

    [Fact]
    public async Task A_receiver_that_says_it_is_gone_is_given_up_at_once()
    {
        await BeginAsync();
        _receivers.Answers = ["410"];

        await RunAsync();

        Assert.Equal(NoticeState.GivenUp, Assert.Single(await ListAsync()).State);
    }

    [Fact]
    public async Task A_reminder_of_a_meeting_that_was_called_off_is_not_sent_and_one_that_failed_not_again()
    {
        await BeginAsync();
        _receivers.Answers = ["500"];
        await RunAsync();
        Assert.True((await App.RemoveMeeting.HandleAsync(Coordinator, "2021-05", default)).Succeeded(out _, out _));
        Time.Advance(TimeSpan.FromHours(2));

        await RunAsync();

        Assert.Single(_receivers.Tried);
        Assert.Equal(NoticeState.Dropped, Assert.Single(await ListAsync()).State);
    }

    [Fact]
    public async Task A_meeting_that_moves_is_reminded_of_by_its_new_day()
    {
        await BeginAsync();
        await RunAsync();
        Assert.Null((await App.SetMeeting.HandleAsync(Coordinator, "2021-05", AMeeting(new(2021, 6, 20)), default)).Failure);

        Time.GoTo(new(2021, 6, 3));
        await RunAsync();

        Assert.Equal([new(2021, 5, 6), new(2021, 6, 6)], _receivers.Taken.Select(m => m.Notice.Day));
    }

    [Fact]
    public async Task A_receiver_that_takes_nothing_keeps_no_other_from_its_notices_and_is_asked_once_a_run()
    {
        await BeginAsync();
        Time.GoTo(new(2021, 5, 7));
        Instance Two() => Sending(new("a", LargePlan.Department, NoticeShape.Json), new("b", LargePlan.Department, NoticeShape.Json));
        _receivers.Refusing = "a";

        await Two().SendNotices.HandleAsync(default);

        Assert.Equal(["b"], _receivers.Taken.Select(m => m.Notice.Receiver));
        Assert.Single(_receivers.Tried, m => m.Notice.Receiver == "a");
    }

    [Fact]
    public async Task A_receiver_whose_settings_are_wrong_is_called_by_nobody_and_told_of()
    {
        await BeginAsync();
        var app = Sending(new NoticeReceiver("amn", LargePlan.Department, NoticeShape.Json) { Problem = new("fel", "wrong") });

        await app.SendNotices.HandleAsync(default);

        Assert.Empty(_receivers.Tried);
        Assert.Equal(["amn"], await app.ReadNotices.ListTroubledAsync(default));
        Assert.Equal((NoticeState.Waiting, "settings"), (Assert.Single(await ListAsync()).State, Assert.Single(await ListAsync()).LastResult));
    }

    [Fact]
    public async Task What_was_sent_is_in_the_audit()
    {
        await BeginAsync();
        await RunAsync();

        Time.Advance(TimeSpan.FromSeconds(1));
        var entry = Assert.Single(await App.ReadAudit.ReadAsync(new(new(DateTimeOffset.UnixEpoch, Time.GetUtcNow())), default).Where(e => e.Action == AuditAction.NoticeSent).ToListAsync());

        Assert.Equal(LargePlan.Department, Assert.Single(entry.Items).Department);
    }

    [Fact]
    public async Task Nobody_to_tell_costs_nothing()
    {
        await BeginAsync();
        var store = new Moq.Mock<Stores.INoticeStore>(Moq.MockBehavior.Strict);

        await Start(s => s.AddSingleton(store.Object).AddSingleton<INoticeSender>(_receivers)).SendNotices.HandleAsync(default);
    }

    private async Task BeginAsync()
    {
        await ImportAsync(2);
        await SetMeetingAsync();
    }

    private async Task RunAsync(int times = 1)
    {
        for (var i = 0; i < times; i++)
        {
            await Sending().SendNotices.HandleAsync(default);
        }
    }

    // Each run is another instance's: it has nothing in memory.
    private Instance Sending(params NoticeReceiver[] receivers) => Start(services => services
        .AddSingleton(new NoticeOptions { Receivers = receivers is [] ? [new("amn", LargePlan.Department, NoticeShape.Json)] : receivers })
        .AddSingleton<INoticeSender>(_receivers));

    private async Task<IReadOnlyList<Notice>> ListAsync() => await Sending().ReadNotices.ListAsync(new(2021, 1, 1), new(2021, 12, 31), default);

    private sealed class Receivers : INoticeSender
    {
        private int _calls;

        public ConcurrentQueue<NoticeMessage> Tried { get; } = new();

        public ConcurrentQueue<NoticeMessage> Taken { get; } = new();

        public string[] Answers { get; set; } = [];

        public string? Refusing { get; set; }

        public TimeSpan? RetryAfter { get; set; }

        public Task<NoticeOutcome> SendAsync(NoticeReceiver receiver, NoticeMessage message, CancellationToken cancellationToken)
        {
            Tried.Enqueue(message);
            var call = Interlocked.Increment(ref _calls) - 1;
            var answer = receiver.Name == Refusing ? "500" : call < Answers.Length ? Answers[call] : "200";
            if (answer == "200")
            {
                Taken.Enqueue(message);
            }

            return Task.FromResult(new NoticeOutcome(answer == "200", answer) { RetryAfter = RetryAfter, IsGone = answer == "410" });
        }
    }
}
