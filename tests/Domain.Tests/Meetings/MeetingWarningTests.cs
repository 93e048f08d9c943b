using FsCheck;
using FsCheck.Fluent;
using Hsvo.Domain.Areas;
using Hsvo.Domain.Meetings;

namespace Hsvo.Domain.Tests.Meetings;

public sealed class MeetingWarningTests
{
    private static readonly int[] Ordinary = [1, 5, 10];

    [Theory]
    [InlineData("2021-03-01", "")]
    [InlineData("2021-03-02", "2021-05 60")]
    [InlineData("2021-04-30", "2021-05 1")]
    [InlineData("2021-05-01", "2021-05 0")]
    [InlineData("2021-05-31", "2021-05 -30")]
    [InlineData("2021-06-01", "")]
    [InlineData("2021-11-01", "")]
    [InlineData("2021-11-02", "2022-01 60")]
    [InlineData("2021-12-31", "2022-01 1")]
    [InlineData("2022-01-31", "2022-01 -30")]
    public void An_ordinary_month_is_warned_of_from_sixty_days_before_until_it_is_over(string today, string expected) =>
        Assert.Equal(expected, WarningsOn(Day(today)));

    [Theory]
    [InlineData("2022-01-01", MeetingKind.Ordinary, "")]
    [InlineData("2022-01-31", MeetingKind.Ordinary, "")]
    [InlineData("2022-01-20", MeetingKind.Extra, "2022-01 31")]
    [InlineData("2021-01-20", MeetingKind.Ordinary, "2022-01 31")]
    [InlineData("2022-02-01", MeetingKind.Ordinary, "2022-01 31")]
    public void An_ordinary_meeting_dated_in_the_month_of_that_year_ends_the_warning(string date, MeetingKind kind, string expected) =>
        Assert.Equal(expected, WarningsOn(new(2021, 12, 1), Meeting(Day(date), kind)));

    [Fact]
    public void Months_and_days_are_the_offices_to_settle()
    {
        AreaRecord record = new() { Configuration = new() { Settings = new() { OrdinaryMonths = [3, 6], WarningDays = 120 } } };

        Assert.Equal([new(new(2021, 3, 1), 28), new(new(2021, 6, 1), 120)], record.WarningsOn(new(2021, 2, 1)));
        Assert.Empty((record with { Configuration = new() { Settings = new() { OrdinaryMonths = [] } } }).WarningsOn(new(2021, 2, 1)));
    }

    // Asked of each day on its own: the month it is in, or begins within the days, is ordinary and holds no ordinary meeting.
    [Fact]
    public void Warnings_are_just_the_undated_ordinary_months_that_a_look_at_each_day_ahead_finds() => Prop.ForAll(
        (from today in Gen.Choose(0, 1500).Select(new DateOnly(2020, 1, 1).AddDays)
         from days in Gen.Choose(0, 400)
         from meetings in (from offset in Gen.Choose(-60, 400) from extra in Gen.Elements(true, false) select (offset, extra)).ArrayOf()
         select (today, days, meetings)).ToArbitrary(),
        c =>
        {
            Meeting[] dated = [.. c.meetings.Select(m => Meeting(c.today.AddDays(m.offset), m.extra ? MeetingKind.Extra : MeetingKind.Ordinary))];
            var ahead = Enumerable.Range(0, c.days + 1).Select(c.today.AddDays).Select(d => new DateOnly(d.Year, d.Month, 1)).Distinct()
                .Where(m => Ordinary.Contains(m.Month) && !dated.Any(d => d.Kind == MeetingKind.Ordinary && d.Date >= m && d.Date < m.AddMonths(1)));
            return MeetingWarning.Of(dated, Ordinary, c.days, c.today).Select(w => w.Month).SequenceEqual(ahead);
        }).QuickCheckThrowOnFailure();

    private static string WarningsOn(DateOnly today, params Meeting[] meetings) =>
        string.Join(", ", MeetingWarning.Of(meetings, Ordinary, 60, today).Select(w => $"{w.Month:yyyy-MM} {w.DaysLeft}"));

    private static Meeting Meeting(DateOnly date, MeetingKind kind) =>
        new() { Id = "m", Area = "uppsala", Date = date, Kind = kind, Agenda = [new("hsvo-2021", "2022-01")] };

    private static DateOnly Day(string text) => DateOnly.Parse(text, null);
}
