using BenchmarkDotNet.Attributes;
using Hsvo.Domain.Plans;
using Hsvo.Domain.Reports;
using Hsvo.Storage;
using Hsvo.TestKit;
using Hsvo.TestKit.Builders;
using Hsvo.UseCases;
using Hsvo.UseCases.Stores;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Hsvo.Benchmarks;

/// <summary>Reading a plan for the first time on an instance, from Azurite: its cells, against its whole log.</summary>
public class HistoryBenchmark
{
    private readonly AzuriteFixture _azurite = new();
    private readonly PlanKey _plan = new("uppsala", LargePlan.Id);
    private ServiceProvider _services = null!;
    private IReportStore _reports = null!;

    [Params(0, 10_000)]
    public int OldRevisions { get; set; }

    // Run in this process, a benchmark's own tasks are not awaited.
    [GlobalSetup]
    public void Write() => WriteAsync().GetAwaiter().GetResult();

    private async Task WriteAsync()
    {
        await _azurite.InitializeAsync();
        _services = new ServiceCollection()
            .AddStorage(new ConfigurationBuilder().AddInMemoryCollection([new("Storage", _azurite.ConnectionString)]).Build())
            .BuildServiceProvider();
        _reports = _services.GetRequiredService<IReportStore>();
        await _services.GetRequiredService<IPlanStore>().TryImportAsync(LargePlan.Create("uppsala", IReportStore.MaxRowsPerPart), default);
        for (var revision = 1; (revision - 1) * IReportStore.MaxRowsPerPart <= OldRevisions; revision++)
        {
            var versions = (await _reports.ReadCellsAsync(_plan, default)).ToDictionary(c => c.Report.Key, c => c.Version);
            await _reports.AppendAsync(
                _plan, new([.. Enumerable.Range(0, IReportStore.MaxRowsPerPart).Select(i => Revision(i, revision, versions))], null), default);
        }
    }

    [GlobalCleanup]
    public void End() => EndAsync().GetAwaiter().GetResult();

    private async Task EndAsync()
    {
        await _services.DisposeAsync();
        await _azurite.DisposeAsync();
    }

    [Benchmark(Baseline = true)]
    public int The_whole_log() => _reports.ReadLogAsync(_plan, default).CountAsync().AsTask().GetAwaiter().GetResult();

    [Benchmark]
    public PlanSnapshot? The_plan_as_it_stands() => new PlanFeeds(
        _services.GetRequiredService<IPlanStore>(), _services.GetRequiredService<IMeetingStore>(), _reports, TimeProvider.System)
        .FindAsync(_plan, default).GetAwaiter().GetResult();

    private static NewRevision Revision(int indicator, int revision, Dictionary<ReportKey, string> versions)
    {
        ReportKey key = new("2021-05", LargePlan.Indicator(indicator), LargePlan.Department);
        var report = new Report
        {
            Key = key,
            Revision = revision,
            Answer = new() { Value = AnswerValue.Yes },
            Comment = "Samverkan kring utskrivning går åt rätt håll.",
            Reporter = "anna",
            Submission = "s",
            ReportedAt = new(2021, 5, 3, 8, 0, 0, TimeSpan.Zero),
            FirstReportedAt = new(2021, 5, 3, 8, 0, 0, TimeSpan.Zero),
            Door = Door.Api,
        };
        return new(report, versions.GetValueOrDefault(key));
    }
}
