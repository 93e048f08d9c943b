namespace Hsvo.Domain.Plans;

/// <summary>
/// Tråd: something that goes on from one plan to another under whatever heading. What carries the same id belongs together: nodes, what goes on
/// in ordinary operation, and whole plans.
/// </summary>
/// <param name="Id">The thread's id, the same in every plan: "ung-intro".</param>
/// <param name="Name">What people call it.</param>
/// <param name="CoversPlan">Whether the whole plan belongs to it, and not rows of it alone.</param>
public sealed record PlanThread(string Id, string Name, bool CoversPlan = false);

/// <summary>What a node is linked to outside the plan.</summary>
/// <param name="Text">What it is, in the document's words: "uppdrag 8".</param>
/// <param name="Document">Where that stands: "nämndens verksamhetsplan för 2023".</param>
public sealed record NodeLink(string Text, string Document);

/// <summary>How far an activity had come when the document was written.</summary>
public enum ActivityState
{
    /// <summary>Pågående.</summary>
    Ongoing,

    /// <summary>Genomförd.</summary>
    Done,
}
