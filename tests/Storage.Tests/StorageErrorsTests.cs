using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Net;
using System.Net.Sockets;
using Hsvo.Domain.Plans;
using Hsvo.TestKit;
using Hsvo.UseCases.Audit;
using Hsvo.UseCases.Stores;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Hsvo.Storage.Tests;

public sealed class StorageErrorsTests(AzuriteFixture azurite) : StoreTest(azurite)
{
    // Three retries of a refused connection; far below a client's usual patience of 100 seconds.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public static TheoryData<string> Calls => [.. CallsByName.Keys];

    private static Dictionary<string, Func<IServiceProvider, PlanKey, CancellationToken, Task>> CallsByName { get; } = new()
    {
        ["cells"] = (s, plan, c) => s.GetRequiredService<IReportStore>().ReadCellsAsync(plan, c),
        ["cells and drafts"] = (s, plan, c) => s.GetRequiredService<IReportStore>().ReadCellsAndDraftsAsync(plan, c),
        ["drafts"] = (s, plan, c) => s.GetRequiredService<IReportStore>().ReadDraftsAsync(plan, c),
        ["history"] = (s, plan, c) => s.GetRequiredService<IReportStore>().ReadHistoryAsync(plan, Reports.Key(1), c),
        ["review"] = (s, plan, c) => s.GetRequiredService<IReportStore>().AppendReviewsAsync(plan, [Reports.Reviewed(Reports.Report(Reports.Key(1)), "W/\"1\"")], c),
        ["mask"] = (s, plan, c) => s.GetRequiredService<IReportStore>().AppendMaskAsync(plan, Reports.Key(1), 1, new("nvs", Reports.Now, "Namn"), null, c),
        ["drafts removed"] = (s, plan, c) => s.GetRequiredService<IReportStore>().TryRemoveDraftsAsync(plan, [new(Reports.Draft(Reports.Key(1)), "*")], new(null, Reports.Now), c),
        ["refusal"] = (s, plan, c) => s.GetRequiredService<IAuditStore>().KeepAsync(plan.Area, AuditEntries.OfRemovedRefusals(1, Reports.Now), c),
        ["audit"] = async (s, plan, c) => await (await s.GetRequiredService<IAuditStore>().OpenAsync(plan.Area, [plan.Plan], new(Reports.Now, Reports.Now), c))[0].FirstOrDefaultAsync(c),
        ["log"] = (s, plan, c) => s.GetRequiredService<IReportStore>().ReadLogAsync(plan, c).ToListAsync(c).AsTask(),
        ["stamp"] = (s, plan, c) => s.GetRequiredService<IReportStore>().ReadStampAsync(plan, c),
        ["append"] = (s, plan, c) => s.GetRequiredService<IReportStore>().AppendAsync(plan, Reports.First([Reports.Key(1)]), c),
        ["plan"] = (s, plan, c) => s.GetRequiredService<IPlanStore>().FindAsync(plan, c),
        ["plans"] = (s, plan, c) => s.GetRequiredService<IPlanStore>().ListAsync(plan.Area, c),
        ["built in"] = (s, plan, c) => s.GetRequiredService<IPlanStore>().ReadBuiltInAsync(plan.Area, c),
        ["meetings"] = (s, plan, c) => s.GetRequiredService<IMeetingStore>().ReadAsync(plan.Area, c),
        ["paper"] = (s, plan, c) => s.GetRequiredService<IPaperStore>().FindNewestAsync(plan.Area, "2021-05", c),
        ["content"] = (s, plan, c) => s.GetRequiredService<IPaperStore>().SaveContentAsync(plan.Area, new byte[] { 1 }, "text/plain", c),
    };

