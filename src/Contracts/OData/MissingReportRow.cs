using System.ComponentModel;

namespace Hsvo.Contracts.OData;

/// <summary>An answer that is awaited in a round. Entity set MissingReports.</summary>
[Description("Ett svar som väntas eller saknas i en omgång.")]
public sealed record MissingReportRow
{
    /// <summary>Plan, round, indicator and department.</summary>
    [Description("Nyckel: plan, omgång, rad och förvaltning.")]
    public required string CellKey { get; init; }

    /// <summary>The plan.</summary>
    [Description("Planens id.")]
    public required string PlanId { get; init; }

    /// <summary>Plan and round.</summary>
    [Description("Omgångens nyckel: plan och omgång.")]
    public required string RoundKey { get; init; }

    /// <summary>The round's id in its plan.</summary>
    [Description("Omgångens id i sin plan.")]
    public required string RoundId { get; init; }

    /// <summary>Whether the round is the plan's current one.</summary>
    [Description("Sant i den pågående omgången.")]
    public required bool IsCurrentRound { get; init; }

    /// <summary>The goal.</summary>
    [Description("Målets nyckel: plan och rad.")]
    public required string GoalKey { get; init; }

    /// <summary>The indicator.</summary>
    [Description("Indikatorns nyckel: plan och rad.")]
    public required string IndicatorKey { get; init; }

    /// <summary>The indicator's node id.</summary>
    [Description("Indikatorns id i sin plan.")]
    public required string NodeId { get; init; }

    /// <summary>The indicator's text.</summary>
    [Description("Indikatorns text.")]
    public required string IndicatorText { get; init; }

    /// <summary>Who owes it.</summary>
    [Description("Förvaltningens id.")]
    public required string DepartmentId { get; init; }

    /// <summary>The department's name.</summary>
    [Description("Förvaltningens namn.")]
    public required string DepartmentName { get; init; }

    /// <summary>due or missing.</summary>
    [Description("due (svar väntas) eller missing (sista dagen har passerat).")]
    public required string Reporting { get; init; }

    /// <summary>The same in Swedish.</summary>
    [Description("Detsamma på svenska.")]
    public required string ReportingText { get; init; }

    /// <summary>The last day to answer in time; null while the round has no days.</summary>
    [Description("Sista dagen att svara i tid; tomt så länge omgången saknar dagar.")]
    public DateOnly? Due { get; init; }

    /// <summary>Days left from today in Stockholm, negative after the last day.</summary>
    [Description("Dagar kvar, negativt efter sista dagen.")]
    public int? DaysLeft { get; init; }

    /// <summary>Whether an answer was sent back.</summary>
    [Description("Sant där ett svar finns men har skickats tillbaka.")]
    public required bool IsSentBack { get; init; }

    /// <summary>What the coordinator asks of it.</summary>
    [Description("Samordnarnas fråga om det svaret.")]
    public string? Question { get; init; }

    /// <summary>Whether who owes what is assumed.</summary>
    [Description("Sant tills samordnarna har bekräftat vem som svarar på vad: antaget.")]
    public required bool ResponsibilityIsAssumed { get; init; }
}
