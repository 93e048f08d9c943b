namespace Hsvo.LocalHost.Tests;

public sealed class DevelopmentKeyTests : IDisposable
{
    private readonly DevelopmentFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_key_is_made_once_and_then_kept()
    {
        var made = DevelopmentKey.Open(_folder.Path);
        var kept = DevelopmentKey.Open(_folder.Path);

        Assert.Equal(made.Public.N, kept.Public.N);
        Assert.Equal(made.Public.Kid, kept.Public.Kid);
        Assert.Equal([_folder.KeyFile], Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void A_missing_data_folder_is_made()
    {
        var folder = Path.Combine(_folder.Path, "artifacts", "local");

        DevelopmentKey.Open(folder);

        Assert.True(File.Exists(Path.Combine(folder, DevelopmentKey.FileName)));
    }

    [Fact]
    public void Two_folders_have_two_keys()
    {
        using var other = new DevelopmentFolder();

        Assert.NotEqual(DevelopmentKey.Open(_folder.Path).Public.N, DevelopmentKey.Open(other.Path).Public.N);
    }

    [Fact]
    public void Processes_that_start_at_once_end_up_with_one_key()
    {
        var keys = new string[8];

        Parallel.For(0, keys.Length, index => keys[index] = DevelopmentKey.Open(_folder.Path).Public.N);

        Assert.Single(keys.Distinct());
        Assert.Single(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void Only_its_owner_can_read_the_key()
    {
        DevelopmentKey.Open(_folder.Path);

        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_folder.KeyFile));
        }
    }
}
