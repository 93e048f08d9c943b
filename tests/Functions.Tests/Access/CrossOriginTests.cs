using System.Net;
using Hsvo.Functions.Http;
using Microsoft.Extensions.Configuration;

namespace Hsvo.Functions.Tests.Access;

/// <summary>Pages of which origins may read answers: those that a setting names, and no others.</summary>
[Collection(TwoTenants.Collection)]
public sealed class CrossOriginTests(TwoTenants app)
{
    private const string AllowOrigin = "Access-Control-Allow-Origin";

    public static TheoryData<string> Doors => ["/hsvo/v1/status?plan=hsvo-2021", "/v1.0/myorg/groups", "/odata/Goals"];

    public static TheoryData<string> OtherOrigins =>
    [
        "https://evil.example", TwoTenants.Origin + ".evil.example", TwoTenants.Origin + ":444", TwoTenants.Origin + "/", "http://intranat.kommun.example", "null", "*",
        "https://intranat.kommun.example@evil.example",
    ];

    [Theory]
    [MemberData(nameof(Doors))]
    public async Task A_page_of_the_named_origin_is_asked_ahead_and_reads_answers_and_errors(string path)
    {
        using var ahead = await app.SendAsync(HttpMethod.Options, path, token: null, content: null,
            ("Origin", TwoTenants.Origin), ("Access-Control-Request-Method", "PUT"), ("Access-Control-Request-Headers", "authorization,content-type,if-match"));
        using var read = await app.SendAsync(HttpMethod.Get, path, app.TokenOf(Guid.NewGuid(), "reader").Write(), content: null, ("Origin", TwoTenants.Origin));
        using var refused = await app.SendAsync(HttpMethod.Get, path, token: null, content: null, ("Origin", TwoTenants.Origin));

        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.OK, HttpStatusCode.Unauthorized), (ahead.StatusCode, read.StatusCode, refused.StatusCode));
        Assert.Contains("PUT", ahead.Headers.GetValues("Access-Control-Allow-Methods").Single().Split(','));
        Assert.Equal("authorization,content-type,if-match", ahead.Headers.GetValues("Access-Control-Allow-Headers").Single());
        Assert.Contains("ETag", read.Headers.GetValues("Access-Control-Expose-Headers").Single().Split(','));
        Assert.All([ahead, read, refused], answer =>
        {
            Assert.Equal(TwoTenants.Origin, answer.Headers.GetValues(AllowOrigin).Single());
            Assert.Contains("Origin", answer.Headers.Vary);
            Assert.False(answer.Headers.Contains("Access-Control-Allow-Credentials"));
            Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        });
    }

    [Theory]
    [MemberData(nameof(OtherOrigins))]
    public async Task Any_other_origin_is_answered_as_if_there_were_none(string origin)
    {
        using var ahead = await app.SendAsync(
            HttpMethod.Options, "/odata/Goals", token: null, content: null, ("Origin", origin), ("Access-Control-Request-Method", "GET"));
        using var read = await app.SendAsync(HttpMethod.Get, "/odata/Goals", app.TokenOf(Guid.NewGuid(), "reader").Write(), content: null, ("Origin", origin));

        Assert.Equal((HttpStatusCode.MethodNotAllowed, HttpStatusCode.OK), (ahead.StatusCode, read.StatusCode));
        Assert.All([ahead, read], answer => Assert.DoesNotContain(answer.Headers, h => h.Key.StartsWith("Access-Control-", StringComparison.OrdinalIgnoreCase)));
    }

    [Theory]
    [InlineData("*")]
    [InlineData("https://*.kommun.example")]
    [InlineData("https://kommun.example/")]
    [InlineData("https://kommun.example/sida")]
    [InlineData("https://Kommun.example")]
    [InlineData("http://kommun.example")]
    [InlineData("kommun.example")]
    [InlineData("null")]
    [InlineData("")]
    public void A_setting_that_is_no_origin_stops_the_start(string value)
    {
        Assert.Throws<InvalidOperationException>(() => OriginsOf(value));
    }

    [Fact]
    public void A_page_on_ones_own_machine_may_be_plain_http_and_none_is_named_unless_set()
    {
        Assert.Equal(["http://localhost:5173"], OriginsOf("http://localhost:5173"));
        Assert.Empty(CrossOrigin.OriginsOf(new ConfigurationBuilder().Build()));
    }

    private static string[] OriginsOf(string value) =>
        CrossOrigin.OriginsOf(new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create("Cors:AllowedOrigins:0", (string?)value)]).Build());
}

/// <summary>The same where no origin is named, as an app is unless it is set otherwise.</summary>
[Collection(RunningApp.Collection)]
public sealed class NoOriginTests(RunningApp app)
{
    [Theory]
    [MemberData(nameof(CrossOriginTests.Doors), MemberType = typeof(CrossOriginTests))]
    public async Task No_page_of_another_origin_reads_anything(string path)
    {
        foreach (var method in new[] { HttpMethod.Options, HttpMethod.Get })
        {
            using var request = new HttpRequestMessage(method, path) { Headers = { { "Origin", TwoTenants.Origin }, { "Access-Control-Request-Method", "GET" } } };

            using var answer = await app.Reader.SendAsync(request);

            Assert.DoesNotContain(answer.Headers, h => h.Key.StartsWith("Access-Control-", StringComparison.OrdinalIgnoreCase));
        }
    }
}
