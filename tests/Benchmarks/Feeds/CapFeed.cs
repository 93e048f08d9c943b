using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Hsvo.Contracts.OData;
using Hsvo.LocalHost.Azurite;
using Hsvo.LocalHost.Npm;

namespace Hsvo.Benchmarks.Feeds;

/// <summary>SAP CAP (<c>@sap/cds</c> with SQLite in memory) serving the same rows, as its own documentation has one begin. It validates no token.</summary>
internal sealed class CapFeed : IAsyncDisposable
{
    private static readonly TimeSpan StartTime = TimeSpan.FromMinutes(2);

    private readonly Process _process;

    private CapFeed(Process process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    public int Id => _process.Id;

    /// <summary>Installs it where it isn't, gives it the rows and starts it.</summary>
    /// <param name="rows">The rows as our feed has them.</param>
    public static async Task<CapFeed> StartAsync(IReadOnlyList<JsonElement> rows)
    {
        var source = Path.Combine(RepositoryFolder.Root, "tests", "Benchmarks", "cap");
        var folder = Path.Combine(RepositoryFolder.Root, "artifacts", "benchmarks", "cap");
        var script = await new NpmInstallation(
            await File.ReadAllTextAsync(Path.Combine(source, "package.json")), await File.ReadAllTextAsync(Path.Combine(source, "package-lock.json")),
            "@sap/cds/bin/serve.js").EnsureAsync(folder, CancellationToken.None);
        if (!File.Exists(Path.Combine(folder, "node_modules", "better-sqlite3", "build", "Release", "better_sqlite3.node")))
        {
            // The one package with code of its own to be built, which takes some minutes the first time.
            await RunAsync("npm", folder, "rebuild", "better-sqlite3");
        }

        await File.WriteAllTextAsync(Path.Combine(folder, "services.cds"), Model());
        Directory.CreateDirectory(Path.Combine(folder, "data"));
        await File.WriteAllTextAsync(Path.Combine(folder, "data", "feed.CurrentReports.csv"), CsvOf(rows));
        var process = Process.Start(new ProcessStartInfo("node", [script, "all", "--port", "0"]) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
        _ = process.StandardError.ReadToEndAsync();
        var address = await ReadAddressAsync(process).WaitAsync(StartTime);
        return new(process, address);
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static async Task<Uri> ReadAddressAsync(Process process)
    {
        const string Marker = "http://localhost:";
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.IndexOf(Marker, StringComparison.Ordinal) is var at and >= 0)
            {
                // Read on, so that it can go on writing.
                _ = process.StandardOutput.ReadToEndAsync();
                return new($"http://127.0.0.1:{new string([.. line[(at + Marker.Length)..].TakeWhile(char.IsAsciiDigit)])}");
            }
        }

        throw new InvalidOperationException("CAP ended.");
    }

    private static async Task RunAsync(string command, string folder, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(command, arguments) { WorkingDirectory = folder })!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{command} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
        }
    }

    // The columns of our set and its page size.
    private static string Model()
    {
        var columns = typeof(ReportRow).GetProperties().Select((p, i) =>
            $"    {(i == 0 ? "key " : "")}{JsonNamingPolicy.CamelCase.ConvertName(p.Name)} : {TypeOf(Nullable.GetUnderlyingType(p.PropertyType) ?? p.PropertyType)};");
        return $$"""
            @path: '/odata'
            service feed {
              @cds.query.limit: { default: 1000, max: 1000 }
              @readonly entity CurrentReports {
            {{string.Join('\n', columns)}}
              }
            }
            """;
    }

    private static string TypeOf(Type type) => type.Name switch
    {
        nameof(Guid) => "UUID",
        nameof(Int32) => "Integer",
        nameof(Double) => "Double",
        nameof(Boolean) => "Boolean",
        nameof(DateOnly) => "Date",
        nameof(DateTimeOffset) => "Timestamp",
        _ => "String",
    };

    private static string CsvOf(IReadOnlyList<JsonElement> rows)
    {
        string[] names = [.. rows[0].EnumerateObject().Select(p => p.Name)];
        var csv = new StringBuilder().AppendJoin(',', names).AppendLine();
        foreach (var row in rows)
        {
            csv.AppendJoin(',', names.Select(n => Cell(row.GetProperty(n)))).AppendLine();
        }

        return csv.ToString();
    }

    private static string Cell(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => "",
        JsonValueKind.String => $"\"{value.GetString()!.Replace("\"", "\"\"", StringComparison.Ordinal)}\"",
        _ => value.GetRawText(),
    };
}
