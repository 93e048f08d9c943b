using Hsvo.Domain.Scorecards;
using Hsvo.TestKit;

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
