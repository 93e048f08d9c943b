using Hsvo.LocalHost.Azurite;
using Hsvo.TestKit;

namespace Hsvo.Benchmarks.Apps;

/// <summary>The whole app over HTTP with an Azurite behind it, against baselines in the same run.</summary>
internal static class Comparison
{
    /// <summary>The verb that runs it.</summary>
    public const string Verb = "apps";

    private const int LongHistory = 100;

    public static async Task RunAsync()
    {
        Console.WriteLine("| what | ours | baseline | baseline / ours |");
        Console.WriteLine("| --- | --- | --- | --- |");
        await RunAsync(1, "one revision a row");
        await RunAsync(LongHistory, $"{LongHistory} revisions a row");
    }

    private static async Task RunAsync(int revisions, string history)
    {
        var folder = LocalApp.NewDataFolder();
        await using (var azurite = await AzuriteProcess.StartAsync(RepositoryFolder.Azurite, Path.Combine(folder, "azurite"), CancellationToken.None))
        {
            await MeasuredPlan.WriteAsync(azurite.ConnectionString, revisions);
            await new StartMeasure(azurite.ConnectionString, folder).RunAsync(history);
            await using var app = await LocalApp.StartAsync(azurite.ConnectionString, folder);
            await new FeedMeasure(app, folder).RunAsync(history);
            await new IngestMeasure(app, azurite.ConnectionString).RunAsync(history);
        }

        Directory.Delete(folder, recursive: true);
    }
}
