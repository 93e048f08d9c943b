using Hsvo.Domain.Scorecards;

namespace Hsvo.Domain.Tests.Scorecards;

/// <summary>Goals beside the plan: added, moved and removed, at most five levels of them.</summary>
public sealed class PersonalScorecardTests
{
    private static readonly DateTimeOffset Now = new(2021, 5, 3, 8, 0, 0, TimeSpan.Zero);
    private static readonly Guid[] Ids = [.. Enumerable.Range(1, 8).Select(i => new Guid(i, 0, 0, new byte[8]))];

    [Fact]
    public void Goals_lie_on_levels_0_to_4_and_no_deeper()
    {
        var chain = Chain(5);

        Assert.Equal([0, 1, 2, 3, 4], chain.InOrder().Select(chain.LevelOf));
        Assert.Equal(ScorecardFault.TooDeep, chain.Add(Goal(5, under: 4)).Fault);
        Assert.Equal(ScorecardFault.UnknownParent, chain.Add(Goal(5, under: 7)).Fault);
    }

    [Fact]
    public void No_goal_ends_before_it_starts()
    {
        var goal = Goal(0);

        Assert.Equal(ScorecardFault.EndsBeforeItStarts, Empty.Add(goal with { Completes = new(2020, 12, 31) }).Fault);
        Assert.Equal(ScorecardFault.EndsBeforeItStarts, Empty.Add(goal).Scorecard!.Replace(goal with { Starts = new(2022, 1, 1) }).Fault);
        Assert.Null(Empty.Add(goal with { Completes = goal.Starts }).Fault);
    }

    [Fact]
    public void Removing_a_goal_removes_what_is_below_it()
    {
        Assert.Equal([Ids[0]], Chain(4).Remove(Ids[1]).Scorecard!.Goals.Select(g => g.Id));
        Assert.Equal(ScorecardFault.UnknownGoal, Chain(1).Remove(Ids[3]).Fault);
    }

    [Fact]
    public void A_goal_is_moved_between_its_new_neighbours()
    {
        var flat = Flat(4);

        var moved = flat.Move(new(Place(3), null, Place(0), Place(1))).Scorecard!;
        var below = moved.Move(new(Place(0), Place(2), null, null)).Scorecard!;

        Assert.Equal([Ids[0], Ids[3], Ids[1], Ids[2]], moved.InOrder().Select(g => g.Id));
        Assert.Equal([Ids[3], Ids[1], Ids[2], Ids[0]], below.InOrder().Select(g => g.Id));
        Assert.Equal(Ids[2], below.Find(Ids[0])!.ParentId);
    }

    [Fact]
    public void Whoever_does_not_know_where_it_lies_does_not_move_it()
    {
        Assert.Equal(ScorecardFault.Moved, Chain(3).Move(new(Place(2), null, null, null)).Fault);
        Assert.Equal(ScorecardFault.Moved, Flat(3).Move(new(Place(2), new(Ids[0], Ids[1]), null, null)).Fault);
    }

    [Fact]
    public void A_goal_lies_neither_below_itself_nor_too_deep_nor_among_strangers()
    {
        var chain = Chain(4);

        Assert.Equal(ScorecardFault.BelowItself, chain.Move(new(Place(0), Place(3, 2), null, null)).Fault);
        Assert.Equal(ScorecardFault.TooDeep, chain.Add(Goal(4)).Scorecard!.Add(Goal(5, under: 4)).Scorecard!.Move(new(Place(4), Place(3, 2), null, null)).Fault);
        Assert.Equal(ScorecardFault.NotSiblings, Flat(3).Move(new(Place(0), Place(1), Place(2), null)).Fault);
    }

    private static PersonalScorecard Empty => new() { Area = "uppsala", Department = "shs", Id = Ids[7], Name = "Eget", Version = 1, By = "anna", CreatedAt = Now, ModifiedAt = Now };

    private static PersonalScorecard Chain(int goals) => Enumerable.Range(0, goals).Aggregate(Empty, (s, i) => s.Add(Goal(i, i == 0 ? null : i - 1)).Scorecard!);

    private static PersonalScorecard Flat(int goals) => Enumerable.Range(0, goals).Aggregate(Empty, (s, i) => s.Add(Goal(i)).Scorecard!);

    private static PersonalGoal Goal(int id, int? under = null) =>
        new(Ids[id], under is { } parent ? Ids[parent] : null, $"Mål {id}", null, new(2021, 1, 1), new(2021, 12, 31), null, Now, Now);

    private static GoalPlace Place(int id, int? under = null) => new(Ids[id], under is { } parent ? Ids[parent] : null);
}
