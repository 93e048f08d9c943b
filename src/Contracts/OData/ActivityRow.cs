using System.ComponentModel;

namespace Hsvo.Contracts.OData;

/// <summary>An activity. Entity set Activities.</summary>
[Description("Aktivitet.")]
public sealed record ActivityRow : NodeRow
{
    /// <summary>Plan and node.</summary>
    [Description("Aktivitetens nyckel: plan och rad.")]
    public required string ActivityKey { get; init; }

    /// <summary>The priority area above; null where it stands right under a goal.</summary>
    [Description("Det prioriterade område som aktiviteten hör till; tomt där den står direkt under ett mål.")]
    public string? PriorityAreaKey { get; init; }

    /// <summary>The goal above.</summary>
    [Description("Målet som aktiviteten hör till.")]
    public required string GoalKey { get; init; }

    /// <summary>The focus area above.</summary>
    [Description("Fokusområdet som aktiviteten hör till.")]
    public required string FocusAreaKey { get; init; }

    /// <summary>ongoing or done, as the document says; null where it doesn't.</summary>
    [Description("Hur långt den hade kommit när dokumentet skrevs: ongoing eller done; tomt där det inte sägs.")]
    public string? State { get; init; }
}
