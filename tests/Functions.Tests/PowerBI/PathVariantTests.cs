using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;

namespace Hsvo.Functions.Tests.PowerBI;

/// <summary>Every spelling of an address that real clients send, served by the same function under the same rules.</summary>
[Collection(RunningApp.Collection)]
public sealed class PathVariantTests(RunningApp app)
{
    private const string Group = $"/v1.0/myorg/groups/{Known.Amn}";
    private const string Goal = $"{Group}/scorecards({Known.AmnScorecard})/goals({Known.AmnTrained})";
    private const string GoalInSegments = $"{Group}/scorecards/{Known.AmnScorecard}/goals/{Known.AmnTrained}";

    [Theory]
    [InlineData($"{Group}/scorecards/{Known.AmnScorecard}/goals", $"{Group}/scorecards({Known.AmnScorecard})/goals")]
    [InlineData($"{Group}/scorecards/{Known.AmnScorecard}/goals/", $"{Group}/scorecards({Known.AmnScorecard})/goals")]
    [InlineData($"{Group}/scorecards({Known.AmnScorecard})/goals/", $"{Group}/scorecards({Known.AmnScorecard})/goals")]
    [InlineData($"{Group}/scorecards/{Known.AmnScorecard}", $"{Group}/scorecards({Known.AmnScorecard})")]
    [InlineData($"{Group}/scorecards/{Known.AmnScorecard}/", $"{Group}/scorecards({Known.AmnScorecard})")]
    [InlineData($"{Group}/scorecards/", $"{Group}/scorecards")]
    [InlineData(GoalInSegments, Goal)]
    [InlineData($"{GoalInSegments}/", Goal)]
    [InlineData($"{Group}/scorecards({Known.AmnScorecard})/goals/{Known.AmnTrained}", Goal)]
    [InlineData($"{Group}/scorecards/{Known.AmnScorecard}/goals({Known.AmnTrained})", Goal)]
    [InlineData($"/V1.0/myOrg/GROUPS/{Known.Amn}/Scorecards/{Known.AmnScorecard}/Goals/{Known.AmnTrained}", Goal)]
    [InlineData($"{Group}/scorecards%28{Known.AmnScorecard}%29/goals%28{Known.AmnTrained}%29", Goal)]
    [InlineData($"{Goal}?", Goal)]
    [InlineData($"{GoalInSegments}?expand=goalValues", $"{Goal}?$expand=goalValues")]
    [InlineData($"{GoalInSegments}/?%24expand=goalValues%2Caggregations", $"{Goal}?$expand=goalValues,aggregations")]
    [InlineData($"{GoalInSegments}/goalValues?", $"{Goal}/goalValues")]
    [InlineData($"{Goal}/goalValues?", $"{Goal}/goalValues")]
    [InlineData($"{Goal}/goalValues/", $"{Goal}/goalValues")]
    public async Task Each_spelling_gets_the_same_answer(string spelled, string plain)
    {
        var answer = await app.Reader.JsonAsync(spelled);

        Assert.Equal((await app.Reader.JsonAsync(plain)).ToJsonString(), answer.ToJsonString());
    }

    [Theory]
    [InlineData(Goal)]
    [InlineData(GoalInSegments)]
    public async Task A_get_may_have_a_content_type_and_an_empty_body(string path)
    {
        using var content = new ByteArrayContent([]) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Content = content };

        using var answer = await app.Reader.SendAsync(request);

