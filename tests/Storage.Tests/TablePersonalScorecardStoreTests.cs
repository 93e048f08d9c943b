using Hsvo.Domain.Scorecards;
using Hsvo.Domain.Statuses;
using Hsvo.TestKit;
using Hsvo.UseCases.Stores;

namespace Hsvo.Storage.Tests;

public sealed class TablePersonalScorecardStoreTests : StoreTest
{
    private readonly TablePersonalScorecardStore _store;

    public TablePersonalScorecardStoreTests(AzuriteFixture azurite)
        : base(azurite) => _store = new(Tables);

    [Fact]
    public async Task A_scorecard_comes_back_as_it_was_kept_to_its_department_alone()
    {
        // Longer than one column holds.
        var scorecard = Scorecard("shs") with { Goals = [.. Enumerable.Range(0, 20).Select(i => Goal($"{i}{new string('å', 3000)}"))] };
        await _store.AddAsync(scorecard, default);

        SaysTheSame(scorecard, Assert.Single(await _store.ListAsync(Area, "shs", default)).Scorecard);
        Assert.Empty(await _store.ListAsync(Area, "amn", default));
    }

    [Fact]
    public async Task One_that_was_changed_meanwhile_is_neither_replaced_nor_removed()
    {
        await _store.AddAsync(Scorecard("shs"), default);
        var read = Assert.Single(await _store.ListAsync(Area, "shs", default));

        Assert.True(await _store.TryReplaceAsync(read with { Scorecard = read.Scorecard with { Name = "Nytt", Version = 2 } }, default));
        Assert.False(await _store.TryReplaceAsync(read, default));
        Assert.False(await _store.TryRemoveAsync(read, default));

        var now = Assert.Single(await _store.ListAsync(Area, "shs", default));
        Assert.Equal(("Nytt", 2), (now.Scorecard.Name, now.Scorecard.Version));
        Assert.True(await _store.TryRemoveAsync(now, default));
        Assert.False(await _store.TryReplaceAsync(now, default));
        Assert.Empty(await _store.ListAsync(Area, "shs", default));
    }

    [Fact]
    public async Task A_check_in_and_rules_are_added_with_the_scorecards_new_version_and_never_without_it()
    {
        await _store.AddAsync(Scorecard("shs") with { Goals = [Goal("Mål")] }, default);
        var read = Assert.Single(await _store.ListAsync(Area, "shs", default));
        var goal = read.Scorecard.Goals[0].Id;
        var (checkIn, rules) = (CheckIn(goal, 1, new string('å', 40_000)), new GoalRules(goal, 1, 3, new([], Status.OnTrack), "anna", DateTimeOffset.UnixEpoch));

        Assert.True(await _store.TryAppendAsync(Next(read), checkIn, default));
        Assert.False(await _store.TryAppendAsync(Next(read), CheckIn(goal, 2, "För sent"), default));
        Assert.True(await _store.TryAppendAsync(Next(Assert.Single(await _store.ListAsync(Area, "shs", default))), rules, default));

        var now = Assert.Single(await _store.ListAsync(Area, "shs", default));
        var log = await _store.ReadLogAsync(now.Scorecard, goal, default);
        Assert.Equal(3, now.Scorecard.Version);
        SaysTheSame(checkIn, Assert.Single(log.Of(goal).Judged()).CheckIn);
        SaysTheSame(rules, log.Of(goal).Rules!);
        Assert.Empty((await _store.ReadLogAsync(now.Scorecard, Guid.NewGuid(), default)).Of(goal).Judged());
        Assert.False(await _store.TryAppendAsync(Next(now), checkIn, default));
    }

    [Fact]
    public async Task What_was_checked_in_stays_when_the_scorecard_is_gone()
    {
        await _store.AddAsync(Scorecard("shs") with { Goals = [Goal("Mål")] }, default);
        var read = Assert.Single(await _store.ListAsync(Area, "shs", default));
        var goal = read.Scorecard.Goals[0].Id;
        Assert.True(await _store.TryAppendAsync(Next(read), CheckIn(goal, 1, "Kvar"), default));

        Assert.True(await _store.TryRemoveAsync(Assert.Single(await _store.ListAsync(Area, "shs", default)), default));

        Assert.False(await _store.TryAppendAsync(Next(read), CheckIn(goal, 2, "För sent"), default));
        Assert.Equal("Kvar", Assert.Single((await _store.ReadLogAsync(read.Scorecard, null, default)).Of(goal).Judged()).CheckIn.Notes[0].Body);
    }

    private static StoredScorecard Next(StoredScorecard read) => read with { Scorecard = read.Scorecard with { Version = read.Scorecard.Version + 1 } };

    private static GoalCheckIn CheckIn(Guid goal, int revision, string note) => new()
    {
        Goal = goal,
        Date = new(2021, 3, 17),
        Revision = revision,
        Version = 2,
        Value = 1.5,
        Status = Status.AtRisk,
        Notes = [new(Guid.NewGuid(), note, "anna", DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch)],
        By = "anna",
        FirstAt = DateTimeOffset.UnixEpoch,
        At = DateTimeOffset.UnixEpoch,
    };

    private PersonalScorecard Scorecard(string department) => new()
    {
        Area = Area,
        Department = department,
        Id = Guid.NewGuid(),
        Name = "Eget",
        Version = 1,
        By = "anna",
        CreatedAt = DateTimeOffset.UnixEpoch,
        ModifiedAt = DateTimeOffset.UnixEpoch,
    };

    private static PersonalGoal Goal(string name) =>
        new(Guid.NewGuid(), null, name, null, new(2021, 1, 1), new(2021, 12, 31), null, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch);
}
