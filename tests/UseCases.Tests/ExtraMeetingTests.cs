using Hsvo.Domain.Meetings;
using Hsvo.Domain.Statuses;
using Hsvo.Domain.Summaries;
using Hsvo.TestKit;
using Hsvo.TestKit.Builders;
using Hsvo.UseCases.Papers;
using Microsoft.Extensions.DependencyInjection;
using Moq;

namespace Hsvo.UseCases.Tests;

/// <summary>A round that an extra meeting looks at along the way. The ordinary one of 17 June 2021 opens it on 18 May, is due on 3 June and seals on 10 June.</summary>
public sealed class ExtraMeetingTests(AzuriteFixture azurite) : StorageTest(azurite)
{
    private static readonly DateOnly OrdinaryDay = new(2021, 6, 17);
    private static readonly DateOnly ExtraDay = new(2021, 6, 4);

    private readonly List<MeetingSummary> _written = [];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_extra_meeting_shares_a_round_with_its_ordinary_one_whose_days_hold_whichever_was_set_first(bool ordinaryFirst)
    {
        await ImportAsync(1);
        await SetBothAsync(ordinaryFirst);

        var status = await StatusAsync();

        Assert.Equal(["extra", "ordinary"], (await App.SetMeeting.ListAsync(default)).Select(m => m.Id));
        Assert.Equal("ordinary", status.Meeting!.Id);
        Assert.Equal(new(new(2021, 5, 18), new(2021, 6, 3), new(2021, 6, 10), OrdinaryDay), status.Timeline);
    }

    [Fact]
    public async Task When_the_extra_meetings_paper_is_sealed_the_round_stays_open_until_the_ordinary_ones()
    {
        var app = await BeginAsync();

        Time.GoTo(new(2021, 5, 28));
        var made = await app.CompileMeetingPapers.HandleAsync(default);

        Assert.Equal([("extra", PaperEdition.Sealed), ("ordinary", PaperEdition.Preliminary)], made.Select(m => (m.Meeting, m.Edition)));
        await SubmitAsync(app, Submission([Row(0)]));
        Time.GoTo(new(2021, 6, 10));
        Assert.Equal("round.sealed", Assert.Single((await FailToSubmitAsync(app, Submission([Row(1)]))).Faults).Code);
    }

    [Fact]
    public async Task Alone_an_extra_meeting_opens_and_seals_its_round_and_once_it_has_an_ordinary_one_can_not_open_it_again()
    {
        await ImportAsync(1);
        await SetAsync("extra", MeetingKind.Extra, ExtraDay);
        Assert.Equal("extra", (await StatusAsync()).Meeting!.Id);

        Time.GoTo(new(2021, 5, 28));
        Assert.Equal("round.sealed", Assert.Single((await FailToSubmitAsync(App, Submission([Row(0)]))).Faults).Code);
        var failure = (await TrySetAsync("ordinary", MeetingKind.Ordinary, OrdinaryDay)).Failure!;

        Assert.Equal((FailureKind.Conflict, "round.sealed"), (failure.Kind, failure.Code));
        Assert.Equal(["extra"], (await App.SetMeeting.ListAsync(default)).Select(m => m.Id));
    }

    [Fact]
    public async Task Two_meetings_of_one_kind_never_share_a_round()
    {
        await ImportAsync(1);
        await SetBothAsync();

        foreach (var (kind, other) in new[] { (MeetingKind.Ordinary, "ordinary"), (MeetingKind.Extra, "extra") })
        {
            var fault = Assert.Single((await TrySetAsync("third", kind, new(2021, 6, 30))).Failure!.Faults);
            Assert.Equal(("round.taken", "/agenda/0/round"), (fault.Code, fault.Pointer));
            Assert.Contains($"”{other}”", fault.Swedish, StringComparison.Ordinal);
        }

        Assert.Equal("round.taken", Assert.Single((await TrySetAsync("extra", MeetingKind.Ordinary, ExtraDay)).Failure!.Faults).Code);
    }

    // Without the ordinary meeting the sealed extra one would decide, and units be shut out the same moment.
    [Fact]
    public async Task Beside_a_sealed_extra_meeting_the_ordinary_one_can_neither_be_removed_nor_let_go_of_the_round_but_be_moved()
    {
        await ImportAsync(1);
        await SetBothAsync();
        Time.GoTo(new(2021, 5, 28));

        var removed = (await App.RemoveMeeting.HandleAsync(Coordinator, "ordinary", default)).Failure!;
        var changed = (await App.SetMeeting.HandleAsync(Coordinator, "ordinary", AMeeting(OrdinaryDay, "2021-10"), default)).Failure!;

        Assert.Equal([(FailureKind.Conflict, "round.wouldSeal"), (FailureKind.Conflict, "round.wouldSeal")], [(removed.Kind, removed.Code), (changed.Kind, changed.Code)]);
        Assert.Null((await TrySetAsync("ordinary", MeetingKind.Ordinary, new(2021, 6, 24))).Failure);
        Assert.Equal(new DateOnly(2021, 6, 17), (await StatusAsync()).Timeline!.Seals);
    }

