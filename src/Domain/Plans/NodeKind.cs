namespace Hsvo.Domain.Plans;

/// <summary>What a node of the plan is. Power BI's <c>level</c> is a node's depth; this says what stands there.</summary>
public enum NodeKind
{
    /// <summary>Fokusområde, "2.1".</summary>
    FocusArea,

    /// <summary>What gathers goals at the top where a document has no focus areas: "Effektmål", "Insatsmål".</summary>
    GoalGroup,

    /// <summary>Mål, "2.1.1".</summary>
    Goal,

    /// <summary>Prioriterat område: the first column of a goal's table.</summary>
    PriorityArea,

    /// <summary>Aktivitet: the second column.</summary>
    Activity,

    /// <summary>Indikator: the third column, what a förvaltning answers.</summary>
    Indicator,
}
