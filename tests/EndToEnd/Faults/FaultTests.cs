using System.Net;
using Hsvo.LocalHost.Azurite;
using Hsvo.TestKit;
using Xunit.Abstractions;

namespace Hsvo.EndToEnd.Faults;

/// <summary>
/// Nothing is lost, whatever goes wrong between the app and its storage or with the app itself. Storage is never killed hard: Azurite acknowledges from
/// memory and saves every five seconds, so killing it would lose what a real account keeps. FAULTS=long makes each run about ten times as long.
/// </summary>
public sealed class FaultTests(ITestOutputHelper output) : IAsyncLifetime
{
    private static readonly bool IsLong = Environment.GetEnvironmentVariable("FAULTS") == "long";

    private static readonly Fault[] Quick =
    [
        Fault.TooManyRequests, Fault.ServerError, Fault.Unavailable, Fault.CutBefore, Fault.AnswerLost, Fault.AnswerCut, Fault.DoneButServerError,
    ];

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly string _folder = LocalApp.NewDataFolder();
    private readonly PostingSystems _systems = new();
    private AzuriteProcess _azurite = null!;

    // The newest of those that are killed: one test puts each in the last one's place.
    private LocalApp? _killed;

    public async Task InitializeAsync() => _azurite = await StartStorageAsync();

    public async Task DisposeAsync()
    {
        if (_killed is not null)
        {
            await _killed.DisposeAsync();
        }

        await _azurite.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Storage_that_refuses_hangs_cuts_off_and_answers_too_late_loses_nothing_and_doubles_nothing()
    {
        // Arrange
        var reports = IsLong ? 40_000 : 2_000;
        await using var proxy = await FaultProxy.StartAsync(_azurite.ConnectionString);
        await using var app = await LocalApp.StartAsync(proxy.Through(_azurite.ConnectionString), _folder);
        _systems.PostTo(app);

        // Act: a fault strikes one request in five, one after the other and now and then a whole row of them, so that the storage client's own
        // retries aren't enough; two in a thousand are slow to fail.
        proxy.Begin(n => (n % 500) switch
        {
            100 => Fault.Hang,
            350 => Fault.AnswerTooLate,
            > 400 => Quick[n / 500 % Quick.Length],
            var k when k % 5 == 0 => Quick[k / 5 % Quick.Length],
            _ => Fault.None,
        });
        await _systems.PostAsync(reports);
        proxy.End();

        // Assert
        var stored = await StoredReports.ReadAsync(_azurite.ConnectionString);
        stored.AssertHold(_systems, output);
        await stored.AssertShownByAsync(app);
        Assert.All(Quick.Append(Fault.Hang).Append(Fault.AnswerTooLate), f => Assert.True(proxy.Struck.GetValueOrDefault(f) > 0, $"{f} never struck."));
        Assert.True(_systems.Unavailable > 0, "No system was ever told to come back later.");
        Assert.True(_systems.Acknowledged.Count >= reports);
    }

    [Fact]
    public async Task Storage_that_goes_away_and_comes_back_is_waited_for_and_found_again_without_anybody_doing_anything()
    {
        // Arrange
        var away = IsLong ? 250 : 25;
        await using var proxy = await FaultProxy.StartAsync(_azurite.ConnectionString);
        await using var app = await LocalApp.StartAsync(proxy.Through(_azurite.ConnectionString), _folder);
        _systems.PostTo(app);

        // Act: storage is stopped as a service is, and started again when enough systems have been told to wait; in the long form for a minute at least.
        var posting = _systems.PostAsync(2_000);
        await UntilAsync(() => _systems.Acknowledged.Count > 500, posting);
        await _azurite.DisposeAsync();
        var since = TimeProvider.System.GetTimestamp();
        await UntilAsync(() => _systems.Unavailable > away && (!IsLong || TimeProvider.System.GetElapsedTime(since) > Minute), posting);
        var (live, ready) = (await HealthAsync(app, "live"), await HealthAsync(app, "ready"));
        _azurite = await StartStorageAsync();
        proxy.Redirect(_azurite.ConnectionString);
        await posting;

        // Assert
        var stored = await StoredReports.ReadAsync(_azurite.ConnectionString);
        stored.AssertHold(_systems, output);
        await stored.AssertShownByAsync(app);
        Assert.True(_systems.Acknowledged.Count >= 2_000);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK), (live, ready, await HealthAsync(app, "ready")));
    }

    [Fact]
    public async Task A_host_that_is_killed_again_and_again_while_its_clock_jumps_loses_nothing_that_it_acknowledged()
    {
        // Arrange: each host after a kill has a clock of its own, forwards and backwards. By the real one it would be years later, and where that comes to the night
        // what was answered to keys in 2021 would be forgotten.
        var reports = IsLong ? 100_000 : 10_000;
        string[] days = IsLong ? [.. Enumerable.Range(0, 20).Select(i => i % 2 == 0 ? "2021-10-20" : "2021-09-10")] : ["2021-10-20", "2021-09-10", "2021-10-05"];

        // Act
        _killed = await LocalApp.StartAsync(_azurite.ConnectionString, _folder, settings: null, "--no-example", "--at", "2021-09-25");
        _systems.PostTo(_killed);
        var posting = _systems.PostAsync(reports);
        for (var kill = 0; kill < days.Length; kill++)
        {
            var enough = reports * (kill + 1) / (days.Length + 1);
            await UntilAsync(() => _systems.Acknowledged.Count >= enough, posting);
            await _killed.KillAsync();
            await _killed.DisposeAsync();
            _killed = await LocalApp.StartAsync(_azurite.ConnectionString, _folder, settings: null, "--no-example", "--at", days[kill]);
            _systems.PostTo(_killed);
        }

        await posting;

        // Assert
        var stored = await StoredReports.ReadAsync(_azurite.ConnectionString);
        stored.AssertHold(_systems, output);
        await stored.AssertShownByAsync(_killed);
        Assert.True(_systems.Acknowledged.Count >= reports);
        Assert.True(_systems.Unanswered > 0, "No request was in flight when a host was killed.");
        Assert.Contains(_systems.Sent.Values, rows => rows.Count > 48);
    }

    [Fact]
    public async Task Two_instances_that_take_reports_of_the_same_rows_at_once_keep_all_of_them_and_show_the_same()
    {
        // Arrange
        var reports = IsLong ? 40_000 : 2_000;
        await using var one = await LocalApp.StartAsync(_azurite.ConnectionString, _folder);
        await using var other = await LocalApp.StartAsync(_azurite.ConnectionString, Path.Combine(_folder, "other"));
        _systems.PostTo(one, other);

        // Act
        await _systems.PostAsync(reports);

        // Assert
        var stored = await StoredReports.ReadAsync(_azurite.ConnectionString);
        stored.AssertHold(_systems, output);
        await stored.AssertShownByAsync(one);
        await stored.AssertShownByAsync(other);
        Assert.True(_systems.Acknowledged.Count >= reports);
    }

    private static async Task UntilAsync(Func<bool> holds, Task posting)
    {
        while (!holds() && !posting.IsCompleted)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20));
        }

        Assert.True(holds(), "The systems were done before the fault struck.");
    }

    private static async Task<HttpStatusCode> HealthAsync(LocalApp app, string what)
    {
        using var probe = app.Client();
        using var answer = await probe.GetAsync(new Uri($"health/{what}", UriKind.Relative));
        return answer.StatusCode;
    }

    private Task<AzuriteProcess> StartStorageAsync() =>
        AzuriteProcess.StartAsync(RepositoryFolder.Azurite, Path.Combine(_folder, "azurite"), CancellationToken.None);
}
