using FsCheck;
using FsCheck.Fluent;
using Hsvo.Domain.Meetings;
using Hsvo.Domain.Plans;
using Hsvo.TestKit.Builders;
using static Hsvo.TestKit.Builders.PlanBuilder;

namespace Hsvo.Domain.Tests.Meetings;

public sealed class MeetingTests
{
    private static readonly Plan Plan = APlan().Build();

    [Theory]
    [InlineData("2021-05-25", "2021-04-25", "2021-05-11", "2021-05-18")]
    [InlineData("2021-10-20", "2021-09-20", "2021-10-06", "2021-10-13")]
    [InlineData("2022-01-10", "2021-12-11", "2021-12-27", "2022-01-03")]
    [InlineData("2024-03-10", "2024-02-09", "2024-02-25", "2024-03-03")]
    public void A_round_opens_30_days_is_due_14_and_seals_7_before_the_meeting(string meets, string opens, string due, string seals)
    {
        var timeline = Plan.Rounds[0].On(Day(meets)).Timeline;

        Assert.Equal(new(Day(opens), Day(due), Day(seals), Day(meets)), timeline);
    }

    // Called on day 0: nothing is sealed that day, and who was never asked in time isn't late.
    [Theory]
    [InlineData(60, 30, 14, 7)]
    [InlineData(14, 30, 14, 7)]
    [InlineData(13, 30, 8, 7)]
    [InlineData(8, 30, 8, 7)]
    [InlineData(7, 30, 7, 6)]
    [InlineData(5, 30, 5, 4)]
    [InlineData(2, 30, 2, 1)]
    [InlineData(1, 30, 1, 0)]
    public void At_short_notice_the_days_are_fewer(int daysLeft, int opens, int due, int seals) =>
        Assert.Equal(new(opens, due, seals), MeetingDays.Default.AtNoticeOf(daysLeft));

    [Fact]
    public void At_any_notice_the_days_stand_in_their_order_and_none_is_cut_without_need() => Prop.ForAll(
        (from seals in Gen.Choose(0, 30)
         from due in Gen.Choose(seals, 60)
         from opens in Gen.Choose(due, 90)
         from left in Gen.Choose(1, 100)
         select (Days: new MeetingDays(opens, due, seals), Left: left)).ToArbitrary(),
        c =>
        {
            var days = c.Days.AtNoticeOf(c.Left);
            return days.Opens >= days.Due && days.Due >= days.Seals && days.Seals >= 0
                && days.Seals < c.Left && days.Due <= c.Left
                && (c.Days.Due > c.Left || c.Days.Seals >= c.Left || days == c.Days);
        }).QuickCheckThrowOnFailure();

    /// <summary>The meetings of May, October and January, "-" where there is no date.</summary>
    [Theory]
    [InlineData("-", "-", "-", "2021-05-01", "2021-05")]
    [InlineData("-", "-", "-", "2025-01-01", "2021-05")]
    [InlineData("2021-05-25", "-", "-", "2021-01-01", "2021-05")]
    [InlineData("2021-05-25", "-", "-", "2021-05-25", "2021-05")]
    [InlineData("2021-05-25", "-", "-", "2021-05-26", "2021-10")]
    [InlineData("2021-05-25", "2021-10-20", "-", "2021-05-26", "2021-10")]
    [InlineData("2021-05-25", "2021-10-20", "-", "2021-10-21", "2022-01")]
    [InlineData("2021-05-25", "2021-10-20", "2022-01-25", "2022-01-25", "2022-01")]
    [InlineData("2021-05-25", "2021-10-20", "2022-01-25", "2023-01-01", "2022-01")]
    [InlineData("-", "2021-10-20", "-", "2021-06-01", "2021-10")]
    [InlineData("-", "2021-10-20", "-", "2021-11-01", "2021-05")]
    public void The_current_round_is_the_first_still_to_meet_else_the_first_undated_else_the_last(
        string may, string october, string january, string today, string current)
    {
        string[] dates = [may, october, january];
        Meeting[] meetings = [.. Plan.Rounds.Zip(dates).Where(p => p.Second != "-").Select(p => p.First.On(Day(p.Second)))];

        Assert.Equal(current, Rounds.Current(Plan, meetings, Day(today)).Id);
    }

    [Fact]
    public void Another_plans_meeting_is_not_this_plans()
    {
        Meeting[] meetings = [Plan.Rounds[0].On(new(2021, 5, 25)) with { Agenda = [new("hsvo-2020", "2021-05")] }];

        Assert.Null(meetings.MeetingOf(Plan, "2021-05"));
        Assert.Equal("2021-05", Rounds.Current(Plan, meetings, new(2021, 6, 1)).Id);
    }

    /// <summary>The meetings that have the round of May on their agenda, in the order they are listed: their kind and date.</summary>
    [Theory]
    [InlineData("", null)]
    [InlineData("O 2021-05-25", "O 2021-05-25")]
    [InlineData("E 2021-05-25", "E 2021-05-25")]
    [InlineData("E 2021-04-25 O 2021-05-25", "O 2021-05-25")]
    [InlineData("O 2021-05-25 E 2021-04-25", "O 2021-05-25")]
    [InlineData("O 2021-05-25 E 2021-06-25", "O 2021-05-25")]
    [InlineData("E 2021-06-25 O 2021-05-25", "O 2021-05-25")]
    public void A_rounds_days_are_its_ordinary_meetings_and_an_extra_ones_only_where_there_is_no_ordinary(string meetings, string? decides)
    {
        Meeting[] all = [.. meetings.Split(' ', StringSplitOptions.RemoveEmptyEntries).Chunk(2).Select(m => Plan.Rounds[0].On(Day(m[1])) with
        {
            Id = string.Join(' ', m),
            Kind = m[0] == "O" ? MeetingKind.Ordinary : MeetingKind.Extra,
        })];

        Assert.Equal(decides, all.MeetingOf(Plan, "2021-05")?.Id);
        Assert.Null(all.MeetingOf(Plan, "2021-10"));
    }

    private static DateOnly Day(string text) => DateOnly.Parse(text, null);
}
