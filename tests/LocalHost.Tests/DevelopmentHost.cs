using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Identity.Web;

namespace Hsvo.LocalHost.Tests;

/// <summary>An app with its real token validation, told of the development authority as a local run tells it.</summary>
internal sealed class DevelopmentHost : IDisposable
{
    private readonly ServiceProvider _services;

    public DevelopmentHost(DevelopmentKey key)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(DevelopmentAuthority.Settings).Build();
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddMicrosoftIdentityWebApi(configuration);
        new DevelopmentAuthority(key).AnswerFor(services);
        _services = services.BuildServiceProvider();
    }

    public async Task<AuthenticateResult> ReceiveAsync(string token)
    {
        await using var request = _services.CreateAsyncScope();
        var context = new DefaultHttpContext { RequestServices = request.ServiceProvider };
        context.Request.Headers.Authorization = $"Bearer {token}";
        return await context.AuthenticateAsync(JwtBearerDefaults.AuthenticationScheme);
    }

    public void Dispose() => _services.Dispose();
}
