using System.Net;
using System.Net.Http.Headers;

namespace Hsvo.Functions.Tests;

/// <summary>Clients that have the newest status already get 304; a report makes it new.</summary>
[Collection(RunningApp.Collection)]
public sealed class EntityTagTests(RunningApp app)
{
    public static TheoryData<string> Feeds { get; } =
    [
        Requests.StatusPath,
        $"{Requests.StatusPath}&round=2021-10",
        $"/v1.0/myorg/groups/{Known.Amn}/scorecards({Known.AmnScorecard})?$expand=goals($expand=goalValues)",
        $"{Known.Goals(Known.Samrad, Known.SamradScorecard)}?$expand=aggregations",
        $"{Known.Goals(Known.Amn, Known.AmnScorecard)}({Known.AmnTrained})",
        $"/v1.0/myorg/groups/{Known.Amn}/scorecards",
        $"{Known.Goals(Known.Amn, Known.AmnScorecard)}({Known.AmnTrained})/goalValues?$expand=notes",
    ];

    [Theory]
    [MemberData(nameof(Feeds))]
    public async Task What_the_client_has_is_304_without_body(string path)
    {
        // What an earlier test stored is read back from storage within a second, and renews the tag once more.
        EntityTagHeaderValue tag;
        do
        {
            tag = await TagAsync(path);
        }
        while (!await IsNotModifiedAsync(path, tag));
    }

    private async Task<bool> IsNotModifiedAsync(string path, EntityTagHeaderValue tag)
    {
        foreach (var known in new[] { $"{tag}", $"W/{tag}", $"\"other\", {tag}", "*" })
        {
            using var answer = await AskAsync(path, known);
            if (answer.StatusCode == HttpStatusCode.OK && !tag.Equals(answer.Headers.ETag))
            {
                return false;
            }

            Assert.Equal((known, HttpStatusCode.NotModified), (known, answer.StatusCode));
            Assert.Equal(tag, answer.Headers.ETag);
            Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
        }

        return true;
    }

    [Theory]
    [InlineData("/hsvo/v1/openapi.json")]
    [InlineData(Requests.StatusPath)]
    public async Task A_condition_of_changing_something_is_none_of_reading_it(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "If-Match", "\"1\"" } } };

        using var answer = await app.Reader.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [MemberData(nameof(Feeds))]
    public async Task After_a_report_it_is_new(string path)
    {
        var before = await TagAsync(path);
        await app.ReporterOf("amn").PostReportsAsync(
            new { indicator = "2.3.2.i1", department = "amn", round = "2021-10", value = "ja", comment = $"{Guid.NewGuid()}" });

        using var answer = await AskAsync(path, $"{before}");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.NotEqual(before, answer.Headers.ETag);
    }

    [Fact]
    public async Task A_report_that_says_the_same_again_changes_nothing()
    {
        var same = new { indicator = "2.3.2.i1", department = "osn", round = "2021-10", value = "ja" };
        await app.ReporterOf("osn").PostReportsAsync(same);
        EntityTagHeaderValue before, after;
        var times = 0;
        do
        {
            before = await TagAsync(Requests.StatusPath);
            var receipt = await app.ReporterOf("osn").PostReportsAsync(same);
            Assert.Equal(1, receipt["unchanged"]!.GetValue<int>());
            after = await TagAsync(Requests.StatusPath);
        }
        while (!before.Equals(after) && ++times < 2);

        // What was stored is read back within a second, and renews the tag that once and never again.
        Assert.Equal(before, after);
    }

    [Fact]
    public async Task What_a_caller_may_do_is_part_of_their_tag()
    {
        var path = $"/v1.0/myorg/groups/{Known.Amn}/scorecards({Known.AmnScorecard})";
        using var own = await app.ReporterOf("amn").GetAsync(path);

        Assert.NotEqual(await TagAsync(path), own.Headers.ETag);
    }

    private async Task<EntityTagHeaderValue> TagAsync(string path)
    {
        using var answer = await app.Reader.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return Assert.IsType<EntityTagHeaderValue>(answer.Headers.ETag);
    }

    private async Task<HttpResponseMessage> AskAsync(string path, string known)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "If-None-Match", known } } };
        return await app.Reader.SendAsync(request);
    }
}
