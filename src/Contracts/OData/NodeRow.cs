using System.ComponentModel;

namespace Hsvo.Contracts.OData;

/// <summary>What every row of a plan has, whatever it is.</summary>
public abstract record NodeRow
{
    /// <summary>The plan.</summary>
    [Description("Planens id.")]
    public required string PlanId { get; init; }

    /// <summary>The node's id in its plan, the same behind every door.</summary>
    [Description("Radens id i sin plan, till exempel 2.1.1.i3; samma i alla gränssnitt.")]
    public required string NodeId { get; init; }

    /// <summary>focusArea, goalGroup, goal, priorityArea, activity or indicator.</summary>
    [Description("Vad raden är: focusArea, goalGroup, goal, priorityArea, activity eller indicator.")]
    public required string NodeKind { get; init; }

    /// <summary>The samråd's scorecard in Power BI's shape.</summary>
    [Description("Planens styrkort i samrådets arbetsyta (Power BI:s scorecard).")]
    public required Guid ScorecardId { get; init; }

    /// <summary>The node as a goal of that scorecard.</summary>
    [Description("Raden som mål på det styrkortet (Power BI:s goal), på alla nivåer.")]
    public required Guid GoalId { get; init; }

    /// <summary>The depth: 0 at the top.</summary>
    [Description("Radens nivå: 0 överst.")]
    public required int Level { get; init; }

    /// <summary>The row's place in the plan, from 1.</summary>
    [Description("Radens plats i dokumentet, från 1: att sortera på.")]
    public required int Position { get; init; }

    /// <summary>The document's own number; null where it gives none.</summary>
    [Description("Dokumentets eget nummer; tomt där det inte ger något.")]
    public string? Number { get; init; }

    /// <summary>The text people read.</summary>
    [Description("Radens text.")]
    public required string Text { get; init; }

    /// <summary>The målgrupp it is for; null where it is for everyone.</summary>
    [Description("Målgrupp, med dokumentets ord; tomt där den gäller alla.")]
    public string? TargetGroup { get; init; }
}
