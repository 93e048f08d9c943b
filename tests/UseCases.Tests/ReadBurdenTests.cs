using Hsvo.TestKit;
using Hsvo.TestKit.Builders;

namespace Hsvo.UseCases.Tests;

public sealed class ReadBurdenTests(AzuriteFixture azurite) : StorageTest(azurite)
{
    [Fact]
    public async Task The_burden_is_read_from_what_counts_by_department_and_round()
    {
        await ImportAsync(3);
        await SetMeetingAsync();
        await SubmitAsync(App, Submission([Row(0), Row(1, "nej")]));
        await SubmitAsync(App, Submission([Row(1, "nej", round: "2021-10")]));
        Time.GoTo(new(2021, 5, 8));

        var burden = (await App.ReadBurden.HandleAsync(LargePlan.Id, default)).Value!;

        Assert.Equal([LargePlan.Department, LargePlan.OtherDepartment], burden.Departments.Select(d => d.Department.Id));
        Assert.Equal([("2021-05", 3, 2, 1, 0), ("2021-10", 1, 1, 0, 1), ("2022-01", 0, 0, 0, 0)],
            burden.Departments[0].Rounds.Select(r => (r.Round.Id, r.Owed, r.Answered, r.Missing, r.Repeated)));
        Assert.Equal([LargePlan.Indicator(1)], burden.Departments[0].NeverChanged.Select(n => n.Id));
        Assert.Equal((3, 3), (burden.Departments[1].Rounds[0].Owed, burden.Departments[1].Rounds[0].Missing));
    }

    [Fact]
    public async Task An_unknown_plan_is_told() => Assert.Equal("plan.unknown", (await App.ReadBurden.HandleAsync("okand", default)).Failure!.Code);
}
