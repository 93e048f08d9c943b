using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Tokens;

namespace Hsvo.Functions.Tests.Access;

/// <summary>
/// Entra ID on loopback: OpenID configuration and keys of every tenant, each by itself and as <c>common</c> and <c>organizations</c>, versions 1 and 2,
/// by https with a certificate that nobody knows unless told of its file. Nothing in the app is replaced for it.
/// </summary>
public sealed class LoginHost : IAsyncDisposable
{
    private readonly WebApplication _web;
    private readonly X509Certificate2 _certificate;
    private readonly string _folder;
    private volatile RsaSecurityKey _key = NewKey();

    private LoginHost(WebApplication web, X509Certificate2 certificate, string folder) => (_web, _certificate, _folder) = (web, certificate, folder);

    /// <summary>Where it answers, with a slash at its end: the setting AzureAd:Instance.</summary>
    public string Instance { get; private set; } = "";

    /// <summary>The file of the certificate to trust.</summary>
    public string CertificateFile => Path.Combine(_folder, "login-host.pem");

    /// <summary>The key that signs now.</summary>
    public RsaSecurityKey Key => _key;

    public static async Task<LoginHost> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("hsvo-login-").FullName;
        var certificate = NewCertificate();
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelHttpsConfiguration().UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, l => l.UseHttps(certificate)));
        builder.Services.AddRoutingCore();
        var host = new LoginHost(builder.Build(), certificate, folder);
        await File.WriteAllTextAsync(host.CertificateFile, certificate.ExportCertificatePem());
        host.Map();
        await host._web.StartAsync();
        host.Instance = host._web.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single() + "/";
        return host;
    }

    /// <summary>The issuer of a tenant's tokens.</summary>
    public string IssuerOf(string tenant, string version) => version == "1.0" ? $"https://sts.login.invalid/{tenant}/" : $"{Instance}{tenant}/v2.0";

    /// <summary>Signs with a new key from now on, and knows the old one no more.</summary>
    public void Rotate() => _key = NewKey();

    public async ValueTask DisposeAsync()
    {
        await _web.DisposeAsync();
        _certificate.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private void Map()
    {
        _web.UseRouting();
        _web.MapGet("/{tenant}/v2.0/.well-known/openid-configuration", (string tenant) => Configuration(tenant, "2.0"));
        _web.MapGet("/{tenant}/.well-known/openid-configuration", (string tenant) => Configuration(tenant, "1.0"));
        _web.MapGet("/{tenant}/discovery/keys", (string tenant) => Results.Json(new { keys = new[] { PublicKey(tenant) } }));
    }

    private IResult Configuration(string tenant, string version) =>
        Results.Json(new { issuer = IssuerOf(Named(tenant), version), jwks_uri = $"{Instance}{tenant}/discovery/keys" });

    // The key names its issuer, as Entra ID's keys do.
    private object PublicKey(string tenant)
    {
        var parameters = _key.Rsa.ExportParameters(includePrivateParameters: false);
        return new
        {
            kty = "RSA",
            use = "sig",
            kid = _key.KeyId,
            n = Base64UrlEncoder.Encode(parameters.Modulus),
            e = Base64UrlEncoder.Encode(parameters.Exponent),
            issuer = IssuerOf(Named(tenant), "2.0"),
        };
    }

    // What is any tenant's has a pattern for an issuer.
    private static string Named(string tenant) => tenant is "common" or "organizations" ? "{tenantid}" : tenant;

    private static RsaSecurityKey NewKey() => new(RSA.Create(2048)) { KeyId = $"{Guid.NewGuid()}" };

    private static X509Certificate2 NewCertificate()
    {
        using var key = RSA.Create(2048);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        var request = new CertificateRequest("CN=login host of a test", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1) { CertificateExtensions = { names.Build() } };
        var now = TimeProvider.System.GetUtcNow();
        return request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
    }
}
