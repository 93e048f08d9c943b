using Hsvo.Contracts.PowerBI;
using Hsvo.Domain.Plans;
using Hsvo.Domain.Reports;
using Hsvo.Domain.Statuses;
using Hsvo.Functions.Http.PowerBI;

namespace Hsvo.Functions.Mapping;

/// <summary>What is computed for a goal, as Power BI's aggregations: where an answer from an earlier round still shows.</summary>
/// <param name="plan">The plan in its workspace.</param>
/// <param name="node">The node.</param>
/// <param name="status">How it stands in the current round.</param>
/// <param name="round">The current round.</param>
internal sealed class AggregationMapping(WorkspacePlan plan, PlanNode node, NodeStatus status, Round round)
{
    /// <summary>Since when it has been so.</summary>
    public required string CalculationTime { get; init; }

    /// <summary>When what it is computed from was changed last.</summary>
    public required string MaxLastModifiedTime { get; init; }

    /// <summary>The aggregations, in the order that Power BI gives them.</summary>
    /// <param name="values">The goal's check-ins, by round.</param>
    public IReadOnlyList<GoalAggregation> Of(IReadOnlyList<GoalValue> values) => [.. StatusOf(), .. ValueOf(), .. TargetOf(), .. values.SelectMany(SparklineOf), .. ChangeOf(values)];

    private IEnumerable<GoalAggregation> StatusOf() =>
        status.Status is { } s ? [Make("Status", PowerBITimes.Day(round.Ends), (int)s, s.ToString())] : [];

    // The date is that of the answer, which may come from an earlier round.
    private IEnumerable<GoalAggregation> ValueOf() =>
        GoalValueMapping.Combined(status.Cells) is { } combined && combined.ToDouble() is { } number
            ? [Make("Value", PowerBITimes.Day(LastAnswered()), number, combined.ToString())]
            : [];

    private IEnumerable<GoalAggregation> TargetOf() =>
        node.Indicator?.Target is { } target ? [Make("Target", PowerBITimes.Day(round.Ends), target.Value, AnswerValue.Of(target.Value).ToString())] : [];

    private IEnumerable<GoalAggregation> SparklineOf(GoalValue value) =>
        value.Value is { } number ? [Make("Sparkline", value.Timestamp, number, value.ValueDisplayString ?? AnswerValue.Of(number).ToString())] : [];

    // Of no row that counts people or is a share of a count of them: numbers of people are never subtracted, or every rule of small numbers would need another.
    private IEnumerable<GoalAggregation> ChangeOf(IReadOnlyList<GoalValue> values)
    {
        if (node.Indicator is not { CountsPeople: false } spec || spec.Fraction?.CountedBy is not null
            || values.Where(v => v.Value is not null).TakeLast(2).ToList() is not [var before, var last])
        {
            return [];
        }

        // As people would reckon it: 1.4 less 1.1 is 0.3.
        var change = Math.Round(last.Value!.Value - before.Value!.Value, 10);
        return [Make("Change", last.Timestamp, change, (change > 0 ? "+" : "") + AnswerValue.Of(change))];
    }

    private DateOnly LastAnswered() =>
        status.Cells.Where(c => c.IsAnswered).Select(c => plan.Snapshot.Plan.FindRound(c.Report!.Key.Round)?.Ends ?? round.Ends).Max();

    private GoalAggregation Make(string type, string timestamp, double value, string display)
    {
        var goal = plan.Ids[node.Id];
        return new()
        {
            Id = PowerBIIds.Aggregation(goal, type, timestamp).ToString(),
            Timestamp = timestamp,
            CalculationTime = CalculationTime,
            ScorecardId = plan.ScorecardId,
            GoalId = goal,
            Value = value,
            ValueDisplayString = display,
            Type = type,
            MaxLastModifiedTime = MaxLastModifiedTime,
            Coverage = status.Coverage.ToString(),
        };
    }
}
