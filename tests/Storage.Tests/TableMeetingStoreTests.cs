using Hsvo.Domain.Areas;
using Hsvo.Domain.Meetings;
using Hsvo.Domain.Statuses;
using Hsvo.TestKit;

namespace Hsvo.Storage.Tests;

public sealed class TableMeetingStoreTests : StoreTest
{
    private readonly TableMeetingStore _store;

    public TableMeetingStoreTests(AzuriteFixture azurite)
        : base(azurite) => _store = new(Tables);

    [Fact]
    public async Task Nothing_is_decided_before_something_is()
    {
        SaysTheSame(AreaHistory.Empty, await _store.ReadAsync(Area, default));
        Assert.Equal("", await _store.ReadStampAsync(Area, default));
    }

    [Fact]
    public async Task Every_change_of_every_meeting_comes_back_as_it_was_made()
    {
        MeetingChange[] changes =
        [
            Set("2021-05"),
            new(2, Meeting("2021-05") with { Date = new(2021, 6, 3), Days = new(40, 20, 10), Kind = MeetingKind.Extra }, IsRemoved: false, "bo", Noon.AddDays(1)),
            new(3, Meeting("2021-05"), IsRemoved: true, "bo", Noon.AddDays(2)),
            new(1, Meeting("2021-05-extra") with { IsExample = true, Agenda = [new("hsvo-2021", "2021-05"), new("nsu-2019", "2019-05")] }, IsRemoved: false, "anna", Noon),
            Set("2021-10"),
        ];
        foreach (var change in changes.Reverse())
        {
            await AddAsync(change);
        }

        SaysTheSame(changes, [.. (await _store.ReadAsync(Area, default)).Meetings.OrderBy(c => c.Meeting.Id, StringComparer.Ordinal).ThenBy(c => c.Number)]);
    }

    [Fact]
    public async Task Permits_come_back_with_the_meetings()
    {
        LateChangePermit permit = new()
        {
            Area = Area,
            Plan = "hsvo-2021",
            Round = "2021-05",
            Department = "ubn",
            Until = new(2021, 5, 25),
            Reason = "Fel siffra.",
            GrantedBy = "nvs",
            GrantedAt = Noon,
        };
        await AddAsync(Set("2021-05"));

        var stamp = await _store.ReadStampAsync(Area, default);
        Assert.True(await _store.TryPermitAsync(permit, stamp, default));
        Assert.False(await _store.TryPermitAsync(permit with { GrantedAt = Noon.AddTicks(1) }, stamp, default));

        var history = await _store.ReadAsync(Area, default);
        Assert.Equal(permit, Assert.Single(history.Permits));
        Assert.Single(history.Meetings);
    }

    [Fact]
    public async Task Configurations_and_declarations_come_back_as_they_were_and_renew_the_stamp()
    {
        AreaConfiguration configuration = new()
        {
            Version = 1,
            SetBy = "nvs",
            SetAt = Noon,
            Settings = new()
            {
                Days = new(40, 20, 10),
                OrdinaryMonths = [2, 6],
                Responsibilities = [.. Enumerable.Range(0, 200).Select(i => new Responsibility("hsvo-2021", null, $"2.1.1.lang-rad-{i}", ["ubn", "shs", "aln", "osn", "vs", "amn", "kultur", "halsa-och-habilitering"], i % 2 == 0))],
            },
        };
        Declaration declaration = new() { Area = Area, Plan = "hsvo-2021", Round = "2021-05", Department = "ubn", Number = 1, By = "anna", At = Noon };

        Assert.True(await _store.TryConfigureAsync(Area, configuration, "", default));
        Assert.False(await _store.TryDeclareAsync(declaration, "", default));
        var stamp = await _store.ReadStampAsync(Area, default);
        Assert.True(await _store.TryDeclareAsync(declaration, stamp, default));
        Assert.False(await _store.TryConfigureAsync(Area, configuration with { Version = 2 }, stamp, default));

        var history = await _store.ReadAsync(Area, default);
        SaysTheSame(configuration, Assert.Single(history.Configurations));
        Assert.Equal(declaration, Assert.Single(history.Declarations));
    }

