using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Hsvo.TestKit;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Hsvo.StandIns.Tests.Worker;

public sealed class TimerTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    private static readonly DateTimeOffset Start = new(2026, 5, 19, 10, 0, 30, TimeSpan.Zero);

    private readonly string _hostId = $"host{Guid.NewGuid():N}"[..20];
    private readonly ManualTime _time = new(Start);
    private readonly Ticks _ticks = new();
    private readonly LogLines _log = new();

    [Fact]
    public async Task A_timer_runs_when_it_is_due_and_its_status_is_kept_in_the_hosts_storage()
    {
        await using var host = await StartAsync(typeof(EveryFiveMinutes));

        await TickAsync(At(10, 5));
        var first = await _ticks.NextAsync();
        await TickAsync(At(10, 10));
        var second = await _ticks.NextAsync();

        Assert.False(first.IsPastDue);
        Assert.Equal(default, first.ScheduleStatus!.Last);
        Assert.Equal(At(10, 5).UtcDateTime, first.ScheduleStatus.Next);
        Assert.False(second.IsPastDue);
        Assert.Equal(At(10, 5).UtcDateTime, second.ScheduleStatus!.Last);
        Assert.Equal(At(10, 10).UtcDateTime, second.ScheduleStatus.Next);
        await _time.WaitedForAsync(At(10, 15));
        var stored = await StatusAsync("EveryFiveMinutes");
        Assert.Equal(At(10, 10), stored.GetProperty("Last").GetDateTimeOffset());
        Assert.Equal(At(10, 15), stored.GetProperty("Next").GetDateTimeOffset());
    }

    [Theory]
    [InlineData(typeof(FiveFields), 11, 0)]
    [InlineData(typeof(FromSetting), 10, 30)]
    public async Task Five_fields_and_settings_are_schedules_too(Type functions, int hour, int minute)
    {
        await using var host = await StartAsync(functions);

        await TickAsync(At(hour, minute));

        Assert.False((await _ticks.NextAsync()).IsPastDue);
    }

    [Fact]
    public async Task What_fell_due_while_no_host_ran_is_caught_up_once()
    {
        await using (var before = await StartAsync(typeof(EveryFiveMinutes)))
        {
            await TickAsync(At(10, 5));
            await _ticks.NextAsync();
            await _time.WaitedForAsync(At(10, 10));
        }

        _time.AdvanceTo(At(12, 2));
        await using var after = await StartAsync(typeof(EveryFiveMinutes));
        var late = await _ticks.NextAsync();
        await TickAsync(At(12, 5));
        var next = await _ticks.NextAsync();

        Assert.True(late.IsPastDue);
        Assert.Equal(At(10, 5).UtcDateTime, late.ScheduleStatus!.Last);
        Assert.Equal(At(10, 10).UtcDateTime, late.ScheduleStatus.Next);
        Assert.False(next.IsPastDue);
        Assert.Equal(At(12, 2).UtcDateTime, next.ScheduleStatus!.Last);
    }

    [Fact]
    public async Task A_changed_schedule_is_not_caught_up()
    {
        await using (var before = await StartAsync(typeof(FromSetting)))
        {
            await TickAsync(At(10, 30));
            await _ticks.NextAsync();
            await _time.WaitedForAsync(At(11, 0));
        }

        _time.AdvanceTo(At(12, 2));
        await using var after = await StartAsync(typeof(FromSetting), schedule: "0 */20 * * * *");
        await TickAsync(At(12, 20));

        Assert.False((await _ticks.NextAsync()).IsPastDue);
    }

    [Fact]
    public async Task Below_a_minute_or_unmonitored_there_is_no_status()
    {
        await using var host = await StartAsync(typeof(EveryTenSeconds));
        await using var unmonitored = await StartAsync(typeof(Unmonitored));

        await TickAsync(Start.AddSeconds(10));
        Assert.Null((await _ticks.NextAsync()).ScheduleStatus);
        await host.StopAsync();
        await TickAsync(At(10, 5));
        Assert.Null((await _ticks.NextAsync()).ScheduleStatus);
    }

    [Fact]
    public async Task RunOnStartup_runs_at_once_and_then_on_schedule()
    {
        await using var host = await StartAsync(typeof(OnStartup));

        var first = await _ticks.NextAsync();
        await TickAsync(At(11, 0));
        var second = await _ticks.NextAsync();

        Assert.False(first.IsPastDue);
        Assert.Equal(Start.UtcDateTime, second.ScheduleStatus!.Last);
    }

    [Fact]
    public async Task A_run_that_throws_is_logged_and_the_next_one_comes()
    {
        await using var host = await StartAsync(typeof(Throwing));

        await TickAsync(At(10, 5));
        await _ticks.NextAsync();
        Assert.StartsWith("Executed 'Functions.Throwing' (Failed", await _log.NextAsync(), StringComparison.Ordinal);
        await TickAsync(At(10, 10));

        await _ticks.NextAsync();
    }

    [Fact]
    public async Task Of_two_instances_one_runs_the_timer_and_the_other_takes_over_when_it_stops()
    {
        var otherTime = new ManualTime(Start);
        await using var first = await StartAsync(typeof(EveryFiveMinutes));
        await _time.WaitedForAsync(At(10, 5));
        await using var second = await StartAsync(typeof(EveryFiveMinutes), time: otherTime);

        await otherTime.WaitedForAsync(Start.AddSeconds(60));
        Assert.Equal(LeaseState.Leased, (await Lock("EveryFiveMinutes").GetPropertiesAsync()).Value.LeaseState);
        await first.StopAsync();
        otherTime.AdvanceTo(Start.AddSeconds(60));
        await otherTime.WaitedForAsync(At(10, 5));
        otherTime.AdvanceTo(At(10, 5));

        Assert.False((await _ticks.NextAsync()).IsPastDue);
    }

    [Fact]
    public async Task An_instance_that_lost_its_lock_runs_nothing_more()
    {
        await using var host = await StartAsync(typeof(EveryFiveMinutes));
        await _time.WaitedForAsync(At(10, 5));
        await Lock("EveryFiveMinutes").GetBlobLeaseClient().BreakAsync(TimeSpan.Zero);
        await Lock("EveryFiveMinutes").GetBlobLeaseClient().AcquireAsync(TimeSpan.FromSeconds(60));

        // Its next renewal fails; from then on it asks for the lock again, a minute apart.
        await TickAsync(Start.AddSeconds(30));
        Assert.Contains("lost its lock", await _log.NextAsync(), StringComparison.Ordinal);
        await _time.WaitedForAsync(Start.AddSeconds(90));
        _time.AdvanceTo(Start.AddSeconds(60));

        Assert.True(_ticks.IsEmpty);
    }

    [Theory]
    [InlineData(typeof(EveryFiveMinutes), "", "EveryFiveMinutes", "AzureWebJobsStorage is missing")]
    [InlineData(typeof(EveryFiveMinutes), "not a connection string", "EveryFiveMinutes", "unable to start")]
    [InlineData(typeof(Misspelt), null, "Misspelt", "'every hour' was not recognized")]
    [InlineData(typeof(Unresolved), null, "Unresolved", "'%NO_SUCH_SETTING%' does not resolve to a value.")]
    public async Task A_timer_that_can_not_start_fails_alone_and_http_goes_on(Type functions, string? storage, string name, string reason)
    {
        await using var host = await StartAsync(functions, storage: storage);

        string line = await _log.NextAsync();

        Assert.Contains($"'Functions.{name}'", line, StringComparison.Ordinal);
        Assert.Contains(reason, line, StringComparison.Ordinal);
        Assert.Equal("up", await host.Client.GetStringAsync("/up"));
    }

    [Fact]
    public async Task A_timer_runs_by_hand_through_the_hosts_api()
    {
        await using var host = await StartAsync(typeof(EveryFiveMinutes));
        await _time.WaitedForAsync(At(10, 5));

        using var accepted = await host.Client.PostAsJsonAsync("/admin/functions/everyfiveminutes", new { input = "" });
        var info = await _ticks.NextAsync();

        Assert.Equal(HttpStatusCode.Accepted, accepted.StatusCode);
        Assert.False(info.IsPastDue);
        Assert.Equal(At(10, 5).UtcDateTime, info.ScheduleStatus!.Next);
    }

    [Fact]
    public async Task By_hand_an_unknown_name_is_404_and_a_missing_body_400()
    {
        await using var host = await StartAsync(typeof(EveryFiveMinutes));

        using var unknown = await host.Client.PostAsJsonAsync("/admin/functions/Nobody", new { input = "" });
        using var bodiless = await host.Client.PostAsync("/admin/functions/EveryFiveMinutes", null);

        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, bodiless.StatusCode);
        Assert.True(_ticks.IsEmpty);
    }

    [Fact]
    public async Task Stopping_the_host_cancels_a_run_and_waits_for_it()
    {
        var run = new LongRun.Run();
        await using var host = await StartAsync(typeof(LongRun), services => services.AddSingleton(run));
        using var accepted = await host.Client.PostAsJsonAsync("/admin/functions/LongRun", new { input = "" });
        await run.Entered.WaitAsync(TimeSpan.FromSeconds(30));

        await host.StopAsync();

        Assert.True(run.CleanedUp);
    }

    [Fact]
    public async Task The_hosts_api_lists_the_functions()
    {
        await using var host = await StartAsync(typeof(EveryFiveMinutes));

        var functions = await host.Client.GetFromJsonAsync<JsonElement>("/admin/functions");
        var status = await host.Client.GetFromJsonAsync<JsonElement>("/admin/host/status");

        Assert.Equal(["EveryFiveMinutes", "Up"], functions.EnumerateArray().Select(function => function.GetProperty("name").GetString()));
        var timer = functions[0].GetProperty("config").GetProperty("bindings")[0];
        Assert.Equal("timerTrigger", timer.GetProperty("type").GetString());
        Assert.Equal("0 */5 * * * *", timer.GetProperty("schedule").GetString());
        var up = functions[1];
        Assert.Equal($"{host.Client.BaseAddress}up", up.GetProperty("invoke_url_template").GetString());
        var http = up.GetProperty("config").GetProperty("bindings")[0];
        Assert.Equal("httpTrigger", http.GetProperty("type").GetString());
        Assert.Equal("up", http.GetProperty("route").GetString());
        Assert.Equal(["get"], http.GetProperty("methods").EnumerateArray().Select(method => method.GetString()));
        Assert.Equal("Running", status.GetProperty("state").GetString());
        Assert.Equal(_hostId, status.GetProperty("id").GetString());
    }

    private static DateTimeOffset At(int hour, int minute) => new(2026, 5, 19, hour, minute, 0, TimeSpan.Zero);

    private Task<TestHost> StartAsync(
        Type functions, Action<IServiceCollection>? services = null, ManualTime? time = null, string? storage = null, string schedule = "0 */30 * * * *") =>
        TestHost.StartAsync(
            [functions, typeof(Http)],
            builder =>
            {
                builder.ConfigureFunctionsWebApplication();
                builder.Logging.AddProvider(_log.Provider);
                builder.Services.AddSingleton<TimeProvider>(time ?? _time);
                builder.Services.AddSingleton(_ticks);
                services?.Invoke(builder.Services);
            },
            settings: new Dictionary<string, string?>
            {
                ["AzureWebJobsStorage"] = storage ?? azurite.ConnectionString,
                ["AzureFunctionsWebHost:hostid"] = _hostId,
                ["SCHEDULE"] = schedule,
            });

    private async Task TickAsync(DateTimeOffset due)
    {
        await _time.WaitedForAsync(due);
        _time.AdvanceTo(due);
    }

    private async Task<JsonElement> StatusAsync(string name)
    {
        var content = await new BlobClient(azurite.ConnectionString, "azure-webjobs-hosts", $"timers/{_hostId}/Host.Functions.{name}/status").DownloadContentAsync();
        return content.Value.Content.ToObjectFromJson<JsonElement>();
    }

    private BlobClient Lock(string name) => new(azurite.ConnectionString, "azure-webjobs-hosts", $"locks/{_hostId}/Host.Functions.{name}.Listener");

    public sealed class EveryFiveMinutes(Ticks ticks)
    {
        [Function("EveryFiveMinutes")]
        public void Run([TimerTrigger("0 */5 * * * *")] TimerInfo timer) => ticks.Add(timer);
    }

    public sealed class FiveFields(Ticks ticks)
    {
        [Function("FiveFields")]
        public Task RunAsync([TimerTrigger("0 * * * *")] TimerInfo timer)
        {
            ticks.Add(timer);
            return Task.CompletedTask;
        }
    }

    public sealed class FromSetting(Ticks ticks)
    {
        [Function("FromSetting")]
        public void Run([TimerTrigger("%SCHEDULE%")] TimerInfo timer) => ticks.Add(timer);
    }

    public sealed class EveryTenSeconds(Ticks ticks)
    {
        [Function("EveryTenSeconds")]
        public void Run([TimerTrigger("*/10 * * * * *")] TimerInfo timer) => ticks.Add(timer);
    }

    public sealed class Unmonitored(Ticks ticks)
    {
        [Function("Unmonitored")]
        public void Run([TimerTrigger("0 */5 * * * *", UseMonitor = false)] TimerInfo timer) => ticks.Add(timer);
    }

    public sealed class OnStartup(Ticks ticks)
    {
        [Function("OnStartup")]
        public void Run([TimerTrigger("0 0 * * * *", RunOnStartup = true)] TimerInfo timer) => ticks.Add(timer);
    }

    public sealed class Throwing(Ticks ticks)
    {
        [Function("Throwing")]
        public void Run([TimerTrigger("0 */5 * * * *")] TimerInfo timer)
        {
            ticks.Add(timer);
            throw new InvalidOperationException("No.");
        }
    }

    public sealed class LongRun(LongRun.Run run)
    {
        [Function("LongRun")]
        public async Task RunAsync([TimerTrigger("0 0 0 1 1 *")] TimerInfo timer, CancellationToken cancellationToken)
        {
            run.Entered.Release();
            try
            {
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }
            finally
            {
                run.CleanedUp = true;
            }
        }

        public sealed class Run
        {
            public SemaphoreSlim Entered { get; } = new(0);

            public bool CleanedUp { get; set; }
        }
    }

    public static class Misspelt
    {
        [Function("Misspelt")]
        public static void Run([TimerTrigger("every hour")] TimerInfo timer) => throw new InvalidOperationException("It never runs.");
    }

    public static class Unresolved
    {
        [Function("Unresolved")]
        public static void Run([TimerTrigger("%NO_SUCH_SETTING%")] TimerInfo timer) => throw new InvalidOperationException("It never runs.");
    }

    public static class Http
    {
        [Function("Up")]
        public static IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "up")] HttpRequest request) => Results.Text("up");
    }
}
