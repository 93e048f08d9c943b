namespace Hsvo.Contracts.PowerBI;

/// <summary>A figure computed for a goal (PowerBI-CSharp swagger: GoalAggregation).</summary>
public sealed record GoalAggregation
{
    /// <summary>The aggregation's id.</summary>
    public required string Id { get; init; }

    /// <summary>The date that ends the round it is for, UTC.</summary>
    public required string Timestamp { get; init; }

    /// <summary>The scorecard.</summary>
    public required Guid ScorecardId { get; init; }

    /// <summary>The goal.</summary>
    public required Guid GoalId { get; init; }

    /// <summary>The figure; of type Status, the status id.</summary>
    public required double Value { get; init; }

    /// <summary>The figure as people read it; of type Status, the one-word name.</summary>
    public required string ValueDisplayString { get; init; }

    /// <summary>Value or Status.</summary>
    public required string Type { get; init; }

    /// <summary>Ours: answers that count of answers owed, "1 av 7".</summary>
    public required string Coverage { get; init; }
}
