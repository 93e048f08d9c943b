using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Identity.Web;

namespace Hsvo.StandIns.Tests.Identity;

/// <summary>An API set up as the app sets itself up, with only the way to the login host replaced.</summary>
internal sealed class ProtectedApi : IDisposable
{
    private readonly ServiceProvider _services;

    public ProtectedApi(LoginHost loginHost, params (string Name, string Value)[] settings)
        : this(loginHost, authority: null, settings)
    {
    }

    /// <summary>One whose app says the authority itself, before the package is added.</summary>
    public ProtectedApi(LoginHost loginHost, string? authority, params (string Name, string Value)[] settings)
    {
        var section = new Dictionary<string, string?>
        {
            ["AzureAd:Instance"] = "https://login.invalid/",
            ["AzureAd:TenantId"] = loginHost.Tenant,
            ["AzureAd:ClientId"] = loginHost.ClientId,
        };
        foreach (var (name, value) in settings)
        {
            section[$"AzureAd:{name}"] = value;
        }

        var configuration = new ConfigurationBuilder().AddInMemoryCollection(section).Build();
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<IConfiguration>(configuration);
        services.Configure<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme, bearer => bearer.Authority = authority);
        services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddMicrosoftIdentityWebApi(configuration);
        services.Configure<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme, bearer => bearer.BackchannelHttpHandler = loginHost);
        services.Configure<AadIssuerValidatorOptions>(issuers => issuers.HttpClientName = "login-host");
        services.AddHttpClient("login-host").ConfigurePrimaryHttpMessageHandler(() => loginHost);
        _services = services.BuildServiceProvider();
    }

    public async Task<AuthenticateResult> ReceiveAsync(string token)
    {
        await using var request = _services.CreateAsyncScope();
        return await Request(request, token).AuthenticateAsync(JwtBearerDefaults.AuthenticationScheme);
    }

    public async Task<HttpResponse> ChallengeAsync(string token)
    {
        await using var request = _services.CreateAsyncScope();
        var context = Request(request, token);
        await context.ChallengeAsync(JwtBearerDefaults.AuthenticationScheme);
        return context.Response;
    }

    public void Dispose() => _services.Dispose();

    private static DefaultHttpContext Request(AsyncServiceScope scope, string token)
    {
        var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        context.Request.Headers.Authorization = $"Bearer {token}";
        return context;
    }
}
