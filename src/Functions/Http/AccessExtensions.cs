using Hsvo.Functions.Http.PowerBI;
using Hsvo.Functions.OpenData;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Identity.Web;

namespace Hsvo.Functions.Http;

/// <summary>Registers sign-in by Microsoft Entra ID and the app's own rules.</summary>
internal static class AccessExtensions
{
    public static IServiceCollection AddAccess(this IServiceCollection services, IConfiguration configuration)
    {
        var tenants = Tenants.Read(configuration);
        // Before the package's own: it makes an authority of the home tenant where there is none.
        services.Configure<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme, bearer => bearer.Authority = tenants.SharedAuthority);
        services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddMicrosoftIdentityWebApi(configuration.GetSection("AzureAd"));
        services.TryAddSingleton(TimeProvider.System);
        return services
            .AddSingleton(new AccessPolicy(
                configuration.GetValue<bool>("OpenStatusPage"), configuration.GetValue<bool>("OpenCalendar"), OpenDataSettings.IsOpenIn(configuration)))
            .AddSingleton(tenants)
            .AddSingleton<Reporters>()
            .AddSingleton<Callers>()
            .AddSingleton<KnownTokens>()
            .AddSingleton<CallerLimits>()
            .AddSingleton<PushLimits>();
    }
}
