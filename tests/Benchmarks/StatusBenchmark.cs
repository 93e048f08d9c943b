using BenchmarkDotNet.Attributes;
using Hsvo.Domain.Plans;
using Hsvo.Domain.Reports;
using Hsvo.Domain.Statuses;
using Hsvo.Plans;

namespace Hsvo.Benchmarks;

/// <summary>The real plan with every cell answered in two rounds: all nodes from one pass, against a pass for each node.</summary>
public class StatusBenchmark
{
    private static readonly DateOnly Today = new(2021, 10, 1);

    private readonly Plan _plan = PlanLibrary.Hsvo2021;
    private Report[] _cells = [];

    [GlobalSetup]
    public void Answer() => _cells =
    [
        .. from round in _plan.Rounds.Take(2)
           from indicator in _plan.Indicators
           from department in _plan.Owing(indicator)
           select new Report
           {
               Key = new(round.Id, indicator.Id, department.Id),
               Revision = 1,
               Answer = AnswerTo(indicator.Indicator!),
               Reporter = "anna",
               Submission = "s",
               ReportedAt = new(2021, 5, 3, 8, 0, 0, TimeSpan.Zero),
               FirstReportedAt = new(2021, 5, 3, 8, 0, 0, TimeSpan.Zero),
               Door = Door.Api,
           },
    ];

    [Benchmark(Baseline = true)]
    public List<NodeStatus> Each_node_by_a_pass_of_its_own() => [.. _plan.Nodes.Select(n => Compute()[n.Id])];

    [Benchmark]
    public PlanStatus All_nodes_in_one_pass() => Compute();

    private static Answer AnswerTo(IndicatorSpec spec) => spec.Parts.Count == 0
        ? new() { Value = ValueOf(spec) }
        : new() { Parts = [.. spec.Parts.Select(p => new PartAnswer(p.Id, ValueOf(spec)))] };

    private static AnswerValue ValueOf(IndicatorSpec spec) =>
        spec.IsYesNo ? AnswerValue.Yes : spec.IsNumber ? AnswerValue.Of(7) : spec.Kind == IndicatorKind.Milestone ? AnswerValue.No : AnswerValue.Words("Pågår");

    private PlanStatus Compute() => PlanStatus.Compute(_plan, new(_plan.Rounds[1], null, null), _cells, Today);
}
