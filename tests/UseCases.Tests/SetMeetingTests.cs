using Hsvo.Domain.Meetings;
using Hsvo.Domain.Summaries;
using Hsvo.TestKit;
using Hsvo.TestKit.Builders;
using Hsvo.UseCases.Papers;

namespace Hsvo.UseCases.Tests;

public sealed class SetMeetingTests(AzuriteFixture azurite) : StorageTest(azurite)
{
    private static readonly DateOnly AnyDay = new(2021, 5, 20);

    [Fact]
    public async Task A_meeting_is_created_and_moved()
    {
        await ImportAsync(1);

        await SetAsync("2021-05", "2021-05", new(2021, 5, 20));
        var moved = await SetAsync("2021-05", "2021-05", new(2021, 6, 3));

        Assert.Null(moved.Failure);
        Assert.Equal((moved.Value!.Id, moved.Value.Date), Assert.Single(await App.SetMeeting.ListAsync(default)) is var m ? (m.Id, m.Date) : default);
        Assert.Equal((Area, new DateOnly(2021, 6, 3), false), (moved.Value!.Area, moved.Value.Date, moved.Value.IsExample));
    }

    [Fact]
    public async Task Meetings_are_listed_by_date()
    {
        await ImportAsync(1);
        await SetAsync("a", "2022-01", new(2022, 1, 27));
        await SetAsync("b", "2021-10", new(2021, 10, 7));
        await SetAsync("c", "2021-05", new(2021, 5, 20));

        Assert.Equal(["c", "b", "a"], (await App.SetMeeting.ListAsync(default)).Select(m => m.Id));
    }

    [Fact]
    public async Task A_meeting_that_an_example_identity_sets_says_so()
    {
        await ImportAsync(1);

        var set = await App.SetMeeting.HandleAsync(Coordinator with { IsExample = true }, "2021-05", AMeeting(new(2021, 5, 20), "2021-05"), default);

        Assert.True(set.Value!.IsExample);
    }

    [Theory]
    [InlineData("Majmötet!", LargePlan.Id, "2021-05", "meeting.id", "meetingId")]
    [InlineData("2021-05", "okand-2021", "2021-05", "plan.unknown", "/agenda/0/plan")]
    [InlineData("2021-05", "No id_", "2021-05", "plan.unknown", "/agenda/0/plan")]
    [InlineData("2021-05", LargePlan.Id, "2020-01", "round.unknown", "/agenda/0/round")]
    [InlineData("2021-05", LargePlan.Id, "2021-10", "round.taken", "/agenda/0/round")]
    public async Task A_fault_is_told_with_its_place_and_nothing_is_stored(string id, string plan, string round, string code, string pointer)
    {
        await ImportAsync(1);
        await SetAsync("2021-10", "2021-10", new(2021, 10, 7));

        var failure = (await App.SetMeeting.HandleAsync(Coordinator, id, AMeeting(AnyDay, round, plan), default)).Failure!;

        Assert.Equal((FailureKind.Invalid, code, pointer), (failure.Kind, Assert.Single(failure.Faults).Code, failure.Faults[0].Pointer));
        Assert.Single(await App.SetMeeting.ListAsync(default));
    }

