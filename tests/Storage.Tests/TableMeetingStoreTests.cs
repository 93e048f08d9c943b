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
            await _store.SaveAsync(meeting, default);
        }

        Assert.Equal(meetings, (await _store.ListAsync(Area, default)).OrderBy(m => m.Id, StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_meeting_that_is_moved_stands_once_on_its_new_day()
    {
        await _store.SaveAsync(Meeting("2021-05"), default);

        await _store.SaveAsync(Meeting("2021-05") with { Date = new(2021, 6, 3) }, default);

        Assert.Equal(new(2021, 6, 3), Assert.Single(await _store.ListAsync(Area, default)).Date);
    }

    [Fact]
    public async Task The_stamp_is_new_after_every_change()
    {
        var stamps = new List<string> { await _store.ReadStampAsync(Area, default) };
        foreach (var id in new[] { "2021-05", "2021-10", "2021-05" })
        {
            await _store.SaveAsync(Meeting(id), default);
            stamps.Add(await _store.ReadStampAsync(Area, default));
        }

        Assert.Equal(4, stamps.Distinct().Count());
    }

    [Fact]
    public async Task Two_areas_with_the_same_meeting_see_nothing_of_each_other()
    {
        string uppsala = $"{Area}-uppsala", enkoping = $"{Area}-enkoping", upp = $"{Area}-upp";
        await _store.SaveAsync(Meeting("2021-05") with { Area = uppsala }, default);
        var stamp = await _store.ReadStampAsync(uppsala, default);

        await _store.SaveAsync(Meeting("2021-05") with { Area = enkoping, Date = new(2021, 6, 3) }, default);

        Assert.Equal(new(2021, 5, 20), Assert.Single(await _store.ListAsync(uppsala, default)).Date);
        Assert.Equal(new(2021, 6, 3), Assert.Single(await _store.ListAsync(enkoping, default)).Date);
        Assert.Equal(stamp, await _store.ReadStampAsync(uppsala, default));
        Assert.Empty(await _store.ListAsync(upp, default));
    }

    private Meeting Meeting(string id) => new() { Id = id, Area = Area, Date = new(2021, 5, 20), Plan = "hsvo-2021", Round = "2021-05" };
}
