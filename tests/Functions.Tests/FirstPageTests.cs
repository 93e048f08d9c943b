using System.Text.RegularExpressions;

namespace Hsvo.Functions.Tests;

[Collection(RunningApp.Collection)]
public sealed partial class FirstPageTests(RunningApp app)
{
    [Fact]
    public async Task The_first_page_begins_with_the_plan_that_the_next_samrad_takes_up_and_goes_on_with_the_newest()
    {
        var html = await app.Nobody.GetStringAsync("/");

        Assert.Equal(
            ["hsvo-2021", "ekonomiskt-bistand-2023", "nsu-2019", "lokussamordnare-2018"], Sections().Matches(html).Select(m => m.Groups["plan"].Value));
    }

    [GeneratedRegex("<h2 id=\"(?<plan>[a-z-]+-20[0-9]{2})\">")]
    private static partial Regex Sections();
}