    [Theory]
    [InlineData("ordinary", "extra")]
    [InlineData("extra", "ordinary")]
    public async Task While_both_are_open_either_is_removed_and_the_other_decides(string removed, string left)
    {
        await ImportAsync(1);
        await SetBothAsync();

        Assert.Null((await App.RemoveMeeting.HandleAsync(Coordinator, removed, default)).Failure);

        Assert.Equal(left, (await StatusAsync()).Meeting!.Id);
    }

    [Fact]
    public async Task The_extra_meetings_own_paper_tells_of_the_round_as_it_stands_then_and_the_ordinary_ones_of_what_changed_since()
    {
        var app = await BeginAsync();
        await SubmitAsync(app, Submission([Row(0, "nej"), Row(1, "nej")]));
        Time.GoTo(new(2021, 5, 28));
        await app.CompileMeetingPapers.HandleAsync(default);
        await SubmitAsync(app, Submission([Row(0, "ja"), Row(2)]));
        Time.GoTo(new(2021, 6, 10));
        await app.CompileMeetingPapers.HandleAsync(default);

        var (extra, ordinary) = (SummaryOf("extra"), SummaryOf("ordinary"));
        Assert.Equal((PaperEdition.Sealed, PaperEdition.Sealed), (extra.Edition, ordinary.Edition));
        Assert.Null(Assert.Single(extra.Plans).Since);
        Assert.Equal(ReportingStatus.Due, CellOf(extra, 2).Reporting);
        var since = Assert.Single(ordinary.Plans).Since!;
        Assert.Equal(("extra", ExtraDay, "2021-05"), (since.Meeting, since.Date, since.Round));
        Assert.Equal(ChangeKind.New, since.Changes.Of(LargePlan.Indicator(2))!.Kind);

        // The answer that the extra meeting's paper used was changed; what came for the first time in a round that was open corrects nothing.
        Assert.Equal([(LargePlan.Indicator(0), 1, 2)], since.Corrections.Select(c => (c.Now.Key.Indicator, c.Before!.Revision, c.Now.Revision)));
    }

    [Fact]
    public async Task What_comes_into_a_round_that_the_extra_meeting_sealed_alone_is_a_correction()
    {
        await ImportAsync(3);
        var app = Start(WithWriter);
        await SetAsync("extra", MeetingKind.Extra, ExtraDay);
        Time.GoTo(new(2021, 5, 28));
        await app.CompileMeetingPapers.HandleAsync(default);
        await app.PermitLateChange.HandleAsync(Coordinator, LargePlan.Id, "2021-05", new(LargePlan.Department, new(2021, 5, 30), "Glömdes"), default);
        await SubmitAsync(app, Submission([Row(0)]));
        Assert.Null((await App.SetMeeting.HandleAsync(Coordinator, "october", AMeeting(new(2021, 10, 21), "2021-10"), default)).Failure);
        Time.GoTo(new(2021, 10, 1));

        await app.CompileMeetingPapers.HandleAsync(default);

        var since = Assert.Single(SummaryOf("october").Plans).Since!;
        Assert.Equal([(LargePlan.Indicator(0), false)], since.Corrections.Select(c => (c.Now.Key.Indicator, c.Before is not null)));
    }

    [Fact]
    public async Task An_ordinary_paper_sealed_before_the_extra_one_compares_itself_with_the_meeting_before_both()
    {
        await ImportAsync(1);
        var app = Start(WithWriter);
        await SetAsync("ordinary", MeetingKind.Ordinary, new(2021, 5, 20));
        Time.GoTo(new(2021, 5, 13));
        await app.CompileMeetingPapers.HandleAsync(default);

        await SetAsync("extra", MeetingKind.Extra, new(2021, 5, 17));
        Time.GoTo(new(2021, 5, 16));
        await app.CompileMeetingPapers.HandleAsync(default);

        Assert.Null(Assert.Single(SummaryOf("ordinary").Plans).Since);
        Assert.Equal(PaperEdition.Sealed, SummaryOf("extra").Edition);
        Assert.Null(Assert.Single(SummaryOf("extra").Plans).Since);
    }

