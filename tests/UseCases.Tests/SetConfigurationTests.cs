using Hsvo.Domain.Areas;
using Hsvo.TestKit;
using Hsvo.TestKit.Builders;
using Hsvo.UseCases.Stores;
using Microsoft.Extensions.DependencyInjection;
using Moq;

namespace Hsvo.UseCases.Tests;

public sealed class SetConfigurationTests(AzuriteFixture azurite) : StorageTest(azurite)
{
    [Fact]
    public async Task Until_the_office_settles_something_the_designs_own_holds_as_version_0()
    {
        var configuration = await App.SetConfiguration.ReadAsync(default);

        Assert.Equal((0, null), (configuration.Version, configuration.SetBy));
        Assert.True(configuration.Settings.SaysTheSameAs(new()));
        Assert.Single(await App.SetConfiguration.ListVersionsAsync(default));
    }

    [Fact]
    public async Task Each_change_is_a_version_with_who_and_when_and_those_before_stay_as_they_were()
    {
        await ImportAsync(1);
        await SetAsync(new() { WarningDays = 90 }, seen: 0);
        Time.Advance(TimeSpan.FromHours(1));

        var second = (await SetAsync(new() { WarningDays = 30 }, seen: 1)).Value!;

        Assert.Equal((2, "nvs", Time.GetUtcNow()), (second.Version, second.SetBy, second.SetAt));
        Assert.Equal([(2, 30), (1, 90), (0, 60)], (await App.SetConfiguration.ListVersionsAsync(default)).Select(c => (c.Version, c.Settings.WarningDays)));
        Assert.Equal(30, (await App.SetConfiguration.ReadAsync(default)).Settings.WarningDays);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(-1)]
    public async Task A_change_of_another_version_than_the_newest_is_refused_and_nothing_is_stored(int seen)
    {
        await ImportAsync(1);
        await SetAsync(new() { WarningDays = 90 }, seen: 0);

        var failure = (await SetAsync(new() { WarningDays = 30 }, seen)).Failure!;

        Assert.Equal((FailureKind.PreconditionFailed, "configuration.overtaken", "If-Match"), (failure.Kind, failure.Code, failure.Faults.Single().Pointer));
        Assert.Contains("version 1", failure.Swedish, StringComparison.Ordinal);
        Assert.Equal(90, (await App.SetConfiguration.ReadAsync(default)).Settings.WarningDays);
    }

    [Fact]
    public async Task Of_many_coordinators_who_saw_the_same_version_one_settles_the_next()
    {
        await ImportAsync(1);
        Instance[] instances = [App, Start()];

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(i =>
            instances[i % 2].SetConfiguration.HandleAsync(Coordinator, new() { WarningDays = 100 + i }, [0], default)));

