namespace Hsvo.Contracts.PowerBI;

/// <summary>A figure computed for a goal (PowerBI-CSharp swagger: GoalAggregation).</summary>
public sealed record GoalAggregation
{
    /// <summary>The aggregation's id: v5 GUID of goal, type and date.</summary>
    public required string Id { get; init; }

    /// <summary>
    /// The date it tells of, UTC: for Status and Target the one that ends the current round, for Value and Change the one of the newest answer in it, for
    /// Sparkline one for each round.
    /// </summary>
    public required string Timestamp { get; init; }

    /// <summary>Since when it has been so, UTC, seven decimals: the last change, or the day's beginning, since days turn what is due into missing.</summary>
    public required string CalculationTime { get; init; }

    /// <summary>The scorecard.</summary>
    public required Guid ScorecardId { get; init; }

    /// <summary>The goal.</summary>
    public required Guid GoalId { get; init; }

    /// <summary>The figure; of type Status, the status id.</summary>
    public required double Value { get; init; }

    /// <summary>The figure as people read it; of type Status, the one-word name.</summary>
    public required string ValueDisplayString { get; init; }

    /// <summary>Status, Value, Target, Sparkline or Change.</summary>
    public required string Type { get; init; }

    /// <summary>When what it is computed from was changed last, UTC, seven decimals.</summary>
    public required string MaxLastModifiedTime { get; init; }

    /// <summary>Ours: answers that count of answers owed, "1 av 7"; absent for a department's own goal.</summary>
    public string? Coverage { get; init; }
}
