using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using Azure.Storage.Blobs;
using Hsvo.LocalHost.Azurite;
using Hsvo.LocalHost.Tests.App;

namespace Hsvo.LocalHost.Tests;

public sealed partial class LocalRunTests : IDisposable
{
    private readonly string _data = Path.Combine(RepositoryFolder.Root, "artifacts", "tests", $"local-{Guid.NewGuid():N}");

    public void Dispose()
    {
        if (Directory.Exists(_data))
        {
            Directory.Delete(_data, recursive: true);
        }
    }

    [Fact]
    public async Task A_run_has_storage_of_its_own_and_keeps_it_for_the_next_one_until_it_begins_afresh()
    {
        await using (var first = AppProcess.Start(["--own-storage", "--no-example", "--port", "0", "--data", _data]))
        {
            using var client = await first.ListeningAsync();
            string storage = await client.GetStringAsync("/settings/Storage");
            Assert.Equal(storage, await client.GetStringAsync("/settings/AzureWebJobsStorage"));
            await new BlobContainerClient(storage, "kept").CreateAsync();
            await first.SignalAsync("TERM");
            Assert.Equal(0, (await first.EndAsync()).ExitCode);
        }

        await using (var second = AppProcess.Start(["--own-storage", "--no-example", "--port", "0", "--data", _data]))
        {
            using var client = await second.ListeningAsync();
            Assert.True(await new BlobContainerClient(await client.GetStringAsync("/settings/Storage"), "kept").ExistsAsync());
            await second.SignalAsync("INT");
            Assert.Equal(0, (await second.EndAsync()).ExitCode);
        }

        await using var fresh = AppProcess.Start(["--own-storage", "--no-example", "--port", "0", "--data", _data, "--fresh"]);
        using var last = await fresh.ListeningAsync();
        Assert.False(await new BlobContainerClient(await last.GetStringAsync("/settings/Storage"), "kept").ExistsAsync());
    }

