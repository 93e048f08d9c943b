using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace Microsoft.Azure.Functions.Worker.LocalHosting;

/// <summary>Puts the host together: Kestrel on 127.0.0.1, routing, the functions and the timers.</summary>
internal static class FunctionsWebHost
{
    public static WebApplicationBuilder CreateBuilder(LocalHostOptions options, string[] args)
    {
        var hostJson = HostJson.Read(options.AppDirectory);
        var settings = LocalSettings.Read(options.AppDirectory);
        options.Port ??= settings.Port;

        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions
        {
            ContentRootPath = options.AppDirectory,
            EnvironmentName = Environment.GetEnvironmentVariable("AZURE_FUNCTIONS_ENVIRONMENT") ?? Environments.Development,
        });
        builder.Configuration
            .AddInMemoryCollection(LogLevels(hostJson))
            .AddJsonFile("appsettings.json", optional: true)
            .AddJsonFile($"appsettings.{builder.Environment.EnvironmentName}.json", optional: true)
            .AddInMemoryCollection(settings.Values)
            .AddEnvironmentVariables()
            .AddCommandLine(args);
        builder.Logging
            .AddConfiguration(builder.Configuration.GetSection("Logging"))
            .AddSimpleConsole(console =>
            {
                console.SingleLine = true;
                console.ColorBehavior = LoggerColorBehavior.Disabled;
            });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, options.Port ?? LocalHostOptions.DefaultPort));
        builder.Services.AddRouting();
        builder.Services.AddSingleton(hostJson);
        builder.Services.AddSingleton(_ => new FunctionCatalog(options.FunctionTypes, hostJson.RoutePrefix));
        builder.Services.AddSingleton<FunctionRunner>();
        builder.Services.AddSingleton<HostStorage>();
        builder.Services.AddSingleton<TimerService>();
        builder.Services.AddHostedService(services => services.GetRequiredService<TimerService>());
        builder.Services.AddSingleton<ManualRuns>();
        builder.Services.AddHostedService(services => services.GetRequiredService<ManualRuns>());
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<MatcherPolicy, HttpMethodPolicy>());
        builder.Services.Configure<ConsoleLifetimeOptions>(lifetime => lifetime.SuppressStatusMessages = true);
        return builder;
    }

    public static IHost Build(
        WebApplicationBuilder builder, LocalHostOptions options, InvocationPipeline pipeline, ILocalRun? localRun, bool usesAspNetCore)
    {
        builder.Services.AddSingleton(pipeline.Build());
        builder.Services.TryAddSingleton(TimeProvider.System);
        var app = builder.Build();
        var functions = app.Services.GetRequiredService<FunctionCatalog>();
        if (!usesAspNetCore && functions.All.OfType<HttpFunction>().Any())
        {
            throw new LocalRunException("The app has HTTP functions but doesn't call ConfigureFunctionsWebApplication().");
        }

        LeaveSignInToTheApp(app);
        app.UseMiddleware<Homepage>();
        app.UseRouting();
        app.UseMiddleware<RequestLimits>();
        HttpFunctionEndpoints.Map(app, functions, app.Services.GetRequiredService<FunctionRunner>());
        AdminEndpoints.Map(app, functions);
        return new LocalFunctionsHost(app, options, localRun);
    }

    /// <summary>
    /// A WebApplication adds sign-in before the endpoints by itself when its services are there. The worker doesn't: signing in is the app's own middleware.
    /// </summary>
    private static void LeaveSignInToTheApp(IApplicationBuilder app)
    {
        app.Properties["__AuthenticationMiddlewareSet"] = true;
        app.Properties["__AuthorizationMiddlewareSet"] = true;
    }

    private static Dictionary<string, string?> LogLevels(HostJson hostJson)
    {
        var levels = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase)
        {
            ["Logging:LogLevel:Default"] = nameof(LogLevel.Information),
            ["Logging:LogLevel:Microsoft.AspNetCore"] = nameof(LogLevel.Warning),
            ["Logging:LogLevel:Microsoft.Hosting.Lifetime"] = nameof(LogLevel.Warning),
            // The local host says itself, in one line, why it couldn't start.
            ["Logging:LogLevel:Microsoft.Extensions.Hosting.Internal.Host"] = nameof(LogLevel.None),
            ["Logging:LogLevel:System.Net.Http.HttpClient"] = nameof(LogLevel.Warning),
        };
        foreach (var (category, level) in hostJson.LogLevels)
        {
            levels[$"Logging:LogLevel:{category}"] = level;
        }

        return levels;
    }
}
