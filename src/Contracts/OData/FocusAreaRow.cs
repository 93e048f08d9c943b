using System.ComponentModel;

namespace Hsvo.Contracts.OData;

/// <summary>What stands at the top of a plan: a focus area, or a group of goals where the document has none. Entity set FocusAreas.</summary>
[Description("Fokusområde, eller en grupp av mål där dokumentet inte har fokusområden.")]
public sealed record FocusAreaRow : NodeRow
{
    /// <summary>Plan and node.</summary>
    [Description("Fokusområdets nyckel: plan och rad.")]
    public required string FocusAreaKey { get; init; }
}