    [Fact]
    public async Task A_setting_that_names_other_storage_is_left_alone()
    {
        await using var app = AppProcess.Start(["--own-storage", "--no-example", "--port", "0", "--data", _data], ("AzureWebJobsStorage", ""));
        using var client = await app.ListeningAsync();

        Assert.Equal("", await client.GetStringAsync("/settings/AzureWebJobsStorage"));
        Assert.Contains("BlobEndpoint=http://127.0.0.1:", await client.GetStringAsync("/settings/Storage"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_Azurite_that_is_running_already_is_used_and_named_and_never_emptied()
    {
        using var blobs = OccupyPort(LocalStorage.DefaultBlobPort);
        using var tables = OccupyPort(LocalStorage.DefaultTablePort);

        await using var fresh = AppProcess.Start(["--no-example", "--port", "0", "--data", _data, "--fresh"]);
        Assert.Equal(
            (1, "", $"--fresh empties a run's own storage, and an Azurite that isn't this run's is running on the ports 10000 and 10002: stop it, or add --own-storage.{Environment.NewLine}"),
            await fresh.EndAsync());
        Assert.False(Directory.Exists(_data));

        await using var app = AppProcess.Start(["--no-example", "--port", "0", "--data", _data]);
        using var client = await app.ListeningAsync();
        Assert.Equal("UseDevelopmentStorage=true", await client.GetStringAsync("/settings/Storage"));
        await app.SignalAsync("TERM");
        Assert.StartsWith(
            "Using the Azurite that is running already, on the ports 10000 and 10002; --own-storage starts one for this run alone.",
            (await app.EndAsync()).Output, StringComparison.Ordinal);

        await using var own = AppProcess.Start(["--own-storage", "--no-example", "--port", "0", "--data", _data, "--fresh"]);
        using var other = await own.ListeningAsync();
        Assert.DoesNotContain(":10000/", await other.GetStringAsync("/settings/Storage"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "The setting Storage is missing: ")]
    [InlineData(" ", "The setting Storage is missing: ")]
    [InlineData("nonsense", "The setting Storage is no connection string: ")]
    [InlineData("AccountName=a", "The setting Storage is no connection string: ")]
    [InlineData(
        "DefaultEndpointsProtocol=http;AccountName=a;AccountKey=a2V5;BlobEndpoint=http://127.0.0.1:1/a;TableEndpoint=http://127.0.0.1:1/a",
        "The storage that the setting Storage names doesn't answer at http://127.0.0.1:1/a: ")]
    public async Task Storage_that_cannot_be_used_ends_the_run_with_one_line(string storage, string line)
    {
        await using var app = AppProcess.Start(["--no-example", "--port", "0", "--data", _data], ("Storage", storage));

        var (exitCode, output, errors) = await app.EndAsync();

        Assert.Equal((1, ""), (exitCode, output));
        Assert.StartsWith(line, errors, StringComparison.Ordinal);
        Assert.Single(errors.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task A_run_on_named_storage_refuses_to_begin_afresh()
    {
        await using var first = AppProcess.Start(["--own-storage", "--no-example", "--port", "0", "--data", _data]);
        using var client = await first.ListeningAsync();
        var named = await client.GetStringAsync("/settings/Storage");

        await using var second = AppProcess.Start(["--no-example", "--port", "0", "--data", $"{_data}-other", "--fresh"], ("Storage", named));

        Assert.Equal((1, "", $"--fresh empties a run's own storage, and the setting Storage names another.{Environment.NewLine}"), await second.EndAsync());
    }

    [Fact]
    public async Task SIGTERM_lets_a_request_finish_and_then_ends_the_storage()
    {
        await using var app = AppProcess.Start(["--own-storage", "--no-example", "--port", "0", "--data", _data]);
        using var client = await app.ListeningAsync();
        string storage = await client.GetStringAsync("/settings/Storage");
        using var caller = await ConnectAsync(client.BaseAddress!.Port);
        var stream = caller.GetStream();
        await stream.WriteAsync("POST /slow HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\n\r\nha"u8.ToArray());
        await ReadUntilAsync(stream, "begun");

        await app.SignalAsync("TERM");
        await app.StoppingAsync();
        await new BlobContainerClient(storage, "still-there").CreateAsync();
        await stream.WriteAsync("lf"u8.ToArray());

        await ReadUntilAsync(stream, "ended with half");
        Assert.Equal(0, (await app.EndAsync()).ExitCode);
        await Assert.ThrowsAsync<SocketException>(() => ConnectAsync(BlobPort(storage)));
    }

    [Fact]
    public async Task SIGKILL_leaves_no_storage_process_behind()
    {
        await using var app = AppProcess.Start(["--own-storage", "--no-example", "--port", "0", "--data", _data]);
        using var client = await app.ListeningAsync();
        int port = BlobPort(await client.GetStringAsync("/settings/Storage"));
        using var azurite = await ConnectAsync(port);

        await app.SignalAsync("KILL");

        Assert.NotEqual(0, (await app.EndAsync()).ExitCode);
        await ClosedAsync(azurite);
        await Assert.ThrowsAsync<SocketException>(() => ConnectAsync(port));
    }

    [Fact]
    public async Task A_second_run_in_the_same_folder_and_one_on_the_same_port_are_told_so()
    {
        await using var first = AppProcess.Start(["--own-storage", "--no-example", "--port", "0", "--data", _data]);
        using var client = await first.ListeningAsync();

        await using var second = AppProcess.Start(["--own-storage", "--no-example", "--port", "0", "--data", _data]);
        await using var third = AppProcess.Start(["--own-storage", "--no-example", "--port", $"{client.BaseAddress!.Port}", "--data", $"{_data}-other"]);

        Assert.Equal(
            (1, "", $"Another local run uses {_data}: stop it, or give this one a folder of its own with --data DIR.{Environment.NewLine}"), await second.EndAsync());
        Assert.Equal(
            (1, "", $"Port {client.BaseAddress.Port} on 127.0.0.1 is taken by another program: stop it, or choose another port with --port N.{Environment.NewLine}"),
            await third.EndAsync());
        Assert.False(Directory.Exists($"{_data}-other"));
    }

    [Fact]
    public async Task Without_Node_the_run_says_what_to_install()
    {
        await using var app = AppProcess.Start(["--own-storage", "--no-example", "--port", "0", "--data", _data], ("PATH", "/nowhere"));

        var (exitCode, _, errors) = await app.EndAsync();

        Assert.Equal(1, exitCode);
        Assert.StartsWith("The local storage (Azurite) needs Node.js: install Node.js 20 or later", errors, StringComparison.Ordinal);
        Assert.Single(errors.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task A_broken_host_json_ends_the_run_with_one_line()
    {
        Directory.CreateDirectory(_data);
        await File.WriteAllTextAsync(Path.Combine(_data, "host.json"), "{ \"version\": ");
        await using var app = AppProcess.Start(["--own-storage", "--no-example", "--port", "0", "--data", _data], ("AzureWebJobsScriptRoot", _data));

        var (exitCode, output, errors) = await app.EndAsync();

        Assert.Equal(1, exitCode);
        Assert.Empty(output);
        Assert.StartsWith("host.json can't be used: ", errors, StringComparison.Ordinal);
        Assert.Single(errors.TrimEnd().Split('\n'));
    }

    [Theory]
    [InlineData("--frehs", "Unknown option '--frehs'. Options: ")]
    [InlineData("tokn", "Unknown verb 'tokn'. Verbs: token. Options: ")]
    public async Task An_unknown_word_is_answered_with_the_known_ones(string argument, string line)
    {
        await using var app = AppProcess.Start([argument]);

        Assert.Equal((2, "", line + LocalArguments.Valid + Environment.NewLine), await app.EndAsync());
    }

    [Fact]
    public async Task A_verb_prints_its_answer_and_nothing_else_and_starts_nothing()
    {
        await using var app = AppProcess.Start(["token", "--role", "reader", "--data", _data], ("PATH", "/nowhere"));

        var (exitCode, output, errors) = await app.EndAsync();

        Assert.Equal(0, exitCode);
        Assert.Matches(@"^[\w-]+\.[\w-]+\.[\w-]+\r?\n$", output);
        Assert.Empty(errors);
        Assert.False(Directory.Exists(Path.Combine(_data, "storage")));
    }

    [Fact]
    public async Task A_run_can_begin_on_another_day_and_says_so()
    {
        await using var app = AppProcess.Start(["--own-storage", "--no-example", "--port", "0", "--data", _data, "--at", "2021-05-03T08:00Z"]);
        using var client = await app.ListeningAsync();

        Assert.Equal("2021-05-03 08", await client.GetStringAsync("/today"));
        await app.SignalAsync("TERM");
        Assert.Contains("The clock begins at 2021-05-03 08:00 UTC (--at)", (await app.EndAsync()).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_help_names_options_and_verbs()
    {
        await using var app = AppProcess.Start(["--help"]);

        var (exitCode, output, _) = await app.EndAsync();

        Assert.Equal(0, exitCode);
        Assert.All([.. LocalArguments.Valid.Split(", "), "token --role"], part => Assert.Contains(part, output, StringComparison.Ordinal));
    }

    /// <summary>Something listens there: this test, where nobody does yet.</summary>
    private static TcpListener OccupyPort(int port)
    {
        var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
        }
        catch (SocketException)
        {
            // A developer's own Azurite.
        }

        return listener;
    }

    private static int BlobPort(string connectionString) => int.Parse(BlobEndpoint().Match(connectionString).ValueSpan, provider: null);

    private static async Task<TcpClient> ConnectAsync(int port)
    {
        var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, port);
        return client;
    }

    private static async Task ReadUntilAsync(NetworkStream stream, string text)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var received = new StringBuilder();
        byte[] buffer = new byte[1024];
        while (!received.ToString().Contains(text, StringComparison.Ordinal))
        {
            int count = await stream.ReadAsync(buffer, patience.Token);
            Assert.True(count > 0, $"The connection ended after: {received}");
            received.Append(Encoding.ASCII.GetString(buffer, 0, count));
        }
    }

    /// <summary>Until the process at the other end is gone.</summary>
    private static async Task ClosedAsync(TcpClient client)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        try
        {
            Assert.Equal(0, await client.GetStream().ReadAsync(new byte[1], patience.Token));
        }
        catch (IOException)
        {
            // Reset, which is an end too.
        }
    }

    [GeneratedRegex(@"(?<=BlobEndpoint=http://127\.0\.0\.1:)\d+")]
    private static partial Regex BlobEndpoint();
}
