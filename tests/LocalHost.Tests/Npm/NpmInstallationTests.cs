using Hsvo.LocalHost.Azurite;
using Hsvo.LocalHost.Npm;

namespace Hsvo.LocalHost.Tests.Npm;

public sealed class NpmInstallationTests : IDisposable
{
    private readonly string _folder = Path.Combine(RepositoryFolder.Root, "artifacts", "tests", $"install-{Guid.NewGuid():N}");
    private readonly NpmInstallation _package = new("{}", "{}", "made-up/script.js");
    private int _installs;

    [Fact]
    public async Task Many_at_once_install_it_once()
    {
        var scripts = await Task.WhenAll(Enumerable.Range(0, 8).Select(
            _ => Task.Run(() => _package.EnsureAsync(_folder, InstallAsync, CancellationToken.None))));

        Assert.Equal(1, _installs);
        Assert.All(scripts, script => Assert.True(File.Exists(script)));
        Assert.True(_package.IsReady(_folder));
    }

    [Fact]
    public async Task A_half_install_is_done_again()
    {
        await Assert.ThrowsAsync<IOException>(() => _package.EnsureAsync(
            _folder,
            async (folder, cancellationToken) =>
            {
                await InstallAsync(folder, cancellationToken);
                throw new IOException("the power went");
            },
            CancellationToken.None));
        Assert.False(_package.IsReady(_folder));

        await _package.EnsureAsync(_folder, InstallAsync, CancellationToken.None);

        Assert.Equal(2, _installs);
    }

    [Fact]
    public async Task Another_lock_file_installs_it_again()
    {
        await _package.EnsureAsync(_folder, InstallAsync, CancellationToken.None);
        await File.WriteAllTextAsync(Path.Combine(_folder, "installed.sha256"), "of an older package-lock.json");

        await _package.EnsureAsync(_folder, InstallAsync, CancellationToken.None);

        Assert.Equal(2, _installs);
    }

    [Fact]
    public async Task An_installed_one_is_left_alone()
    {
        await _package.EnsureAsync(_folder, InstallAsync, CancellationToken.None);

        await _package.EnsureAsync(_folder, InstallAsync, CancellationToken.None);

        Assert.Equal(1, _installs);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    // What npm would leave behind.
    private Task InstallAsync(string folder, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _installs);
        Assert.True(File.Exists(Path.Combine(folder, "package-lock.json")));
        var scripts = Path.Combine(folder, "node_modules", "made-up");
        Directory.CreateDirectory(scripts);
        return File.WriteAllTextAsync(Path.Combine(scripts, "script.js"), "", cancellationToken);
    }
}
