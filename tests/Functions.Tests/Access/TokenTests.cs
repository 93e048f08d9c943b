using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.Tokens;

namespace Hsvo.Functions.Tests.Access;

/// <summary>Which tokens are taken, from the app's own reading of settings to its answer. Each that is refused differs in one respect from one that is taken.</summary>
[Collection(TwoTenants.Collection)]
public sealed class TokenTests(TwoTenants app)
{
    private const string Path = "/hsvo/v1/plans";

    private static readonly Guid Somebody = new("00000000-0000-4000-8000-0000000000e1");
    private static readonly Guid Stranger = new("00000000-0000-4000-8000-0000000000a9");

    private static readonly Dictionary<string, Func<AccessToken, string>> Refused = new()
    {
        ["expired"] = t => (t with { NotBefore = TimeSpan.FromHours(-2), Expires = TimeSpan.FromMinutes(-10) }).Write(),
        ["without an end"] = t => (t with { Expires = TimeSpan.MaxValue }).Write(),
        ["not valid yet"] = t => (t with { NotBefore = TimeSpan.FromMinutes(10) }).Write(),
        ["for another app"] = t => (t with { Audience = $"{Guid.NewGuid()}" }).Write(),
        ["of version 2 for version 1's audience"] = t => (t with { Audience = $"api://{AccessToken.ClientId}" }).Write(),
        ["of version 1 for version 2's audience"] = t => (t with { Version = "1.0", Audience = $"{AccessToken.ClientId}" }).Write(),
        ["of a tenant that isn't named, version 2"] = t => (t with { Tenant = Stranger }).Write(),
        ["of a tenant that isn't named, version 1"] = t => (t with { Tenant = Stranger, Version = "1.0" }).Write(),
        ["of a stranger's that says it is home's"] = t => (t with { Issuer = t.Host.IssuerOf($"{Stranger}", "2.0") }).Write(),
        ["of home's that says it is a stranger's"] = t => t.With("tid", $"{Stranger}").Write(),
        ["of the region's that says it is home's"] = t => (t with { Issuer = t.Host.IssuerOf($"{TwoTenants.Region}", "2.0") }).Write(),
        ["of the pattern itself"] = t => (t with { Issuer = t.Host.IssuerOf("{tenantid}", "2.0") }).With("tid", "{tenantid}").Write(),
        ["of any tenant"] = t => (t with { Issuer = t.Host.IssuerOf("organizations", "2.0") }).With("tid", "organizations").Write(),
        ["of another login host"] = t => (t with { Issuer = $"https://login.evil.example/{t.Tenant}/v2.0" }).Write(),
        ["of an issuer that is no address"] = t => (t with { Issuer = "../../etc/passwd" }).Write(),
        ["without tenant"] = t => t.With("tid", null).Write(),
        ["with a tenant that is no id"] = t => t.With("tid", "kommun.example").Write(),
        ["without object id"] = t => t.With("oid", null).Write(),
        ["with an object id that is none"] = t => t.With("oid", "coordinator").Write(),
        ["with an object id of zeros"] = t => t.With("oid", $"{Guid.Empty}").Write(),
        ["that is an ID token"] = t => t.With("scp", null).Write(),
        ["without roles and scope"] = t => (t with { Roles = [] }).OfSystem().Write(),
        ["signed by another key under the right name"] = t => (t with { Signing = Rsa(t.Host.Key.KeyId) }).Write(),
        ["signed by an unknown key"] = t => (t with { Signing = Rsa($"{Guid.NewGuid()}") }).Write(),
        ["signed by a key that is a file"] = t => (t with { Signing = Rsa("../../../../../dev/null") }).Write(),
        ["signed by a key that is a question"] = t => (t with { Signing = Rsa("' or '1'='1") }).Write(),
        ["that brings its own key"] = t => (t with { Signing = Rsa("mine"), Header = new Dictionary<string, object> { ["jku"] = "https://evil.example/keys", ["x5u"] = "https://evil.example/key" } }).Write(),
        ["unsigned"] = t => Unsigned(t.Write(), "none"),
        ["unsigned in capitals"] = t => Unsigned(t.Write(), "NONE"),
        ["unsigned, of no algorithm at all"] = t => Unsigned(t.Write(), ""),
        ["that says it is unsigned, with its signature"] = t => Unsigned(t.Write(), "none") + t.Write().Split('.')[2],
        ["whose secret is the public key"] = t => (t with { Signing = Hmac(t, Encoding.ASCII.GetBytes(t.Host.Key.Rsa.ExportSubjectPublicKeyInfoPem())) }).Write(),
        ["whose secret is the public key's bytes"] = t => (t with { Signing = Hmac(t, t.Host.Key.Rsa.ExportSubjectPublicKeyInfo()) }).Write(),
        ["whose secret is the public key's number"] = t => (t with { Signing = Hmac(t, t.Host.Key.Rsa.ExportParameters(false).Modulus!) }).Write(),
        ["whose roles were changed"] = t => Changed(t.Write(), p => p.Replace("reader", "coordinator", StringComparison.Ordinal)),
        ["cut off"] = t => t.Write()[..^20],
        ["with more after it"] = t => t.Write() + ".e30",
        ["that is no token"] = _ => "hej",
        ["of dots"] = _ => new string('.', 2000),
        ["that is long and nothing"] = _ => new string('a', 20_000),
    };

    public static TheoryData<string> Spoilt => [.. Refused.Keys];