    [Fact]
    public async Task Every_fault_is_told_at_once_each_row_of_the_agenda_with_its_own()
    {
        await ImportAsync(1);
        await SetAsync("2021-10", "2021-10", new(2021, 10, 7));
        MeetingPlan meeting = new(
            new(2021, 5, 3),
            MeetingKind.Ordinary,
            [new(LargePlan.Id, "2021-05"), new("okand-2021", "2021-05"), new(LargePlan.Id, "2021-05"), new(LargePlan.Id, "x"), new(LargePlan.Id, "2021-10")]);

        var failure = (await App.SetMeeting.HandleAsync(Coordinator, "_", meeting, default)).Failure!;

        Assert.Equal(
            [
                ("meeting.id", "meetingId"), ("meeting.date", "/date"), ("plan.unknown", "/agenda/1/plan"), ("round.repeated", "/agenda/2/round"),
                ("round.unknown", "/agenda/3/round"), ("round.taken", "/agenda/4/round"),
            ],
            failure.Faults.Select(f => (f.Code, f.Pointer)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(21)]
    public async Task An_agenda_has_something_on_it_and_not_without_end(int rows)
    {
        await ImportAsync(1);
        MeetingPlan meeting = new(AnyDay, MeetingKind.Ordinary, [.. Enumerable.Repeat(new AgendaItem(LargePlan.Id, "2021-05"), rows)]);

        var failure = (await App.SetMeeting.HandleAsync(Coordinator, "2021-05", meeting, default)).Failure!;

        Assert.Equal(("agenda.count", "/agenda"), (failure.Faults[0].Code, failure.Faults[0].Pointer));
    }

    [Fact]
    public async Task One_meeting_follows_up_several_plans_and_each_plan_sees_it_as_its_own()
    {
        await ImportAsync(1);
        await App.Plans.TryImportAsync(LargePlan.Create(Area, 1) with { Id = "annan-2021" }, default);
        MeetingPlan meeting = new(AnyDay, MeetingKind.Extra, [new(LargePlan.Id, "2021-05"), new("annan-2021", "2021-10")]);

        var set = (await App.SetMeeting.HandleAsync(Coordinator, "2021-05", meeting, default)).Value!;

        Assert.Equal(MeetingKind.Extra, set.Kind);
        foreach (var (plan, round) in new[] { (LargePlan.Id, "2021-05"), ("annan-2021", "2021-10") })
        {
            var status = (await App.ReadStatus.HandleAsync(plan, round, default)).Value!.Status;
            Assert.Equal(("2021-05", new DateOnly(2021, 5, 6)), (status.Meeting!.Id, status.Timeline!.Due));
            Assert.Null((await App.ReadStatus.HandleAsync(plan, "2022-01", default)).Value!.Status.Meeting);
        }
    }

    [Fact]
    public async Task Until_its_paper_is_sealed_a_meeting_may_get_another_agenda_and_afterwards_not()
    {
        await ImportAsync(1);
        await SetAsync("2021-05", "2021-10", AnyDay);

        Assert.Null((await SetAsync("2021-05", "2021-05", AnyDay)).Failure);
        Time.GoTo(new(2021, 5, 13));
        var failure = (await SetAsync("2021-05", "2021-10", AnyDay)).Failure!;

        Assert.Equal((FailureKind.Conflict, "meeting.sealed"), (failure.Kind, failure.Code));
        Assert.Equal("2021-05", Assert.Single(Assert.Single(await App.SetMeeting.ListAsync(default)).Agenda).Round);
    }

    // What was sealed stays sealed, and what was in time stays in time.
    [Fact]
    public async Task A_meeting_that_is_moved_after_the_sealing_opens_nothing_and_one_that_is_moved_before_it_does()
    {
        await ImportAsync(1);
        await SetAsync("2021-05", "2021-05", AnyDay);
        Time.GoTo(new(2021, 5, 12));
        Assert.Equal(new DateOnly(2021, 5, 14), (await SetAsync("2021-05", "2021-05", new(2021, 5, 21))).Value!.Seals);
        Time.GoTo(new(2021, 5, 14));

        var moved = (await SetAsync("2021-05", "2021-05", new(2021, 6, 3))).Value!;

        Assert.Equal(new(new(2021, 4, 21), new(2021, 5, 7), new(2021, 5, 14), new(2021, 6, 3)), moved.Timeline);
        Assert.Equal("round.sealed", Assert.Single((await FailToSubmitAsync(App, Submission([Row(0)]))).Faults).Code);
    }

    // Sealed within the hour and there for ever: a slip of the pen must not do that.
    [Theory]
    [InlineData("2021-05-02")]
    [InlineData("2021-05-03")]
    [InlineData("2012-05-20")]
    public async Task A_meeting_is_dated_from_tomorrow_on(string date)
    {
        await ImportAsync(1);

        var failure = (await SetAsync("2021-05", "2021-05", DateOnly.Parse(date, null))).Failure!;

        Assert.Equal(("meeting.date", "/date"), failure.Faults.Select(f => (f.Code, f.Pointer)).Single());
        Assert.Contains("4 maj 2021", failure.Faults[0].Swedish, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_said_again_changes_nothing_even_when_the_meeting_is_over()
    {
        await ImportAsync(1);
        await SetAsync("2021-05", "2021-05", AnyDay);
        var stamp = await App.Meetings.ReadStampAsync(Area, default);
        Time.GoTo(new(2021, 6, 1));

        Assert.Null((await SetAsync("2021-05", "2021-05", AnyDay)).Failure);

        Assert.Equal(stamp, await App.Meetings.ReadStampAsync(Area, default));
    }

    [Fact]
    public async Task A_meeting_called_at_short_notice_seals_no_earlier_than_the_next_day_and_nobody_is_late_unasked()
    {
        await ImportAsync(1);

        var meeting = (await SetAsync("2021-05", "2021-05", new(2021, 5, 8))).Value!;

        Assert.Equal(new(new(2021, 4, 8), new(2021, 5, 3), new(2021, 5, 4), new(2021, 5, 8)), meeting.Timeline);
    }

    [Fact]
    public async Task What_was_known_of_meetings_at_any_time_can_be_told()
    {
        await ImportAsync(1);
        var started = Time.GetUtcNow();
        Time.Advance(TimeSpan.FromHours(1));
        await SetAsync("2021-05", "2021-05", AnyDay);
        var set = Time.GetUtcNow();
        Time.Advance(TimeSpan.FromHours(1));
        await SetAsync("2021-05", "2021-05", new(2021, 6, 3));
        var moved = Time.GetUtcNow();
        Time.Advance(TimeSpan.FromHours(1));
        await App.RemoveMeeting.HandleAsync(Coordinator, "2021-05", default);
        var removed = Time.GetUtcNow();
        await SetAsync("2021-05", "2021-10", new(2021, 10, 7));

        var history = await App.Meetings.ReadAsync(Area, default);

        DateOnly[] DatesAt(DateTimeOffset time) => [.. history.AsOf(time).Meetings.Select(m => m.Date)];
        Assert.Empty(DatesAt(started));
        Assert.Empty(DatesAt(set.AddTicks(-1)));
        Assert.Equal([AnyDay], DatesAt(set));
        Assert.Equal([new(2021, 6, 3)], DatesAt(moved));
        Assert.Equal([new(2021, 6, 3)], DatesAt(removed.AddTicks(-1)));
        Assert.Equal([new(2021, 10, 7)], DatesAt(removed));
        Assert.Equal(
            [(1, false, "nvs"), (2, false, "nvs"), (3, true, "nvs"), (4, false, "nvs")], history.Meetings.Select(c => (c.Number, c.IsRemoved, c.By)));
    }

    [Fact]
    public async Task A_meeting_may_have_a_registry_number_of_its_own_that_is_set_changed_and_taken_away()
    {
        await ImportAsync(1);

        var numbers = new List<string?>();
        foreach (var number in new[] { " UBN-2021-0042 ", "UBN-2021-0043", " ", null })
        {
            numbers.Add((await App.SetMeeting.HandleAsync(Coordinator, "2021-05", AMeeting(AnyDay) with { Diarienummer = number }, default)).Value!.Diarienummer);
            Assert.Equal(numbers[^1], Assert.Single(await App.SetMeeting.ListAsync(default)).Diarienummer);
        }

        Assert.Equal(["UBN-2021-0042", "UBN-2021-0043", null, null], numbers);
        Assert.Equal(3, (await App.Meetings.ReadAsync(Area, default)).Meetings.Count);
    }

    [Theory]
    [InlineData("19811228-9874", "text.personnummer")]
    [InlineData("UBN\u0007", "text.character")]
    [InlineData("1234567890123456789012345678901234567890123456789012345678901", "text.length")]
    public async Task A_registry_number_is_a_text_like_any_other(string number, string code)
    {
        await ImportAsync(1);

        var failure = (await App.SetMeeting.HandleAsync(Coordinator, "2021-05", AMeeting(AnyDay) with { Diarienummer = number }, default)).Failure!;

        Assert.Equal((code, "/diarienummer"), failure.Faults.Select(f => (f.Code, f.Pointer)).Single());
    }

    [Fact]
    public async Task The_list_tells_meetings_and_warnings_as_they_were_known_and_nothing_of_what_nobody_knows_yet()
    {
        await ImportAsync(1);
        var before = Time.GetUtcNow();
        Time.Advance(TimeSpan.FromHours(1));
        await SetAsync("2021-05", "2021-05", AnyDay);
        var set = Time.GetUtcNow();
        Time.GoTo(new(2021, 5, 10));
        await App.RemoveMeeting.HandleAsync(Coordinator, "2021-05", default);

        Assert.Equal([(0, 1), (1, 0), (0, 1)], [await KnownAsync(before), await KnownAsync(set), await KnownAsync(null)]);
        Assert.Equal(-2, (await App.SetMeeting.ListAsync(set.AddTicks(-1), default)).Value!.Warnings[0].DaysLeft);
        Assert.Equal("asOf.future", Assert.Single((await App.SetMeeting.ListAsync(Time.GetUtcNow().AddTicks(1), default)).Failure!.Faults).Code);

        async Task<(int, int)> KnownAsync(DateTimeOffset? asOf) =>
            (await App.SetMeeting.ListAsync(asOf, default)).Value! is var known ? (known.Meetings.Count, known.Warnings.Count) : default;
    }

    [Fact]
    public async Task An_id_whose_sealed_paper_is_for_another_round_stays_with_that_round()
    {
        await ImportAsync(1);
        await App.Papers.TryCreateManifestAsync(Paper("2021-05", PaperEdition.Sealed), default);

        Assert.Equal("meeting.sealed", (await SetAsync("2021-05", "2021-10", new(2021, 10, 7))).Failure!.Code);
        Assert.Null((await SetAsync("2021-05", "2021-05", new(2021, 5, 20))).Failure);
    }

    [Fact]
    public async Task Of_many_coordinators_at_once_one_gets_the_round()
    {
        await ImportAsync(1);
        Instance[] instances = [App, Start()];

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(i =>
            instances[i % 2].SetMeeting.HandleAsync(Coordinator, $"m{i}", AMeeting(new(2021, 5, 20), "2021-05"), default)));

        var winner = Assert.Single(outcomes, o => o.Failure is null).Value!;
        Assert.Equal(winner.Id, Assert.Single((await Start().Meetings.ReadAsync(Area, default)).Now.Meetings).Id);
        Assert.All(outcomes.Where(o => o.Failure is not null), o => Assert.Equal("round.taken", Assert.Single(o.Failure!.Faults).Code));
    }

    private PaperManifest Paper(string round, PaperEdition edition) => new()
    {
        Area = Area,
        Meeting = "2021-05",
        MeetingDate = new(2021, 5, 20),
        Edition = edition,
        ContentVersion = "v1",
        CompiledAt = Time.GetUtcNow(),
        Files = [],
        Plans = [new(LargePlan.Id, 1, round, [], [])],
    };

    private Task<Outcome<Meeting>> SetAsync(string id, string round, DateOnly date) =>
        App.SetMeeting.HandleAsync(Coordinator, id, AMeeting(date, round), default);
}
