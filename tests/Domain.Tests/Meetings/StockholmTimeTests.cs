using Hsvo.Domain.Meetings;
using Moq;

namespace Hsvo.Domain.Tests.Meetings;

public sealed class StockholmTimeTests
{
    [Theory]
    [InlineData("2021-01-15T00:00:00Z", "2021-01-15")]
    [InlineData("2021-01-14T22:59:59Z", "2021-01-14")]
    [InlineData("2021-01-14T23:00:00Z", "2021-01-15")]
    [InlineData("2021-07-15T00:00:00Z", "2021-07-15")]
    [InlineData("2021-07-14T21:59:59Z", "2021-07-14")]
    [InlineData("2021-07-14T22:00:00Z", "2021-07-15")]
    [InlineData("2021-03-27T22:59:59Z", "2021-03-27")]
    [InlineData("2021-03-27T23:00:00Z", "2021-03-28")]
    [InlineData("2021-03-28T21:59:59Z", "2021-03-28")]
    [InlineData("2021-03-28T22:00:00Z", "2021-03-29")]
    [InlineData("2021-10-30T21:59:59Z", "2021-10-30")]
    [InlineData("2021-10-30T22:00:00Z", "2021-10-31")]
    [InlineData("2021-10-31T22:59:59Z", "2021-10-31")]
    [InlineData("2021-10-31T23:00:00Z", "2021-11-01")]
    [InlineData("2021-12-31T23:00:00Z", "2022-01-01")]
    [InlineData("2021-05-12T01:30:00+02:00", "2021-05-12")]
    [InlineData("2021-05-11T18:00:00-07:00", "2021-05-12")]
    public void A_day_begins_at_midnight_in_Stockholm(string instant, string day)
    {
        var at = DateTimeOffset.Parse(instant, null);

        Assert.Equal(DateOnly.Parse(day, null), StockholmTime.DateOf(at));
        Assert.Equal(DateOnly.Parse(day, null), Mock.Of<TimeProvider>(t => t.GetUtcNow() == at.ToUniversalTime()).Today());
    }

    [Theory]
    [InlineData("2021-01-15", "2021-01-15T23:00:00Z")]
    [InlineData("2021-07-15", "2021-07-15T22:00:00Z")]
    [InlineData("2021-03-27", "2021-03-27T23:00:00Z")]
    [InlineData("2021-03-28", "2021-03-28T22:00:00Z")]
    [InlineData("2021-10-30", "2021-10-30T22:00:00Z")]
    [InlineData("2021-10-31", "2021-10-31T23:00:00Z")]
    public void A_day_ends_a_tick_before_the_next_begins(string day, string next)
    {
        var end = StockholmTime.EndOf(DateOnly.Parse(day, null));

        Assert.Equal((DateTimeOffset.Parse(next, null).AddTicks(-1), TimeSpan.Zero), (end, end.Offset));
        Assert.Equal(DateOnly.Parse(day, null), StockholmTime.DateOf(end));
    }
}
