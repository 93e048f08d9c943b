using Hsvo.TestKit;

namespace Hsvo.UseCases.Tests;

/// <summary>Whether what is run by the clock is missed when it isn't.</summary>
public sealed class TimerRunsTests(AzuriteFixture azurite) : StorageTest(azurite)
{
    [Fact]
    public async Task Nothing_is_late_where_nothing_is_awaited_yet()
    {
        Time.Advance(TimeSpan.FromDays(30));

        Assert.Empty(await App.TimerRuns.ListLateAsync(default));
    }

    [Fact]
    public async Task Work_that_is_awaited_and_never_done_is_late_when_its_time_is_over()
    {
        await App.TimerRuns.AwaitAllAsync(default);

        Time.Advance(TimeSpan.FromHours(3));

        Assert.Equal([ScheduledWork.MeetingPapers], await App.TimerRuns.ListLateAsync(default));
    }

    [Fact]
    public async Task Work_that_another_instance_did_is_not_late_and_awaiting_it_again_forgets_no_run()
    {
        await App.TimerRuns.AwaitAllAsync(default);
        Time.Advance(TimeSpan.FromHours(30));
        await Start().TimerRuns.KeepAsync(ScheduledWork.MeetingPapers, default);
        await Start().TimerRuns.AwaitAllAsync(default);

        Assert.Equal([ScheduledWork.Leftovers], await App.TimerRuns.ListLateAsync(default));
    }
}
