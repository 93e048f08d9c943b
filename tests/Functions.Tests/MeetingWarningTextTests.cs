using Hsvo.Functions.Mapping;

namespace Hsvo.Functions.Tests;

public sealed class MeetingWarningTextTests
{
    [Theory]
    [InlineData(12, "Det ordinarie samrådet i oktober 2021 har inget datum än, och månaden börjar om 12 dagar.",
        "The ordinary meeting of October 2021 has no date yet, and the month begins in 12 days.")]
    [InlineData(1, "Det ordinarie samrådet i oktober 2021 har inget datum än, och månaden börjar i morgon.",
        "The ordinary meeting of October 2021 has no date yet, and the month begins tomorrow.")]
    [InlineData(-3, "Det ordinarie samrådet i oktober 2021 har inget datum än, och månaden har börjat.",
        "The ordinary meeting of October 2021 has no date yet, and the month has begun.")]
    public void A_meeting_that_lacks_a_date_is_told_in_both_languages(int daysLeft, string swedish, string english)
    {
        Domain.Meetings.MeetingWarning warning = new(new(2021, 10, 1), daysLeft);

        Assert.Equal((swedish, english), (MeetingWarningTexts.Swedish(warning), MeetingWarningTexts.English(warning)));
    }
}
