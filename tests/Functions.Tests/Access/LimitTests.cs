using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;

namespace Hsvo.Functions.Tests.Access;

/// <summary>What is too much of, at each door: what the app refuses in the door's shape, and what the server refuses before the app is asked.</summary>
[Collection(TwoTenants.Collection)]
public sealed class LimitTests(TwoTenants app)
{
    private const string Goal = $"/v1.0/myorg/groups/{Known.Amn}/scorecards({Known.AmnScorecard})/goals({Known.AmnTrained})";
    private const string NoReport = "/hsvo/v1/plans/hsvo-2021/rounds/2021-05/reports/none/none";

    /// <summary>Every address that reads a body, so far along that it would be read.</summary>
    public static TheoryData<string, string, string> Bodies => new()
    {
        { "coordinator", "POST", "/hsvo/v1/plans" },
        { "coordinator", "PUT", "/hsvo/v1/configuration" },
        { "coordinator", "PUT", "/hsvo/v1/meetings/2021-10" },
        { "coordinator", "POST", "/hsvo/v1/plans/hsvo-2021/rounds/2021-05/late-change-permits" },
        { "coordinator", "POST", "/hsvo/v1/plans/hsvo-2021/rounds/2021-05/reviews" },
        { "coordinator", "POST", NoReport + "/mask" },
        { "reporter", "POST", "/hsvo/v1/plans/hsvo-2021/rounds/2021-05/declarations" },
        { "reporter", "POST", "/hsvo/v1/proposals" },
        { "reporter", "POST", "/hsvo/v1/reports" },
        { "reporter", "PUT", NoReport },
        { "reporter", "POST", $"{Goal}/goalValues" },
        { "reporter", "PATCH", $"{Goal}/goalValues(2021-05-31)" },
        { "reporter", "POST", $"{Goal}/goalValues(2021-05-31)/notes" },
        { "reporter", "POST", $"/v1.0/myorg/groups/{Known.Amn}/scorecards({Known.AmnScorecard})/goalValues" },
        { "reporter", "POST", $"/v1.0/myorg/groups/{Known.Amn}/scorecards" },
        { "reporter", "POST", $"/v1.0/myorg/groups/{Known.Amn}/datasets/{Known.AmnDataset}/tables/Reports/rows" },
        { "reporter", "POST", $"/v1.0/myorg/groups/{Known.Amn}/datasets/{Known.AmnDataset}/refreshes" },
    };

    // 64 MiB of nothing in 64 KiB: nothing of it is unpacked.
    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task A_body_that_is_packed_is_refused_as_such(string role, string method, string path)
    {
        foreach (var coding in new[] { "gzip", "br", "deflate", "identity, gzip" })
        {
            using var answer = await SendAsync(role, method, path, Packed.Value, coding);

            var body = await answer.JsonAsync(HttpStatusCode.UnsupportedMediaType);
            Assert.True((body["code"] ?? body["error"]!["code"]) is not null);
        }
    }

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task A_body_that_is_too_deep_or_is_packed_and_does_not_say_so_is_no_json(string role, string method, string path)
    {
        using var deep = await SendAsync(role, method, path, Encoding.ASCII.GetBytes(new string('[', 100_000)));
        using var packed = await SendAsync(role, method, path, Packed.Value);

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (deep.StatusCode, packed.StatusCode));
    }

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task A_body_that_is_too_long_is_refused_before_it_has_arrived(string role, string method, string path)
    {
        // Only the first bytes are sent; the answer comes all the same.
        Assert.Equal("HTTP/1.1 413 Payload Too Large", await FirstLineAsync(role, method, path, "Content-Length: 20000000\r\n\r\n{"));
    }

    [Theory]
    [InlineData("FFFFFFFFFFFFFFFF")]
    [InlineData("-1")]
    [InlineData("x")]
    public async Task A_body_in_chunks_that_are_none_did_not_arrive_whole(string chunk)
    {
        Assert.Equal("HTTP/1.1 400 Bad Request", await FirstLineAsync("reporter", "POST", "/hsvo/v1/reports", $"Transfer-Encoding: chunked\r\n\r\n{chunk}\r\n"));
    }

    [Theory]
    [InlineData("/hsvo/v1/status?plan=hsvo-2021&x=")]
    [InlineData("/v1.0/myorg/groups?$filter=")]
    [InlineData("/odata/Goals?$filter=")]
    public async Task An_address_that_is_too_long_is_refused_by_the_server(string path)
    {
        using var client = new HttpClient { BaseAddress = app.Address };

        using var answer = await client.GetAsync(path + new string('a', 8_200));

        Assert.Equal(HttpStatusCode.RequestUriTooLong, answer.StatusCode);
    }

    [Fact]
    public async Task Headers_that_are_too_many_or_too_long_are_refused_by_the_server()
    {
        using var client = new HttpClient { BaseAddress = app.Address };
        using var many = new HttpRequestMessage(HttpMethod.Get, "/odata");
        foreach (var i in Enumerable.Range(0, 101))
        {
            many.Headers.Add($"X-{i}", "1");
        }

        using var tooMany = await client.SendAsync(many);
        using var tooLong = await client.SendAsync(new(HttpMethod.Get, "/odata") { Headers = { { "X-Long", new string('a', 33_000) } } });

        Assert.Equal(
            (HttpStatusCode.RequestHeaderFieldsTooLarge, HttpStatusCode.RequestHeaderFieldsTooLarge), (tooMany.StatusCode, tooLong.StatusCode));
    }

    [Theory]
    [InlineData("/odata/Goals?$top=5&$skip=0", "odata.maxpagesize=1000000000")]
    [InlineData("/odata/Reports", "odata.maxpagesize=99999999999999999999")]
    public async Task A_page_is_no_longer_than_pages_are(string path, string preference)
    {
        using var answer = await app.SendAsync(HttpMethod.Get, path, TokenOf("reporter"), content: null, ("Prefer", preference));

        var rows = (await answer.JsonAsync(HttpStatusCode.OK))["value"]!.AsArray();
        Assert.InRange(rows.Count, 0, 10_000);
    }

    private static readonly Lazy<byte[]> Packed = new(() =>
    {
        using var packed = new MemoryStream();
        using (var zip = new GZipStream(packed, CompressionLevel.SmallestSize))
        {
            zip.Write(new byte[64 * 1024 * 1024]);
        }

        return packed.ToArray();
    });

    private async Task<HttpResponseMessage> SendAsync(string role, string method, string path, byte[] body, string? coding = null)
    {
        var content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        if (coding is not null)
        {
            content.Headers.TryAddWithoutValidation("Content-Encoding", coding);
        }

        return await app.SendAsync(new(method), path, TokenOf(role), content);
    }

    private async Task<string?> FirstLineAsync(string role, string method, string path, string rest)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(app.Address.Host, app.Address.Port);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"{method} {path} HTTP/1.1\r\nHost: {app.Address.Authority}\r\nAuthorization: Bearer {TokenOf(role)}\r\nContent-Type: application/json\r\n{rest}"));
        using var reader = new StreamReader(stream);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        return await reader.ReadLineAsync(patience.Token);
    }

    private string TokenOf(string role) =>
        (role == "coordinator" ? app.TokenOf(TwoTenants.Coordinator, role) : app.TokenOf(TwoTenants.Reporter, role)).Write();
}
