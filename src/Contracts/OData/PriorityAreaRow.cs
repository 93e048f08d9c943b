using System.ComponentModel;

namespace Hsvo.Contracts.OData;

/// <summary>A priority area of a goal. Entity set PriorityAreas.</summary>
[Description("Prioriterat område.")]
public sealed record PriorityAreaRow : NodeRow
{
    /// <summary>Plan and node.</summary>
    [Description("Det prioriterade områdets nyckel: plan och rad.")]
    public required string PriorityAreaKey { get; init; }

    /// <summary>The goal above.</summary>
    [Description("Målet som området hör till.")]
    public required string GoalKey { get; init; }

    /// <summary>The focus area above.</summary>
    [Description("Fokusområdet som området hör till.")]
    public required string FocusAreaKey { get; init; }

    /// <summary>The names of the bodies that answer for it; null where the document names none.</summary>
    [Description("Ansvariga organ, med kommatecken mellan; tomt där inget nämns.")]
    public string? Responsible { get; init; }
}
