using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Microsoft.Identity.Web;

public static class MicrosoftIdentityWebApiAuthenticationBuilderExtensions
{
    public static MicrosoftIdentityWebApiAuthenticationBuilderWithConfiguration AddMicrosoftIdentityWebApi(
        this AuthenticationBuilder builder,
        IConfiguration configuration,
        string configSectionName = Constants.AzureAd,
        string jwtBearerScheme = JwtBearerDefaults.AuthenticationScheme,
        bool subscribeToJwtBearerMiddlewareDiagnosticsEvents = false)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentNullException.ThrowIfNull(configSectionName);

        return builder.AddMicrosoftIdentityWebApi(
            configuration.GetSection(configSectionName), jwtBearerScheme, subscribeToJwtBearerMiddlewareDiagnosticsEvents);
    }

    public static MicrosoftIdentityWebApiAuthenticationBuilderWithConfiguration AddMicrosoftIdentityWebApi(
        this AuthenticationBuilder builder,
        IConfigurationSection configurationSection,
        string jwtBearerScheme = JwtBearerDefaults.AuthenticationScheme,
        bool subscribeToJwtBearerMiddlewareDiagnosticsEvents = false)
    {
        ArgumentNullException.ThrowIfNull(configurationSection);
        ArgumentNullException.ThrowIfNull(builder);
        if (subscribeToJwtBearerMiddlewareDiagnosticsEvents)
        {
            throw new NotSupportedException("The stand-in for Microsoft.Identity.Web has no diagnostics events.");
        }

        var services = builder.Services;

        // The section binds to the handler's own options too, before anything else: that is how AzureAd:Audience and AzureAd:Authority count.
        builder.AddJwtBearer(jwtBearerScheme, configurationSection.Bind);
        services.Configure<MicrosoftIdentityOptions>(jwtBearerScheme, configurationSection.Bind);
        services.AddHttpContextAccessor();
        services.AddHttpClient();
        services.AddOptions<AadIssuerValidatorOptions>();
        services.AddOptions<JwtBearerOptions>(jwtBearerScheme)
            .Configure<IOptionsMonitor<MicrosoftIdentityOptions>, IOptions<AadIssuerValidatorOptions>, IHttpClientFactory>(
                (bearer, identity, issuers, clients) =>
                    ProtectedWebApi.Configure(bearer, identity.Get(jwtBearerScheme), jwtBearerScheme, IssuerClient(issuers.Value, clients)));

        return new MicrosoftIdentityWebApiAuthenticationBuilderWithConfiguration(services);
    }

    private static HttpClient? IssuerClient(AadIssuerValidatorOptions options, IHttpClientFactory clients) =>
        string.IsNullOrEmpty(options.HttpClientName) ? null : clients.CreateClient(options.HttpClientName);
}
