using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Runtime.InteropServices;
using Hsvo.LocalHost;
using Hsvo.LocalHost.Azurite;

namespace Hsvo.TestKit;

/// <summary>
/// The real app in a process of its own, on a free port, with real HTTP and real token validation. The test project references the app, so that it
/// stands beside the tests. Its data folder is the test's own.
/// </summary>
public sealed class LocalApp : IAsyncDisposable
{
    private const int LinesOfRequest = 40;

    private static readonly TimeSpan StartTime = TimeSpan.FromMinutes(3);

    private readonly Process _process;
    private readonly List<string> _output = [];
    private readonly TaskCompletionSource<Uri> _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<(string Text, TaskCompletionSource Seen)> _awaited = [];
    private readonly string _dataFolder;
    private readonly bool _ownsDataFolder;
    private int _collections;

    private LocalApp(Process process, string dataFolder, bool ownsDataFolder)
    {
        (_process, _dataFolder, _ownsDataFolder) = (process, dataFolder, ownsDataFolder);
        process.OutputDataReceived += (_, line) => Read(line.Data);
        process.ErrorDataReceived += (_, line) => Read(line.Data);
        process.Exited += (_, _) => _listening.TrySetException(new InvalidOperationException($"The app ended:{Environment.NewLine}{Output}"));
    }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>Its process.</summary>
    public int ProcessId => _process.Id;

    /// <summary>Settings for an app that is to tell how much it holds.</summary>
    public static IReadOnlyDictionary<string, string> WithFigures { get; } =
        new Dictionary<string, string> { ["DOTNET_STARTUP_HOOKS"] = typeof(LocalApp).Assembly.Location };

    /// <summary>Everything it has printed.</summary>
    public string Output
    {
        get
        {
            lock (_output)
            {
                return string.Join(Environment.NewLine, _output);
            }
        }
    }

    /// <summary>What it has printed of a request, with the lines that follow: the exception, where there was one.</summary>
    public string OutputOf(string requestId)
    {
        lock (_output)
        {
            return string.Join(Environment.NewLine, _output.SkipWhile(line => !line.Contains(requestId, StringComparison.OrdinalIgnoreCase)).Take(LinesOfRequest));
        }
    }

    /// <summary>A new folder for the data of one test.</summary>
    public static string NewDataFolder() => Path.Combine(RepositoryFolder.Root, "artifacts", "tests", $"app-{Guid.NewGuid():N}");

    /// <summary>Starts it and waits until it listens.</summary>
    /// <param name="storage">A connection string for host and data storage, or null to let the app start its own Azurite.</param>
    /// <param name="dataFolder">The data folder, or null for a new one that goes with the app.</param>
    /// <param name="settings">App settings, as environment variables.</param>
    /// <param name="arguments">What stands after <c>--</c>; by default no example is posted.</param>
    public static async Task<LocalApp> StartAsync(
        string? storage = null, string? dataFolder = null, IReadOnlyDictionary<string, string>? settings = null, params string[] arguments)
    {
        var folder = dataFolder ?? NewDataFolder();
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "Hsvo.Functions.dll"), "--port", "0", "--data", folder },
        };
        foreach (var argument in arguments is [] ? ["--no-example"] : arguments)
        {
            start.ArgumentList.Add(argument);
        }

        if (storage is not null)
        {
            start.Environment["AzureWebJobsStorage"] = storage;
            start.Environment["Storage"] = storage;
        }
        else
        {
            // Never the Azurite that a developer may have running.
            start.ArgumentList.Add("--own-storage");
        }

        foreach (var (name, value) in settings ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        var app = new LocalApp(new Process { StartInfo = start, EnableRaisingEvents = true }, folder, dataFolder is null);
        app._process.Start();
        app._process.BeginOutputReadLine();
        app._process.BeginErrorReadLine();
        app.Address = await app._listening.Task.WaitAsync(StartTime);
        return app;
    }

    /// <summary>Waits until it has printed a text.</summary>
    public Task WaitForOutputAsync(string text)
    {
        var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_output)
        {
            _awaited.Add((text, seen));
            if (_output.Any(line => line.Contains(text, StringComparison.Ordinal)))
            {
                seen.SetResult();
            }
        }

        return seen.Task.WaitAsync(StartTime);
    }

    /// <summary>A client that signs in with a development token; without a role, one that doesn't sign in.</summary>
    /// <param name="role">The role.</param>
    /// <param name="department">The department it reports for.</param>
    /// <param name="through">What its requests go through on their way, or null.</param>
    public HttpClient Client(string? role = null, string? department = null, HttpMessageHandler? through = null)
    {
        var client = new HttpClient(through ?? new SocketsHttpHandler()) { BaseAddress = Address, Timeout = TimeSpan.FromMinutes(1) };
        if (role is not null)
        {
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token(role, department));
        }

        return client;
    }

    /// <summary>A development token.</summary>
    public string Token(string role, string? department = null) =>
        new DevelopmentTokens(DevelopmentKey.Open(_dataFolder), TimeProvider.System).Create(role, department);

    /// <summary>Ends it at once, with no chance to finish anything: SIGKILL.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Asks it to end, as Ctrl-C does: SIGTERM.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> StopAsync()
    {
        if (!_process.HasExited)
        {
            _ = SendSignal(_process.Id, Terminate);
            await _process.WaitForExitAsync();
        }

        return _process.ExitCode;
    }

    /// <summary>Has it collect all garbage, and tells what is left. It was started <see cref="WithFigures"/>.</summary>
    public async Task<ProcessFigures> ReadFiguresAsync()
    {
        var text = $"Collection {++_collections}: ";
        _ = SendSignal(_process.Id, Collect);
        await WaitForOutputAsync(text);
        var printed = Output;
        var at = printed.IndexOf(text, StringComparison.Ordinal) + text.Length;
        _process.Refresh();
        return new(
            long.Parse(printed.AsSpan(at, printed.IndexOf(" bytes", at, StringComparison.Ordinal) - at), CultureInfo.InvariantCulture),
            _process.WorkingSet64, _process.Threads.Count, Directory.GetFiles($"/proc/{_process.Id}/fd").Length);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _process.Dispose();
        if (_ownsDataFolder && Directory.Exists(_dataFolder))
        {
            Directory.Delete(_dataFolder, recursive: true);
        }
    }

    private const int Terminate = 15;
    private const int Collect = 10;

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SendSignal(int process, int signal);

    private void Read(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (_output)
        {
            _output.Add(line);
            foreach (var (_, seen) in _awaited.Where(a => line.Contains(a.Text, StringComparison.Ordinal)))
            {
                seen.TrySetResult();
            }
        }

        const string Marker = "Listening on ";
        var at = line.IndexOf(Marker, StringComparison.Ordinal);
        if (at >= 0 && Uri.TryCreate(line[(at + Marker.Length)..].Trim(), UriKind.Absolute, out var address))
        {
            _listening.TrySetResult(address);
        }
    }
}
