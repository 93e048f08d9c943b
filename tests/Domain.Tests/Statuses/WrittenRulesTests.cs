using Hsvo.Domain.Areas;
using Hsvo.Domain.Plans;
using Hsvo.Domain.Reports;
using Hsvo.Domain.Statuses;
using Hsvo.TestKit.Builders;

namespace Hsvo.Domain.Tests.Statuses;

/// <summary>Rules that the coordinator writes: the first whose conditions all hold decides, else what is said for otherwise.</summary>
public sealed class WrittenRulesTests
{
    private static readonly DateOnly Today = new(2021, 6, 1);

    private static readonly WrittenRules Rules = new(
        [
            new([new(RuleField.Value, RuleOperator.GreaterThanOrEqual) { PercentOfTarget = 100 }], Status.Completed),
            new([new(RuleField.Value, RuleOperator.GreaterThanOrEqual) { Number = 40 }, new(RuleField.Timestamp, RuleOperator.LessThan) { Date = new(2021, 7, 1) }], Status.OnTrack),
            new([new(RuleField.Value, RuleOperator.LessThan) { PercentOfTarget = 25 }], Status.Behind),
        ],
        Status.AtRisk);

    [Theory]
    [InlineData(80, 1, Status.Completed)]
    [InlineData(79.9, 1, Status.OnTrack)]
    [InlineData(40, 30, Status.OnTrack)]
    [InlineData(40, 31, Status.AtRisk)]
    [InlineData(20, 1, Status.AtRisk)]
    [InlineData(19, 1, Status.Behind)]
    public void The_first_rule_whose_conditions_all_hold_gives_the_status(double value, int day, Status status) =>
        Assert.Equal(status, Rules.StatusOf(value, target: 80, Today.AddDays(day - 1)));

    [Theory]
    [InlineData(RuleOperator.Equal, false, true, false)]
    [InlineData(RuleOperator.GreaterThan, false, false, true)]
    [InlineData(RuleOperator.GreaterThanOrEqual, false, true, true)]
    [InlineData(RuleOperator.LessThan, true, false, false)]
    [InlineData(RuleOperator.LessThanOrEqual, true, true, false)]
    public void Each_operator_compares_numbers_and_days(RuleOperator compare, bool below, bool same, bool above)
    {
        var (number, day) = (new RuleCondition(RuleField.Value, compare) { Number = 5 }, new RuleCondition(RuleField.Timestamp, compare) { Date = Today });

        Assert.Equal([below, same, above], new[] { 4.0, 5, 6 }.Select(v => number.Holds(v, null, Today)));
        Assert.Equal([below, same, above], new[] { -1, 0, 1 }.Select(d => day.Holds(0, null, Today.AddDays(d))));
    }

    [Fact]
    public void What_is_compared_with_a_target_that_there_is_not_does_not_hold() => Assert.Equal(Status.AtRisk, Rules.StatusOf(1, target: null, new(2021, 8, 1)));

    [Fact]
    public void Of_numbers_by_part_the_worst_counts_and_a_ja_is_one()
    {
        var parts = new Answer { Parts = [new("a", AnswerValue.Of(100)), new("b", AnswerValue.Of(1))] };
        var yes = new WrittenRules([new([new(RuleField.Value, RuleOperator.Equal) { Number = 1 }], Status.OnTrack)], Status.Overdue);

        Assert.Equal(Status.Behind, Rules.StatusOf(Specs.Count.AtLeast(80).InParts("a", "b"), parts, Today));
        Assert.Equal([Status.OnTrack, Status.Overdue], new[] { AnswerValue.Yes, AnswerValue.No }.Select(v => yes.StatusOf(Specs.Deliverable, new() { Value = v }, Today)));
    }

    [Fact]
    public void Written_rules_decide_in_place_of_the_table_and_count_in_the_roll_up_and_hidden_numbers_stay_hidden()
    {
        var spec = Specs.Count with { Written = Rules };

        Assert.Equal((false, true), (Specs.Count.RollsUp, spec.RollsUp));
        Assert.Equal(Status.OnTrack, StatusRule.For(spec, new() { Value = AnswerValue.Of(45) }, isFinalRound: false, Today).StatusOf(new()));
        Assert.Equal("suppressed", StatusRule.For(spec, new() { IsSuppressed = true }, isFinalRound: false, Today).Code);
        Assert.Equal("answer.outdated", StatusRule.For(spec, new() { Value = AnswerValue.Yes }, isFinalRound: false, Today).Code);
    }

    [Fact]
    public void The_newest_change_known_at_a_time_holds_for_its_row_alone()
    {
        var plan = PlanBuilder.APlan().WithDepartment("aln", Principal.Kommun).UnderGoal("1.1").WithIndicator("i0", Specs.Count, "aln").WithIndicator("i1", Specs.Count, "aln").Build();
        DateTimeOffset At(int day) => new(2021, 5, day, 8, 0, 0, TimeSpan.Zero);
        StatusRulesChange Change(int number, WrittenRules? rules) => new() { Area = plan.Area, Plan = plan.Id, Indicator = "i0", Number = number, Rules = rules, By = "nvs", At = At(number) };
        var history = AreaHistory.Empty with { StatusRules = [Change(1, Rules), Change(2, Rules with { Otherwise = Status.Overdue }), Change(3, null)] };

        Assert.Equal([null, Status.AtRisk, Status.Overdue, null], new[] { At(1).AddHours(-1), At(1), At(2), At(3) }.Select(t => history.AsOf(t).ApplyTo(plan).Node("i0").Indicator!.Written?.Otherwise));
        Assert.Null(history.AsOf(At(2)).ApplyTo(plan).Node("i1").Indicator!.Written);
        Assert.Equal(4, history.NextStatusRulesOf(plan.Id, "i0"));
    }
}
