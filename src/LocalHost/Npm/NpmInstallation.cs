using System.ComponentModel;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;

namespace Hsvo.LocalHost.Npm;

/// <summary>
/// What npm installs from a package.json and its package-lock.json, into a folder of its own.
/// Several processes may ask for the same folder at once: one installs, the others wait for it.
/// </summary>
/// <param name="manifest">The text of package.json.</param>
/// <param name="lockFile">The text of package-lock.json.</param>
/// <param name="script">What is wanted of it: a file's path below node_modules.</param>
public sealed class NpmInstallation(string manifest, string lockFile, string script)
{
    /// <summary>Whether <paramref name="folder"/> already holds exactly what package-lock.json asks for.</summary>
    public bool IsReady(string folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var marker = Marker(folder);
        return File.Exists(marker) && File.Exists(Script(folder)) && File.ReadAllText(marker) == Hash();
    }

    /// <summary>Installs it in <paramref name="folder"/> unless it is there, and returns the path of its script.</summary>
    /// <exception cref="NodeMissingException">npm can't be started.</exception>
    /// <exception cref="NpmFailedException">npm failed.</exception>
    public Task<string> EnsureAsync(string folder, CancellationToken cancellationToken) => EnsureAsync(folder, InstallAsync, cancellationToken);

    internal async Task<string> EnsureAsync(string folder, Func<string, CancellationToken, Task> install, CancellationToken cancellationToken)
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
            await File.WriteAllTextAsync(Path.Combine(folder, "package.json"), manifest, cancellationToken);
            await File.WriteAllTextAsync(Path.Combine(folder, "package-lock.json"), lockFile, cancellationToken);
            await install(folder, cancellationToken);
            await File.WriteAllTextAsync(Marker(folder), Hash(), cancellationToken);
        }

        return Script(folder);
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

    // Written last, so that a half install has none and is done again.
    private static string Marker(string folder) => Path.Combine(folder, "installed.sha256");

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
                throw new NpmFailedException($"'npm ci' failed in {folder}:{Environment.NewLine}{await errors}{await output}");
            }
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    private string Script(string folder) => Path.Combine(folder, "node_modules", script);

    private string Hash() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(lockFile)));
}
