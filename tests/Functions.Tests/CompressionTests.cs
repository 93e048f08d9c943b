using System.IO.Compression;
using System.Net;

namespace Hsvo.Functions.Tests;

/// <summary>Feeds go compressed to those who accept it.</summary>
[Collection(RunningApp.Collection)]
public sealed class CompressionTests(RunningApp app)
{
    [Theory]
    [InlineData("br", "br")]
    [InlineData("gzip", "gzip")]
    [InlineData("gzip, deflate, br", "br")]
    [InlineData("br;q=0.5, gzip", "gzip")]
    [InlineData("br;q=0", null)]
    [InlineData("deflate", null)]
    public async Task A_feed_comes_in_the_coding_that_the_client_accepts_and_says_the_same(string accepted, string? expected)
    {
        var plain = await app.Reader.GetStringAsync(Requests.StatusPath);

        using var answer = await AskAsync(accepted);

        Assert.Equal(expected, answer.Content.Headers.ContentEncoding.SingleOrDefault());
        Assert.Equal(["Accept-Encoding"], answer.Headers.Vary);
        Assert.Equal(plain, await TextOf(answer));
    }

    [Fact]
    public async Task Each_coding_has_a_tag_of_its_own_that_gives_304()
    {
        using var plain = await AskAsync("identity");

        var (compressed, again) = await app.Reader.AskAgainAsync(Requests.StatusPath, ("Accept-Encoding", "br"));

        Assert.NotEqual(plain.Headers.ETag, compressed.Headers.ETag);
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Empty(again.Content.Headers.ContentEncoding);
    }

    [Fact]
    public async Task An_address_with_another_host_gets_that_host_in_its_links()
    {
        var path = $"{Known.Goals(Known.Samrad, Known.SamradScorecard)}?$expand=aggregations";
        var own = await app.Reader.GetStringAsync(path);
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { Host = "other.example" } };

        using var answer = await app.Reader.SendAsync(request);

        Assert.Contains("//other.example/", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("//other.example/", own, StringComparison.Ordinal);
    }

    private static async Task<string> TextOf(HttpResponseMessage answer)
    {
        var body = await answer.Content.ReadAsStreamAsync();
        await using var text = answer.Content.Headers.ContentEncoding.SingleOrDefault() switch
        {
            "br" => new BrotliStream(body, CompressionMode.Decompress),
            "gzip" => new GZipStream(body, CompressionMode.Decompress),
            _ => body,
        };
        using var reader = new StreamReader(text);
        return await reader.ReadToEndAsync();
    }

    private Task<HttpResponseMessage> AskAsync(string accepted) => app.Reader.GetAsync(Requests.StatusPath, ("Accept-Encoding", accepted));
}
