using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using Hsvo.LocalHost.Npm;

namespace Hsvo.LocalHost.Azurite;

/// <summary>A running Azurite on free ports of its own, which ends when it is disposed of or when this process ends, however that ends.</summary>
public sealed partial class AzuriteProcess : IAsyncDisposable
{
    // The account that every Azurite has, and its published key.
    private const string Account = "devstoreaccount1";
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    // Runs before Azurite in the same Node. Our end of its standard input closes when we let go of it or die: then it saves and ends.
    // Ctrl-C reaches it too when it shares our terminal; it has to outlive the requests we still finish, so only we decide.
    // When we died, nobody reads what it writes, and that must not stop it from saving.
    private const string EndsWithItsParent = """
        const once = process.once;
        process.once = function (name, ...rest) { return name === 'SIGINT' ? this : once.call(this, name, ...rest); };
        process.on('SIGINT', () => {}).on('SIGHUP', () => {});
        process.stdout.on('error', () => {});
        process.stderr.on('error', () => {});
        process.stdin.on('error', () => {}).on('end', () => process.emit('SIGTERM') || process.exit(0)).resume().unref();
        """;

    private static readonly TimeSpan TimeToSave = TimeSpan.FromSeconds(10);

    private readonly Process _process;
    private readonly Task _output;
    private readonly Task _errors;

    private AzuriteProcess(Process process, Task output, Task errors, Ports ports)
    {
        _process = process;
        _output = output;
        _errors = errors;
        ProcessId = process.Id;
        ConnectionString = $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};"
            + $"BlobEndpoint=http://127.0.0.1:{ports.Blob}/{Account};"
            + $"QueueEndpoint=http://127.0.0.1:{ports.Queue}/{Account};"
            + $"TableEndpoint=http://127.0.0.1:{ports.Table}/{Account};";
    }

    /// <summary>What clients of blobs and tables take.</summary>
    public string ConnectionString { get; }

    /// <summary>The id of its process.</summary>
    public int ProcessId { get; }

    /// <summary>Starts Azurite, installing it in <paramref name="installFolder"/> first if need be; its data stays in <paramref name="dataFolder"/>.</summary>
    /// <exception cref="NodeMissingException">Node.js can't be started.</exception>
    /// <exception cref="AzuriteFailedException">Azurite ended before it listened.</exception>
    public static async Task<AzuriteProcess> StartAsync(string installFolder, string dataFolder, CancellationToken cancellationToken)
    {
        var script = await AzuriteInstallation.Package.EnsureAsync(installFolder, cancellationToken);
        Directory.CreateDirectory(dataFolder);

        var process = NpmInstallation.Start(Command(script, dataFolder));
        try
        {
            var errorText = new StringBuilder();
            var errors = CollectAsync(process.StandardError, errorText);
            var ports = await ReadPortsAsync(process, cancellationToken)
                ?? throw new AzuriteFailedException($"Azurite ended before it listened: {await TextOf(errors, errorText)}");

            // Read on, since Azurite stops when nobody empties its output.
            var output = CollectAsync(process.StandardOutput, null);
            return new AzuriteProcess(process, output, errors, ports);
        }
        catch
        {
            if (!process.HasExited)
            {
                process.Kill();
            }

            process.Dispose();
            throw;
        }
    }

    /// <summary>Lets it save and end, and waits until it is gone.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            _process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It is gone already.
        }

        try
        {
            await _process.WaitForExitAsync().WaitAsync(TimeToSave);
        }
        catch (TimeoutException)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        await Task.WhenAll(_output, _errors);
        _process.Dispose();
    }

    internal static ProcessStartInfo Command(string script, string dataFolder)
    {
        var node = new ProcessStartInfo("node")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        string[] arguments =
        [
            "--import", $"data:text/javascript,{Uri.EscapeDataString(EndsWithItsParent)}",
            script,
            "--location", dataFolder,
            "--blobHost", "127.0.0.1", "--blobPort", "0",
            "--queueHost", "127.0.0.1", "--queuePort", "0",
            "--tableHost", "127.0.0.1", "--tablePort", "0",
            "--silent", "--skipApiVersionCheck", "--disableTelemetry",
        ];
        foreach (var argument in arguments)
        {
            node.ArgumentList.Add(argument);
        }

        return node;
    }

    private static async Task<Ports?> ReadPortsAsync(Process process, CancellationToken cancellationToken)
    {
        var ports = new Dictionary<string, int>();
        while (ports.Count < 3)
        {
            var line = await process.StandardOutput.ReadLineAsync(cancellationToken);
            if (line is null)
            {
                return null;
            }

            if (Listening().Match(line) is { Success: true } match)
            {
                ports[match.Groups["service"].Value] = int.Parse(match.Groups["port"].ValueSpan, provider: null);
            }
        }

        return new Ports(ports["Blob"], ports["Queue"], ports["Table"]);
    }

    private static async Task CollectAsync(StreamReader reader, StringBuilder? into)
    {
        while (await reader.ReadLineAsync() is { } line)
        {
            into?.AppendLine(line);
        }
    }

    private static async Task<string> TextOf(Task collecting, StringBuilder text)
    {
        await collecting;
        return text.ToString().Trim();
    }

    [GeneratedRegex(@"^Azurite (?<service>Blob|Queue|Table) service is successfully listening at http://127\.0\.0\.1:(?<port>\d+)")]
    private static partial Regex Listening();

    private sealed record Ports(int Blob, int Queue, int Table);
}