    [Fact]
    public async Task An_account_that_does_not_answer_is_unavailable_within_seconds_whatever_is_asked_of_it()
    {
        await using var services = ServicesFor(NobodyAnswers());

        // All at once, since each waits between its tries.
        var failures = await Task.WhenAll(CallsByName.Select(async call =>
            (call.Key, Failure: await Record.ExceptionAsync(() => call.Value(services, Plan, default).WaitAsync(Patience)))));

        Assert.All(failures, f => Assert.IsType<StoreUnavailableException>(f.Failure));
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task A_caller_that_gives_up_is_not_told_that_storage_is_unavailable(string call)
    {
        await using var services = ServicesFor(ConnectionString);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => CallsByName[call](services, Plan, new CancellationToken(canceled: true)));
    }

    [Fact]
    public async Task Storage_whose_answers_all_break_off_is_unavailable()
    {
        await using var proxy = await FaultProxy.StartAsync(ConnectionString);
        await using var services = ServicesFor(proxy.Through(ConnectionString));
        await CallsByName["stamp"](services, Plan, default);
        proxy.Begin(_ => Fault.AnswerCut);

        await Task.WhenAll(new[] { "cells", "log", "append" }.Select(call =>
            Assert.ThrowsAsync<StoreUnavailableException>(() => CallsByName[call](services, Plan, default).WaitAsync(Patience))));
    }

    [Fact]
    public async Task Storage_that_comes_back_is_used_again_without_a_restart()
    {
        var port = FreePort();
        await using var services = ServicesFor(AccountAt(port));
        var store = services.GetRequiredService<IReportStore>();
        await Assert.ThrowsAsync<StoreUnavailableException>(() => store.ReadStampAsync(Plan, default));

        using var back = new Relay(port, new Uri(Account.Uri.GetLeftPart(UriPartial.Authority)).Port);

        Assert.Equal("", await store.ReadStampAsync(Plan, default).WaitAsync(Patience));
    }

    [Fact]
    public async Task What_is_asked_once_more_is_counted_with_what_the_last_try_was_answered()
    {
        var port = FreePort();
        using var busy = new HttpListener { Prefixes = { $"http://localhost:{port}/" } };
        busy.Start();
        _ = RefuseAsync(busy);
        var retries = new ConcurrentQueue<string>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, l) =>
        {
            if (instrument.Name == "hsvo.storage.retries")
            {
                l.EnableMeasurementEvents(instrument);
            }
        };

        // Other tests' accounts may be away too, but none at this name.
        listener.SetMeasurementEventCallback<long>((_, n, tags, _) => retries.Enqueue($"{n} {tags[0].Value} {tags[1].Value}"));
        listener.Start();
        await using var services = ServicesFor(AccountAt(port).Replace("127.0.0.1", "localhost", StringComparison.Ordinal));

        await Assert.ThrowsAsync<StoreUnavailableException>(() => services.GetRequiredService<IReportStore>().ReadStampAsync(Plan, default).WaitAsync(Patience));

        Assert.Equal(["1 localhost 503", "1 localhost 503", "1 localhost 503"], retries.Where(r => r.Contains("localhost", StringComparison.Ordinal)));
    }

    [Fact]
    public void Without_the_setting_the_app_does_not_start() =>
        Assert.Throws<InvalidOperationException>(() => new ServiceCollection().AddStorage(new ConfigurationBuilder().Build()));

    private static async Task RefuseAsync(HttpListener busy)
    {
        while (busy.IsListening)
        {
            var request = await busy.GetContextAsync();
            request.Response.StatusCode = (int)HttpStatusCode.ServiceUnavailable;
            request.Response.Close();
        }
    }

    private static ServiceProvider ServicesFor(string connectionString) => new ServiceCollection()
        .AddStorage(new ConfigurationBuilder().AddInMemoryCollection([new("Storage", connectionString)]).Build())
        .BuildServiceProvider();

    private string NobodyAnswers() => AccountAt(FreePort());

    // The same account and key as Azurite's, at another port.
    private string AccountAt(int port) => string.Join(';', ConnectionString.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(part =>
        part.Split('=', 2) is [var name, var value] && Uri.TryCreate(value, UriKind.Absolute, out var uri) && uri.Scheme.StartsWith("http", StringComparison.Ordinal)
            ? $"{name}={new UriBuilder(uri) { Port = port }.Uri}"
            : part));

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
