namespace Hsvo.Domain.Plans;

/// <summary>What an indicator's answer looks like. The plans write no kinds or units: each kind is the office's reading of the text.</summary>
public enum IndicatorKind
{
    /// <summary>A finished state, answered ja or nej ("Överenskommelse finns").</summary>
    Deliverable,

    /// <summary>Something that is to go on, or to go by a project plan, answered ja or nej ("säkerställs vid varje möte").</summary>
    Continuing,

    /// <summary>A number of something, zero or more, whole.</summary>
    Count,

    /// <summary>A share in percent: 1.4 means 1,4 %.</summary>
    Percentage,

    /// <summary>An amount in kronor.</summary>
    Amount,

    /// <summary>Something that is to be reached by a date: the date it was reached, or nej.</summary>
    Milestone,

    /// <summary>An answer in words.</summary>
    Qualitative,

    /// <summary>"Se 2.1.3": has no answer of its own and shows the named row's.</summary>
    Reference,
}
