using System.Text.Json.Nodes;

namespace Hsvo.Functions.Tests.OData;

/// <summary>Paging by next links while answers come.</summary>
[Collection(RunningApp.Collection)]
public sealed class FeedPagingTests(RunningApp app)
{
    [Theory]
    [InlineData("Reports")]
    [InlineData("CurrentReports")]
    [InlineData("StatusFeed")]
    public async Task No_row_is_repeated_or_dropped_while_answers_come(string set)
    {
        var reporter = app.ReporterOf("aln");
        var model = await app.Reader.ModelAsync();
        await PostAsync(reporter, 0);
        var before = (await app.Reader.PagesAsync(model, $"/odata/{set}?$filter=planId eq '{Known.Plan}'")).SelectMany(p => p.Rows).Select(KeyOf).ToList();
        var seen = new List<object>();
        var post = 1;

        for (var next = $"/odata/{set}?$filter=planId eq '{Known.Plan}'"; next is not null;)
        {
            var page = await app.Reader.PageAsync(model, next, pageSize: set == "StatusFeed" ? 100 : 5);
            seen.AddRange(page.Rows.Select(KeyOf));
            await PostAsync(reporter, post++);
            next = page.Next;
        }

        Assert.Equal(seen.Distinct(), seen);
        Assert.Empty(set == "CurrentReports" ? CellsOf(before).Except(CellsOf(seen)) : before.Except(seen));
    }

    [Theory]
    [InlineData("/odata/Goals?$top=7", 3, new[] { 3, 3, 1 })]
    [InlineData("/odata/Goals?$top=2&$skip=5", 10, new[] { 2 })]
    [InlineData("/odata/Goals?$top=0", 10, new[] { 0 })]
    [InlineData("/odata/Goals?$top=4&$orderby=text desc", 2, new[] { 2, 2 })]
    [InlineData("/odata/Rounds?$skip=1000", null, new[] { 0 })]
    public async Task Top_and_skip_hold_across_pages(string question, int? pageSize, int[] expected)
    {
        var model = await app.Reader.ModelAsync();

        var pages = await app.Reader.PagesAsync(model, question, pageSize);

        Assert.Equal(expected, pages.Select(p => p.Rows.Count));
    }

    [Fact]
    public async Task The_facts_go_by_their_key_and_by_nothing_else()
    {
        var model = await app.Reader.ModelAsync();

        var keys = (await app.Reader.PagesAsync(model, "/odata/Reports?$orderby=reportKey asc", 7)).SelectMany(p => p.Rows).Select(r => (string)r["reportKey"]!).ToList();
        using var byTime = await app.Reader.GetAsync("/odata/Reports?$orderby=reportedAt");
        using var backwards = await app.Reader.GetAsync("/odata/Reports?$orderby=reportKey desc");

        Assert.Equal(keys.Order(StringComparer.Ordinal), keys);
        Assert.Equal([501, 501], new[] { byTime, backwards }.Select(a => (int)a.StatusCode));
    }

    [Fact]
    public async Task A_token_is_of_use_with_its_own_question_alone()
    {
        var model = await app.Reader.ModelAsync();
        var page = await app.Reader.PageAsync(model, "/odata/Reports", pageSize: 1);
        var token = page.Next![page.Next!.IndexOf("$skiptoken", StringComparison.Ordinal)..];

        foreach (var question in new[] { $"/odata/Reports?$filter=revision eq 1&{token}", $"/odata/Goals?{token}", "/odata/Reports?$skiptoken=x" })
        {
            using var answer = await app.Reader.GetAsync(question);
            Assert.Equal(400, (int)answer.StatusCode);
        }
    }

    private static object KeyOf(Dictionary<string, object?> row) => row.Values.First()!;

    // A correction is another row of the same answer.
    private static IEnumerable<string> CellsOf(IEnumerable<object> keys) => keys.Select(k => $"{k}"[..$"{k}".LastIndexOf('_')]);

    private static Task<JsonNode> PostAsync(HttpClient client, int number) => client.PostReportsAsync(
        [.. new[] { "2.1.1.i3", "2.1.1.i4" }.Select(i => new { indicator = i, department = "aln", round = "2021-05", value = number % 2 == 0 ? "ja" : "nej", reason = $"Nummer {number}." })]);
}
