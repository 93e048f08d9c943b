using Hsvo.Domain.Scorecards;
using Hsvo.Domain.Statuses;
using Hsvo.TestKit;

namespace Hsvo.UseCases.Tests;

/// <summary>Departments' own scorecards, changed by several at once: nothing that was said is lost, and nobody writes over what they didn't see.</summary>
public sealed class OwnGoalCheckInTests(AzuriteFixture azurite) : StorageTest(azurite)
{
    private static readonly DateOnly Day = new(2021, 3, 17);

    [Fact]
    public async Task Check_ins_goals_and_names_from_two_instances_at_once_are_all_there()
    {
        var (scorecard, goal) = await ScorecardAsync();
        var other = Start();

        await Task.WhenAll(Enumerable.Range(0, 3).SelectMany(i => new[]
        {
            UntilDoneAsync(() => CheckInAsync(i % 2 == 0 ? App : other, scorecard, goal, Day.AddDays(i), i)),
            UntilDoneAsync(() => ChangeAsync(i % 2 == 0 ? other : App, scorecard, (s, now) => s.Add(Goal($"Mål {i}", now)))),
        }));

        var stored = Assert.Single(await App.PersonalScorecards.ListAsync("shs", default));
        var log = (await App.OwnGoalCheckIns.ReadAsync(stored, default)).Of(goal);
        Assert.Equal([0, 1, 2], log.Judged().Select(j => j.CheckIn.Value!.Value));
        Assert.Equal(4, stored.Goals.Count);
        Assert.Equal(2 + 6, stored.Version);
    }

    [Fact]
    public async Task Two_on_the_same_day_make_two_revisions_and_whoever_says_what_it_saw_makes_none_over_anothers()
    {
        var (scorecard, goal) = await ScorecardAsync();
        await UntilDoneAsync(() => CheckInAsync(App, scorecard, goal, Day, 1));

        await Task.WhenAll(UntilDoneAsync(() => CheckInAsync(App, scorecard, goal, Day, 2)), UntilDoneAsync(() => CheckInAsync(Start(), scorecard, goal, Day, 3)));
        var overtaken = await CheckInAsync(App, scorecard, goal, Day, 4, seen: 1);
        var seen = await CheckInAsync(App, scorecard, goal, Day, 4, seen: 3);

        Assert.Equal((FailureKind.PreconditionFailed, "goalValue.overtaken"), (overtaken.Failure!.Kind, overtaken.Failure.Code));
        Assert.Equal((4, 4), (seen.Value!.Log.NewestOf(Day)!.Revision, seen.Value.Log.NewestOf(Day)!.Value));
    }

    [Fact]
    public async Task The_same_again_stores_nothing()
    {
        var (scorecard, goal) = await ScorecardAsync();
        var first = await CheckInAsync(App, scorecard, goal, Day, 1);

        var again = await CheckInAsync(App, scorecard, goal, Day, 1);

        Assert.Equal(first.Value!.Scorecard.Version, again.Value!.Scorecard.Version);
        Assert.Equal(1, again.Value.Log.NewestOf(Day)!.Revision);
    }

    [Fact]
    public async Task Rules_are_kept_change_by_change_under_the_number_that_was_seen()
    {
        var (scorecard, goal) = await ScorecardAsync();
        var at = new OwnGoalPlace(Reporter(department: "shs"), "shs", scorecard, goal);

        var none = await App.OwnGoalCheckIns.SetRulesAsync(at, null, null, default);
        var first = await App.OwnGoalCheckIns.SetRulesAsync(at, new([], Status.OnTrack), 0, default);
        var overtaken = await App.OwnGoalCheckIns.SetRulesAsync(at, new([], Status.Behind), 0, default);
        var gone = await App.OwnGoalCheckIns.SetRulesAsync(at, null, 1, default);

        Assert.Equal((FailureKind.NotFound, FailureKind.PreconditionFailed), (none.Failure!.Kind, overtaken.Failure!.Kind));
        Assert.Equal((1, 2), (first.Value!.Log.Rules!.Number, gone.Value!.Log.Rules!.Number));
        Assert.Null(gone.Value.Log.Rules.Rules);
    }

    [Fact]
    public async Task A_scorecard_that_is_full_takes_no_more_and_a_goal_that_is_gone_takes_none()
    {
        var (scorecard, goal) = await ScorecardAsync();
        await ChangeAsync(App, scorecard, (s, _) => s with { LogWeight = PersonalScorecard.MaxLog });

        var full = await CheckInAsync(App, scorecard, goal, Day, 1);
        await ChangeAsync(App, scorecard, (s, _) => s.Remove(goal));
        var gone = await CheckInAsync(App, scorecard, goal, Day, 1);

        Assert.Equal(("scorecard.full", "id.unknown"), (full.Failure!.Code, gone.Failure!.Code));
    }

    [Fact]
    public async Task A_scorecard_is_changed_and_removed_by_whoever_saw_its_newest_version()
    {
        var (scorecard, _) = await ScorecardAsync();

        var overtaken = await ChangeAsync(App, scorecard, (s, _) => s with { Name = "Mitt" }, seen: 1);
        var changed = await ChangeAsync(App, scorecard, (s, _) => s with { Name = "Nytt" }, seen: 2);
        var kept = await ChangeAsync(App, scorecard, change: null, seen: 2);
        var removed = await ChangeAsync(App, scorecard, change: null, seen: 3);
        var gone = await ChangeAsync(App, scorecard, (s, _) => s with { Name = "Mitt" });

        Assert.Equal(
            ["scorecard.overtaken", null, "scorecard.overtaken", null, "id.unknown"],
            new[] { overtaken, changed, kept, removed, gone }.Select(o => o.Failure?.Code));
    }

    private async Task<(Guid Scorecard, Guid Goal)> ScorecardAsync()
    {
        var made = (await App.PersonalScorecards.CreateAsync(Reporter(department: "shs"), "shs", new("Eget", null, null), default)).Value!;
        var goal = Goal("Mål", Time.GetUtcNow());
        Assert.Null((await ChangeAsync(App, made.Id, (s, _) => s.Add(goal))).Failure);
        return (made.Id, goal.Id);
    }

    private static PersonalGoal Goal(string name, DateTimeOffset now) => new(Guid.NewGuid(), null, name, null, new(2021, 1, 1), new(2021, 12, 31), null, now, now);

    private static Task<Outcome<PersonalScorecard>> ChangeAsync(Instance app, Guid scorecard, Func<PersonalScorecard, DateTimeOffset, ScorecardChange>? change, int? seen = null) =>
        app.PersonalScorecards.ChangeAsync(Reporter(department: "shs"), "shs", scorecard, seen, change, default);

    private static Task<Outcome<OwnGoalState>> CheckInAsync(Instance app, Guid scorecard, Guid goal, DateOnly date, double value, int? seen = null) =>
        app.OwnGoalCheckIns.CheckInAsync(
            new(Reporter(department: "shs"), "shs", scorecard, goal),
            date,
            seen,
            (_, _) => new GoalCheckIn { Goal = goal, Date = date, Revision = 0, Version = 0, Value = value, By = "", FirstAt = default, At = default },
            default);

    // Whoever is told that others are at it sends the same again, as it is told to.
    private static async Task UntilDoneAsync<T>(Func<Task<Outcome<T>>> change)
        where T : class
    {
        Failure? failure;
        do
        {
            failure = (await change()).Failure;
        }
        while (failure is { Kind: FailureKind.Unavailable });

        Assert.Null(failure);
    }
}
