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

        Assert.Equal(code, (await App.ReadMissing.HandleAsync(plan, round, default)).Failure!.Code);
    }

    private static SubmittedRow NotApplicable(int indicator) => Row(indicator) with
    {
        Answer = new() { NotApplicable = true, Reason = "Vi har ingen sådan verksamhet." },
    };

    private async Task<MissingAnswers> ReadAsync() => (await App.ReadMissing.HandleAsync(LargePlan.Id, "2021-05", default)).Value!;
}
