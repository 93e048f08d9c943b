using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;

namespace Hsvo.Functions.Tests.Access;

/// <summary>What the app writes to its log, which more people read than may read answers: never a token, a text that somebody wrote, or a name.</summary>
[Collection(TwoTenants.Collection)]
public sealed partial class LogTests(TwoTenants app)
{
    private const string Report = "/hsvo/v1/plans/hsvo-2021/rounds/2021-05/reports/2.2.2.i1/amn";

    [Fact]
    public async Task No_token_text_or_name_is_in_any_line_whatever_is_sent()
    {
        var secret = $"hemligt-{Guid.NewGuid():N}";
        const string Personnummer = "19640823-3234";
        var reporter = app.TokenOf(TwoTenants.Reporter, "reporter").Write();
        var coordinator = app.TokenOf(TwoTenants.Coordinator, "coordinator").Write();
        object Row(string comment) => new { indicator = "2.2.2.i1", department = "amn", round = "2021-05", value = "nej", comment };

        // Stored, masked, refused for what it says, for its shape, and for what it is.
        Assert.Equal(HttpStatusCode.OK, await SendAsync(HttpMethod.Post, "/hsvo/v1/reports", reporter, JsonContent.Create(new { plan = Known.Plan, reports = new[] { Row(secret) } })));
        Assert.Equal(HttpStatusCode.OK, await SendAsync(HttpMethod.Post, $"{Report}/mask", coordinator, JsonContent.Create(new { revision = 1, reason = secret })));
        Assert.Equal(
            HttpStatusCode.UnprocessableEntity,
            await SendAsync(HttpMethod.Post, "/hsvo/v1/reports", reporter, JsonContent.Create(new { plan = Known.Plan, reports = new[] { Row($"{secret} {Personnummer}") } })));
        Assert.Equal(HttpStatusCode.BadRequest, await SendAsync(HttpMethod.Post, "/hsvo/v1/reports", reporter, Requests.JsonContent($$"""{"{{secret}}":"{{secret}}",""")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await SendAsync(HttpMethod.Post, "/hsvo/v1/reports", reporter, Requests.JsonContent($$"""{"{{secret}}":"{{secret}}"}""")));
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, await SendAsync(HttpMethod.Post, "/hsvo/v1/reports", reporter, new StringContent(secret)));
        Assert.Equal(HttpStatusCode.NotFound, await SendAsync(HttpMethod.Post, "/v1.0/myorg/groups/none/scorecards(none)/goals(none)/goalValues", reporter, JsonContent.Create(new { notes = secret })));

        // Tokens that are refused, by the package and by the app.
        Assert.Equal(HttpStatusCode.Unauthorized, await SendAsync(HttpMethod.Get, "/odata", app.TokenOf(TwoTenants.Reporter, "reporter").With("secret", secret).With("oid", null).Write()));
        Assert.Equal(HttpStatusCode.Unauthorized, await SendAsync(HttpMethod.Get, "/odata", (app.TokenOf(TwoTenants.Reporter) with { Audience = $"{Guid.NewGuid()}" }).With("secret", secret).Write()));
        Assert.Equal(HttpStatusCode.Unauthorized, await SendAsync(HttpMethod.Get, "/odata", $"{reporter}x"));
        Assert.Equal(HttpStatusCode.Unauthorized, await SendAsync(HttpMethod.Get, "/odata", secret));

        // Headers that are copied into answers or compared.
        using var traced = await app.SendAsync(HttpMethod.Get, "/hsvo/v1/plans", reporter, content: null,
            ("x-ms-client-request-id", secret), ("traceparent", secret), ("If-None-Match", $"\"{secret}\""), ("Prefer", secret), ("Origin", "https://evil.example"));
        Assert.Equal(HttpStatusCode.OK, traced.StatusCode);

        // The last request's last line is there when a later one has been answered.
        Assert.Equal(HttpStatusCode.OK, await SendAsync(HttpMethod.Get, "/hsvo/v1/plans", reporter));
        var log = app.Log;
        Assert.Contains("info: Hsvo.", log, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, log, StringComparison.Ordinal);
        Assert.DoesNotContain(Personnummer, log, StringComparison.Ordinal);
        Assert.DoesNotContain("Öberg", log, StringComparison.Ordinal);
        Assert.DoesNotContain("asa.oberg", log, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotMatch(TokenPart(), log);
        Assert.DoesNotContain(reporter.Split('.')[2], log, StringComparison.Ordinal);
    }

    // Every token's first two parts are a JSON object in base64: {"…
    [GeneratedRegex(@"\beyJ[\w-]{16,}")]
    private static partial Regex TokenPart();

    private async Task<HttpStatusCode> SendAsync(HttpMethod method, string path, string token, HttpContent? content = null)
    {
        using var answer = await app.SendAsync(method, path, token, content);
        return answer.StatusCode;
    }
}
