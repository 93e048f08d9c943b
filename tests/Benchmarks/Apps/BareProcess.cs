using System.Diagnostics;

namespace Hsvo.Benchmarks.Apps;

/// <summary>A <see cref="BareApp"/> in a process of its own, as our app is in one.</summary>
internal sealed class BareProcess : IAsyncDisposable
{
    private readonly Process _process;

    private BareProcess(Process process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    public int Id => _process.Id;

    public static Task<BareProcess> StartAsync(string folder) => StartAsync(BareApp.Verb, folder);

    /// <summary>Starts this program as something else.</summary>
    public static async Task<BareProcess> StartAsync(string verb, string folder)
    {
        var process = Process.Start(new ProcessStartInfo("dotnet", [typeof(BareProcess).Assembly.Location, verb, folder]) { RedirectStandardOutput = true })!;
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
