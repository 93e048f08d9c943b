using FsCheck;
using FsCheck.Fluent;
using Hsvo.Domain.Areas;
using Hsvo.Domain.Meetings;
using Hsvo.Domain.Plans;
using static Hsvo.TestKit.Builders.PlanBuilder;

namespace Hsvo.Domain.Tests.Areas;

public sealed class MonthlyRoundsTests
{
    [Theory]
    [InlineData("2023-05-31", 15, "2023-06-01", "2023-06-15")]
    [InlineData("2023-12-31", 15, "2024-01-01", "2024-01-15")]
    [InlineData("2024-02-29", 1, "2024-03-01", "2024-03-01")]
    [InlineData("2023-01-31", 28, "2023-02-01", "2023-02-28")]
    [InlineData("2023-05-20", 15, "2023-05-21", "2023-06-15")]
    public void A_monthly_round_opens_the_day_after_it_ended_and_is_due_on_the_next_due_day(string ends, int dueDay, string opens, string due) =>
        Assert.Equal(
            new(Day(opens), Day(due), Seals: null, Meets: null) { IsAssumed = true }, new MonthlyRounds(dueDay, IsConfirmed: false).TimelineOf(Round(Day(ends))));

    [Fact]
    public void A_due_day_that_the_office_has_confirmed_is_not_assumed() =>
        Assert.False(new MonthlyRounds(15, IsConfirmed: true).TimelineOf(Round(new(2023, 5, 31))).IsAssumed);

    [Fact]
    public void Whenever_a_round_ends_its_due_day_is_the_first_of_its_number_from_the_opening_on() => Prop.ForAll(
        (from day in Gen.Choose(0, 4000) from dueDay in Gen.Choose(1, 28) select (Ends: new DateOnly(2020, 1, 1).AddDays(day), DueDay: dueDay)).ToArbitrary(),
        c =>
        {
            var timeline = new MonthlyRounds(c.DueDay, IsConfirmed: true).TimelineOf(Round(c.Ends));
            var first = Enumerable.Range(1, 40).Select(c.Ends.AddDays).First(d => d.Day == c.DueDay);
            return timeline == new RoundTimeline(c.Ends.AddDays(1), first, null, null);
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("2022-12-01", "2023-01")]
    [InlineData("2023-01-31", "2023-01")]
    [InlineData("2023-02-01", "2023-01")]
    [InlineData("2023-02-28", "2023-01")]
    [InlineData("2023-03-01", "2023-02")]
    [InlineData("2025-01-01", "2023-03")]
    public void The_current_round_of_a_monthly_plan_is_the_one_that_ended_last(string today, string current)
    {
        var plan = APlan().WithRound("2023-01", new(2023, 1, 31)).WithRound("2023-02", new(2023, 2, 28)).WithRound("2023-03", new(2023, 3, 31), isFinal: true)
            .Build();

        Assert.Equal(current, Rounds.Current(plan with { Cadence = PlanCadence.Monthly }, [], Day(today)).Id);
    }

    private static Round Round(DateOnly ends) => new("r", ends, IsFinal: false, Reading: null);

    private static DateOnly Day(string text) => DateOnly.Parse(text, null);
}
