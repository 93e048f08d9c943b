using System.Net;
using System.Text.Json.Nodes;
using Microsoft.OData.Edm;

namespace Hsvo.Functions.Tests.OData;

/// <summary>Addresses that go on from a row: its navigations, as Power Query follows them, and its properties (OData URL Conventions 4.01, 4.3, 4.6, 4.7).</summary>
[Collection(RunningApp.Collection)]
public sealed class NavigationTests(RunningApp app)
{
    private const string Goal = "/odata/Goals('hsvo-2021_2.1.1')";

    [Fact]
    public async Task Every_navigation_leads_to_the_rows_that_expand_gives()
    {
        await app.ReporterOf("amn").PostReportsAsync(new { indicator = "2.1.1.i3", department = "amn", round = "2021-05", value = "ja", comment = "Påbörjat." });
        var model = await app.Reader.ModelAsync();
        var (followed, rowsFollowed) = (0, 0);
        foreach (var set in model.EntityContainer.EntitySets())
        {
            var rows = await app.Reader.JsonAsync($"/odata/{set.Name}?$top=2&$filter={Plans(set)}&$expand=*");
            foreach (var row in rows["value"]!.AsArray())
            {
                foreach (var navigation in set.EntityType().NavigationProperties())
                {
                    var address = $"/odata/{set.Name}('{row!.Text(set.EntityType().Key().Single().Name)}')/{navigation.Name}";
                    using var answer = await app.Reader.GetAsync(address);

                    var expanded = row![navigation.Name];
                    Assert.True(answer.StatusCode == (expanded is null ? HttpStatusCode.NoContent : HttpStatusCode.OK), $"{address}: {(int)answer.StatusCode}");
                    if (expanded is not null)
                    {
                        Assert.True(JsonNode.DeepEquals(expanded, Bare(await answer.JsonAsync(HttpStatusCode.OK), expanded is JsonArray)), address);
                        rowsFollowed += expanded is JsonArray many ? many.Count : 1;
                    }

                    followed++;
                }
            }
        }

        Assert.True(followed > 80 && rowsFollowed > followed, $"{followed} {rowsFollowed}");
    }

    [Theory]
    [InlineData("/odata/Plans('hsvo-2021')/rounds?$filter=ends le 2021-10-31&$orderby=ends desc&$select=roundId&$top=1&$count=true",
        """{"@odata.count":2,"value":[{"roundId":"2021-10"}]}""", "#Rounds(roundId)")]
    [InlineData($"{Goal}/plan?$select=planId&$expand=rounds($select=roundId;$top=1)", """{"planId":"hsvo-2021","rounds":[{"roundId":"2021-05"}]}""", "#Plans(planId,rounds(roundId))/$entity")]
    [InlineData("/odata/Plans('hsvo-2021')/rounds('hsvo-2021_2021-05')?$select=roundId", """{"roundId":"2021-05"}""", "#Rounds(roundId)/$entity")]
    [InlineData($"{Goal}/plan/rounds('hsvo-2021_2021-05')/plan?$select=planId", """{"planId":"hsvo-2021"}""", "#Plans(planId)/$entity")]
    [InlineData($"{Goal}/number", """{"value":"2.1.1"}""", "#Goals('hsvo-2021_2.1.1')/number")]
    [InlineData($"{Goal}/plan/planId", """{"value":"hsvo-2021"}""", "#Plans('hsvo-2021')/planId")]
    [InlineData($"{Goal}/Hsvo.Goal/number?$format=json", """{"value":"2.1.1"}""", "#Goals('hsvo-2021_2.1.1')/number")]
    public async Task What_a_row_leads_to_is_asked_as_its_set_is(string address, string expected, string context)
    {
        var body = (await app.Reader.JsonAsync(address)).AsObject();

        Assert.Equal($"{app.Reader.BaseAddress!.GetLeftPart(UriPartial.Authority)}/odata/$metadata{context}", body.Text("@odata.context"));
        Assert.Equal("@odata.context", body.First().Key);
        body.Remove("@odata.context");
        Assert.Equal(expected, body.ToJsonString());
    }

