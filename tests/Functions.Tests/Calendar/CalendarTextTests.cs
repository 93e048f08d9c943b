using Hsvo.Domain.Meetings;
using Hsvo.Domain.Plans;
using Hsvo.Functions.Calendar;
using Hsvo.TestKit.Builders;
using Hsvo.UseCases.Calendar;

namespace Hsvo.Functions.Tests.Calendar;

/// <summary>The calendar as a file that calendars read.</summary>
public sealed class CalendarTextTests
{
    private static readonly Meeting Samrad = new() { Id = "2021-05", Area = "uppsala", Date = new(2021, 5, 20), Agenda = [new("p", "2021-05")] };

    [Theory]
    [InlineData("Verksamhetsplan; barn, unga\\vuxna")]
    [InlineData("Två rader\nav text")]
    [InlineData("ååååååååååååååååååååååååååååååååååååååååååååååååååååååååååååååååååååååååååååååååååååååååå")]
    [InlineData("👩‍⚕️👩‍⚕️👩‍⚕️👩‍⚕️👩‍⚕️👩‍⚕️👩‍⚕️👩‍⚕️👩‍⚕️👩‍⚕️👩‍⚕️👩‍⚕️👩‍⚕️👩‍⚕️👩‍⚕️👩‍⚕️👩‍⚕️👩‍⚕️👩‍⚕️")]
    public void Whatever_a_plan_is_called_it_comes_out_as_it_was(string title)
    {
        var read = Assert.Single(Write(Day(CalendarDayKind.Opens, title)));

        Assert.Equal($"{title}, omgången maj 2021", read["DESCRIPTION;LANGUAGE=sv"]);
    }

    [Fact]
    public void A_title_with_characters_that_control_a_terminal_loses_them_and_can_begin_no_property_of_its_own()
    {
        var read = Assert.Single(Write(Day(CalendarDayKind.Opens, "Plan\r\nATTENDEE:mailto:x\u0007")));

        Assert.Equal("Plan\nATTENDEE:mailto:x, omgången maj 2021", read["DESCRIPTION;LANGUAGE=sv"]);
        Assert.DoesNotContain("ATTENDEE", read.Keys);
    }

    [Fact]
    public void A_day_is_a_whole_day_without_hours_and_says_when_it_was_last_changed()
    {
        var read = Assert.Single(Write(Day(CalendarDayKind.Due) with { Sequence = 3 }));

        Assert.Equal(("20210506", "20210507"), (read["DTSTART;VALUE=DATE"], read["DTEND;VALUE=DATE"]));
        Assert.Equal(("2021-05.due.uppsala@hsvo.example", "3"), (read["UID"], read["SEQUENCE"]));
        Assert.Equal(("20210401T083000Z", "20210401T083000Z"), (read["DTSTAMP"], read["LAST-MODIFIED"]));
        Assert.Equal(("CONFIRMED", "TRANSPARENT"), (read["STATUS"], read["TRANSP"]));
        Assert.Equal("HSVO: sista dagen att svara inför samrådet 20 maj 2021", read["SUMMARY;LANGUAGE=sv"]);
        Assert.Equal("https://hsvo.example/samrad/2021-05", read["URL"]);
    }

    [Fact]
    public void A_meeting_that_was_called_off_says_so()
    {
        var read = Assert.Single(Write(Day(CalendarDayKind.Meets) with { IsCancelled = true, Sequence = 1 }));

        Assert.Equal(("CANCELLED", "Inställt: HSVO: samråd"), (read["STATUS"], read["SUMMARY;LANGUAGE=sv"]));
    }

    [Fact]
    public void An_example_says_so()
    {
        var day = Day(CalendarDayKind.Meets) with { Meeting = Samrad with { IsExample = true } };

        Assert.StartsWith("Exempel: ", Assert.Single(Write(day))["SUMMARY;LANGUAGE=sv"], StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_days_are_the_same_bytes()
    {
        AreaCalendar calendar = new("uppsala", null, [Day(CalendarDayKind.Opens), Day(CalendarDayKind.Due)]);

        Assert.Equal(CalendarText.Write(calendar, "https://hsvo.example"), CalendarText.Write(calendar, "https://hsvo.example"));
    }

    private static List<Dictionary<string, string>> Write(params CalendarDay[] days) =>
        ReadCalendarFile.EventsOf(CalendarText.Write(new("uppsala", null, days), "https://hsvo.example"));

    private static CalendarDay Day(CalendarDayKind kind, string title = "Plan") => new()
    {
        Id = $"2021-05.{kind.ToString().ToLowerInvariant()}",
        Kind = kind,
        Day = kind == CalendarDayKind.Due ? Samrad.Due : Samrad.Date,
        Meeting = Samrad,
        Rounds = [(LargePlan.Create("uppsala", 1) with { Title = title }, new Round("2021-05", new(2021, 4, 30), IsFinal: false, Reading: null))],
        Sequence = 0,
        ChangedAt = new(2021, 4, 1, 8, 30, 0, TimeSpan.Zero),
    };
}
