using System.ComponentModel;

namespace Hsvo.Contracts.OData;

/// <summary>A goal of a plan. Entity set Goals.</summary>
[Description("Mål.")]
public sealed record GoalRow : NodeRow
{
    /// <summary>Plan and node.</summary>
    [Description("Målets nyckel: plan och rad.")]
    public required string GoalKey { get; init; }

    /// <summary>The focus area above.</summary>
    [Description("Fokusområdet som målet hör till.")]
    public required string FocusAreaKey { get; init; }
}