    [Theory]
    [InlineData("/odata/Plans('hsvo-2021')/rounds/$count", "3")]
    [InlineData("/odata/Plans('hsvo-2021')/rounds/$count?$filter=roundId eq '2021-05'", "1")]
    [InlineData($"{Goal}/number/$value", "2.1.1")]
    [InlineData($"{Goal}/plan/rounds('hsvo-2021_2021-05')/ends/$value", "2021-05-31")]
    [InlineData("/odata/Indicators('hsvo-2021_2.1.1.i3')/countsPeople/$value", "false")]
    public async Task A_number_of_rows_and_a_value_are_plain_text(string address, string expected)
    {
        using var answer = await app.Reader.GetAsync(address, ("Accept", "application/json"));

        Assert.Equal((HttpStatusCode.OK, "text/plain", expected), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType, await answer.Content.ReadAsStringAsync()));
        Assert.NotNull(answer.Headers.ETag);
    }

    [Theory]
    [InlineData("/odata/Indicators('hsvo-2021_2.1.1.i3')/refersTo")]
    [InlineData("/odata/Indicators('hsvo-2021_2.1.1.i3')/refersToKey")]
    [InlineData("/odata/Indicators('hsvo-2021_2.1.1.i3')/refersToKey/$value")]
    public async Task Nothing_is_204(string address)
    {
        using var answer = await app.Reader.GetAsync(address);

        Assert.Equal((HttpStatusCode.NoContent, "4.0"), (answer.StatusCode, answer.Headers.GetValues("OData-Version").Single()));
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("/odata/Plans('none')/rounds", HttpStatusCode.NotFound)]
    [InlineData("/odata/Plans('none')/rounds/$count", HttpStatusCode.NotFound)]
    [InlineData("/odata/Plans('none')/title", HttpStatusCode.NotFound)]
    [InlineData("/odata/Plans('none')/title/$value", HttpStatusCode.NotFound)]
    [InlineData("/odata/Reports('none')/plan", HttpStatusCode.NotFound)]
    [InlineData("/odata/Plans('hsvo-2021')/rounds('nsu-2019_2019-05')", HttpStatusCode.NotFound)]
    [InlineData("/odata/Indicators('hsvo-2021_2.1.1.i3')/refersTo/text", HttpStatusCode.NotFound)]
    [InlineData("/odata/Indicators('hsvo-2021_2.1.1.i3')/refersTo/plan", HttpStatusCode.NotFound)]
    [InlineData("/odata/Plans('hsvo-2021')/nothing", HttpStatusCode.NotFound)]
    [InlineData("/odata/Plans('hsvo-2021')/rounds?$top=x", HttpStatusCode.BadRequest)]
    [InlineData("/odata/Plans('hsvo-2021')/rounds?$filter=text eq 'x'", HttpStatusCode.BadRequest)]
    [InlineData("/odata/Plans('hsvo-2021')/title?$select=title", HttpStatusCode.BadRequest)]
    [InlineData("/odata/Plans('hsvo-2021')/rounds(1)", HttpStatusCode.BadRequest)]
    [InlineData("/odata/Plans('hsvo-2021')/rounds?$apply=aggregate($count as n)", HttpStatusCode.NotImplemented)]
    [InlineData("/odata/Plans('hsvo-2021')/rounds/$ref", HttpStatusCode.NotImplemented)]
    [InlineData("/odata/Plans('hsvo-2021')/$value", HttpStatusCode.NotImplemented)]
    public async Task What_leads_nowhere_says_so(string address, HttpStatusCode expected)
    {
        using var answer = await app.Reader.GetAsync(address);

        Assert.NotEmpty((await answer.JsonAsync(expected))["error"]!.Text("code"));
        Assert.Equal("4.0", answer.Headers.GetValues("OData-Version").Single());
    }

    [Fact]
    public async Task Pages_of_a_navigation_go_on_along_it()
    {
        var model = await app.Reader.ModelAsync();
        const string Address = "/odata/Plans('hsvo-2021')/focusAreas('hsvo-2021_2.1')/goals?$orderby=number desc";
        var whole = await app.Reader.PagesAsync(model, Address, set: "Goals");

        var pages = await app.Reader.PagesAsync(model, Address, pageSize: 2, set: "Goals");

        Assert.Single(whole);
        Assert.True(pages.Count > 1);
        Assert.All(pages.SkipLast(1), p => Assert.Contains("/odata/Plans('hsvo-2021')/focusAreas('hsvo-2021_2.1')/goals?$orderby=", p.Next, StringComparison.Ordinal));
        Assert.Equal(whole[0].Rows.Select(r => r["goalKey"]), pages.SelectMany(p => p.Rows).Select(r => r["goalKey"]));

        // A token is of use where it was given alone.
        var token = pages[0].Next!.Split("$skiptoken=")[1];
        using var elsewhere = await app.Reader.GetAsync($"/odata/Goals?$orderby=number desc&$skiptoken={token}");
        Assert.Equal(HttpStatusCode.BadRequest, elsewhere.StatusCode);
    }

    // What clients ask for when a navigation is opened: the library reads each, context and all.
    [Theory]
    [InlineData("/odata/Goals?$expand=plan&$select=goalKey,plan&$top=2", "Goals")]
    [InlineData("/odata/Goals?$expand=plan($select=title),indicators($select=text;$top=1;$count=true)&$select=goalKey&$top=2", "Goals")]
    [InlineData("/odata/Goals('hsvo-2021_2.1.1')/indicators?$expand=goal,currentReports&$top=2", "Indicators")]
    [InlineData("/odata/Goals('hsvo-2021_2.1.1')/plan/rounds?$select=roundKey&$expand=meeting($select=date)&$count=true", "Rounds")]
    [InlineData("/odata/Goals/Hsvo.Goal?$filter=Hsvo.Goal/number eq '2.1.1'", "Goals")]
    public async Task What_is_expanded_and_followed_is_read_by_the_library(string address, string set) =>
        Assert.NotEmpty((await app.Reader.PageAsync(await app.Reader.ModelAsync(), address, set: set)).Rows);

    // The first rows of the plan whose answers the tests know.
    private static string Plans(IEdmEntitySet set) =>
        set.EntityType().FindProperty("planId") is null ? "true" : "planId eq 'hsvo-2021'";

    private static JsonNode? Bare(JsonNode body, bool isCollection)
    {
        if (isCollection)
        {
            return body["value"];
        }

        var row = body.AsObject();
        row.Remove("@odata.context");
        return row;
    }
}
