using FsCheck;
using FsCheck.Fluent;
using Hsvo.Domain.Statuses;
using Hsvo.TestKit.Builders;
using static Hsvo.TestKit.Builders.PlanBuilder;
using static Hsvo.TestKit.Builders.ReportBuilder;

namespace Hsvo.Domain.Tests.Statuses;

/// <summary>An answer is in time until midnight in Stockholm after the due day, also when the clocks change that night.</summary>
public sealed class DueDateProperties
{
    // The last Sundays of March and October 2021.
    private static readonly DateTimeOffset SummerBegins = new(2021, 3, 28, 1, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset SummerEnds = new(2021, 10, 31, 1, 0, 0, TimeSpan.Zero);

    [Fact]
    public void To_the_minute_an_answer_is_late_when_it_comes_after_the_due_day_in_Stockholm() => Prop.ForAll(
        (from due in Gen.OneOf(
             Gen.Choose(-3, 3).Select(new DateOnly(2021, 3, 28).AddDays), Gen.Choose(-3, 3).Select(new DateOnly(2021, 10, 31).AddDays),
             Gen.Choose(0, 364).Select(new DateOnly(2021, 1, 1).AddDays))
         from minutes in Gen.OneOf(Gen.Choose(-180, 180), Gen.Choose(-5000, 5000))
         select (Due: due, Minutes: minutes)).ToArbitrary(),
        c =>
        {
            var plan = APlan().WithIndicator("i1", Specs.Deliverable, "vs").Build();
            var reported = new DateTimeOffset(c.Due.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero).AddMinutes(c.Minutes);
            var inStockholm = reported.ToOffset(TimeSpan.FromHours(reported >= SummerBegins && reported < SummerEnds ? 2 : 1));

            var cell = PlanStatus.Compute(
                plan, plan.Rounds[0], plan.Rounds[0].On(c.Due.AddDays(14)), [AReport("i1", "vs").At(reported)], c.Due)["i1"].Cells.Single();

            return cell.Reporting == (DateOnly.FromDateTime(inStockholm.DateTime) > c.Due ? ReportingStatus.Late : ReportingStatus.Reported);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_meetings_days_are_just_its_days_before_it_whatever_the_clocks_do() => Prop.ForAll(
        Gen.Choose(0, 4000).Select(new DateOnly(2020, 1, 1).AddDays).ToArbitrary(),
        meets =>
        {
            var timeline = APlan().Build().Rounds[0].On(meets).Timeline;
            return (meets.DayNumber - timeline.Opens.DayNumber, meets.DayNumber - timeline.Due.DayNumber, meets.DayNumber - timeline.Seals!.Value.DayNumber) == (30, 14, 7);
        }).QuickCheckThrowOnFailure();
}
