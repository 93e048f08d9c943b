using Hsvo.Functions.Tests.Frame;

namespace Hsvo.Functions.Tests;

[Collection(RunningApp.Collection)]
public sealed class FirstPageTests(RunningApp app)
{
    [Fact]
    public async Task The_first_page_begins_with_the_plan_that_the_next_samrad_takes_up_and_goes_on_with_the_newest()
    {
        var page = await app.Nobody.PageAsync("/");

        Assert.Equal(
            ["/plan/hsvo-2021", "/plan/ekonomiskt-bistand-2023", "/plan/nsu-2019", "/plan/lokussamordnare-2018"], page.Links("section.panel > h3"));
    }
}
