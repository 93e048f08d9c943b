using System.Net;

namespace Hsvo.Functions.Tests;

/// <summary>Which spellings of an address are served, and what stands where nothing does.</summary>
[Collection(RunningApp.Collection)]
public sealed class AddressTests(RunningApp app)
{
    [Theory]
    [InlineData($"/v1.0/myorg/groups/{Known.Amn}/scorecards%28{Known.AmnScorecard}%29/goals%28{Known.AmnTrained}%29")]
    [InlineData($"/v1.0/MyOrg/Groups/{Known.Amn}/Scorecards({Known.AmnScorecard})/Goals({Known.AmnTrained})")]
    [InlineData($"/V1.0/MYORG/GROUPS/{Known.Amn}/SCORECARDS({Known.AmnScorecard})/GOALS({Known.AmnTrained})/")]
    [InlineData($"/v1.0/myorg/groups/{Known.Amn}/scorecards({Known.AmnScorecard})/goals({Known.AmnTrained})/")]
    [InlineData("/v1.0/myorg/groups/FBC7DDFD-AED1-5288-8D72-DA9F8CEBCEE4/scorecards(7857C551-36E2-522D-99A8-FBA18D8843BA)/goals({DF685A65-0EED-5C52-83ED-6218FFB432F8})")]
    public async Task A_goal_is_found_however_a_client_spells_its_address(string path)
    {
        var goal = await app.Reader.JsonAsync(path);

        Assert.Equal("2.2.3.i3", goal.Text("nodeId"));
    }

    [Theory]
    [InlineData("/hsvo/v1/plans/")]
    [InlineData("/HSVO/V1/Plans")]
    public async Task Our_own_api_is_as_lenient(string path) =>
        Assert.Equal(["ekonomiskt-bistand-2023", "hsvo-2021", "lokussamordnare-2018", "nsu-2019"], (await app.Reader.JsonAsync(path))["plans"]!.AsArray().Select(p => p!.Text("id")));

    [Theory]
    [InlineData("GET", "/hsvo")]
    [InlineData("GET", "/hsvo/v2/status")]
    [InlineData("DELETE", "/hsvo/v1")]
    public async Task Elsewhere_in_our_own_api_is_404_with_a_problem(string method, string path)
    {
        using var answer = await SendAsync(method, path);

        var problem = await answer.JsonAsync(HttpStatusCode.NotFound);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("path.unknown", problem.Text("code"));
        Assert.Equal(answer.Headers.GetValues("RequestId").Single(), problem.Text("requestId"));
    }

    [Theory]
    [InlineData("DELETE", "/hsvo/v1/reports", "GET, HEAD, POST")]
    [InlineData("POST", "/hsvo/v1/status", "GET, HEAD")]
    [InlineData("PATCH", "/hsvo/v1/meetings/2021-05/", "DELETE, PUT")]
    [InlineData("OPTIONS", "/hsvo/v1/plans", "GET, HEAD, POST")]
    public async Task Another_method_in_our_own_api_is_405_with_those_that_there_are(string method, string path, string allowed)
    {
        using var answer = await SendAsync(method, path);

        Assert.Equal("method.notAllowed", (await answer.JsonAsync(HttpStatusCode.MethodNotAllowed)).Text("code"));
        Assert.Equal(allowed, string.Join(", ", answer.Content.Headers.Allow));
    }

    [Fact]
    public async Task A_problem_names_the_address_as_a_uri()
    {
        using var answer = await app.Reader.GetAsync("/hsvo/v1/m%C3%A5l%20ett");

        Assert.Equal("/hsvo/v1/m%C3%A5l%20ett", (await answer.JsonAsync(HttpStatusCode.NotFound)).Text("instance"));
    }

    [Theory]
    [InlineData("GET", "/v1.0")]
    [InlineData("GET", "/v1.0/myorg/tables")]
    [InlineData("GET", $"/v1.0/myorg/groups/{Known.Amn}/scorecards{Known.AmnScorecard}")]
    public async Task Elsewhere_in_power_bis_door_is_404_with_an_error_envelope(string method, string path)
    {
        using var answer = await SendAsync(method, path);

        var error = (await answer.JsonAsync(HttpStatusCode.NotFound))["error"]!;
        Assert.Equal("application/json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("PowerBIEntityNotFound", error.Text("code"));
        Assert.NotEmpty(error.Text("message"));
        Assert.True(Guid.TryParse(answer.Headers.GetValues("RequestId").Single(), out _));
    }

    [Theory]
    [InlineData("/v1.0/myorg/groups/1")]
    [InlineData($"/v1.0/myorg/groups/{Known.AmnScorecard}/scorecards")]
    [InlineData($"/v1.0/myorg/groups/{Known.Shs}/scorecards({Known.AmnScorecard})")]
    [InlineData($"/v1.0/myorg/groups/{Known.Amn}/scorecards({Known.AmnScorecard})/goals({Known.Amn})")]
    public async Task An_unknown_id_is_404_and_named(string path)
    {
        using var answer = await app.Reader.GetAsync(path);

        var error = (await answer.JsonAsync(HttpStatusCode.NotFound))["error"]!;
        Assert.Equal("id.unknown", Assert.Single(error["details"]!.AsArray())!.Text("code"));
    }

    [Theory]
    [InlineData("/v1.0/myorg/groups")]
    [InlineData("/hsvo/v1/plans")]
    [InlineData("/hsvo/nowhere")]
    public async Task A_clients_own_request_id_comes_back_beside_ours(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "x-ms-client-request-id", "7f0c-41.A_b" } } };

        using var answer = await app.Reader.SendAsync(request);

        Assert.Equal("7f0c-41.A_b", answer.Headers.GetValues("x-ms-client-request-id").Single());
        Assert.True(Guid.TryParse(answer.Headers.GetValues("RequestId").Single(), out _));
        Assert.Equal(answer.Headers.GetValues("RequestId"), answer.Headers.GetValues("x-ms-request-id"));
    }

    [Theory]
    [InlineData("<script>")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public async Task A_request_id_that_is_none_does_not_come_back(string id)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/hsvo/v1/plans") { Headers = { { "x-ms-client-request-id", id } } };

        using var answer = await app.Reader.SendAsync(request);

        Assert.False(answer.Headers.Contains("x-ms-client-request-id"));
    }

    private async Task<HttpResponseMessage> SendAsync(string method, string path)
    {
        using var request = new HttpRequestMessage(new(method), path);
        return await app.Reader.SendAsync(request);
    }
}
