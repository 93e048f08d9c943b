using Hsvo.Domain.Plans;
using Hsvo.Plans;
using Hsvo.TestKit;
using Hsvo.TestKit.Builders;
using Hsvo.UseCases.Stores;
using Microsoft.Extensions.DependencyInjection;
using Moq;

namespace Hsvo.UseCases.Tests;

public sealed class ImportPlanTests(AzuriteFixture azurite) : StorageTest(azurite)
{
    [Fact]
    public async Task A_new_plan_is_created_in_the_area_served_and_read_at_once()
    {
        Assert.Empty(await App.Feeds.ListAsync(Area, default));

        var imported = await ImportAsync(LargePlan.Create("elsewhere", 3));

        Assert.Equal((PlanImportResult.Created, 1, Area), (imported.Result, imported.Plan.Version, imported.Plan.Area));
        Assert.Equal(6, imported.Changes.Nodes.Count(n => n.Kind == RowChangeKind.Added));
        Assert.Equal(3, Assert.Single(await App.Feeds.ListAsync(Area, default)).Plan.Indicators.Count());
        Assert.Equal([new(1, new(Time.GetUtcNow(), "nvs", IsExample: false))], await App.Plans.ListVersionsAsync(Plan, default));
    }

    [Fact]
    public async Task A_change_is_a_new_version_and_the_older_one_can_still_be_read()
    {
        await ImportAsync(LargePlan.Create(Area, 3));

        var imported = await ImportAsync(LargePlan.Create(Area, 4), basedOn: 1);

        Assert.Equal((PlanImportResult.Changed, 2), (imported.Result, imported.Plan.Version));
        Assert.Equal([(LargePlan.Indicator(3), RowChangeKind.Added)], imported.Changes.Nodes.Select(n => (n.Node.Id, n.Kind)));
        Assert.Equal(4, (await VersionAsync(null)).Indicators.Count());
        Assert.Equal(3, (await VersionAsync(1)).Indicators.Count());
        Assert.Equal([1, 2], (await App.ReadPlanVersions.ListAsync(LargePlan.Id, default)).Value!.Select(v => v.Number));
        Assert.Equal((FailureKind.NotFound, "plan.version"), await FailureOfVersionAsync(3));
    }

    [Fact]
    public async Task The_same_again_is_unchanged_whatever_version_it_says_and_stores_nothing()
    {
        await ImportAsync(LargePlan.Create(Area, 3));
        await ImportAsync(LargePlan.Create(Area, 4), basedOn: 1);

        var again = await ImportAsync(LargePlan.Create(Area, 4), basedOn: 1);

        Assert.Equal((PlanImportResult.Unchanged, 2), (again.Result, again.Plan.Version));
        Assert.Equal(2, (await App.Plans.ListVersionsAsync(Plan, default)).Count);
    }

    [Fact]
    public async Task A_dry_run_tells_all_of_it_and_stores_nothing()
    {
        var created = await ImportAsync(LargePlan.Create(Area, 3), dryRun: true);
        Assert.Equal(0, await App.Plans.ReadVersionAsync(Plan, default));
        await ImportAsync(LargePlan.Create(Area, 3));

        var changed = await ImportAsync(LargePlan.Create(Area, 2), basedOn: 1, dryRun: true);

        Assert.Equal((PlanImportResult.Created, PlanImportResult.Changed, 2), (created.Result, changed.Result, changed.Plan.Version));
        Assert.Equal([(LargePlan.Indicator(2), RowChangeKind.Removed)], changed.Changes.Nodes.Select(n => (n.Node.Id, n.Kind)));
        Assert.Equal(1, await App.Plans.ReadVersionAsync(Plan, default));
    }

    [Fact]
    public async Task A_plan_that_breaks_a_rule_is_refused_with_each_place_and_nothing_is_stored()
    {
        var plan = LargePlan.Create(Area, 2);

        var failure = await FailAsync(plan with { Nodes = [.. plan.Nodes.Select((n, i) => i == 3 ? n with { ParentId = "9" } : n)], Title = "" });

        Assert.Equal((FailureKind.Invalid, "plan.invalid"), (failure.Kind, failure.Code));
        Assert.Equal(["/plan/title", "/nodes/3/parentId"], failure.Faults.Select(f => f.Pointer));
        Assert.Empty(await App.Plans.ListAsync(Area, default));
    }

