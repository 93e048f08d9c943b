using Hsvo.Functions.Http.Api.OpenApi;

namespace Hsvo.Functions.Tests.OpenApi;

/// <summary>What the contract points at is there, for whoever reads it without having signed in.</summary>
[Collection(RunningApp.Collection)]
public sealed class DocumentationTests(RunningApp app)
{
    [Fact]
    public async Task The_page_has_the_terms_and_every_error_code_and_is_accessible()
    {
        var page = await app.Nobody.GetStringAsync("/hsvo/v1/documentation");

        Pages.AssertAccessible(page);
        Assert.Contains($"id=\"{new Uri(Published.Contract.Info["termsOfService"]!.GetValue<string>()).Fragment[1..]}\"", page, StringComparison.Ordinal);
        Assert.All(ErrorCatalogue.All, e => Assert.Contains($"<code>{e.Code}</code>", page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_document_is_the_same_for_all_and_told_by_its_tag()
    {
        using var first = await app.Nobody.GetAsync("/hsvo/v1/openapi.json");
        using var again = new HttpRequestMessage(HttpMethod.Get, "/hsvo/v1/openapi.json") { Headers = { { "If-None-Match", $"{first.Headers.ETag}" } } };

        using var answer = await app.Reader.SendAsync(again);

        Assert.Equal(System.Net.HttpStatusCode.NotModified, answer.StatusCode);
        Assert.Contains("max-age=300", $"{first.Headers.CacheControl}", StringComparison.Ordinal);
    }
}
