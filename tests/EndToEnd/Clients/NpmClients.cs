using System.Diagnostics;
using Hsvo.LocalHost.Azurite;
using Hsvo.LocalHost.Npm;

namespace Hsvo.EndToEnd.Clients;

/// <summary>Clients made by others, installed once for all tests of this working copy from the package-lock.json beside this file.</summary>
internal static class NpmClients
{
    public const string PowerBICli = "@powerbi-cli/powerbi-cli/bin/pbicli.js";
    public const string OData2Ts = "@odata2ts/odata2ts/lib/run-cli.js";
    public const string TypeScript = "typescript/bin/tsc";

    private static string Folder => Path.Combine(RepositoryFolder.Root, "artifacts", "clients");

    /// <summary>The path of one client's script, installed.</summary>
    public static Task<string> InstallAsync(string script) =>
        new NpmInstallation(Text("package.json"), Text("package-lock.json"), script).EnsureAsync(Folder, CancellationToken.None);

    /// <summary>Runs a script with Node.js and gives what it printed.</summary>
    /// <exception cref="InvalidOperationException">It failed; the message holds what it wrote.</exception>
    public static async Task<string> RunAsync(string folder, IReadOnlyDictionary<string, string> environment, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("node", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 && await errors is ""
            ? output
            : throw new InvalidOperationException($"node {string.Join(' ', start.ArgumentList)}{Environment.NewLine}{output}{await errors}");
    }

    /// <summary>Where a file beside this one was copied to.</summary>
    public static string PathOf(string file) => Path.Combine(AppContext.BaseDirectory, "Clients", file);

    private static string Text(string file) => File.ReadAllText(PathOf(file));
}
