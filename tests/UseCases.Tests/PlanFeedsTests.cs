using Hsvo.Domain.Areas;
using Hsvo.Domain.Meetings;
using Hsvo.Domain.Plans;
using Hsvo.Domain.Reports;
using Hsvo.TestKit;
using Hsvo.TestKit.Builders;
using Hsvo.UseCases.Stores;
using Moq;

namespace Hsvo.UseCases.Tests;

public sealed class PlanFeedsTests
{
    private static readonly PlanKey Key = new("uppsala", LargePlan.Id);
    private static readonly TimeSpan AlmostASecond = TimeSpan.FromMilliseconds(999);

    private readonly Mock<IPlanStore> _plans = new();
    private readonly Mock<IMeetingStore> _meetings = new();
    private readonly Mock<IReportStore> _reports = new();
    private readonly FakeTime _time = FakeTime.At(2021, 5, 3);
    private readonly PlanFeeds _feeds;
    private Plan? _plan = LargePlan.Create("uppsala", 2);
    private string _stamp = "1";

    public PlanFeedsTests()
    {
        _plans.Setup(s => s.ReadVersionAsync(Key, It.IsAny<CancellationToken>())).ReturnsAsync(() => _plan?.Version ?? 0);
        _plans.Setup(s => s.FindAsync(Key, It.IsAny<CancellationToken>())).ReturnsAsync(() => _plan);
        _meetings.Setup(s => s.ReadStampAsync("uppsala", It.IsAny<CancellationToken>())).ReturnsAsync("m");
        _meetings.Setup(s => s.ReadAsync("uppsala", It.IsAny<CancellationToken>())).ReturnsAsync(AreaHistory.Empty);
        _reports.Setup(s => s.ReadStampAsync(Key, It.IsAny<CancellationToken>())).ReturnsAsync(() => _stamp);
        _reports.Setup(s => s.ReadCellsAsync(Key, It.IsAny<CancellationToken>())).ReturnsAsync(() => [Cell(_stamp)]);
        _feeds = NewInstance();
    }

    [Fact]
    public async Task However_many_read_storage_is_asked_for_a_plans_stamps_once_a_second()
    {
        for (var second = 0; second < 3; second++)
        {
            for (var reader = 0; reader < 100; reader++)
            {
                Assert.NotNull(await _feeds.FindAsync(Key, default));
            }

            _time.Advance(AlmostASecond);
            await _feeds.FindAsync(Key, default);
            _time.Advance(TimeSpan.FromMilliseconds(1));
        }

        _reports.Verify(s => s.ReadStampAsync(Key, It.IsAny<CancellationToken>()), Times.Exactly(3));
        _meetings.Verify(s => s.ReadStampAsync("uppsala", It.IsAny<CancellationToken>()), Times.Exactly(3));
    }

    [Fact]
    public async Task What_has_not_changed_is_not_read_again()
    {
        var first = await _feeds.FindAsync(Key, default);
        _time.Advance(TimeSpan.FromHours(1));

        Assert.Same(first, await _feeds.FindAsync(Key, default));

        _plans.Verify(s => s.FindAsync(Key, It.IsAny<CancellationToken>()), Times.Once);
        _reports.Verify(s => s.ReadCellsAsync(Key, It.IsAny<CancellationToken>()), Times.Once);
        _meetings.Verify(s => s.ReadAsync("uppsala", It.IsAny<CancellationToken>()), Times.Once);
    }

    [Fact]
    public async Task What_an_area_has_decided_is_read_once_for_all_its_plans()
    {
        string[] ids = [.. Enumerable.Range(0, 5).Select(i => $"plan-{i}")];
        foreach (var id in ids)
        {
            PlanKey key = new("uppsala", id);
            _plans.Setup(s => s.ReadVersionAsync(key, It.IsAny<CancellationToken>())).ReturnsAsync(1);
            _plans.Setup(s => s.FindAsync(key, It.IsAny<CancellationToken>())).ReturnsAsync(LargePlan.Create("uppsala", 1) with { Id = id });
            _reports.Setup(s => s.ReadStampAsync(key, It.IsAny<CancellationToken>())).ReturnsAsync("1");
            _reports.Setup(s => s.ReadCellsAsync(key, It.IsAny<CancellationToken>())).ReturnsAsync([]);
        }

        foreach (var id in ids)
        {
            Assert.NotNull(await _feeds.FindAsync(new("uppsala", id), default));
        }

        _meetings.Verify(s => s.ReadStampAsync("uppsala", It.IsAny<CancellationToken>()), Times.Once);
        _meetings.Verify(s => s.ReadAsync("uppsala", It.IsAny<CancellationToken>()), Times.Once);
    }

