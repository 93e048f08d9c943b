using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Identity.Web;
using Microsoft.IdentityModel.Tokens;

namespace Hsvo.StandIns.Tests.Identity;

public sealed class ProtectedApiTests : IDisposable
{
    private readonly LoginHost _host = new();
    private readonly ProtectedApi _api;

    public ProtectedApiTests() => _api = new ProtectedApi(_host);

    public void Dispose()
    {
        _api.Dispose();
        _host.Dispose();
    }

    [Fact]
    public async Task A_token_of_the_tenant_is_accepted_and_its_claims_come_out_mapped()
    {
        var result = await _api.ReceiveAsync((Token.From(_host) with { Roles = ["reporter", "reader"] }).Write());

        Assert.True(result.Succeeded, result.Failure?.ToString());
        var user = result.Principal;
        Assert.True(user.Identity!.IsAuthenticated);
        Assert.True(user.IsInRole("reporter"));
        Assert.True(user.IsInRole("reader"));
        Assert.False(user.IsInRole("auditor"));
        Assert.Equal("00000000-0000-0000-0000-0000000000aa", user.GetObjectId());
        Assert.Equal(_host.Tenant, user.GetTenantId());
        Assert.Equal("subject", user.FindFirstValue(ClaimTypes.NameIdentifier));
        Assert.Equal("Åsa Öberg", user.FindFirstValue(ClaimConstants.Name));
        Assert.Null(user.FindFirst(ClaimConstants.Oid));
        Assert.Null(user.FindFirst(ClaimConstants.Tid));
        Assert.Null(user.FindFirst(ClaimConstants.Roles));
        Assert.NotNull(user.FindFirst(ClaimConstants.ObjectId));
        Assert.NotNull(user.FindFirst(ClaimConstants.TenantId));
        Assert.Equal(2, user.FindAll(ClaimConstants.Role).Count());
        Assert.Null(user.Identity.Name);
    }

    [Fact]
    public async Task Metadata_is_fetched_with_the_first_token_and_then_kept()
    {
        Assert.Empty(_host.Asked);

        await _api.ReceiveAsync(Token.From(_host).Write());
        var asked = _host.Asked.Count;
        await _api.ReceiveAsync(Token.From(_host).Write());

        Assert.NotEqual(0, asked);
        Assert.Equal(asked, _host.Asked.Count);
    }

    [Fact]
    public async Task A_v1_token_of_the_tenant_is_accepted_for_the_application_id_uri()
    {
        var token = Token.From(_host) with { Issuer = _host.IssuerV1, Audience = $"api://{_host.ClientId}", Version = "1.0" };

        var result = await _api.ReceiveAsync(token.Write());

        Assert.True(result.Succeeded, result.Failure?.ToString());
    }

    [Theory]
    [InlineData("1.0", "")]
    [InlineData("2.0", "api://")]
    [InlineData("3.0", "")]
    public async Task Each_token_version_has_its_own_audience(string version, string prefix)
    {
        var token = Token.From(_host) with { Version = version, Audience = prefix + _host.ClientId };

        await AssertRefusedAsync<SecurityTokenInvalidAudienceException>(token.Write());
    }

    [Fact]
    public async Task A_configured_audience_replaces_the_client_id()
    {
        using var api = new ProtectedApi(_host, ("Audience", "api://hsvo"));

        var configured = await api.ReceiveAsync((Token.From(_host) with { Audience = "api://hsvo" }).Write());
        var clientId = await api.ReceiveAsync(Token.From(_host).Write());

        Assert.True(configured.Succeeded, configured.Failure?.ToString());
        Assert.IsType<SecurityTokenInvalidAudienceException>(clientId.Failure);
    }

    [Fact]
    public async Task An_expired_token_is_refused()
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;

