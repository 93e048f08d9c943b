using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using System.Threading.Channels;

namespace Hsvo.LocalHost.Tests.App;

/// <summary>A local run of the app in this assembly, as a process.</summary>
internal sealed partial class AppProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly Process _process;
    private readonly Channel<string> _lines = Channel.CreateUnbounded<string>();
    private readonly StringBuilder _output = new();
    private readonly Task _reading;
    private readonly Task<string> _errors;

    private AppProcess(Process process)
    {
        _process = process;
        _reading = ReadAsync();
        _errors = process.StandardError.ReadToEndAsync();
    }

    public int ProcessId => _process.Id;

    public static AppProcess Start(IEnumerable<string> arguments, params IEnumerable<(string Name, string Value)> environment)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(typeof(AppProcess).Assembly.Location);
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var setting in new[] { "AzureWebJobsStorage", "Storage" })
        {
            start.Environment[setting] = "UseDevelopmentStorage=true";
        }

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return new AppProcess(Process.Start(start)!);
    }

    /// <summary>A client of the app, once it listens.</summary>
    public async Task<HttpClient> ListeningAsync()
    {
        string line = await LineAsync(Listening());
        return new HttpClient { BaseAddress = new Uri(Listening().Match(line).Value) };
    }

    public async Task StoppingAsync() => await LineAsync(Stopping());

    public async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", ["-s", signal, $"{_process.Id}"]);
        await kill.WaitForExitAsync();
    }

    public async Task<(int ExitCode, string Output, string Errors)> EndAsync()
    {
        await _process.WaitForExitAsync().WaitAsync(Patience);
        await _reading;
        return (_process.ExitCode, _output.ToString(), await _errors);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            // Azurite ends by itself when its parent is gone.
            _process.Kill();
        }

        await EndAsync();
        _process.Dispose();
    }

    [GeneratedRegex(@"(?<=Listening on )http://127\.0\.0\.1:\d+/")]
    private static partial Regex Listening();

    [GeneratedRegex("Stopping")]
    private static partial Regex Stopping();

    private async Task<string> LineAsync(Regex pattern)
    {
        using var patience = new CancellationTokenSource(Patience);
        await foreach (string line in _lines.Reader.ReadAllAsync(patience.Token))
        {
            if (pattern.IsMatch(line))
            {
                return line;
            }
        }

        throw new InvalidOperationException($"The app ended: {await _errors}");
    }

    private async Task ReadAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            _output.AppendLine(line);
            _lines.Writer.TryWrite(line);
        }

        _lines.Writer.Complete();
    }
}
