using Hsvo.Domain.Statuses;
using Hsvo.TestKit;
using Hsvo.TestKit.Builders;

namespace Hsvo.UseCases.Tests;

public sealed class ReadStatusTests(AzuriteFixture azurite) : StorageTest(azurite)
{
    [Fact]
    public async Task What_was_posted_shows_at_once_on_the_same_instance_and_within_a_second_on_another()
    {
        await ImportAsync(1);
        var other = Start();
        Assert.Equal(0, (await ReadAsync(other)).Status["1"].Coverage.Answered);
        Assert.Equal(0, (await ReadAsync(App)).Status["1"].Coverage.Answered);

        await SubmitAsync(App, Submission([Row(0)]));

        Assert.Equal(new Coverage(1, 2), (await ReadAsync(App)).Status["1"].Coverage);
        Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(new Coverage(1, 2), (await ReadAsync(other)).Status["1"].Coverage);
    }

    [Fact]
    public async Task A_meeting_that_is_set_shows_at_once()
    {
        await ImportAsync(1);
        Assert.Null((await ReadAsync(App)).Status.Meeting);

        await App.SetMeeting.HandleAsync(Reporter(), "2021-05", AMeeting(new(2021, 5, 20), "2021-05"), default);

        Assert.Equal(new(2021, 5, 20), (await ReadAsync(App)).Status.Meeting!.Date);
    }

    [Fact]
    public async Task Without_a_round_the_current_one_is_read()
    {
        await ImportAsync(1);
        await SetMeetingAsync();

        Assert.Equal("2021-05", (await ReadAsync(App)).Status.Round.Id);
        Time.GoTo(new(2021, 5, 21));
        Assert.Equal("2021-10", (await ReadAsync(App)).Status.Round.Id);
        Assert.Equal("2022-01", (await ReadAsync(App, "2022-01")).Status.Round.Id);
    }

    [Fact]
    public async Task The_version_is_new_with_every_change_and_every_day_and_the_same_otherwise()
    {
        await ImportAsync(1);
        var versions = new List<string> { (await ReadAsync(App)).Version };

        Time.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(versions[0], (await ReadAsync(App)).Version);
        Assert.Equal(versions[0], (await ReadAsync(Start())).Version);

        await SubmitAsync(App, Submission([Row(0)]));
        versions.Add((await ReadAsync(App)).Version);
        await App.SetMeeting.HandleAsync(Reporter(), "2021-05", AMeeting(new(2021, 5, 20), "2021-05"), default);
        versions.Add((await ReadAsync(App)).Version);
        await App.Plans.TryImportAsync(LargePlan.Create(Area, 2, version: 2), default);
        Time.Advance(TimeSpan.FromSeconds(1));
        versions.Add((await ReadAsync(App)).Version);
        Time.GoTo(new(2021, 5, 4));
        versions.Add((await ReadAsync(App)).Version);

        Assert.Equal(5, versions.Distinct().Count());
    }

    [Theory]
    [InlineData("okand-2021")]
    [InlineData("No id_")]
    [InlineData("")]
    public async Task A_plan_that_is_not_there_is_not_found(string plan)
    {
        var failure = (await App.ReadStatus.HandleAsync(plan, null, default)).Failure!;

        Assert.Equal((FailureKind.NotFound, "plan.unknown"), (failure.Kind, failure.Code));
    }

    [Theory]
    [InlineData("2020-01")]
    [InlineData("")]
    public async Task A_round_that_is_not_there_is_not_found_and_those_that_are_there_are_named(string round)
    {
        await ImportAsync(1);

        var failure = (await App.ReadStatus.HandleAsync(LargePlan.Id, round, default)).Failure!;

        Assert.Equal((FailureKind.NotFound, "round.unknown"), (failure.Kind, failure.Code));
        Assert.Contains("2021-05, 2021-10, 2022-01", failure.Swedish, StringComparison.Ordinal);
    }

    private static async Task<StatusFeed> ReadAsync(Instance app, string? round = null)
    {
        var outcome = await app.ReadStatus.HandleAsync(LargePlan.Id, round, default);
        Assert.Null(outcome.Failure);
        return outcome.Value!;
    }
}