        await AssertRefusedAsync<SecurityTokenExpiredException>(
            (Token.From(_host) with { NotBefore = now.AddHours(-2), Expires = now.AddHours(-1) }).Write());
    }

    [Fact]
    public async Task A_token_that_is_not_valid_yet_is_refused()
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;

        await AssertRefusedAsync<SecurityTokenNotYetValidException>(
            (Token.From(_host) with { NotBefore = now.AddHours(1), Expires = now.AddHours(2) }).Write());
    }

    [Fact]
    public async Task A_token_for_another_audience_is_refused() =>
        await AssertRefusedAsync<SecurityTokenInvalidAudienceException>(
            (Token.From(_host) with { Audience = "00000000-0000-0000-0000-000000000bad" }).Write());

    [Theory]
    [InlineData("https://login.invalid/another-tenant/v2.0")]
    [InlineData("https://elsewhere.invalid/TENANT/v2.0")]
    [InlineData("https://login.invalid/TENANT/v1.0")]
    public async Task A_token_from_another_issuer_is_refused(string issuer) =>
        await AssertRefusedAsync<SecurityTokenInvalidIssuerException>(
            (Token.From(_host) with { Issuer = issuer.Replace("TENANT", _host.Tenant, StringComparison.Ordinal) }).Write());

    [Fact]
    public async Task A_token_that_names_another_tenant_than_its_issuer_is_refused() =>
        await AssertRefusedAsync<SecurityTokenInvalidIssuerException>((Token.From(_host) with { Tenant = Guid.NewGuid().ToString() }).Write());

    // Which tenants are meant, the app says. One test: the package keeps a validator for each authority for ever, with the first host it was given.
    [Fact]
    public async Task An_authority_of_every_tenant_that_the_app_set_before_takes_each_tenants_tokens_of_both_versions_and_no_others()
    {
        using var api = new ProtectedApi(_host, LoginHost.AnyTenant);
        foreach (var tenant in new[] { _host.Tenant, $"{Guid.NewGuid()}" })
        {
            var second = Token.From(_host) with { Tenant = tenant, Issuer = $"https://login.invalid/{tenant}/v2.0" };
            var first = Token.From(_host) with { Tenant = tenant, Issuer = $"https://sts.login.invalid/{tenant}/", Audience = $"api://{_host.ClientId}", Version = "1.0" };

            foreach (var token in new[] { second, first })
            {
                var taken = await api.ReceiveAsync(token.Write());
                var ofAnother = await api.ReceiveAsync((token with { Tenant = $"{Guid.NewGuid()}" }).Write());
                var ofNone = await api.ReceiveAsync((token with { Tenant = null }).Write());

                Assert.True(taken.Succeeded, taken.Failure?.ToString());
                Assert.Equal(tenant, taken.Principal.GetTenantId());
                Assert.IsType<SecurityTokenInvalidIssuerException>(ofAnother.Failure);
                Assert.IsType<SecurityTokenInvalidIssuerException>(ofNone.Failure);
            }
        }
    }

    [Fact]
    public async Task A_token_signed_with_an_unknown_key_is_refused()
    {
        using var rsa = RSA.Create(2048);
        var unknown = new SigningCredentials(new RsaSecurityKey(rsa) { KeyId = "unknown" }, SecurityAlgorithms.RsaSha256);

        await AssertRefusedAsync<SecurityTokenSignatureKeyNotFoundException>((Token.From(_host) with { Signing = unknown }).Write());
    }

    [Fact]
    public async Task A_token_signed_with_another_key_under_the_right_key_id_is_refused()
    {
        using var rsa = RSA.Create(2048);
        var forged = new SigningCredentials(new RsaSecurityKey(rsa) { KeyId = "tenant-key" }, SecurityAlgorithms.RsaSha256);

        await AssertRefusedAsync<SecurityTokenInvalidSignatureException>((Token.From(_host) with { Signing = forged }).Write());
    }

    [Fact]
    public async Task An_unsigned_token_is_refused()
    {
        var token = (Token.From(_host) with { Signing = null }).Write();
        Assert.Contains("\"none\"", Base64UrlEncoder.Decode(token.Split('.')[0]), StringComparison.Ordinal);

        await AssertRefusedAsync<SecurityTokenInvalidSignatureException>(token);
    }

    [Fact]
    public async Task A_token_whose_shared_secret_is_the_public_key_is_refused()
    {
        var publicKey = Encoding.ASCII.GetBytes(_host.PublicKeyPem);
        var confused = new SigningCredentials(new SymmetricSecurityKey(publicKey) { KeyId = "tenant-key" }, SecurityAlgorithms.HmacSha256);

        await AssertRefusedAsync<SecurityTokenInvalidSignatureException>((Token.From(_host) with { Signing = confused }).Write());
    }

    [Fact]
    public async Task A_changed_token_is_refused()
    {
        var parts = (Token.From(_host) with { Roles = ["reader"] }).Write().Split('.');
        var payload = Base64UrlEncoder.Decode(parts[1]).Replace("reader", "coordinator", StringComparison.Ordinal);

        await AssertRefusedAsync<SecurityTokenInvalidSignatureException>($"{parts[0]}.{Base64UrlEncoder.Encode(payload)}.{parts[2]}");
    }

    [Fact]
    public async Task A_token_without_roles_or_scope_is_refused()
    {
        var result = await _api.ReceiveAsync((Token.From(_host) with { Roles = [] }).Write());

        Assert.False(result.Succeeded);
        Assert.StartsWith("IDW10201", result.Failure?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_with_a_scope_and_no_roles_is_accepted()
    {
        var result = await _api.ReceiveAsync((Token.From(_host) with { Roles = [], Scope = "access_as_user" }).Write());

        Assert.True(result.Succeeded, result.Failure?.ToString());
    }

    [Fact]
    public async Task A_refused_token_is_challenged_with_401_and_the_reason()
    {
        var response = await _api.ChallengeAsync((Token.From(_host) with { Audience = "another" }).Write());

        Assert.Equal(401, response.StatusCode);
        Assert.StartsWith("Bearer error=\"invalid_token\"", response.Headers.WWWAuthenticate.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Instance")]
    [InlineData("TenantId")]
    [InlineData("ClientId")]
    public async Task A_missing_option_is_named(string option)
    {
        using var api = new ProtectedApi(_host, (option, ""));

        var failure = await Assert.ThrowsAsync<ArgumentNullException>(() => api.ReceiveAsync(Token.From(_host).Write()));

        Assert.Contains("IDW10106", failure.Message, StringComparison.Ordinal);
        Assert.Contains(option, failure.Message, StringComparison.Ordinal);
    }

    private async Task AssertRefusedAsync<TFailure>(string token)
        where TFailure : Exception
    {
        var result = await _api.ReceiveAsync(token);

        Assert.False(result.Succeeded);
        Assert.IsType<TFailure>(result.Failure);
    }
}
