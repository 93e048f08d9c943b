using System.Diagnostics;

namespace Hsvo.Benchmarks.Apps;

/// <summary>A <see cref="BareApp"/> in a process of its own, as our app is in one.</summary>
internal sealed class BareProcess : IAsyncDisposable
{
    private readonly Process _process;

    private BareProcess(Process process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    public int Id => _process.Id;

    /// <summary>Starts the bare app.</summary>
    /// <param name="folder">The folder of the development key and of what it hands out.</param>
    /// <param name="settings">App settings, as environment variables; with none of a tenant it signs in with development tokens.</param>
    public static Task<BareProcess> StartAsync(string folder, IReadOnlyDictionary<string, string>? settings = null) => StartAsync(BareApp.Verb, folder, settings);

    /// <summary>Starts this program as something else.</summary>
    public static async Task<BareProcess> StartAsync(string verb, string folder, IReadOnlyDictionary<string, string>? settings = null)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(BareProcess).Assembly.Location, verb, folder]) { RedirectStandardOutput = true };
        foreach (var (name, value) in settings ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start)!;
        var line = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The bare app ended.");
        return new(process, new(line[(line.LastIndexOf(' ') + 1)..]));
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
