using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Azure.Functions.Worker.LocalHosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Hsvo.StandIns.Tests.Worker;

/// <summary>The local host in this process, on a free port, with the functions of some classes.</summary>
internal sealed class TestHost : IAsyncDisposable
{
    public const string OpenHostJson = """{ "version": "2.0", "extensions": { "http": { "routePrefix": "" } } }""";

    private readonly IHost _host;
    private readonly string _directory;

    private TestHost(IHost host, string directory)
    {
        _host = host;
        _directory = directory;
        Client = new HttpClient { BaseAddress = LocalFunctions.AddressOf(host) };
    }

    public HttpClient Client { get; }

    public IServiceProvider Services => _host.Services;

    public static async Task<TestHost> StartAsync(
        IEnumerable<Type> functions,
        Action<FunctionsApplicationBuilder>? configure = null,
        string hostJson = OpenHostJson,
        string? localSettings = null,
        IReadOnlyDictionary<string, string?>? settings = null)
    {
        string directory = Directory.CreateTempSubdirectory("hsvo-worker-").FullName;
        await File.WriteAllTextAsync(Path.Combine(directory, "host.json"), hostJson);
        if (localSettings is not null)
        {
            await File.WriteAllTextAsync(Path.Combine(directory, "local.settings.json"), localSettings);
        }

        var builder = LocalFunctions.CreateBuilder(new LocalHostOptions { AppDirectory = directory, FunctionTypes = functions, Port = 0 });
        builder.Configuration.AddInMemoryCollection([new("AzureWebJobsDisableHomepage", "true")]).AddInMemoryCollection(settings);
        builder.Logging.ClearProviders();
        if (configure is null)
        {
            builder.ConfigureFunctionsWebApplication();
        }
        else
        {
            configure(builder);
        }

        var host = builder.Build();
        await host.StartAsync();
        return new TestHost(host, directory);
    }

    public Task StopAsync() => _host.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _host.StopAsync();
        await ((IAsyncDisposable)_host).DisposeAsync();
        Directory.Delete(_directory, recursive: true);
    }
}