    // Two readings behind each other would add up to two seconds.
    [Fact]
    public async Task What_another_instance_decided_shows_within_a_second_however_lately_the_plan_was_read()
    {
        await _feeds.ReadAreaAsync("uppsala", default);
        _time.Advance(AlmostASecond);
        Assert.Empty((await _feeds.FindAsync(Key, default))!.Meetings);
        _meetings.Setup(s => s.ReadStampAsync("uppsala", It.IsAny<CancellationToken>())).ReturnsAsync("n");
        _meetings.Setup(s => s.ReadAsync("uppsala", It.IsAny<CancellationToken>()))
            .ReturnsAsync(AreaOf(new Meeting { Id = "2021-05", Area = "uppsala", Date = new(2021, 5, 20), Agenda = [new(LargePlan.Id, "2021-05")] }));

        _time.Advance(TimeSpan.FromMilliseconds(1));

        Assert.Single((await _feeds.FindAsync(Key, default))!.Meetings);
    }

    [Fact]
    public async Task The_instance_that_stored_something_shows_it_at_once()
    {
        await _feeds.FindAsync(Key, default);
        _stamp = "2";

        _feeds.Invalidate(Key);

        Assert.Equal("2", await ShownAsync(_feeds));
    }

    [Fact]
    public async Task Another_instance_shows_it_within_a_second()
    {
        var other = NewInstance();
        await other.FindAsync(Key, default);
        await _feeds.FindAsync(Key, default);
        _stamp = "2";
        _feeds.Invalidate(Key);

        Assert.Equal("1", await ShownAsync(other));
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("2", await ShownAsync(other));
    }

    [Fact]
    public async Task What_is_changed_while_it_is_read_is_read_again_by_the_next()
    {
        _reports.Setup(s => s.ReadCellsAsync(Key, It.IsAny<CancellationToken>())).ReturnsAsync(() =>
        {
            var read = Cell(_stamp);
            if (_stamp == "1")
            {
                _stamp = "2";
                _feeds.Invalidate(Key);
            }

            return [read];
        });

        Assert.Equal("1", await ShownAsync(_feeds));
        Assert.Equal("2", await ShownAsync(_feeds));
    }

    [Fact]
    public async Task A_new_version_and_a_moved_meeting_show_after_they_are_announced()
    {
        await _feeds.FindAsync(Key, default);
        Meeting meeting = new() { Id = "2021-05", Area = "uppsala", Date = new(2021, 5, 20), Agenda = [new(LargePlan.Id, "2021-05")] };
        _plan = LargePlan.Create("uppsala", 5, version: 2);
        _meetings.Setup(s => s.ReadStampAsync("uppsala", It.IsAny<CancellationToken>())).ReturnsAsync("n");
        _meetings.Setup(s => s.ReadAsync("uppsala", It.IsAny<CancellationToken>())).ReturnsAsync(
            AreaOf(meeting, meeting with { Id = "x", Agenda = [new("another", "2021-05")] }));

        _feeds.InvalidateArea("enkoping");
        Assert.Equal(1, (await _feeds.FindAsync(Key, default))!.Plan.Version);
        _feeds.InvalidateArea("uppsala");
        var shown = await _feeds.FindAsync(Key, default);

        Assert.Equal((2, 5), (shown!.Plan.Version, shown.Plan.Indicators.Count()));
        Assert.Equal(meeting, Assert.Single(shown.Meetings));
    }

    // An import renews the plan's stamp after it has published; one that broke off in between shows all the same, later.
    [Fact]
    public async Task A_new_version_shows_with_the_plans_stamp_and_without_it_within_a_minute()
    {
        await _feeds.FindAsync(Key, default);
        _plan = LargePlan.Create("uppsala", 5, version: 2);
        _time.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal(1, (await _feeds.FindAsync(Key, default))!.Plan.Version);
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(2, (await _feeds.FindAsync(Key, default))!.Plan.Version);

        (_plan, _stamp) = (LargePlan.Create("uppsala", 6, version: 3), "2");
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(3, (await _feeds.FindAsync(Key, default))!.Plan.Version);
    }

