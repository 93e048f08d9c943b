using Hsvo.LocalHost.Azurite;

namespace Hsvo.LocalHost.Tests.Azurite;

public sealed class AzuriteInstallationTests : IDisposable
{
    private readonly string _folder = Path.Combine(RepositoryFolder.Root, "artifacts", "tests", $"install-{Guid.NewGuid():N}");
    private int _installs;

    [Fact]
    public async Task Many_at_once_install_it_once()
    {
        var scripts = await Task.WhenAll(Enumerable.Range(0, 8).Select(
            _ => Task.Run(() => AzuriteInstallation.EnsureAsync(_folder, InstallAsync, CancellationToken.None))));

        Assert.Equal(1, _installs);
        Assert.All(scripts, script => Assert.True(File.Exists(script)));
        Assert.True(AzuriteInstallation.IsReady(_folder));
    }

    [Fact]
    public async Task A_half_install_is_done_again()
    {
        await Assert.ThrowsAsync<IOException>(() => AzuriteInstallation.EnsureAsync(
            _folder,
            async (folder, cancellationToken) =>
            {
                await InstallAsync(folder, cancellationToken);
                throw new IOException("the power went");
            },
            CancellationToken.None));
        Assert.False(AzuriteInstallation.IsReady(_folder));

        await AzuriteInstallation.EnsureAsync(_folder, InstallAsync, CancellationToken.None);

        Assert.Equal(2, _installs);
    }

    [Fact]
    public async Task Another_lock_file_installs_it_again()
    {
        await AzuriteInstallation.EnsureAsync(_folder, InstallAsync, CancellationToken.None);
        await File.WriteAllTextAsync(Path.Combine(_folder, "installed.sha256"), "of an older package-lock.json");

        await AzuriteInstallation.EnsureAsync(_folder, InstallAsync, CancellationToken.None);

        Assert.Equal(2, _installs);
    }

    [Fact]
    public async Task An_installed_one_is_left_alone()
    {
        await AzuriteInstallation.EnsureAsync(_folder, InstallAsync, CancellationToken.None);

        await AzuriteInstallation.EnsureAsync(_folder, InstallAsync, CancellationToken.None);

        Assert.Equal(1, _installs);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    // What npm would leave behind.
    private Task InstallAsync(string folder, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _installs);
        Assert.True(File.Exists(Path.Combine(folder, "package-lock.json")));
        var scripts = Path.Combine(folder, "node_modules", "azurite", "dist", "src");
        Directory.CreateDirectory(scripts);
        return File.WriteAllTextAsync(Path.Combine(scripts, "azurite.js"), "", cancellationToken);
    }
}
