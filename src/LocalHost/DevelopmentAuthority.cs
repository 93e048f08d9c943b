using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Identity.Web;
using Microsoft.IdentityModel.Tokens;

namespace Hsvo.LocalHost;

/// <summary>
/// Stands where the tenant's login host stands. Only the way there is replaced: the app's own validation fetches issuer and keys from
/// here, and checks signature, issuer, audience and lifetime as it does in Azure. Nothing leaves the machine, and the host's name
/// (.invalid) leads nowhere.
/// </summary>
public sealed class DevelopmentAuthority(DevelopmentKey key)
{
    /// <summary>The example tenant.</summary>
    public const string TenantId = "00000000-0000-4000-8000-00000000aaaa";

    /// <summary>The app as the example tenant knows it.</summary>
    public const string ClientId = "00000000-0000-4000-8000-00000000bbbb";

    /// <summary>Who issues development tokens.</summary>
    public const string Issuer = $"{Instance}{TenantId}/v2.0";

    private const string Instance = "https://development.hsvo.invalid/";
    private const string KeysAddress = $"{Instance}{TenantId}/discovery/v2.0/keys";
    private const string ClientName = "development-authority";

    /// <summary>The settings that make the app an app of the example tenant, and its people reporters for their units.</summary>
    public static IEnumerable<KeyValuePair<string, string?>> Settings =>
    [
        new("AzureAd:Instance", Instance),
        new("AzureAd:TenantId", TenantId),
        new("AzureAd:ClientId", ClientId),
        .. DevelopmentIdentities.All.Where(identity => identity.Department is not null).SelectMany(ReporterSettings),
    ];

    /// <summary>Answers the app's questions to its login host.</summary>
    public void AnswerFor(IServiceCollection services)
    {
        services.Configure<JwtBearerOptions>(
            JwtBearerDefaults.AuthenticationScheme, bearer => bearer.BackchannelHttpHandler = new Metadata(key));
        services.Configure<AadIssuerValidatorOptions>(issuers => issuers.HttpClientName = ClientName);
        services.AddHttpClient(ClientName).ConfigurePrimaryHttpMessageHandler(() => new Metadata(key));
    }

    private static IEnumerable<KeyValuePair<string, string?>> ReporterSettings(DevelopmentIdentity identity) =>
    [
        new($"Reporters:{identity.ObjectId:N}:Department", identity.Department),
        new($"Reporters:{identity.ObjectId:N}:Example", "true"),
    ];

    private sealed class Metadata(DevelopmentKey key) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            object? document = request.RequestUri!.AbsoluteUri switch
            {
                $"{Issuer}/.well-known/openid-configuration" => new { issuer = Issuer, jwks_uri = KeysAddress },
                KeysAddress => new { keys = new[] { PublicKey(key.Public) } },
                _ => null,
            };

            return Task.FromResult(document is null
                ? new HttpResponseMessage(HttpStatusCode.NotFound)
                : new HttpResponseMessage(HttpStatusCode.OK) { Content = JsonContent.Create(document) });
        }

        // The key names its issuer, as Entra ID's keys do: the app's validation then holds tokens to it.
        private static object PublicKey(JsonWebKey key) =>
            new { kty = key.Kty, use = key.Use, kid = key.Kid, n = key.N, e = key.E, issuer = Issuer };
    }
}
