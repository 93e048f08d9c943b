using Hsvo.Domain.Scorecards;
using Hsvo.Domain.Statuses;

namespace Hsvo.Domain.Tests.Scorecards;

/// <summary>What was checked in on own goals: the newest revision of each day, judged in the days' order.</summary>
public sealed class ScorecardLogTests
{
    private static readonly Guid Goal = new(1, 0, 0, new byte[8]);
    private static readonly Guid Other = new(2, 0, 0, new byte[8]);

    [Fact]
    public void The_newest_revision_of_each_day_counts_in_the_days_order_and_not_one_that_was_taken_back()
    {
        var log = Log(CheckIn(3, 1, 30), CheckIn(1, 1, 10), CheckIn(1, 2, 11), CheckIn(2, 1, 20), CheckIn(2, 2, 20) with { IsWithdrawn = true });

        Assert.Equal([11, 30], log.Judged().Select(j => j.CheckIn.Value!.Value));
        Assert.True(log.NewestOf(new(2021, 3, 2))!.IsWithdrawn);
        Assert.Null(log.JudgedOn(new(2021, 3, 2)));
    }

    [Fact]
    public void Change_is_the_difference_from_the_value_before_as_people_would_reckon_it()
    {
        var log = Log(CheckIn(1, 1, 1.1), CheckIn(2, 1, null) with { Status = Status.AtRisk }, CheckIn(3, 1, 1.4), CheckIn(4, 1, 1.4));

        Assert.Equal([null, null, 0.3, 0], log.Judged().Select(j => j.Change));
    }

    [Fact]
    public void Rules_judge_what_has_a_value_by_the_newest_target_and_the_days_own_date_and_the_rest_is_as_was_said()
    {
        var rules = new WrittenRules(
            [
                new([new(RuleField.Change, RuleOperator.LessThan) { Number = 0 }], Status.Behind),
                new([new(RuleField.Value, RuleOperator.GreaterThanOrEqual) { PercentOfTarget = 100 }], Status.Completed),
                new([new(RuleField.Timestamp, RuleOperator.GreaterThan) { Date = new(2021, 3, 4) }], Status.Overdue),
            ],
            Status.OnTrack);
        GoalCheckIn[] checkIns =
        [
            CheckIn(1, 1, 5) with { Target = 10, Status = Status.NotStarted }, CheckIn(2, 1, 10), CheckIn(3, 1, 9), CheckIn(4, 1, null) with { Status = Status.AtRisk }, CheckIn(5, 1, 9),
        ];

        var judged = new GoalLog(checkIns, [new(Goal, 1, 6, rules, "anna", default)]).Judged();
        var unruled = new GoalLog(checkIns, [new(Goal, 1, 6, rules, "anna", default), new(Goal, 2, 7, null, "anna", default)]).Judged();

        Assert.Equal([Status.OnTrack, Status.Completed, Status.Behind, Status.AtRisk, Status.Overdue], judged.Select(j => j.Status));
        Assert.Equal([Status.NotStarted, null, null, Status.AtRisk, null], unruled.Select(j => j.Status));
    }

    [Fact]
    public void What_came_after_a_version_is_left_out_and_goals_do_not_meet()
    {
        var log = new ScorecardLog([CheckIn(1, 1, 1), CheckIn(1, 2, 2) with { Version = 9 }, CheckIn(2, 1, 3) with { Goal = Other }], [new(Goal, 1, 9, null, "anna", default)]);

        Assert.Equal(1, Assert.Single(log.At(8).Of(Goal).Judged()).CheckIn.Value);
        Assert.Null(log.At(8).Of(Goal).Rules);
        Assert.Equal(2, Assert.Single(log.At(9).Of(Goal).Judged()).CheckIn.Value);
    }

    private static GoalLog Log(params GoalCheckIn[] checkIns) => new(checkIns, []);

    private static GoalCheckIn CheckIn(int day, int revision, double? value) =>
        new() { Goal = Goal, Date = new(2021, 3, day), Revision = revision, Version = 1, Value = value, By = "anna", FirstAt = default, At = default };
}
