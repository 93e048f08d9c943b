namespace Hsvo.Domain.Plans;

/// <summary>What kind of document a plan was read from, in its own word.</summary>
public enum PlanKind
{
    /// <summary>Verksamhetsplan: the joint yearly plan, focus areas down to indicators.</summary>
    Verksamhetsplan,

    /// <summary>Insats: effect goals and dated goals of one effort, with a grant and its conditions.</summary>
    Insats,

    /// <summary>Uppföljning: what a board follows month by month, with targets and figures.</summary>
    Uppfoljning,
}

/// <summary>When a plan's rounds are answered.</summary>
public enum PlanCadence
{
    /// <summary>Ahead of the samråd in January, May and October.</summary>
    Samrad,

    /// <summary>Every month.</summary>
    Monthly,
}

/// <summary>The days something goes on, the last one included.</summary>
/// <param name="From">The first day.</param>
/// <param name="Through">The last day.</param>
public sealed record PlanPeriod(DateOnly From, DateOnly Through);

/// <summary>Something that a plan as a whole depends on.</summary>
/// <param name="Text">The condition as people read it.</param>
/// <param name="Quote">As it stands in the document.</param>
public sealed record PlanCondition(string Text, string Quote);