    [Theory]
    [MemberData(nameof(Spoilt))]
    public async Task A_token_that_is_not_ours_is_refused_in_each_doors_shape(string how)
    {
        var sound = app.TokenOf(Somebody, "reader");
        using var taken = await app.GetAsync(Path, sound);
        Assert.Equal(HttpStatusCode.OK, taken.StatusCode);
        var token = Refused[how](sound);

        using var api = await app.GetAsync(Path, token);
        using var powerBI = await app.GetAsync("/v1.0/myorg/groups", token);
        using var feed = await app.GetAsync("/odata", token);

        Assert.Equal("token.invalid", (await api.JsonAsync(HttpStatusCode.Unauthorized)).Text("code"));
        Assert.Equal("TokenExpired", (await powerBI.JsonAsync(HttpStatusCode.Unauthorized))["error"]!.Text("code"));
        Assert.Equal("token.invalid", (await feed.JsonAsync(HttpStatusCode.Unauthorized))["error"]!.Text("code"));
        foreach (var answer in new[] { api, powerBI, feed })
        {
            Assert.Equal($"Bearer authorization_uri={app.Host.Instance}common/oauth2/authorize, error=\"invalid_token\"", answer.Headers.WwwAuthenticate.Single().ToString());
            Assert.DoesNotContain(token, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("2.0", false)]
    [InlineData("1.0", false)]
    [InlineData("2.0", true)]
    [InlineData("1.0", true)]
    public async Task A_token_of_either_tenant_and_version_is_taken_from_people_and_systems(string version, bool isSystems)
    {
        foreach (var token in new[] { app.TokenOf(Somebody, "reader"), app.RegionTokenOf(Somebody, "reader") })
        {
            using var answer = await app.GetAsync(Path, (isSystems ? token.OfSystem() : token) with { Version = version });

            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
    }

    [Fact]
    public async Task A_system_that_the_registration_does_not_mark_is_known_by_its_subject()
    {
        using var answer = await app.GetAsync(Path, app.TokenOf(Somebody, "reader").OfSystem().With("idtyp", null));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task A_long_token_with_two_hundred_groups_is_taken()
    {
        var groups = Enumerable.Range(0, 200).Select(_ => $"{Guid.NewGuid()}").ToArray();

        using var answer = await app.GetAsync(Path, app.TokenOf(Somebody, "reporter").With("groups", groups));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task A_token_longer_than_any_header_may_be_is_refused_by_the_server()
    {
        using var client = new HttpClient { BaseAddress = app.Address };
        client.DefaultRequestHeaders.Authorization = new("Bearer", new string('a', 40_000));

        using var answer = await client.GetAsync(Path);

        Assert.Equal(HttpStatusCode.RequestHeaderFieldsTooLarge, answer.StatusCode);
    }

    [Fact]
    public async Task New_keys_are_fetched_when_a_token_is_signed_by_one()
    {
        using var before = await app.GetAsync(Path, app.TokenOf(Somebody, "reader"));
        Assert.Equal(HttpStatusCode.OK, before.StatusCode);
        app.Host.Rotate();

        // The first token with a new key is what makes the app ask for keys, and isn't kept waiting for them.
        using var deadline = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        var status = HttpStatusCode.Unauthorized;
        while (status == HttpStatusCode.Unauthorized && await ticks.WaitForNextTickAsync(deadline.Token))
        {
            using var answer = await app.GetAsync(Path, app.TokenOf(Somebody, "reader"));
            status = answer.StatusCode;
        }

        Assert.Equal(HttpStatusCode.OK, status);
    }

    [Theory]
    [InlineData(null, "authorization_uri={0}common/oauth2/authorize, realm=\"{0}common\"")]
    [InlineData("", "authorization_uri={0}common/oauth2/authorize")]
    [InlineData("Basic YTpi", "authorization_uri={0}common/oauth2/authorize")]
    [InlineData("Bearer", "authorization_uri={0}common/oauth2/authorize")]
    public async Task Without_a_token_the_answer_says_where_to_sign_in(string? header, string expected)
    {
        foreach (var path in new[] { Path, "/v1.0/myorg/groups", "/odata" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            if (header is not null)
            {
                request.Headers.TryAddWithoutValidation("Authorization", header);
            }

            using var answer = await app.Client.SendAsync(request);

            var body = await answer.JsonAsync(HttpStatusCode.Unauthorized);
            Assert.Equal(path.StartsWith("/v1.0", StringComparison.Ordinal) ? "Unauthorized" : "signIn.required", (body["error"] ?? body).Text("code"));
            var challenge = answer.Headers.WwwAuthenticate.Single();
            Assert.Equal(("Bearer", string.Format(null, expected, app.Host.Instance)), (challenge.Scheme, challenge.Parameter));
        }
    }

    private static SigningCredentials Rsa(string name) => new(new RsaSecurityKey(RSA.Create(2048)) { KeyId = name }, SecurityAlgorithms.RsaSha256);

    private static SigningCredentials Hmac(AccessToken token, byte[] secret) =>
        new(new SymmetricSecurityKey(secret) { KeyId = token.Host.Key.KeyId }, SecurityAlgorithms.HmacSha256);

    private static string Unsigned(string token, string algorithm) =>
        $"{Base64UrlEncoder.Encode($$"""{"alg":"{{algorithm}}","typ":"JWT"}""")}.{token.Split('.')[1]}.";

    private static string Changed(string token, Func<string, string> change)
    {
        var parts = token.Split('.');
        return $"{parts[0]}.{Base64UrlEncoder.Encode(change(Base64UrlEncoder.Decode(parts[1])))}.{parts[2]}";
    }
}