    [Fact]
    public async Task An_earlier_time_knows_the_meeting_that_decided_then()
    {
        await ImportAsync(1);
        await SetAsync("extra", MeetingKind.Extra, ExtraDay);
        var alone = Time.GetUtcNow();
        Time.Advance(TimeSpan.FromHours(1));
        await SetAsync("ordinary", MeetingKind.Ordinary, OrdinaryDay);
        var both = Time.GetUtcNow();
        Time.Advance(TimeSpan.FromHours(1));
        await App.RemoveMeeting.HandleAsync(Coordinator, "ordinary", default);

        Assert.Equal(["extra", "ordinary"], [(await StatusAsync(alone)).Meeting!.Id, (await StatusAsync(both)).Meeting!.Id]);
        Assert.Equal(new DateOnly(2021, 5, 21), (await StatusAsync(alone)).Timeline!.Due);
        Assert.Equal(new DateOnly(2021, 6, 3), (await StatusAsync(both)).Timeline!.Due);
    }

    // The extra meeting's answers would have been due on 21 May.
    [Theory]
    [InlineData("2021-05-22", ReportingStatus.Due)]
    [InlineData("2021-06-03", ReportingStatus.Due)]
    [InlineData("2021-06-04", ReportingStatus.Missing)]
    public async Task Nobody_is_late_for_an_extra_meeting_of_a_round_that_has_its_ordinary_one(string day, ReportingStatus expected)
    {
        await ImportAsync(1);
        await SetBothAsync();
        Time.GoTo(DateOnly.Parse(day, null));

        var list = (await App.ReadMissing.ListAsync(new(Plan: null, Round: null, LargePlan.Department, AsOf: null), default)).Value!;

        Assert.Equal(expected, Assert.Single(Assert.Single(Assert.Single(list.Plans).Departments).Rows).Reporting);
    }

    [Fact]
    public async Task An_ordinary_month_that_has_an_extra_meeting_alone_is_warned_of_still()
    {
        await ImportAsync(1);
        await SetAsync("extra", MeetingKind.Extra, new(2021, 5, 27));
        Assert.Single(await App.SetMeeting.ListWarningsAsync(default));

        await SetAsync("ordinary", MeetingKind.Ordinary, new(2021, 5, 28));

        Assert.Empty(await App.SetMeeting.ListWarningsAsync(default));
    }

    private async Task<Instance> BeginAsync()
    {
        await ImportAsync(3);
        await SetBothAsync();
        return Start(WithWriter);
    }

    private async Task SetBothAsync(bool ordinaryFirst = true)
    {
        if (!ordinaryFirst)
        {
            await SetAsync("extra", MeetingKind.Extra, ExtraDay);
        }

        await SetAsync("ordinary", MeetingKind.Ordinary, OrdinaryDay);
        if (ordinaryFirst)
        {
            await SetAsync("extra", MeetingKind.Extra, ExtraDay);
        }
    }

    private async Task SetAsync(string id, MeetingKind kind, DateOnly date) => Assert.Null((await TrySetAsync(id, kind, date)).Failure);

    private Task<Outcome<Meeting>> TrySetAsync(string id, MeetingKind kind, DateOnly date) =>
        App.SetMeeting.HandleAsync(Coordinator, id, AMeeting(date) with { Kind = kind }, default);

    private async Task<PlanStatus> StatusAsync(DateTimeOffset? asOf = null) => (await App.ReadStatus.HandleAsync(LargePlan.Id, "2021-05", asOf, default)).Value!.Status;

    private MeetingSummary SummaryOf(string meeting) => _written.Last(s => s.Meeting.Id == meeting);

    private static CellStatus CellOf(MeetingSummary summary, int indicator) =>
        Assert.Single(summary.Plans).Status[LargePlan.Indicator(indicator)].Cells.Single(c => c.Department.Id == LargePlan.Department);

    private void WithWriter(IServiceCollection services)
    {
        var writer = new Mock<IPaperWriter>();
        writer.Setup(w => w.FileName).Returns("sammanstallning.txt");
        writer.Setup(w => w.ContentType).Returns("text/plain");
        writer.Setup(w => w.WriteAsync(It.IsAny<MeetingSummary>(), It.IsAny<CancellationToken>())).Returns<MeetingSummary, CancellationToken>((summary, _) =>
        {
            _written.Add(summary);
            return Task.FromResult<ReadOnlyMemory<byte>>(new byte[] { 1 });
        });
        services.AddSingleton(writer.Object);
    }
}
