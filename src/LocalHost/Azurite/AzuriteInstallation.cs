using System.ComponentModel;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;

namespace Hsvo.LocalHost.Azurite;

/// <summary>
/// Azurite as npm installs it from the package-lock.json in this assembly, into a folder of its own.
/// Several processes may ask for the same folder at once: one installs, the others wait for it.
/// </summary>
public static class AzuriteInstallation
{
    private const string Manifest = "package.json";
    private const string Lock = "package-lock.json";

    /// <summary>Whether <paramref name="folder"/> already holds exactly what package-lock.json asks for.</summary>
    public static bool IsReady(string folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var marker = Marker(folder);
        return File.Exists(marker) && File.Exists(Script(folder)) && File.ReadAllText(marker) == Hash();
    }

    /// <summary>Installs Azurite in <paramref name="folder"/> unless it is there, and returns the path of its script.</summary>
    /// <exception cref="NodeMissingException">npm can't be started.</exception>
    /// <exception cref="AzuriteFailedException">npm failed.</exception>
    public static Task<string> EnsureAsync(string folder, CancellationToken cancellationToken) =>
        EnsureAsync(folder, InstallAsync, cancellationToken);

    internal static async Task<string> EnsureAsync(string folder, Func<string, CancellationToken, Task> install, CancellationToken cancellationToken)
    {
        if (IsReady(folder))
        {
            return Script(folder);
        }

        Directory.CreateDirectory(folder);
        await using var _ = await AloneIn(folder, cancellationToken);

        // Whoever held the lock may have done it.
        if (!IsReady(folder))
        {
            File.Delete(Marker(folder));
            await File.WriteAllTextAsync(Path.Combine(folder, Manifest), Resource(Manifest), cancellationToken);
            await File.WriteAllTextAsync(Path.Combine(folder, Lock), Resource(Lock), cancellationToken);
            await install(folder, cancellationToken);
            await File.WriteAllTextAsync(Marker(folder), Hash(), cancellationToken);
        }

        return Script(folder);
    }

    private static string Script(string folder) => Path.Combine(folder, "node_modules", "azurite", "dist", "src", "azurite.js");

    // Written last, so that a half install has none and is done again.
    private static string Marker(string folder) => Path.Combine(folder, "installed.sha256");

    private static string Hash() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Resource(Lock))));

    private static string Resource(string name)
    {
        using var stream = typeof(AzuriteInstallation).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not embedded in this assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static async Task<FileStream> AloneIn(string folder, CancellationToken cancellationToken)
    {
        var path = Path.Combine(folder, "install.lock");
        while (true)
        {
            try
            {
                // The system gives the lock back when its holder dies, however it dies.
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(path))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(200), cancellationToken);
            }
        }
    }

    private static async Task InstallAsync(string folder, CancellationToken cancellationToken)
    {
        var npm = new ProcessStartInfo(OperatingSystem.IsWindows() ? "npm.cmd" : "npm")
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in new[] { "ci", "--ignore-scripts", "--no-audit", "--no-fund" })
        {
            npm.ArgumentList.Add(argument);
        }

        using var process = Start(npm);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            var errors = process.StandardError.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            if (process.ExitCode != 0)
            {
                throw new AzuriteFailedException($"'npm ci' failed in {folder}:{Environment.NewLine}{await errors}{await output}");
            }
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    internal static Process Start(ProcessStartInfo command)
    {
        try
        {
            return Process.Start(command) ?? throw new NodeMissingException(command.FileName, null);
        }
        catch (Win32Exception missing)
        {
            throw new NodeMissingException(command.FileName, missing);
        }
    }
}
