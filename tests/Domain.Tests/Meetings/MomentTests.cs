using Hsvo.Domain.Meetings;

namespace Hsvo.Domain.Tests.Meetings;

public sealed class MomentTests
{
    [Theory]
    [InlineData("2021-05-03T11:05:59Z", "3 maj 2021 kl. 13.05", "3 May 2021 at 13:05")]
    [InlineData("2021-12-31T23:30:00Z", "1 januari 2022 kl. 00.30", "1 January 2022 at 00:30")]
    public void A_moment_is_said_in_words_as_clocks_in_Stockholm_show_it(string instant, string swedish, string english)
    {
        var at = DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal((swedish, english), (SwedishDates.Moment(at), EnglishDates.Moment(at)));
    }
}
