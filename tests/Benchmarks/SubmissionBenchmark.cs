using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Hsvo.Domain.Areas;
using Hsvo.Domain.Plans;
using Hsvo.Domain.Reports;
using Hsvo.TestKit.Builders;
using Hsvo.UseCases;
using Hsvo.UseCases.Stores;
using Microsoft.Extensions.Logging.Abstractions;
using Moq;

namespace Hsvo.Benchmarks;

/// <summary>A submission of the most rows there may be, read and checked as a dry run, against reading its JSON alone.</summary>
public class SubmissionBenchmark
{
    private static readonly Caller Caller = new("anna", new HashSet<Role> { Role.Reporter }, LargePlan.Department, IsExample: false);

    private byte[] _body = [];
    private SubmitReports _submit = null!;

    [GlobalSetup]
    public void Begin()
    {
        SubmittedRow[] rows =
        [
            .. LargePlan.Rounds.SelectMany(r => Enumerable.Range(0, 400).Select(i => new SubmittedRow(
                LargePlan.Indicator(i), LargePlan.Department, r.Id, new() { Value = SubmittedValue.Of("ja"), Comment = "Går åt rätt håll" }, []))).Take(SubmitReports.MaxRows),
        ];
        _body = JsonSerializer.SerializeToUtf8Bytes(rows);

        var plans = new Mock<IPlanStore>();
        plans.Setup(s => s.ReadVersionAsync(It.IsAny<PlanKey>(), It.IsAny<CancellationToken>())).ReturnsAsync(1);
        plans.Setup(s => s.FindAsync(It.IsAny<PlanKey>(), It.IsAny<CancellationToken>())).ReturnsAsync(LargePlan.Create("uppsala", 400));
        var meetings = new Mock<IMeetingStore>();
        meetings.Setup(s => s.ReadStampAsync(It.IsAny<string>(), It.IsAny<CancellationToken>())).ReturnsAsync("");
        meetings.Setup(s => s.ReadAsync(It.IsAny<string>(), It.IsAny<CancellationToken>())).ReturnsAsync(AreaHistory.Empty);
        var reports = new Mock<IReportStore>();
        reports.Setup(s => s.ReadStampAsync(It.IsAny<PlanKey>(), It.IsAny<CancellationToken>())).ReturnsAsync("");
        reports.Setup(s => s.ReadCellsAsync(It.IsAny<PlanKey>(), It.IsAny<CancellationToken>())).ReturnsAsync([]);
        _submit = new(new("uppsala"), new(plans.Object, meetings.Object, reports.Object, TimeProvider.System), reports.Object, TimeProvider.System, NullLogger<SubmitReports>.Instance);
    }

    [Benchmark(Baseline = true)]
    public SubmittedRow[] Read_alone() => JsonSerializer.Deserialize<SubmittedRow[]>(_body)!;

    [Benchmark]
    public SubmissionReceipt Read_and_check() =>
        _submit.HandleAsync(new(Caller, LargePlan.Id, Read_alone(), DryRun: true, IdempotencyKey: null, Door.Api), default).GetAwaiter().GetResult().Value!;
}