    [Fact]
    public async Task A_change_that_says_no_version_is_refused_with_the_one_in_force()
    {
        await ImportAsync(LargePlan.Create(Area, 3));

        var failure = await FailAsync(LargePlan.Create(Area, 4));

        Assert.Equal((FailureKind.Invalid, "/plan/version"), (failure.Kind, Assert.Single(failure.Faults).Pointer));
        Assert.Contains("1", failure.Faults[0].Swedish, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_made_from_an_older_version_is_refused()
    {
        await ImportAsync(LargePlan.Create(Area, 3));
        await ImportAsync(LargePlan.Create(Area, 4), basedOn: 1);

        var failure = await FailAsync(LargePlan.Create(Area, 5), basedOn: 1);

        Assert.Equal((FailureKind.Conflict, "plan.overtaken"), (failure.Kind, failure.Code));
        Assert.Equal(4, (await VersionAsync(null)).Indicators.Count());
    }

    [Fact]
    public async Task If_match_lets_only_the_version_it_names_be_replaced()
    {
        Assert.Equal(FailureKind.PreconditionFailed, (await FailAsync(LargePlan.Create(Area, 3), ifMatch: [1])).Kind);
        await ImportAsync(LargePlan.Create(Area, 3));

        var failure = await FailAsync(LargePlan.Create(Area, 4), ifMatch: [2, -1]);
        var changed = await ImportAsync(LargePlan.Create(Area, 4), ifMatch: [1]);

        Assert.Equal((FailureKind.PreconditionFailed, "plan.overtaken"), (failure.Kind, failure.Code));
        Assert.Equal(2, changed.Plan.Version);
    }

    [Fact]
    public async Task Of_two_coordinators_at_once_one_gets_the_version_and_the_other_is_told()
    {
        await ImportAsync(LargePlan.Create(Area, 3));
        Instance[] instances = [App, Start()];

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(i =>
            instances[i % 2].ImportPlan.HandleAsync(new(Coordinator, LargePlan.Create(Area, 4 + i), null, [1], DryRun: false), default)));

        var winner = Assert.Single(outcomes, o => o.Failure is null).Value!;
        Assert.All(outcomes.Where(o => o.Failure is not null), o => Assert.Equal((FailureKind.PreconditionFailed, "plan.overtaken"), (o.Failure!.Kind, o.Failure.Code)));
        Assert.Equal(winner.Plan.Nodes.Count, (await App.Plans.FindAsync(Plan, default))!.Nodes.Count);
        Assert.Equal(2, await App.Plans.ReadVersionAsync(Plan, default));
    }

    [Fact]
    public async Task Answers_that_no_longer_fit_are_told_one_by_one_and_kept()
    {
        await ImportAsync(LargePlan.Create(Area, 5));
        await SubmitAsync(App, Submission([.. Enumerable.Range(0, 5).Select(i => Row(i))]));
        var plan = LargePlan.Create(Area, 5);
        var changed = plan with
        {
            // 0 stays, 1 asks for a number, 2 is a reference, 3 is an activity's text now, 4 is gone.
            Nodes =
            [
                .. plan.Nodes.Take(4),
                plan.Nodes[4] with { Indicator = Specs.Count },
                plan.Nodes[5] with { Indicator = Specs.Reference(LargePlan.Indicator(0)) },
                plan.Nodes[6] with { Kind = NodeKind.Activity, Indicator = null },
            ],
        };

        var imported = await ImportAsync(changed, basedOn: 1);

        Assert.Equal(
            [
                (LargePlan.Indicator(1), MisfitKind.OtherAnswer), (LargePlan.Indicator(2), MisfitKind.RowNotAnswered),
                (LargePlan.Indicator(3), MisfitKind.RowNotAnswered), (LargePlan.Indicator(4), MisfitKind.RowRemoved),
            ],
            imported.Changes.Misfits.Select(m => (m.Key.Indicator, m.Kind)));
        Assert.Equal(5, (await LogAsync()).Count);
        Assert.Equal(5, (await CellsAsync()).Count);
        var status = (await App.ReadStatus.HandleAsync(LargePlan.Id, null, default)).Value!.Status;
        Assert.NotNull(status[LargePlan.Indicator(0)].Status);
        Assert.Null(status[LargePlan.Indicator(1)].Status);
    }

    [Fact]
    public async Task Answers_of_a_department_that_is_gone_or_owes_no_longer_are_told()
    {
        await ImportAsync(LargePlan.Create(Area, 1));
        await SubmitAsync(App, Submission([Row(0)]));
        var plan = LargePlan.Create(Area, 1);
        var notOwing = plan with { Bodies = [plan.Bodies[0] with { OwedBy = [LargePlan.OtherDepartment] }] };

        var told = await ImportAsync(notOwing, basedOn: 1, dryRun: true);
        var gone = await ImportAsync(notOwing with { Departments = [plan.Departments[1]] }, basedOn: 1, dryRun: true);

        Assert.Equal((MisfitKind.NotOwed, "bodies"), (Assert.Single(told.Changes.Misfits).Kind, Assert.Single(told.Changes.Parts)));
        Assert.Equal(MisfitKind.DepartmentRemoved, Assert.Single(gone.Changes.Misfits).Kind);
    }

    [Fact]
    public async Task A_round_that_has_been_answered_stays_with_its_end()
    {
        await ImportAsync(LargePlan.Create(Area, 1));
        await SubmitAsync(App, Submission([Row(0)]));
        var plan = LargePlan.Create(Area, 1);

        var removed = await FailAsync(plan with { Rounds = [.. plan.Rounds.Skip(1)] }, basedOn: 1);
        var moved = await FailAsync(plan with { Rounds = [plan.Rounds[0] with { Ends = new(2021, 6, 1) }, .. plan.Rounds.Skip(1)] }, basedOn: 1, dryRun: true);

        Assert.Equal((FailureKind.Conflict, "plan.rounds"), (removed.Kind, removed.Code));
        Assert.Equal(("round.hasReports", "/rounds"), (Assert.Single(removed.Faults).Code, removed.Faults[0].Pointer));
        Assert.Equal(("round.hasReports", "/rounds/0/ends"), (Assert.Single(moved.Faults).Code, moved.Faults[0].Pointer));
    }

    [Fact]
    public async Task A_round_that_has_its_meeting_stays_and_one_without_may_go()
    {
        await ImportAsync(LargePlan.Create(Area, 1));
        await SetMeetingAsync();
        var plan = LargePlan.Create(Area, 1);

        var failure = await FailAsync(plan with { Rounds = [.. plan.Rounds.Skip(1)] }, basedOn: 1);
        var changed = await ImportAsync(plan with { Rounds = [plan.Rounds[0], plan.Rounds[2]] }, basedOn: 1);

        Assert.Equal("round.hasMeeting", Assert.Single(failure.Faults).Code);
        Assert.Equal("rounds", Assert.Single(changed.Changes.Parts));
    }

    // The feed, asked a moment ago, knows nothing of it.
    [Fact]
    public async Task A_round_stays_that_got_its_meeting_elsewhere_within_the_second()
    {
        await ImportAsync(LargePlan.Create(Area, 1));
        await App.Feeds.ReadAreaAsync(Area, default);
        Assert.Null((await Start().SetMeeting.HandleAsync(Coordinator, "2021-05", AMeeting(new(2021, 5, 20)), default)).Failure);
        var plan = LargePlan.Create(Area, 1);

        var failure = await FailAsync(plan with { Rounds = [.. plan.Rounds.Skip(1)] }, basedOn: 1);

        Assert.Equal("round.hasMeeting", Assert.Single(failure.Faults).Code);
    }

    [Fact]
    public async Task An_import_that_storage_refuses_half_way_changes_nothing()
    {
        await ImportAsync(LargePlan.Create(Area, 3));
        var store = new Mock<IPlanStore>();
        store.Setup(s => s.FindAsync(It.IsAny<PlanKey>(), It.IsAny<CancellationToken>())).Returns<PlanKey, CancellationToken>(App.Plans.FindAsync);
        store.Setup(s => s.TryImportAsync(It.IsAny<Plan>(), It.IsAny<CancellationToken>())).ThrowsAsync(Unavailable);
        var failing = Start(s => s.AddSingleton(store.Object));

        await Assert.ThrowsAsync<StoreUnavailableException>(() => failing.ImportPlan.HandleAsync(new(Coordinator, LargePlan.Create(Area, 4), 1, null, DryRun: false), default));

        Assert.Equal(3, (await VersionAsync(null)).Indicators.Count());
    }

    [Fact]
    public async Task Every_plan_that_comes_with_the_app_is_one_that_can_be_imported()
    {
        foreach (var plan in PlanLibrary.All)
        {
            Assert.Equal(PlanImportResult.Created, (await ImportAsync(plan)).Result);
            Assert.Equal(PlanImportResult.Unchanged, (await ImportAsync(plan)).Result);
        }
    }

    [Fact]
    public async Task As_of_a_time_the_plan_is_the_version_of_then_and_before_the_first_there_is_none()
    {
        var imported = Time.GetUtcNow();
        await ImportAsync(LargePlan.Create(Area, 3));
        Time.Advance(TimeSpan.FromDays(1));
        await ImportAsync(LargePlan.Create(Area, 4), basedOn: 1);
        Time.Advance(TimeSpan.FromDays(1));

        Assert.Equal((3, 3, 4), (await CountAsync(imported), await CountAsync(imported.AddHours(23)), await CountAsync(imported.AddDays(1))));
        Assert.Equal("asOf.before", (await App.ReadPlans.FindAsync(LargePlan.Id, imported.AddTicks(-1), default)).Failure!.Code);

        async Task<int> CountAsync(DateTimeOffset asOf) => (await App.ReadPlans.FindAsync(LargePlan.Id, asOf, default)).Value!.Plan.Indicators.Count();
    }

    // Whenever that was decided: what has to be kept from being seen is kept in every version.
    [Fact]
    public async Task Rows_that_count_people_now_counted_them_before()
    {
        var plan = LargePlan.Create(Area, 1);
        Plan Counting(bool people) => plan with { Nodes = [.. plan.Nodes.SkipLast(1), plan.Nodes[^1] with { Indicator = Specs.Count with { CountsPeople = people } }] };
        await ImportAsync(Counting(false));
        var then = Time.GetUtcNow();
        Time.Advance(TimeSpan.FromDays(1));
        await ImportAsync(Counting(true), basedOn: 1);

        Assert.True((await App.ReadPlans.FindAsync(LargePlan.Id, then, default)).Value!.Plan.Node(LargePlan.Indicator(0)).Indicator!.CountsPeople);
    }

    private async Task<PlanImported> ImportAsync(Plan plan, int? basedOn = null, int[]? ifMatch = null, bool dryRun = false)
    {
        var outcome = await App.ImportPlan.HandleAsync(new(Coordinator, plan, basedOn, ifMatch, dryRun), default);
        Assert.Null(outcome.Failure);
        return outcome.Value!;
    }

    private async Task<Failure> FailAsync(Plan plan, int? basedOn = null, int[]? ifMatch = null, bool dryRun = false)
    {
        var outcome = await App.ImportPlan.HandleAsync(new(Coordinator, plan, basedOn, ifMatch, dryRun), default);
        Assert.Null(outcome.Value);
        return outcome.Failure!;
    }

    private async Task<Plan> VersionAsync(int? version) => (await App.ReadPlanVersions.FindAsync(LargePlan.Id, version, default)).Value!;

    private async Task<(FailureKind Kind, string Code)> FailureOfVersionAsync(int version)
    {
        var failure = (await App.ReadPlanVersions.FindAsync(LargePlan.Id, version, default)).Failure!;
        return (failure.Kind, failure.Code);
    }
}