    [Fact]
    public async Task Fifty_readers_at_once_read_storage_once()
    {
        var reading = new TaskCompletionSource<IReadOnlyList<StoredCell>>(TaskCreationOptions.RunContinuationsAsynchronously);
        _reports.Setup(s => s.ReadCellsAsync(Key, It.IsAny<CancellationToken>())).Returns(reading.Task);

        // Each has come as far as it can when the next begins: one reads, the rest wait for it.
        var readers = Enumerable.Range(0, 50).Select(_ => _feeds.FindAsync(Key, default)).ToArray();
        reading.SetResult([Cell("1")]);
        var shown = await Task.WhenAll(readers);

        Assert.Single(shown.Distinct());
        Assert.NotNull(shown[0]);
        _reports.Verify(s => s.ReadCellsAsync(Key, It.IsAny<CancellationToken>()), Times.Once);
        _reports.Verify(s => s.ReadStampAsync(Key, It.IsAny<CancellationToken>()), Times.Once);
    }

    // Remembering a made-up id would show in that the second question isn't asked of storage.
    [Fact]
    public async Task A_plan_that_is_not_there_is_not_remembered()
    {
        _plan = null;
        for (var i = 0; i < 3; i++)
        {
            Assert.Null(await _feeds.FindAsync(Key, default));
        }

        _plans.Verify(s => s.ReadVersionAsync(Key, It.IsAny<CancellationToken>()), Times.Exactly(3));
        _reports.VerifyNoOtherCalls();
        _plan = LargePlan.Create("uppsala", 1);
        Assert.NotNull(await _feeds.FindAsync(Key, default));
    }

