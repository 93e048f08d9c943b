using System.Diagnostics;
using System.Text.Json;
using Azure.Storage;
using Azure.Storage.Blobs;
using Hsvo.LocalHost.Azurite;

namespace Hsvo.LocalHost.Tests.Azurite;

public sealed class AzuriteProcessTests : IDisposable
{
    private readonly string _dataFolder = Path.Combine(RepositoryFolder.Root, "artifacts", "tests", $"azurite-{Guid.NewGuid():N}");

    [Fact]
    public async Task It_answers_on_its_own_ports_and_is_gone_when_disposed_of()
    {
        var azurite = await AzuriteProcess.StartAsync(RepositoryFolder.Azurite, _dataFolder, CancellationToken.None);
        using var process = Process.GetProcessById(azurite.ProcessId);
        using var http = new HttpClient();

        // Nobody signed these, and who refuses them is Azurite.
        foreach (var service in new[] { "BlobEndpoint", "QueueEndpoint", "TableEndpoint" })
        {
            var endpoint = azurite.ConnectionString.Split(';').Single(part => part.StartsWith(service, StringComparison.Ordinal))[(service.Length + 1)..];
            using var answer = await http.GetAsync(new Uri($"{endpoint}?comp=list"));
            Assert.Contains("Azurite", answer.Headers.Server.ToString(), StringComparison.Ordinal);
        }

        await azurite.DisposeAsync();

        Assert.True(process.HasExited);
    }

    [Fact]
    public async Task It_saves_and_ends_by_itself_when_the_process_that_started_it_is_killed()
    {
        // A Node that starts Azurite with our command line, tells its id and is then killed in our place.
        const string StartIt = """
            const azurite = require('child_process').spawn('node', JSON.parse(process.argv[1]));
            console.log(azurite.pid);
            azurite.stdout.pipe(process.stdout);
            """;
        var script = await AzuriteInstallation.Package.EnsureAsync(RepositoryFolder.Azurite, CancellationToken.None);
        var arguments = AzuriteProcess.Command(script, _dataFolder).ArgumentList;
        var command = new ProcessStartInfo("node") { RedirectStandardOutput = true };
        command.ArgumentList.Add("-e");
        command.ArgumentList.Add(StartIt);
        command.ArgumentList.Add(JsonSerializer.Serialize(arguments));
        using var parent = Process.Start(command)!;
        using var azurite = Process.GetProcessById(int.Parse((await parent.StandardOutput.ReadLineAsync())!, provider: null));
        var blobs = await ReadUntilAsync(parent.StandardOutput, "Blob service is successfully listening at ");
        await ReadUntilAsync(parent.StandardOutput, "Table service is successfully listening at ");
        var account = new StorageSharedKeyCredential("devstoreaccount1", "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==");
        await new BlobServiceClient(new Uri($"{blobs}/devstoreaccount1"), account).CreateBlobContainerAsync("papers");

        parent.Kill();
        await azurite.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(30));

        Assert.True(azurite.HasExited);
        await using var again = await AzuriteProcess.StartAsync(RepositoryFolder.Azurite, _dataFolder, CancellationToken.None);
        Assert.True(await new BlobContainerClient(again.ConnectionString, "papers").ExistsAsync());
    }

    [Fact]
    public async Task A_data_folder_that_can_not_be_used_says_so()
    {
        Directory.CreateDirectory(_dataFolder);
        var file = Path.Combine(_dataFolder, "__azurite_db_table__.json");
        await File.WriteAllTextAsync(file, "not a database");

        var failure = await Assert.ThrowsAsync<AzuriteFailedException>(
            () => AzuriteProcess.StartAsync(RepositoryFolder.Azurite, _dataFolder, CancellationToken.None));

        Assert.Contains("ended before it listened: ", failure.Message, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        if (Directory.Exists(_dataFolder))
        {
            Directory.Delete(_dataFolder, recursive: true);
        }
    }

    private static async Task<string> ReadUntilAsync(StreamReader reader, string text)
    {
        while (true)
        {
            var line = await reader.ReadLineAsync() ?? throw new EndOfStreamException(text);
            if (line.Split(text) is [_, var rest])
            {
                return rest;
            }
        }
    }
}
