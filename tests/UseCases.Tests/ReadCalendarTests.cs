using Hsvo.Domain.Meetings;
using Hsvo.TestKit;
using Hsvo.UseCases.Calendar;

namespace Hsvo.UseCases.Tests;

/// <summary>What a subscribed calendar is told when the office changes its mind.</summary>
public sealed class ReadCalendarTests(AzuriteFixture azurite) : StorageTest(azurite)
{
    [Fact]
    public async Task A_moved_meeting_is_the_same_event_changed_once_more()
    {
        await ImportAsync(2);
        await SetAsync(AMeeting(new(2021, 6, 20)));
        var before = await ReadAsync();

        Time.Advance(TimeSpan.FromHours(1));
        await SetAsync(AMeeting(new(2021, 6, 23)));
        var after = await ReadAsync();

        Assert.Equal(before.Select(d => d.Id), after.Select(d => d.Id));
        Assert.Equal([new(2021, 5, 24), new(2021, 6, 9), new(2021, 6, 16), new(2021, 6, 23)], after.Select(d => d.Day));
        Assert.All(before, d => Assert.Equal(0, d.Sequence));
        Assert.All(after, d => Assert.Equal((1, Time.GetUtcNow()), (d.Sequence, d.ChangedAt)));
    }

    [Fact]
    public async Task A_removed_meeting_stays_and_says_that_it_is_called_off()
    {
        await ImportAsync(2);
        await SetAsync(AMeeting(new(2021, 6, 20)));
        Assert.True((await App.RemoveMeeting.HandleAsync(Coordinator, "2021-06", default)).Succeeded(out _, out _));

        var days = await ReadAsync();

        Assert.Equal(4, days.Count);
        Assert.All(days, d => Assert.Equal((true, 1), (d.IsCancelled, d.Sequence)));
    }

    [Fact]
    public async Task An_extra_meeting_on_the_way_to_the_rounds_own_asks_for_no_answers()
    {
        await ImportAsync(2);
        await SetAsync(AMeeting(new(2021, 6, 20)));
        await SetAsync(AMeeting(new(2021, 6, 10)) with { Kind = MeetingKind.Extra }, "2021-06-extra");

        var extra = (await ReadAsync()).Where(d => d.Meeting!.Kind == MeetingKind.Extra).Select(d => d.Kind);

        Assert.Equal([CalendarDayKind.Seals, CalendarDayKind.Meets], extra);
    }

    private async Task SetAsync(MeetingPlan meeting, string id = "2021-06") =>
        Assert.Null((await App.SetMeeting.HandleAsync(Coordinator, id, meeting, default)).Failure);

    // Another instance has nothing in memory.
    private async Task<IReadOnlyList<CalendarDay>> ReadAsync() => (await Start().ReadCalendar.HandleAsync(department: null, default)).Value!.Days;
}
