using Hsvo.Domain.Statuses;
using Hsvo.TestKit;
using Hsvo.TestKit.Builders;

namespace Hsvo.UseCases.Tests;

public sealed class ReadMissingTests(AzuriteFixture azurite) : StorageTest(azurite)
{
    [Fact]
    public async Task Nothing_is_owed_while_the_meeting_has_no_date()
    {
        await ImportAsync(3);

        var missing = await ReadAsync();

        Assert.Null(missing.DaysLeft);
        Assert.All(missing.Departments, d => Assert.Equal((0, 0), (d.Owed, d.Rows.Count)));
    }

    [Fact]
    public async Task Each_department_owes_its_rows_until_it_answers_or_says_they_dont_concern_it()
    {
        await ImportAsync(3);
        await SetMeetingAsync();
        await SubmitAsync(App, Submission([Row(0), NotApplicable(1)]));

        var missing = await ReadAsync();

        Assert.Equal(3, missing.DaysLeft);
        var (own, other) = (missing.Departments.Single(d => d.Department.Id == LargePlan.Department), missing.Departments.Single(d => d.Department.Id == LargePlan.OtherDepartment));
        Assert.Equal(2, own.Owed);
        Assert.Equal((LargePlan.Indicator(2), "1.1", ReportingStatus.Due), own.Rows.Select(r => (r.Indicator.Id, r.Goal.Id, r.Reporting)).Single());
        Assert.Equal(3, other.Rows.Count);
    }

    [Fact]
    public async Task Once_the_due_date_has_passed_the_same_rows_are_missing_and_the_days_are_negative()
    {
        await ImportAsync(1);
        await SetMeetingAsync();
        Time.GoTo(new(2021, 5, 8));

        var missing = await ReadAsync();

        Assert.Equal(-2, missing.DaysLeft);
        Assert.All(missing.Departments, d => Assert.Equal(ReportingStatus.Missing, d.Rows.Single().Reporting));
    }

    [Theory]
    [InlineData("okand", null, "plan.unknown")]
    [InlineData(LargePlan.Id, "1999-01", "round.unknown")]
    public async Task An_unknown_plan_or_round_is_told(string plan, string? round, string code)
    {
        await ImportAsync(1);

        Assert.Equal(code, (await App.ReadMissing.HandleAsync(plan, round, asOf: null, default)).Failure!.Code);
    }

    [Fact]
    public async Task A_department_in_several_plans_owes_the_rows_of_each_in_its_current_round()
    {
        await ImportAsync(3);
        await ImportOtherAsync();
        await SetMeetingAsync();
        await SetOtherAsync("2021-10", new(2021, 6, 1));
        await SubmitAsync(App, Submission([Row(0)]));

        var list = await ListAsync();

        Assert.Equal([(LargePlan.Id, "2021-05"), (Other, "2021-10")], list.Plans.Select(p => (p.Status.Plan.Id, p.Status.Round.Id)));
        var unit = list.Units.Single(u => u.Department.Id == LargePlan.Department);
        Assert.Equal([2, 2], unit.Parts.Select(p => p.Missing.Rows.Count));
        Assert.Equal((3, 2), (unit.DaysLeft, unit.Awaited.Count));
    }

    [Fact]
    public async Task A_plan_whose_last_meeting_has_been_held_is_listed_only_when_it_is_asked_for()
    {
        await ImportAsync(1);
        await ImportOtherAsync();
        foreach (var (round, month) in new[] { ("2021-05", 5), ("2021-10", 6), ("2022-01", 7) })
        {
            await SetOtherAsync(round, new(2021, month, 20));
        }

        Time.GoTo(new(2021, 7, 20));
        Assert.Equal([LargePlan.Id, Other], (await ListAsync()).Plans.Select(p => p.Status.Plan.Id));
        Time.GoTo(new(2021, 7, 21));

        Assert.Equal([LargePlan.Id], (await ListAsync()).Plans.Select(p => p.Status.Plan.Id));
        Assert.Equal([Other], (await ListAsync(Other)).Plans.Select(p => p.Status.Plan.Id));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(LargePlan.Id)]
    public async Task One_department_is_listed_alone_and_an_unknown_one_is_told(string? plan)
    {
        await ImportAsync(3);
        await ImportOtherAsync();
        await SetMeetingAsync();

        Assert.Equal(LargePlan.OtherDepartment, Assert.Single((await ListAsync(plan, LargePlan.OtherDepartment)).Units).Department.Id);
        var failure = (await App.ReadMissing.ListAsync(new(plan, null, "finns-inte", null), default)).Failure!;

        Assert.Equal((FailureKind.NotFound, "department.unknown", "department"), (failure.Kind, failure.Code, Assert.Single(failure.Faults).Pointer));
        Assert.Contains(LargePlan.Department, failure.Faults[0].Swedish, StringComparison.Ordinal);
    }

    [Fact]
    public async Task At_an_earlier_time_the_plans_of_then_are_listed_and_before_the_first_it_is_told()
    {
        var before = Tick();
        await App.Plans.TryImportAsync(LargePlan.Create(Area, 3) with { Imported = new(Time.GetUtcNow(), "nvs", IsExample: false) }, default);
        await SetMeetingAsync();
        var then = Tick();
        await App.Plans.TryImportAsync(LargePlan.Create(Area, 2) with { Id = Other, Imported = new(Time.GetUtcNow(), "nvs", IsExample: false) }, default);
        Time.GoTo(new(2021, 6, 1));

        var list = (await App.ReadMissing.ListAsync(new(null, null, null, then), default)).Value!;

        Assert.Equal((new DateOnly(2021, 5, 3), LargePlan.Id), (list.Today, Assert.Single(list.Plans).Status.Plan.Id));
        Assert.Equal([3, 3], list.Units.Select(u => u.Parts.Single().Missing.Rows.Count));
        Assert.Equal("asOf.before", (await App.ReadMissing.ListAsync(new(null, null, null, before), default)).Failure!.Code);
        Assert.Equal("asOf.future", (await App.ReadMissing.ListAsync(new(null, null, null, Time.GetUtcNow().AddDays(1)), default)).Failure!.Faults[0].Code);
    }

    private const string Other = "stor-insats";

    private async Task ImportOtherAsync() => await App.Plans.TryImportAsync(LargePlan.Create(Area, 2) with { Id = Other }, default);

    private async Task SetOtherAsync(string round, DateOnly date) =>
        Assert.Null((await App.SetMeeting.HandleAsync(Coordinator, $"annat-{round}", AMeeting(date, round, Other), default)).Failure);

    private async Task<MissingList> ListAsync(string? plan = null, string? department = null) =>
        (await App.ReadMissing.ListAsync(new(plan, null, department, null), default)).Value!;

    private DateTimeOffset Tick()
    {
        Time.Advance(TimeSpan.FromMinutes(1));
        var instant = Time.GetUtcNow();
        Time.Advance(TimeSpan.FromMinutes(1));
        return instant;
    }

    private static SubmittedRow NotApplicable(int indicator) => Row(indicator) with
    {
        Answer = new() { NotApplicable = true, Reason = "Vi har ingen sådan verksamhet." },
    };

    private async Task<MissingAnswers> ReadAsync() => (await App.ReadMissing.HandleAsync(LargePlan.Id, "2021-05", asOf: null, default)).Value!;
}
