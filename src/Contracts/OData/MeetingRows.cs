using System.ComponentModel;

namespace Hsvo.Contracts.OData;

/// <summary>A dated meeting of the samråd. Entity set Meetings.</summary>
[Description("Samråd med datum.")]
public sealed record MeetingRow
{
    /// <summary>The meeting's id, "2021-05".</summary>
    [Description("Mötets id.")]
    public required string MeetingId { get; init; }

    /// <summary>Its day.</summary>
    [Description("Mötesdagen.")]
    public required DateOnly Date { get; init; }

    /// <summary>ordinary or extra.</summary>
    [Description("Slag: ordinary (ordinarie) eller extra.")]
    public required string Kind { get; init; }

    /// <summary>The first day answers are awaited.</summary>
    [Description("Första dagen svar väntas.")]
    public required DateOnly Opens { get; init; }

    /// <summary>The last day an answer is in time.</summary>
    [Description("Sista dagen att svara i tid.")]
    public required DateOnly Due { get; init; }

    /// <summary>The day its paper is sealed.</summary>
    [Description("Dagen underlaget låses.")]
    public required DateOnly Seals { get; init; }

    /// <summary>The meeting's own registry number; null while it has none.</summary>
    [Description("Mötets diarienummer; tomt så länge det inte har något.")]
    public string? Diarienummer { get; init; }

    /// <summary>Whether it is an example.</summary>
    [Description("Sant för ett exempel, som inte är på riktigt.")]
    public required bool IsExample { get; init; }
}

/// <summary>A reporting round of a plan. Entity set Rounds.</summary>
[Description("Rapporteringsomgång i en plan.")]
public sealed record RoundRow
{
    /// <summary>Plan and round.</summary>
    [Description("Omgångens nyckel: plan och omgång.")]
    public required string RoundKey { get; init; }

    /// <summary>The plan.</summary>
    [Description("Planens id.")]
    public required string PlanId { get; init; }

    /// <summary>The round's id in its plan, "2021-05".</summary>
    [Description("Omgångens id i sin plan.")]
    public required string RoundId { get; init; }

    /// <summary>"maj 2021".</summary>
    [Description("Omgångens namn.")]
    public required string Name { get; init; }

    /// <summary>Its place among the plan's rounds, from 1.</summary>
    [Description("Omgångens plats i planen, från 1: att sortera på.")]
    public required int Position { get; init; }

    /// <summary>The date that ends it: Power BI's key of a goal value.</summary>
    [Description("Omgångens sista dag; Power BI:s nyckel för ett värde.")]
    public required DateOnly Ends { get; init; }

    /// <summary>Whether the plan's year is answered for here.</summary>
    [Description("Sant för planens sista omgång, där året avslutas.")]
    public required bool IsFinal { get; init; }

    /// <summary>Whether it is the one that people mean when they name none.</summary>
    [Description("Sant för den pågående omgången.")]
    public required bool IsCurrent { get; init; }

    /// <summary>Whether the document doesn't say when it is.</summary>
    [Description("Sant där dokumentet inte säger när omgången är: antaget.")]
    public required bool IsAssumed { get; init; }

    /// <summary>The meeting that follows it up; null while there is none.</summary>
    [Description("Mötet som följer upp omgången; tomt så länge det saknas.")]
    public string? MeetingId { get; init; }

    /// <summary>The first day answers are awaited; null while the round has no days.</summary>
    [Description("Första dagen svar väntas; tomt så länge omgången saknar dagar.")]
    public DateOnly? Opens { get; init; }

    /// <summary>The last day an answer is in time; null while the round has no days.</summary>
    [Description("Sista dagen att svara i tid; tomt så länge omgången saknar dagar.")]
    public DateOnly? Due { get; init; }

    /// <summary>The day it is locked; null where no meeting follows it up.</summary>
    [Description("Dagen omgången låses; tomt där inget möte följer upp den.")]
    public DateOnly? Seals { get; init; }

    /// <summary>Whether its days are assumed until the office confirms them.</summary>
    [Description("Sant där dagarna inte är bekräftade: antagna.")]
    public required bool DaysAreAssumed { get; init; }
}
