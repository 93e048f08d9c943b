using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.IdentityModel.Tokens;

namespace Hsvo.StandIns.Tests.Identity;

/// <summary>A tenant's metadata and signing key, answered in memory: v1.0 and v2.0 issuers, as the login host has them.</summary>
internal sealed class LoginHost : HttpMessageHandler
{
    /// <summary>The authority of every tenant's work and school accounts. Its issuer is a pattern.</summary>
    public const string AnyTenant = "https://login.invalid/organizations/v2.0";

    private const string PatternV2 = "https://login.invalid/{tenantid}/v2.0";

    private readonly RsaSecurityKey _key = new(RSA.Create(2048)) { KeyId = "tenant-key" };

    public string Tenant { get; } = Guid.NewGuid().ToString();

    public string ClientId { get; } = Guid.NewGuid().ToString();

    public string IssuerV1 => $"https://sts.login.invalid/{Tenant}/";

    public string IssuerV2 => $"https://login.invalid/{Tenant}/v2.0";

    public SigningCredentials Signing => new(_key, SecurityAlgorithms.RsaSha256);

    public string PublicKeyPem => _key.Rsa.ExportSubjectPublicKeyInfoPem();

    public List<string> Asked { get; } = [];

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var address = request.RequestUri!.AbsoluteUri;
        lock (Asked)
        {
            Asked.Add(address);
        }

        object? document = address switch
        {
            _ when address == $"https://login.invalid/{Tenant}/v2.0/.well-known/openid-configuration" => Metadata(IssuerV2, Tenant),
            _ when address == $"https://login.invalid/{Tenant}/.well-known/openid-configuration" => Metadata(IssuerV1, Tenant),
            _ when address == $"https://login.invalid/{Tenant}/keys" => Keys(IssuerV2),
            $"{AnyTenant}/.well-known/openid-configuration" => Metadata(PatternV2, "organizations"),
            "https://login.invalid/common/.well-known/openid-configuration" => Metadata("https://sts.login.invalid/{tenantid}/", "organizations"),
            "https://login.invalid/organizations/keys" => Keys(PatternV2),
            _ => null,
        };

        return Task.FromResult(document is null
            ? new HttpResponseMessage(HttpStatusCode.NotFound)
            : new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(JsonSerializer.Serialize(document)) });
    }

    private static Dictionary<string, string> Metadata(string issuer, string tenant) => new()
    {
        ["issuer"] = issuer,
        ["jwks_uri"] = $"https://login.invalid/{tenant}/keys",
    };

    private object Keys(string issuer)
    {
        var parameters = _key.Rsa.ExportParameters(includePrivateParameters: false);
        return new
        {
            keys = new[]
            {
                new
                {
                    kty = "RSA",
                    use = "sig",
                    kid = _key.KeyId,
                    n = Base64UrlEncoder.Encode(parameters.Modulus),
                    e = Base64UrlEncoder.Encode(parameters.Exponent),
                    issuer,
                },
            },
        };
    }
}