        Assert.Equal(1, Assert.Single(outcomes, o => o.Failure is null).Value!.Version);
        Assert.All(outcomes.Where(o => o.Failure is not null), o => Assert.Equal(FailureKind.PreconditionFailed, o.Failure!.Kind));
    }

    [Fact]
    public async Task What_was_stored_though_the_answer_was_lost_is_answered_as_stored()
    {
        await ImportAsync(1);
        var losing = Start(s => s.AddSingleton(StoreThat(async (configuration, stamp) =>
        {
            await App.Meetings.TryConfigureAsync(Area, configuration, stamp, default);
            return false;
        })));

        var set = await losing.SetConfiguration.HandleAsync(Coordinator, new() { WarningDays = 90 }, [0], default);

        Assert.Equal((1, 90, "nvs"), (set.Value!.Version, set.Value.Settings.WarningDays, set.Value.SetBy));
    }

    [Fact]
    public async Task What_another_coordinator_stored_meanwhile_is_not_taken_for_ones_own()
    {
        await ImportAsync(1);
        var other = new Caller("nvs-2", new HashSet<Role> { Role.Coordinator }, "nvs", IsExample: false);
        var overtaken = Start(s => s.AddSingleton(StoreThat(async (configuration, stamp) =>
        {
            await App.SetConfiguration.HandleAsync(other, configuration.Settings, [0], default);
            return false;
        })));

        var failure = (await overtaken.SetConfiguration.HandleAsync(Coordinator, new() { WarningDays = 90 }, [0], default)).Failure!;

        Assert.Equal(FailureKind.PreconditionFailed, failure.Kind);
    }

    [Fact]
    public async Task What_is_said_again_is_no_new_version()
    {
        await ImportAsync(1);
        await SetAsync(new() { WarningDays = 90 }, seen: 0);

        Assert.Equal(1, (await SetAsync(new() { WarningDays = 90 }, seen: 1)).Value!.Version);
        Assert.Equal(2, (await App.SetConfiguration.ListVersionsAsync(default)).Count);
    }

    [Fact]
    public async Task Every_fault_is_told_at_once_with_its_place()
    {
        await ImportAsync(1);
        AreaSettings settings = new()
        {
            Days = new(-1, 366, 7),
            OrdinaryMonths = [1, 13, 1],
            WarningDays = 366,
            SmallNumberThreshold = 2,
            Monthly = new(29, IsConfirmed: false),
            Responsibilities =
            [
                new(LargePlan.Id, "tl", null, [LargePlan.Department, "okand", LargePlan.Department], IsConfirmed: true),
                new("okand-2021", "tl", null, [], IsConfirmed: true),
                new(LargePlan.Id, "au", null, [], IsConfirmed: true),
                new(LargePlan.Id, null, "1.1", [], IsConfirmed: true),
                new(LargePlan.Id, null, null, [], IsConfirmed: true),
                new(LargePlan.Id, "tl", LargePlan.Indicator(0), [], IsConfirmed: true),
                new(LargePlan.Id, "tl", null, [], IsConfirmed: false),
            ],
        };

        var failure = (await SetAsync(settings, seen: 0)).Failure!;

        Assert.Equal(
            [
                "number.range /days/opens", "number.range /days/due", "number.range /ordinaryMonths/1", "months.repeated /ordinaryMonths/2", "number.range /warningDays",
                "number.range /smallNumberThreshold", "number.range /monthly/dueDay",
                "department.unknown /responsibilities/0/departments/1", "department.repeated /responsibilities/0/departments/2",
                "plan.unknown /responsibilities/1/plan", "body.unknown /responsibilities/2/body", "indicator.unknown /responsibilities/3/indicator",
                "responsibility.target /responsibilities/4", "responsibility.target /responsibilities/5", "responsibility.repeated /responsibilities/6",
            ],
            failure.Faults.Select(f => $"{f.Code} {f.Pointer}"));
        Assert.Equal(0, (await App.SetConfiguration.ReadAsync(default)).Version);
    }

    [Theory]
    [InlineData(10, 14, 7)]
    [InlineData(30, 6, 7)]
    public async Task A_round_opens_before_answers_are_due_and_they_are_before_the_sealing(int opens, int due, int seals)
    {
        var failure = (await SetAsync(new() { Days = new(opens, due, seals) }, seen: 0)).Failure!;

        Assert.Equal(("days.order", "/days"), failure.Faults.Select(f => (f.Code, f.Pointer)).Single());
    }

    [Fact]
    public async Task New_days_are_for_meetings_set_from_then_on_and_open_no_round_that_is_sealed()
    {
        await ImportAsync(1);
        await App.SetMeeting.HandleAsync(Coordinator, "2021-05", AMeeting(new(2021, 5, 20)), default);
        Time.GoTo(new(2021, 5, 13));

        await SetAsync(new() { Days = new(40, 10, 2) }, seen: 0);
        var october = (await App.SetMeeting.HandleAsync(Coordinator, "2021-10", AMeeting(new(2021, 10, 20), "2021-10"), default)).Value!;

        Assert.Equal("round.sealed", Assert.Single((await FailToSubmitAsync(App, Submission([Row(0)]))).Faults).Code);
        Assert.Equal(new(new(2021, 9, 10), new(2021, 10, 10), new(2021, 10, 18), new(2021, 10, 20)), october.Timeline);
    }

    [Fact]
    public async Task Who_owes_what_shows_at_once_wherever_the_plan_is_read()
    {
        await ImportAsync(2);
        await SetMeetingAsync();
        Assert.Equal(4, await OwedAsync());

        await SetAsync(
            new()
            {
                Responsibilities =
                [
                    new(LargePlan.Id, "tl", null, [LargePlan.Department], IsConfirmed: true),
                    new(LargePlan.Id, null, LargePlan.Indicator(1), [LargePlan.OtherDepartment], IsConfirmed: true),
                ],
            },
            seen: 0);

        Assert.Equal(2, await OwedAsync());
        var status = (await App.ReadStatus.HandleAsync(LargePlan.Id, null, default)).Value!.Status;
        Assert.False(status.Plan.ResponsibilityIsAssumed);
        Assert.Equal("department.notOwing", Assert.Single((await FailToSubmitAsync(App, Submission([Row(1)]))).Faults).Code);
        await SubmitAsync(App, Submission([Row(0)]));
    }

    private IMeetingStore StoreThat(Func<AreaConfiguration, string, Task<bool>> configures)
    {
        var store = new Mock<IMeetingStore>(MockBehavior.Strict);
        store.Setup(s => s.ReadStampAsync(Area, It.IsAny<CancellationToken>())).Returns<string, CancellationToken>(App.Meetings.ReadStampAsync);
        store.Setup(s => s.ReadAsync(Area, It.IsAny<CancellationToken>())).Returns<string, CancellationToken>(App.Meetings.ReadAsync);
        store.Setup(s => s.TryConfigureAsync(Area, It.IsAny<AreaConfiguration>(), It.IsAny<string>(), It.IsAny<CancellationToken>()))
            .Returns<string, AreaConfiguration, string, CancellationToken>((_, configuration, stamp, _) => configures(configuration, stamp));
        return store.Object;
    }

    private async Task<int> OwedAsync() => (await App.ReadMissing.HandleAsync(LargePlan.Id, null, asOf: null, default)).Value!.Departments.Sum(d => d.Owed);

    private Task<Outcome<AreaConfiguration>> SetAsync(AreaSettings settings, int seen) => App.SetConfiguration.HandleAsync(Coordinator, settings, [seen], default);
}
