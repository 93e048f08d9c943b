using System.Globalization;
using Hsvo.LocalHost.Azurite;
using Hsvo.TestKit;

namespace Hsvo.EndToEnd;

/// <summary>One storage that lives through a year, and an app that is started on the days when something happens.</summary>
internal sealed class Year : IAsyncDisposable
{
    private readonly string _folder;
    private readonly AzuriteProcess _azurite;

    private Year(string folder, AzuriteProcess azurite) => (_folder, _azurite) = (folder, azurite);

    public static async Task<Year> BeginAsync()
    {
        var folder = LocalApp.NewDataFolder();
        return new(folder, await AzuriteProcess.StartAsync(RepositoryFolder.Azurite, Path.Combine(folder, "azurite"), CancellationToken.None));
    }

    /// <summary>Lets something happen on a day, at eight in the morning, Stockholm's summer time.</summary>
    public async Task OnAsync(DateOnly day, Func<LocalApp, Task> happens)
    {
        var at = day.ToString("yyyy-MM-dd'T06:00Z'", CultureInfo.InvariantCulture);
        await using var app = await LocalApp.StartAsync(_azurite.ConnectionString, _folder, null, "--no-example", "--at", at);
        await happens(app);
    }

    public async ValueTask DisposeAsync()
    {
        await _azurite.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
