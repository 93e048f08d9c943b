using Hsvo.Domain.Meetings;
using Hsvo.TestKit;
using Hsvo.TestKit.Builders;

namespace Hsvo.UseCases.Tests;

/// <summary>The samråd of 20 May 2021 is sealed on 13 May.</summary>
public sealed class PermitLateChangeTests(AzuriteFixture azurite) : StorageTest(azurite)
{
    [Fact]
    public async Task The_day_before_the_sealing_a_round_still_takes_answers()
    {
        await StartOnAsync(new(2021, 5, 12));

        await SubmitAsync(App, Submission([Row(0)]));

        Assert.Single(await LogAsync());
    }

    [Fact]
    public async Task From_the_sealing_on_the_round_is_locked_and_the_refusal_says_since_when_and_whom_to_ask()
    {
        await StartOnAsync(new(2021, 5, 13));

        var failure = await FailToSubmitAsync(App, Submission([Row(0)]));

        var fault = Assert.Single(failure.Faults);
        Assert.Equal((FailureKind.Invalid, "round.sealed", "/reports/0/round"), (failure.Kind, fault.Code, fault.Pointer));
        Assert.Equal("Omgången maj 2021 är låst sedan den 13 maj 2021, då underlaget till samrådet den 20 maj 2021 fastställdes. Den är låst tills samordnaren ger er ett undantag.", fault.Swedish);
        Assert.Empty(await LogAsync());
    }

    [Fact]
    public async Task Another_round_of_the_plan_is_not_locked_with_it()
    {
        await StartOnAsync(new(2021, 5, 13));

        await SubmitAsync(App, Submission([Row(0, round: "2021-10")]));

        Assert.Single(await LogAsync());
    }

    [Fact]
    public async Task A_permit_lets_its_department_answer_until_its_last_day_and_then_says_so()
    {
        await StartOnAsync(new(2021, 5, 14));
        Assert.Null((await PermitAsync(LargePlan.Department, new(2021, 5, 16))).Failure);

        await SubmitAsync(App, Submission([Row(0)]));
        Time.GoTo(new(2021, 5, 16));
        await SubmitAsync(App, Submission([Row(1)]));
        Time.GoTo(new(2021, 5, 17));
        var failure = await FailToSubmitAsync(App, Submission([Row(2)]));

        Assert.EndsWith("Undantaget gällde till och med den 16 maj 2021; nu är den låst tills samordnaren ger er ett nytt.", Assert.Single(failure.Faults).Swedish, StringComparison.Ordinal);
        Assert.Equal(2, (await LogAsync()).Count);
    }

    [Fact]
    public async Task A_permit_for_another_department_unlocks_nothing()
    {
        await StartOnAsync(new(2021, 5, 14));
        await PermitAsync(LargePlan.OtherDepartment, new(2021, 5, 16));

        Assert.Equal("round.sealed", Assert.Single((await FailToSubmitAsync(App, Submission([Row(0)]))).Faults).Code);
    }

    [Fact]
    public async Task Every_permit_is_kept_with_who_gave_it_and_why()
    {
        await StartOnAsync(new(2021, 5, 14));
        await PermitAsync(LargePlan.Department, new(2021, 5, 15));
        Time.Advance(TimeSpan.FromSeconds(2));
        await PermitAsync(LargePlan.Department, new(2021, 5, 16));

        var permits = (await App.PermitLateChange.ListAsync(LargePlan.Id, "2021-05", default)).Value!;

        Assert.Equal([new(2021, 5, 15), new(2021, 5, 16)], permits.Select(p => p.Until));
        Assert.All(permits, p => Assert.Equal(("nvs", "Fel siffra."), (p.GrantedBy, p.Reason)));
    }

    [Theory]
    [InlineData("okand", "2021-05-16", "Fel siffra.", "department.unknown", "/department")]
    [InlineData(LargePlan.Department, "2021-05-13", "Fel siffra.", "permit.until", "/until")]
    [InlineData(LargePlan.Department, "2021-07-14", "Fel siffra.", "permit.until", "/until")]
    [InlineData(LargePlan.Department, "2021-05-16", "  ", "reason.required", "/reason")]
    public async Task A_fault_is_told_with_its_place_and_nothing_is_stored(string department, string until, string reason, string code, string pointer)
    {
        await StartOnAsync(new(2021, 5, 14));

        var failure = (await App.PermitLateChange.HandleAsync(
            Coordinator, LargePlan.Id, "2021-05", new(department, DateOnly.Parse(until, null), reason), default)).Failure!;

        Assert.Equal((code, pointer), failure.Faults.Select(f => (f.Code, f.Pointer)).Single());
        Assert.Empty((await App.PermitLateChange.ListAsync(LargePlan.Id, "2021-05", default)).Value!);
    }

    private async Task StartOnAsync(DateOnly day)
    {
        await ImportAsync(3);
        await SetMeetingAsync();
        Time.GoTo(day);
    }

    private Task<Outcome<LateChangePermit>> PermitAsync(string department, DateOnly until) =>
        App.PermitLateChange.HandleAsync(Coordinator, LargePlan.Id, "2021-05", new(department, until, "Fel siffra."), default);
}
