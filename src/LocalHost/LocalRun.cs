using System.Net;
using System.Net.Sockets;
using Hsvo.LocalHost.Azurite;
using Hsvo.LocalHost.Example;
using Hsvo.LocalHost.SignIn;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Azure.Functions.Worker.LocalHosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Hsvo.LocalHost;

/// <summary>What a local run adds to the app: Azurite, development tokens, the example and the printed table.</summary>
public sealed class LocalRun : ILocalRun
{
    private static readonly ILocalVerb[] Verbs = [new DevelopmentTokenVerb(TimeProvider.System)];
    private readonly TextWriter _output = Console.Out;
    private readonly List<ILocalStartTask> _startTasks = [];
    private DataFolder? _data;
    private AzuriteProcess? _azurite;

    /// <inheritdoc/>
    public async Task<int?> ConfigureAsync(FunctionsApplicationBuilder builder, LocalHostOptions options, string[] args)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(options);
        var arguments = LocalArguments.Parse(args);
        if (arguments.Help)
        {
            await _output.WriteLineAsync(Help);
            return 0;
        }

        string folder = Path.GetFullPath(arguments.DataFolder ?? Path.Combine(RepositoryFolder.Root, "artifacts", "local"));
        if (arguments.Verb is { } name)
        {
            var verb = Verbs.FirstOrDefault(verb => verb.Name == name)
                ?? throw LocalArguments.Mistake($"Unknown verb '{name}'. Verbs: {string.Join(", ", Verbs.Select(verb => verb.Name))}. Options: {LocalArguments.Valid}");
            return await verb.RunAsync(arguments.VerbArguments, folder, _output, Console.Error, CancellationToken.None);
        }

        options.Port = arguments.Port ?? options.Port;
        // Known before anything is started; the host finds it out for itself later.
        RefuseTakenPort(options.Port ?? LocalHostOptions.DefaultPort);
        var reached = StorageSettings.Check(builder.Configuration);
        builder.Services.Insert(0, ServiceDescriptor.Singleton<IHostedService>(new ReachedStorage(reached)));
        var development = StorageSettings.ForDevelopment(builder.Configuration);
        var isShared = development.Count > 0 && !arguments.OwnStorage && await LocalStorage.IsRunningAsync();
        if (arguments.Fresh)
        {
            RefuseForeignStorage(isShared, development);
        }

        _data = DataFolder.Take(folder);
        if (arguments.Fresh)
        {
            _data.Empty();
        }

        TimeProvider time = arguments.At is { } start ? new ShiftedTime(start) : TimeProvider.System;
        if (arguments.At is not null)
        {
            builder.Services.AddSingleton(time);
            await _output.WriteLineAsync($"The clock begins at {time.GetUtcNow():yyyy-MM-dd HH:mm} UTC (--at): what is stored now is stored as of then.");
        }

        UseDevelopmentAuthority(builder, folder, arguments, time);
        if (isShared)
        {
            await _output.WriteLineAsync($"Using the Azurite that is running already, on {Ports}; --own-storage starts one for this run alone.");
        }
        else if (development.Count > 0)
        {
            // Before one is started in vain.
            await reached;
            _azurite = await LocalStorage.StartAsync(_data, _output);
            builder.Configuration.AddInMemoryCollection(development.Select(setting => KeyValuePair.Create(setting, (string?)_azurite.ConnectionString)));
        }

        return null;
    }

    /// <inheritdoc/>
    public async Task StartedAsync(Uri address, IServiceProvider services, CancellationToken cancellationToken)
    {
        foreach (var task in _startTasks)
        {
            await task.RunAsync(address, services, _output, cancellationToken);
        }
    }

    /// <inheritdoc/>
    public async Task StoppedAsync()
    {
        if (_azurite is not null)
        {
            await _azurite.DisposeAsync();
        }

        _data?.Dispose();
    }

    private static string Ports => $"the ports {LocalStorage.DefaultBlobPort} and {LocalStorage.DefaultTablePort}";

    private static string Help =>
        $"""
        dotnet run --project src/Functions [-- OPTIONS]        serves the app on http://127.0.0.1:{LocalHostOptions.DefaultPort}
          --port N      another port (0: any free one)
          --data DIR    keeps the data there (default: artifacts/local)
          --at DAY      runs as if it were that day: 2021-05-03, or 2021-05-03T08:00Z
          --fresh       begins with empty storage
          --own-storage starts an Azurite for this run, even where another is running
          --no-example  leaves empty storage empty
          --help        shows this
        dotnet run --project src/Functions -- VERB [--data DIR]
        {string.Join(Environment.NewLine, Verbs.Select(verb => $"  {verb.Usage}"))}
        """;

    private static void RefuseTakenPort(int port)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
        }
        catch (SocketException exception)
        {
            throw new LocalRunException(
                $"Port {port} on 127.0.0.1 is taken by another program: stop it, or choose another port with --port N.", innerException: exception);
        }
    }

    /// <summary>What isn't this run's own isn't emptied, and not emptied in silence either.</summary>
    private static void RefuseForeignStorage(bool isShared, IReadOnlyList<string> development)
    {
        if (isShared)
        {
            throw new LocalRunException(
                $"--fresh empties a run's own storage, and an Azurite that isn't this run's is running on {Ports}: stop it, or add --own-storage.");
        }

        if (!development.Contains(StorageSettings.Data))
        {
            throw new LocalRunException($"--fresh empties a run's own storage, and the setting {StorageSettings.Data} names another.");
        }
    }

    /// <summary>Signs people in with development tokens, unless the settings name a tenant: then nobody here can post an example either.</summary>
    private void UseDevelopmentAuthority(FunctionsApplicationBuilder builder, string folder, LocalArguments arguments, TimeProvider time)
    {
        if (string.IsNullOrEmpty(builder.Configuration["AzureAd:TenantId"]))
        {
            var key = DevelopmentKey.Open(folder);
            builder.Configuration.AddInMemoryCollection(DevelopmentAuthority.Settings);
            new DevelopmentAuthority(key).AnswerFor(builder.Services);
            var named = arguments.DataFolder is null ? null : folder;
            builder.Services.AddSingleton<IStartupFilter>(new LocalSignIn(new DevelopmentTokens(key, TimeProvider.System)));
            _startTasks.Add(new ExampleStartTask(new DevelopmentTokens(key, TimeProvider.System), time, named, !arguments.NoExample));
        }
    }
}
