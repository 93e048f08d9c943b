using System.Net;
using Hsvo.Functions.Http;

namespace Hsvo.Functions.Tests.Calendar;

/// <summary>The calendar as a calendar program asks for it: without a token.</summary>
[Collection(RunningApp.Collection)]
public sealed class CalendarTests(RunningApp app)
{
    private const string Address = "/kalender.ics";

    [Fact]
    public async Task A_calendar_that_sends_no_token_gets_the_meetings_days_in_order()
    {
        using var answer = await app.Nobody.GetAsync(Address);

        Assert.Equal("text/calendar; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        var events = ReadCalendarFile.EventsOf(await answer.Content.ReadAsByteArrayAsync());
        var days = events.Where(e => e["UID"].StartsWith("2021-05.", StringComparison.Ordinal)).Select(e => (Kind: e["UID"].Split('.')[1], Day: e["DTSTART;VALUE=DATE"])).ToList();
        Assert.Equal(["opens", "due", "seals", "meets"], days.Select(d => d.Kind));
        Assert.Equal(days.Select(d => d.Day).Order(StringComparer.Ordinal), days.Select(d => d.Day));
        Assert.Equal(events.Count, events.Select(e => e["UID"]).Distinct().Count());
    }

    [Fact]
    public async Task A_calendar_that_has_it_already_is_told_so()
    {
        using var first = await app.Nobody.GetAsync(Address);
        using var request = new HttpRequestMessage(HttpMethod.Get, Address) { Headers = { IfNoneMatch = { first.Headers.ETag! } } };
        using var again = await app.Nobody.SendAsync(request);

        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Equal(first.Headers.ETag, again.Headers.ETag);
    }

    [Fact]
    public async Task A_department_gets_the_days_of_the_plans_it_answers()
    {
        // Only amn answers the monthly follow-up of ekonomiskt bistånd.
        var amn = await EventsAsync("?department=amn");
        var shs = await EventsAsync("?department=shs");

        Assert.Contains(amn, e => e["UID"].StartsWith("ekonomiskt-bistand-2023.", StringComparison.Ordinal));
        Assert.DoesNotContain(shs, e => e["UID"].StartsWith("ekonomiskt-bistand-2023.", StringComparison.Ordinal));
        Assert.Contains(shs, e => e["UID"].StartsWith("2021-05.due", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("?department=nobody", HttpStatusCode.NotFound)]
    [InlineData("?departement=amn", HttpStatusCode.BadRequest)]
    public async Task A_question_that_can_not_be_answered_is_refused(string query, HttpStatusCode expected)
    {
        using var answer = await app.Nobody.GetAsync(Address + query);

        Assert.Equal(expected, answer.StatusCode);
    }

    [Theory]
    [InlineData(false, false, false)]
    [InlineData(false, true, true)]
    [InlineData(true, false, true)]
    public void It_is_open_by_its_own_setting_or_with_the_board_which_tells_as_much(bool board, bool calendar, bool expected) =>
        Assert.Equal(expected, new AccessPolicy(board, calendar).IsOpen("GetCalendar"));

    [Fact]
    public void The_calendars_setting_opens_nothing_else() => Assert.False(new AccessPolicy(openStatusPage: false, openCalendar: true).IsOpen("StatusPage"));

    private async Task<List<Dictionary<string, string>>> EventsAsync(string query) => ReadCalendarFile.EventsOf(await app.Nobody.GetByteArrayAsync(Address + query));
}