    [Fact]
    public async Task Status_rules_come_back_as_they_were_written_and_are_refused_on_what_is_older()
    {
        StatusRulesChange change = new()
        {
            Area = Area,
            Plan = "hsvo-2021",
            Indicator = "2.1.1.i3",
            Number = 1,
            Rules = new([new([new(RuleField.Value, RuleOperator.LessThan) { PercentOfTarget = 90 }, new(RuleField.Timestamp, RuleOperator.GreaterThan) { Date = new(2021, 12, 31) }], Status.Overdue)], Status.OnTrack),
            By = "nvs",
            At = Noon,
        };
        Assert.True(await _store.TrySetRulesAsync(change, "", default));
        Assert.False(await _store.TrySetRulesAsync(change with { Number = 2 }, "", default));
        Assert.True(await _store.TrySetRulesAsync(change with { Number = 2, Rules = null }, await _store.ReadStampAsync(Area, default), default));

        SaysTheSame([change, change with { Number = 2, Rules = null }], (await _store.ReadAsync(Area, default)).StatusRules);
    }

    [Fact]
    public async Task The_stamp_is_new_after_every_change()
    {
        var stamps = new List<string> { await _store.ReadStampAsync(Area, default) };
        foreach (var change in new[] { Set("2021-05"), Set("2021-10"), Set("2021-05") with { Number = 2 } })
        {
            await AddAsync(change);
            stamps.Add(await _store.ReadStampAsync(Area, default));
        }

        Assert.Equal(4, stamps.Distinct().Count());
    }

    [Fact]
    public async Task Two_areas_with_the_same_meeting_see_nothing_of_each_other()
    {
        string uppsala = $"{Area}-uppsala", enkoping = $"{Area}-enkoping", upp = $"{Area}-upp";
        await AddAsync(Set("2021-05", uppsala));
        var stamp = await _store.ReadStampAsync(uppsala, default);

        await AddAsync(Set("2021-10", enkoping));

        Assert.Equal("2021-05", Assert.Single((await _store.ReadAsync(uppsala, default)).Meetings).Meeting.Id);
        Assert.Equal("2021-10", Assert.Single((await _store.ReadAsync(enkoping, default)).Meetings).Meeting.Id);
        Assert.Equal(stamp, await _store.ReadStampAsync(uppsala, default));
        Assert.Empty((await _store.ReadAsync(upp, default)).Meetings);
    }

    [Fact]
    public async Task What_was_decided_by_what_is_older_is_not_added()
    {
        var before = await _store.ReadStampAsync(Area, default);
        await AddAsync(Set("2021-05"));
        var read = await _store.ReadStampAsync(Area, default);
        await AddAsync(Set("2021-10"));

        foreach (var stamp in new[] { before, read })
        {
            Assert.False(await _store.TryAddAsync(Set("2022-01"), stamp, default));
            Assert.False(await _store.TryAddAsync(Set("2021-05") with { Number = 2 }, stamp, default));
        }

        Assert.Equal(["2021-05", "2021-10"], (await _store.ReadAsync(Area, default)).Meetings.Select(c => c.Meeting.Id));
    }

    [Fact]
    public async Task A_change_that_is_there_is_never_written_over()
    {
        await AddAsync(Set("2021-05"));

        Assert.False(await _store.TryAddAsync(Set("2021-05") with { By = "bo" }, await _store.ReadStampAsync(Area, default), default));

        Assert.Equal("anna", Assert.Single((await _store.ReadAsync(Area, default)).Meetings).By);
    }

    [Fact]
    public async Task A_row_that_holds_another_meeting_than_its_key_says_is_not_read()
    {
        var row = Rows.Meeting(Set("2021-05"));
        row.RowKey = Keys.Meeting("2021-10", 1);
        await (await Tables.MeetingsAsync()).UpsertEntityAsync(row);

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => _store.ReadAsync(Area, default));

        Assert.Contains("meeting_2021-10", failure.Message, StringComparison.Ordinal);
    }

    private static DateTimeOffset Noon => new(2021, 3, 1, 11, 0, 0, TimeSpan.Zero);

    private async Task AddAsync(MeetingChange change) =>
        Assert.True(await _store.TryAddAsync(change, await _store.ReadStampAsync(change.Meeting.Area, default), default));

    private MeetingChange Set(string id, string? area = null) => new(1, Meeting(id) with { Area = area ?? Area }, IsRemoved: false, "anna", Noon);

    private Meeting Meeting(string id) => new() { Id = id, Area = Area, Date = new(2021, 5, 20), Agenda = [new("hsvo-2021", "2021-05")] };
}
