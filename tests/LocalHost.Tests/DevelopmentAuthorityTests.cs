using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Identity.Web;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Hsvo.LocalHost.Tests;

public sealed class DevelopmentAuthorityTests : IDisposable
{
    private readonly DevelopmentFolder _folder = new();
    private readonly DevelopmentKey _key;
    private readonly DevelopmentHost _host;

    public DevelopmentAuthorityTests()
    {
        _key = DevelopmentKey.Open(_folder.Path);
        _host = new DevelopmentHost(_key);
    }

    public void Dispose()
    {
        _host.Dispose();
        _folder.Dispose();
    }

    public static TheoryData<string, string?> Everyone()
    {
        var data = new TheoryData<string, string?>();
        foreach (var identity in DevelopmentIdentities.All)
        {
            data.Add(identity.Role, identity.Role == "reporter" ? identity.Department : null);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Everyone))]
    public async Task Everyones_token_passes_the_apps_own_validation(string role, string? department)
    {
        var result = await _host.ReceiveAsync(new DevelopmentTokens(_key, TimeProvider.System).Create(role, department));

        Assert.True(result.Succeeded, result.Failure?.ToString());
        Assert.True(result.Principal.IsInRole(role));
        Assert.Single(result.Principal.FindAll(ClaimTypes.Role));
        Assert.Equal(DevelopmentAuthority.TenantId, result.Principal.GetTenantId());
        Assert.StartsWith("Exempel: ", result.Principal.FindFirstValue("name"), StringComparison.Ordinal);
        Assert.True(Guid.TryParse(result.Principal.GetObjectId(), out _));
    }

    [Fact]
    public async Task A_second_host_with_another_key_refuses_the_first_ones_tokens()
    {
        using var otherFolder = new DevelopmentFolder();
        var otherKey = DevelopmentKey.Open(otherFolder.Path);
        using var otherHost = new DevelopmentHost(otherKey);

        var own = await otherHost.ReceiveAsync(new DevelopmentTokens(otherKey, TimeProvider.System).Create("reader"));
        var strange = await otherHost.ReceiveAsync(new DevelopmentTokens(_key, TimeProvider.System).Create("reader"));

        Assert.True(own.Succeeded, own.Failure?.ToString());
        Assert.IsType<SecurityTokenSignatureKeyNotFoundException>(strange.Failure);
    }

    [Fact]
    public async Task A_token_lasts_eight_hours()
    {
        var sevenHoursOld = await ReceiveTokenOfAgeAsync(TimeSpan.FromHours(7.9));
        var nineHoursOld = await ReceiveTokenOfAgeAsync(TimeSpan.FromHours(8.2));
        var fromTomorrow = await ReceiveTokenOfAgeAsync(TimeSpan.FromDays(-1));

        Assert.True(sevenHoursOld.Succeeded, sevenHoursOld.Failure?.ToString());
        Assert.IsType<SecurityTokenExpiredException>(nineHoursOld.Failure);
        Assert.IsType<SecurityTokenNotYetValidException>(fromTomorrow.Failure);
    }

    [Fact]
    public async Task A_token_for_another_audience_is_refused() =>
        await AssertRefusedAsync<SecurityTokenInvalidAudienceException>(token => token.Audience = Guid.Empty.ToString());

    [Theory]
    [InlineData("https://login.microsoftonline.com/" + DevelopmentAuthority.TenantId + "/v2.0")]
    [InlineData("https://development.hsvo.invalid/00000000-0000-4000-8000-00000000cccc/v2.0")]
    [InlineData("https://development.hsvo.invalid/" + DevelopmentAuthority.TenantId + "/")]
    public async Task A_token_from_another_issuer_is_refused(string issuer) =>
        await AssertRefusedAsync<SecurityTokenInvalidIssuerException>(token => token.Issuer = issuer);

    [Fact]
    public async Task A_token_that_names_another_tenant_is_refused() =>
        await AssertRefusedAsync<SecurityTokenInvalidIssuerException>(token => token.Claims["tid"] = Guid.Empty.ToString());

    [Fact]
    public async Task An_unsigned_token_is_refused() =>
        await AssertRefusedAsync<SecurityTokenInvalidSignatureException>(token => token.SigningCredentials = null);

    [Fact]
    public async Task A_token_signed_with_another_key_under_the_right_key_id_is_refused()
    {
        using var rsa = RSA.Create(2048);

        await AssertRefusedAsync<SecurityTokenInvalidSignatureException>(token => token.SigningCredentials =
            new SigningCredentials(new RsaSecurityKey(rsa) { KeyId = _key.Public.Kid }, SecurityAlgorithms.RsaSha256));
    }

    [Fact]
    public async Task A_token_whose_shared_secret_is_the_public_key_is_refused()
    {
        using var rsa = RSA.Create(_key.Private.Parameters);
        var publicKey = Encoding.ASCII.GetBytes(rsa.ExportSubjectPublicKeyInfoPem());

        await AssertRefusedAsync<SecurityTokenInvalidSignatureException>(token => token.SigningCredentials =
            new SigningCredentials(new SymmetricSecurityKey(publicKey) { KeyId = _key.Public.Kid }, SecurityAlgorithms.HmacSha256));
    }

    [Fact]
    public async Task A_token_without_roles_is_refused()
    {
        var result = await _host.ReceiveAsync(Sign(token => token.Claims.Remove("roles")));

        Assert.False(result.Succeeded);
        Assert.StartsWith("IDW10201", result.Failure?.Message, StringComparison.Ordinal);
    }

    private async Task AssertRefusedAsync<TFailure>(Action<SecurityTokenDescriptor> spoil)
        where TFailure : Exception
    {
        var sound = await _host.ReceiveAsync(Sign(_ => { }));
        var spoilt = await _host.ReceiveAsync(Sign(spoil));

        Assert.True(sound.Succeeded, sound.Failure?.ToString());
        Assert.False(spoilt.Succeeded);
        Assert.IsType<TFailure>(spoilt.Failure);
    }

    private async Task<Microsoft.AspNetCore.Authentication.AuthenticateResult> ReceiveTokenOfAgeAsync(TimeSpan age) =>
        await _host.ReceiveAsync(new DevelopmentTokens(_key, new Shifted(-age)).Create("reader"));

    private string Sign(Action<SecurityTokenDescriptor> change)
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var token = new SecurityTokenDescriptor
        {
            Issuer = DevelopmentAuthority.Issuer,
            Audience = DevelopmentAuthority.ClientId,
            NotBefore = now,
            Expires = now.AddHours(1),
            Claims = new Dictionary<string, object>
            {
                ["tid"] = DevelopmentAuthority.TenantId,
                ["roles"] = new[] { "coordinator" },
                ["ver"] = "2.0",
            },
            SigningCredentials = new SigningCredentials(_key.Private, SecurityAlgorithms.RsaSha256),
        };
        change(token);
        return new JsonWebTokenHandler().CreateToken(token);
    }

    private sealed class Shifted(TimeSpan by) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + by;
    }
}
