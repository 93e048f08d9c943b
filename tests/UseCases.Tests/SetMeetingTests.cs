using Hsvo.Domain.Meetings;
using Hsvo.TestKit;
using Hsvo.TestKit.Builders;
using Hsvo.UseCases.Papers;

namespace Hsvo.UseCases.Tests;

public sealed class SetMeetingTests(AzuriteFixture azurite) : StorageTest(azurite)
{
    private static readonly Caller Coordinator = new("nvs", new HashSet<Role> { Role.Coordinator }, "nvs", IsExample: false);

    [Fact]
    public async Task A_meeting_is_created_and_moved()
    {
        await ImportAsync(1);

        await SetAsync("2021-05", "2021-05", new(2021, 5, 20));
        var moved = await SetAsync("2021-05", "2021-05", new(2021, 6, 3));

        Assert.Null(moved.Failure);
        Assert.Equal(moved.Value, Assert.Single(await App.SetMeeting.ListAsync(default)));
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

        var set = await App.SetMeeting.HandleAsync(Coordinator with { IsExample = true }, "2021-05", LargePlan.Id, "2021-05", new(2021, 5, 20), default);

        Assert.True(set.Value!.IsExample);
    }

    [Theory]
    [InlineData("Majmötet!", LargePlan.Id, "2021-05", "meeting.id", "meetingId")]
    [InlineData("2021-05", "okand-2021", "2021-05", "plan.unknown", "/plan")]
    [InlineData("2021-05", "No id_", "2021-05", "plan.unknown", "/plan")]
    [InlineData("2021-05", LargePlan.Id, "2020-01", "round.unknown", "/round")]
    [InlineData("2021-05", LargePlan.Id, "2021-10", "round.taken", "/round")]
    public async Task A_fault_is_told_with_its_place_and_nothing_is_stored(string id, string plan, string round, string code, string pointer)
    {
        await ImportAsync(1);
        await SetAsync("2021-10", "2021-10", new(2021, 10, 7));

        var failure = (await App.SetMeeting.HandleAsync(Coordinator, id, plan, round, new(2021, 5, 20), default)).Failure!;

        Assert.Equal((FailureKind.Invalid, code, pointer), (failure.Kind, Assert.Single(failure.Faults).Code, failure.Faults[0].Pointer));
        Assert.Single(await App.SetMeeting.ListAsync(default));
    }

    [Fact]
    public async Task Every_fault_is_told_at_once()
    {
        var failure = (await App.SetMeeting.HandleAsync(Coordinator, "_", "okand-2021", "2021-05", new(2021, 5, 20), default)).Failure!;

        Assert.Equal(["meeting.id", "plan.unknown"], failure.Faults.Select(f => f.Code));
    }

    // Its paper may be sealed, and is for the round that the meeting had.
    [Theory]
    [InlineData(LargePlan.Id, "2021-10")]
    [InlineData("annan-2021", "2021-05")]
    public async Task A_meeting_is_not_moved_to_another_round_or_plan(string plan, string round)
    {
        await ImportAsync(1);
        await App.Plans.TryImportAsync(LargePlan.Create(Area, 1) with { Id = "annan-2021" }, default);
        var before = await SetAsync("2021-05", "2021-05", new(2021, 5, 20));

        var failure = (await App.SetMeeting.HandleAsync(Coordinator, "2021-05", plan, round, new(2021, 5, 20), default)).Failure!;

        Assert.Equal((FailureKind.Conflict, "meeting.round"), (failure.Kind, failure.Code));
        Assert.Equal(before.Value, Assert.Single(await App.SetMeeting.ListAsync(default)));
    }

    [Fact]
    public async Task An_id_whose_sealed_paper_is_for_another_round_stays_with_that_round()
    {
        await ImportAsync(1);
        await App.Papers.TryCreateManifestAsync(Paper("2021-05", PaperEdition.Sealed), default);

        Assert.Equal("meeting.round", (await SetAsync("2021-05", "2021-10", new(2021, 10, 7))).Failure!.Code);
        Assert.Null((await SetAsync("2021-05", "2021-05", new(2021, 5, 20))).Failure);
    }

    [Fact]
    public async Task Of_many_coordinators_at_once_one_gets_the_round()
    {
        await ImportAsync(1);
        Instance[] instances = [App, Start()];

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(i =>
            instances[i % 2].SetMeeting.HandleAsync(Coordinator, $"m{i}", LargePlan.Id, "2021-05", new(2021, 5, 20), default)));

        var winner = Assert.Single(outcomes, o => o.Failure is null).Value!;
        Assert.Equal(winner, Assert.Single(await App.SetMeeting.ListAsync(default)));
        Assert.All(outcomes.Where(o => o.Failure is not null), o => Assert.Equal("round.taken", Assert.Single(o.Failure!.Faults).Code));
    }

    private PaperManifest Paper(string round, PaperEdition edition) => new()
    {
        Area = Area,
        Meeting = "2021-05",
        Edition = edition,
        Plan = LargePlan.Id,
        PlanVersion = 1,
        Round = round,
        StatusVersion = "v1",
        CompiledAt = Time.GetUtcNow(),
        Files = [],
        Revisions = [],
    };

    private Task<Outcome<Meeting>> SetAsync(string id, string round, DateOnly date) =>
        App.SetMeeting.HandleAsync(Coordinator, id, LargePlan.Id, round, date, default);
}
