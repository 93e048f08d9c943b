using System.Text.Json.Serialization;

namespace Hsvo.Contracts.PowerBI;

/// <summary>A node of the plan as a goal (PowerBI-CSharp swagger: Goal). Absent properties are omitted, as Power BI does.</summary>
public sealed record Goal
{
    /// <summary>The context URL, on a single one.</summary>
    [JsonPropertyName("@odata.context")]
    [JsonPropertyOrder(-2)]
    public string? ODataContext { get; init; }

    /// <summary>v5 GUID of scorecard and node.</summary>
    public required Guid Id { get; init; }

    /// <summary>The node's text.</summary>
    public required string Name { get; init; }

    /// <summary>What a department's own goal means; absent on a plan's, and where nothing is said.</summary>
    public string? Description { get; init; }

    /// <summary>The scorecard.</summary>
    public required Guid ScorecardId { get; init; }

    /// <summary>When the plan was first imported, UTC, seven decimals; absent where that wasn't kept.</summary>
    public string? CreatedTime { get; init; }

    /// <summary>When the plan, or an answer on this node or below it, was changed last, UTC, seven decimals; absent where that wasn't kept.</summary>
    public string? LastModifiedTime { get; init; }

    /// <summary>The goal above; absent at the top.</summary>
    public Guid? ParentId { get; init; }

    /// <summary>The depth: 0 focus area to 4 indicator.</summary>
    public required int Level { get; init; }

    /// <summary>The order among siblings, from 1.</summary>
    public required long Rank { get; init; }

    /// <summary>The day the plan names for it, else the plan's first day, UTC.</summary>
    public required string StartDate { get; init; }

    /// <summary>The day it is to be reached by, where the plan names one, else the plan's last day, UTC.</summary>
    public required string CompletionDate { get; init; }

    /// <summary>An Excel-like format of the values; absent where there are none.</summary>
    public string? ValuesFormatString { get; init; }

    /// <summary>An Excel-like format of the dates of a department's own goal; absent elsewhere.</summary>
    public string? DatesFormatString { get; init; }

    /// <summary>How many check-ins have a note.</summary>
    public required int NotesCount { get; init; }

    /// <summary>Whether status follows rules: true for every indicator, and for a department's own goal that has some.</summary>
    public required bool HasStatusRules { get; init; }

    /// <summary>View, the number of what the caller may update, or All for a goal of the caller's own department.</summary>
    public required string Permissions { get; init; }

    /// <summary>Ours: the node's id, the same in every workspace and door.</summary>
    public required string NodeId { get; init; }

    /// <summary>Ours: focusArea, goalGroup, goal, priorityArea, activity or indicator; personal for a department's own goal.</summary>
    public required string NodeKind { get; init; }

    /// <summary>Ours: Power BI's status id in the current round, 0 to 5; absent where no answer says how it goes.</summary>
    public int? Status { get; init; }

    /// <summary>Ours: its name.</summary>
    public string? StatusName { get; init; }

    /// <summary>Ours: its name in Swedish.</summary>
    public string? StatusText { get; init; }

    /// <summary>Ours: answers that count of answers owed, "1 av 7".</summary>
    public string? Coverage { get; init; }

    /// <summary>Ours: the departments that answer an indicator here, in the plan's order.</summary>
    public string? Owner { get; init; }

    /// <summary>Ours: what the values of a number are counted in; absent where they aren't counted.</summary>
    public string? Unit { get; init; }

    /// <summary>Ours: the målgrupp that the node is for, in the document's words; absent where it is for everyone.</summary>
    public string? TargetGroup { get; init; }

    /// <summary>Ours: on what an indicator depends, in the document's words; absent where it depends on nothing.</summary>
    public string? Condition { get; init; }

    /// <summary>The context URL of the expanded values.</summary>
    [JsonPropertyName("goalValues@odata.context")]
    public string? GoalValuesODataContext { get; init; }

    /// <summary>The check-ins, when expanded.</summary>
    public IReadOnlyList<GoalValue>? GoalValues { get; init; }

    /// <summary>The context URL of the expanded aggregations.</summary>
    [JsonPropertyName("aggregations@odata.context")]
    public string? AggregationsODataContext { get; init; }

    /// <summary>The aggregations, when expanded.</summary>
    public IReadOnlyList<GoalAggregation>? Aggregations { get; init; }
}