    [Fact]
    public async Task While_storage_is_away_all_who_wait_share_one_question_and_its_failure()
    {
        await _feeds.FindAsync(Key, default);
        _time.Advance(TimeSpan.FromSeconds(1));
        var asking = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        _reports.Setup(s => s.ReadStampAsync(Key, It.IsAny<CancellationToken>())).Returns(asking.Task);
        _reports.Invocations.Clear();

        var readers = Enumerable.Range(0, 20).Select(_ => _feeds.FindAsync(Key, default)).ToArray();
        _time.Advance(TimeSpan.FromSeconds(20));
        asking.SetException(Away);

        Assert.All(await Task.WhenAll(readers.Select(r => Record.ExceptionAsync(() => r))), e => Assert.IsType<StoreUnavailableException>(e));
        _reports.Verify(s => s.ReadStampAsync(Key, It.IsAny<CancellationToken>()), Times.Once);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_failure_of_storage_is_answered_for_a_second_and_then_storage_is_asked_again(bool wasReadBefore)
    {
        if (wasReadBefore)
        {
            await _feeds.FindAsync(Key, default);
            _time.Advance(TimeSpan.FromSeconds(1));
        }

        _stamp = "2";
        _plans.Invocations.Clear();
        _plans.SetupSequence(s => s.ReadVersionAsync(Key, It.IsAny<CancellationToken>())).ThrowsAsync(Away).ReturnsAsync(1);

        for (var reader = 0; reader < 5; reader++)
        {
            await Assert.ThrowsAsync<StoreUnavailableException>(() => _feeds.FindAsync(Key, default));
        }

        _time.Advance(AlmostASecond);
        await Assert.ThrowsAsync<StoreUnavailableException>(() => _feeds.FindAsync(Key, default));
        _plans.Verify(s => s.ReadVersionAsync(Key, It.IsAny<CancellationToken>()), Times.Once);
        _time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal("2", await ShownAsync(_feeds));
    }

    [Fact]
    public async Task A_bug_is_not_answered_again()
    {
        _reports.SetupSequence(s => s.ReadCellsAsync(Key, It.IsAny<CancellationToken>())).ThrowsAsync(new InvalidOperationException()).ReturnsAsync([Cell("1")]);

        await Assert.ThrowsAsync<InvalidOperationException>(() => _feeds.FindAsync(Key, default));

        Assert.Equal("1", await ShownAsync(_feeds));
    }

    [Fact]
    public async Task A_reader_that_gives_up_does_not_take_the_others_with_it()
    {
        using var patience = new CancellationTokenSource();
        var reading = new TaskCompletionSource<IReadOnlyList<StoredCell>>(TaskCreationOptions.RunContinuationsAsynchronously);
        _reports.Setup(s => s.ReadCellsAsync(Key, It.IsAny<CancellationToken>())).Returns<PlanKey, CancellationToken>((_, token) => reading.Task.WaitAsync(token));
        var first = _feeds.FindAsync(Key, patience.Token);
        var second = _feeds.FindAsync(Key, default);

        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        reading.SetResult([Cell("1")]);

        Assert.NotNull(await second);
        _reports.Verify(s => s.ReadCellsAsync(Key, It.IsAny<CancellationToken>()), Times.Once);
    }

    // What it waits for was read before the change, so it waits for one reading more.
    [Theory]
    [InlineData(true, 0)]
    [InlineData(false, 1)]
    public async Task A_reader_that_comes_while_something_older_is_read_gets_what_is_newer(bool isOwnChange, int secondsLater)
    {
        var older = new TaskCompletionSource<IReadOnlyList<StoredCell>>(TaskCreationOptions.RunContinuationsAsynchronously);
        _reports.SetupSequence(s => s.ReadCellsAsync(Key, It.IsAny<CancellationToken>())).Returns(older.Task).ReturnsAsync([Cell("2")]);
        var first = _feeds.FindAsync(Key, default);
        _stamp = "2";
        _time.Advance(TimeSpan.FromSeconds(secondsLater));
        if (isOwnChange)
        {
            _feeds.Invalidate(Key);
        }

        var second = ShownAsync(_feeds);
        older.SetResult([Cell("1")]);

        // The first reader asked before the change: it may get either, by which of the two goes on first.
        Assert.NotNull(await first);
        Assert.Equal("2", await second);
    }

    [Fact]
    public async Task However_many_list_the_plans_storage_is_asked_which_there_are_once_a_second()
    {
        _plans.Setup(s => s.ListAsync("uppsala", It.IsAny<CancellationToken>())).ReturnsAsync([LargePlan.Id]);

        for (var second = 0; second < 3; second++)
        {
            for (var reader = 0; reader < 100; reader++)
            {
                Assert.Equal(Key, Assert.Single(await _feeds.ListAsync("uppsala", default)).Plan.Key);
            }

            _time.Advance(TimeSpan.FromSeconds(1));
        }

        _plans.Verify(s => s.ListAsync("uppsala", It.IsAny<CancellationToken>()), Times.Exactly(3));
    }

    [Fact]
    public async Task A_plan_that_this_instance_imported_is_listed_at_once_and_another_within_a_second()
    {
        IReadOnlyList<string> ids = [];
        _plans.Setup(s => s.ListAsync("uppsala", It.IsAny<CancellationToken>())).ReturnsAsync(() => ids);
        var other = NewInstance();
        Assert.Empty(await _feeds.ListAsync("uppsala", default));
        Assert.Empty(await other.ListAsync("uppsala", default));
        ids = [LargePlan.Id];

        _feeds.InvalidateArea("uppsala");

        Assert.Single(await _feeds.ListAsync("uppsala", default));
        Assert.Empty(await other.ListAsync("uppsala", default));
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Single(await other.ListAsync("uppsala", default));
    }

    [Fact]
    public async Task An_id_in_the_list_whose_import_was_cut_off_is_passed_over()
    {
        _plans.Setup(s => s.ListAsync("uppsala", It.IsAny<CancellationToken>())).ReturnsAsync(["halv-2021", LargePlan.Id]);

        Assert.Equal(Key, Assert.Single(await _feeds.ListAsync("uppsala", default)).Plan.Key);
    }

    [Fact]
    public async Task A_days_statuses_are_computed_once_and_gone_the_next_day()
    {
        var snapshot = (await _feeds.FindAsync(Key, default))!;
        var (round, today) = (snapshot.Plan.Rounds[0], new DateOnly(2021, 5, 3));
        var computed = snapshot.StatusIn(round, today);

        Assert.Same(computed, snapshot.StatusIn(round, today));
        snapshot.StatusIn(round, today.AddDays(1));

        Assert.NotSame(computed, snapshot.StatusIn(round, today));
    }

    private static StoreUnavailableException Away => new(new TimeoutException());

    private static StoredCell Cell(string comment) => new(
        new()
        {
            Key = new("2021-05", LargePlan.Indicator(0), LargePlan.Department),
            Revision = 1,
            Answer = new() { Value = AnswerValue.Yes },
            Comment = comment,
            Reporter = "anna",
            Submission = "s",
            ReportedAt = new(2021, 5, 3, 8, 0, 0, TimeSpan.Zero),
            FirstReportedAt = new(2021, 5, 3, 8, 0, 0, TimeSpan.Zero),
            Door = Door.Api,
        },
        "v");

    private static AreaHistory AreaOf(params Meeting[] meetings) =>
        new() { Meetings = [.. meetings.Select(m => new MeetingChange(1, m, IsRemoved: false, "nvs", default))] };

    private PlanFeeds NewInstance() => new(_plans.Object, _meetings.Object, _reports.Object, _time);

    private static async Task<string?> ShownAsync(PlanFeeds feeds) => (await feeds.FindAsync(Key, default))!.Cells[0].Comment;
}
