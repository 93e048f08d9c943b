using Hsvo.Domain.Meetings;
using Hsvo.Domain.Plans;
using Hsvo.Domain.Statuses;

namespace Hsvo.Domain.Summaries;

/// <summary>
/// Sammanställning inför samråd: everything that the paper for one meeting says, over all of its agenda. Each format is written from this alone, so
/// that they say the same, and the same summary gives the same bytes.
/// </summary>
public sealed record MeetingSummary
{
    /// <summary>The meeting.</summary>
    public required Meeting Meeting { get; init; }

    /// <summary>The edition.</summary>
    public required PaperEdition Edition { get; init; }

    /// <summary>The day in Stockholm that it is for.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>The plans that are followed up, in the agenda's order.</summary>
    public required IReadOnlyList<PlanFollowUp> Plans { get; init; }

    /// <summary>What is proposed for the year after, when the meeting takes that up; else null.</summary>
    public ProposalsForYear? Proposals { get; init; }

    /// <summary>The plan for the year after, when the meeting is to adopt it; else null.</summary>
    public PlanToAdopt? ToAdopt { get; init; }

    /// <summary>Whether the meeting or anything that counts is an example.</summary>
    public bool HasExamples => Meeting.IsExample || Plans.Any(p => p.Status.Nodes.Any(n => n.HasExamples)) || Proposals?.Proposals.Any(p => p.IsExample) == true;
}

/// <summary>One plan of the agenda, as it stands ahead of the meeting.</summary>
public sealed record PlanFollowUp
{
    /// <summary>How it stands, and why.</summary>
    public required PlanStatus Status { get; init; }

    /// <summary>What became of it since its last sealed paper; null in its first.</summary>
    public required SinceLastPaper? Since { get; init; }

    /// <summary>Its numbers, round by round.</summary>
    public required IReadOnlyList<FigureSeries> Figures { get; init; }

    /// <summary>The plan.</summary>
    public Plan Plan => Status.Plan;

    /// <summary>The goals, each with its focus area before it in the plan.</summary>
    public IEnumerable<NodeStatus> Goals => Status.Nodes.Where(n => n.Node.Kind == NodeKind.Goal);

    /// <summary>The indicators that have answers of their own.</summary>
    public IEnumerable<NodeStatus> Indicators => Status.Nodes.Where(n => n.Cells.Count > 0);

    /// <summary>The insats' or plan's dated goals: what is to be reached by a day, and what is to go on from one.</summary>
    public IEnumerable<NodeStatus> Milestones => Indicators.Where(n => n.Node.Indicator is { Kind: IndicatorKind.Milestone } or { Starts: not null });
}

/// <summary>What became of a plan since its last sealed paper.</summary>
/// <param name="Meeting">The meeting that the paper was for.</param>
/// <param name="Date">The day of that meeting.</param>
/// <param name="Round">The round it told of.</param>
/// <param name="PlanVersion">The version the plan had.</param>
/// <param name="Changes">What goes better, worse, is new or still missing.</param>
/// <param name="Corrections">The answers it used that were changed afterwards.</param>
public sealed record SinceLastPaper(string Meeting, DateOnly Date, string Round, int PlanVersion, Changes Changes, IReadOnlyList<Correction> Corrections);