        Assert.Equal("2.2.3.i3", (await answer.JsonAsync(HttpStatusCode.OK)).Text("nodeId"));
    }

    [Fact]
    public async Task Where_keys_are_segments_the_entity_tag_answers_304_too()
    {
        var (_, again) = await app.Reader.AskAgainAsync(GoalInSegments);

        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
    }

    [Theory]
    [InlineData(GoalInSegments, "$filter=true", "$filter")]
    [InlineData($"{GoalInSegments}/goalValues", "path=x", "path")]
    [InlineData(GoalInSegments, "expand=goalValues&expand=goalValues", "expand")]
    public async Task Where_keys_are_segments_the_functions_own_query_options_hold(string path, string query, string option)
    {
        using var answer = await app.Reader.GetAsync($"{path}?{query}");

        var error = (await answer.JsonAsync(HttpStatusCode.BadRequest))["error"]!;
        Assert.Contains(error["details"]!.AsArray(), d => d!.Text("target") == option);
    }

    [Fact]
    public async Task A_check_in_where_keys_are_segments_is_stored_for_a_reporter_and_refused_to_a_reader()
    {
        var body = new { timestamp = "2022-01-31", value = 1 };
        var path = $"{Group}/scorecards/{Known.AmnScorecard}/goals/{await app.Reader.GoalIdAsync(Known.Amn, Known.AmnScorecard, "2.3.5.i1")}/goalValues";

        using var nobody = await app.Nobody.PostAsJsonAsync(path, body);
        using var reader = await app.Reader.PostAsJsonAsync(path, body);
        var unchanged = await app.Reader.JsonAsync(path);
        using var reporter = await app.ReporterOf("amn").PostAsJsonAsync(path, body);

        Assert.Equal(HttpStatusCode.Unauthorized, nobody.StatusCode);
        Assert.NotEmpty(nobody.Headers.WwwAuthenticate);
        Assert.Equal(HttpStatusCode.Forbidden, reader.StatusCode);
        Assert.Empty(unchanged["value"]!.AsArray());
        Assert.Equal("2022-01-31T00:00:00Z", (await reporter.JsonAsync(HttpStatusCode.OK)).Text("timestamp"));
    }

    [Theory]
    [InlineData("PUT", "/v1.0/myorg/groups", "GET, HEAD")]
    [InlineData("DELETE", $"{Group}/scorecards/", "GET, HEAD")]
    [InlineData("HEAD", $"{Group}/scorecards({Known.AmnScorecard})/MoveGoals()", "POST")]
    [InlineData("PUT", $"{GoalInSegments}/goalValues", "GET, HEAD, POST")]
    [InlineData("PUT", $"{Goal}/goalValues", "GET, HEAD, POST")]
    [InlineData("OPTIONS", $"{Goal}/goalValues/", "GET, HEAD, POST")]
    public async Task Another_method_is_405_with_those_that_there_are(string method, string path, string allowed)
    {
        using var request = new HttpRequestMessage(new(method), path);

        using var answer = await app.Nobody.SendAsync(request);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.Superset(allowed.Split(", ").ToHashSet(), answer.Content.Headers.Allow.ToHashSet());
        Assert.DoesNotContain(method, answer.Content.Headers.Allow);
        if (method != "HEAD")
        {
            Assert.Equal("MethodNotAllowed", (await answer.JsonAsync(HttpStatusCode.MethodNotAllowed))["error"]!.Text("code"));
        }
    }

    [Theory]
    [InlineData(Goal, HttpStatusCode.OK)]
    [InlineData($"{GoalInSegments}/?expand=goalValues", HttpStatusCode.OK)]
    [InlineData($"{Goal}?$top=1", HttpStatusCode.BadRequest)]
    [InlineData($"{Group}/scorecards({Known.AmnScorecard})/goals({Known.Amn})", HttpStatusCode.NotFound)]
    [InlineData("/v1.0/myorg/gateways", HttpStatusCode.NotImplemented)]
    [InlineData("/v1.0/myorg/nothing", HttpStatusCode.NotFound)]
    public async Task Head_is_get_without_its_body(string path, HttpStatusCode expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, path);
        using var head = await app.Reader.SendAsync(request);
        using var get = await app.Reader.GetAsync(path);

        Assert.Equal((expected, expected), (head.StatusCode, get.StatusCode));
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
        Assert.Equal((get.Headers.ETag, get.Content.Headers.ContentType), (head.Headers.ETag, head.Content.Headers.ContentType));
    }

    [Theory]
    [InlineData($"{Group}/scorecards/{Known.AmnScorecard}/nothing")]
    [InlineData($"{Group}/scorecards//goals")]
    [InlineData($"{Group}/scorecards()/goals")]
    [InlineData("/v1.0/myorg/scorecards")]
    public async Task What_is_no_address_in_any_style_is_404(string path)
    {
        using var answer = await app.Reader.GetAsync(path);

        Assert.Equal("PowerBIEntityNotFound", (await answer.JsonAsync(HttpStatusCode.NotFound))["error"]!.Text("code"));
    }
}
