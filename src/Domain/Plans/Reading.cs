namespace Hsvo.Domain.Plans;

/// <summary>One place where the document left something to us: a line of the loading report.</summary>
/// <param name="Node">The node it concerns; null for the plan as a whole.</param>
/// <param name="Kind">What was read into the text.</param>
/// <param name="Text">What was decided and why, in Swedish.</param>
public sealed record Reading(string? Node, ReadingKind Kind, string Text);

/// <summary>What kind of thing was read into a document.</summary>
public enum ReadingKind
{
    /// <summary>Cells that run together in the text were split.</summary>
    Split,

    /// <summary>An indicator was put under an activity, or left under its priority area.</summary>
    Pairing,

    /// <summary>The kind of answer, its unit or its parts.</summary>
    Kind,

    /// <summary>Which row a "Se …" means.</summary>
    Reference,

    /// <summary>Who answers a row.</summary>
    Responsible,

    /// <summary>When a round ends and which is the last.</summary>
    Round,

    /// <summary>A unit's name, or what serves as one.</summary>
    Organisation,

    /// <summary>The document says two things, or a slip was kept.</summary>
    Wording,

    /// <summary>What a figure tells of, and when.</summary>
    Figure,

    /// <summary>Why rows of several plans are the same thing going on, or why they aren't.</summary>
    Thread,
}
