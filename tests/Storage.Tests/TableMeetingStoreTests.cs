using Hsvo.Domain.Meetings;
using Hsvo.TestKit;

namespace Hsvo.Storage.Tests;

public sealed class TableMeetingStoreTests : StoreTest
{
    private readonly TableMeetingStore _store;

    public TableMeetingStoreTests(AzuriteFixture azurite)
        : base(azurite) => _store = new(Tables);

    [Fact]
    public async Task There_is_no_meeting_before_one_is_set()
    {
        Assert.Empty(await _store.ListAsync(Area, default));
        Assert.Equal("", await _store.ReadStampAsync(Area, default));
    }

    [Fact]
    public async Task Meetings_come_back_as_they_were_set()
    {
        Meeting[] meetings = [Meeting("2021-05"), Meeting("2021-05-extra") with { IsExample = true }, Meeting("2021-10")];
        foreach (var meeting in meetings.Reverse())
        {
            await SaveAsync(meeting);
        }

        Assert.Equal(meetings, (await _store.ListAsync(Area, default)).OrderBy(m => m.Id, StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_meeting_that_is_moved_stands_once_on_its_new_day()
    {
        await SaveAsync(Meeting("2021-05"));

        await SaveAsync(Meeting("2021-05") with { Date = new(2021, 6, 3) });

        Assert.Equal(new(2021, 6, 3), Assert.Single(await _store.ListAsync(Area, default)).Date);
    }

    [Fact]
    public async Task The_stamp_is_new_after_every_change()
    {
        var stamps = new List<string> { await _store.ReadStampAsync(Area, default) };
        foreach (var id in new[] { "2021-05", "2021-10", "2021-05" })
        {
            await SaveAsync(Meeting(id));
            stamps.Add(await _store.ReadStampAsync(Area, default));
        }

        Assert.Equal(4, stamps.Distinct().Count());
    }

    [Fact]
    public async Task Two_areas_with_the_same_meeting_see_nothing_of_each_other()
    {
        string uppsala = $"{Area}-uppsala", enkoping = $"{Area}-enkoping", upp = $"{Area}-upp";
        await SaveAsync(Meeting("2021-05") with { Area = uppsala });
        var stamp = await _store.ReadStampAsync(uppsala, default);

        await SaveAsync(Meeting("2021-05") with { Area = enkoping, Date = new(2021, 6, 3) });

        Assert.Equal(new(2021, 5, 20), Assert.Single(await _store.ListAsync(uppsala, default)).Date);
        Assert.Equal(new(2021, 6, 3), Assert.Single(await _store.ListAsync(enkoping, default)).Date);
        Assert.Equal(stamp, await _store.ReadStampAsync(uppsala, default));
        Assert.Empty(await _store.ListAsync(upp, default));
    }

    [Fact]
    public async Task What_was_decided_by_older_meetings_is_neither_saved_nor_removed()
    {
        var before = await _store.ReadStampAsync(Area, default);
        await SaveAsync(Meeting("2021-05"));
        var read = await _store.ReadStampAsync(Area, default);
        await SaveAsync(Meeting("2021-10"));

        foreach (var stamp in new[] { before, read })
        {
            Assert.False(await _store.TrySaveAsync(Meeting("2022-01"), stamp, default));
            Assert.False(await _store.TrySaveAsync(Meeting("2021-05") with { Date = new(2021, 6, 3) }, stamp, default));
            Assert.False(await _store.TryRemoveAsync(Meeting("2021-05"), stamp, default));
        }

        Assert.Equal([Meeting("2021-05"), Meeting("2021-10")], await _store.ListAsync(Area, default));
    }

    [Fact]
    public async Task A_meeting_is_removed_once_and_the_stamp_is_new()
    {
        await SaveAsync(Meeting("2021-05"));
        await SaveAsync(Meeting("2021-10"));
        var stamp = await _store.ReadStampAsync(Area, default);

        Assert.True(await _store.TryRemoveAsync(Meeting("2021-05"), stamp, default));

        var removed = await _store.ReadStampAsync(Area, default);
        Assert.NotEqual(stamp, removed);
        Assert.False(await _store.TryRemoveAsync(Meeting("2021-05"), removed, default));
        Assert.Equal([Meeting("2021-10")], await _store.ListAsync(Area, default));
    }

    [Fact]
    public async Task A_row_that_holds_another_meeting_than_its_key_says_is_not_read()
    {
        var row = Rows.Meeting(Meeting("2021-05"));
        row.RowKey = Keys.Meeting("2021-10");
        await (await Tables.MeetingsAsync()).UpsertEntityAsync(row);

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => _store.ListAsync(Area, default));

        Assert.Contains("meeting_2021-10", failure.Message, StringComparison.Ordinal);
    }

    private async Task SaveAsync(Meeting meeting) => Assert.True(await _store.TrySaveAsync(meeting, await _store.ReadStampAsync(meeting.Area, default), default));

    private Meeting Meeting(string id) => new() { Id = id, Area = Area, Date = new(2021, 5, 20), Plan = "hsvo-2021", Round = "2021-05" };
}
