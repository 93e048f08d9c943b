using Hsvo.Domain.Meetings;
using Hsvo.Domain.Plans;
using Hsvo.Domain.Proposals;

namespace Hsvo.Domain.Summaries;

/// <summary>What is proposed for the year after a meeting's.</summary>
/// <param name="Year">The year.</param>
/// <param name="Proposals">The proposals that stand, in the order they were made.</param>
public sealed record ProposalsForYear(int Year, IReadOnlyList<Proposal> Proposals);

/// <summary>The plan that a meeting is to adopt for the year after.</summary>
/// <param name="Year">The year.</param>
/// <param name="Plan">The plan; null while none is loaded.</param>
public sealed record PlanToAdopt(int Year, Plan? Plan)
{
    /// <summary>What in the plan can't be followed up, or only by what was read into it.</summary>
    public IReadOnlyList<HealthFinding> Findings => Plan is null ? [] : PlanHealth.FindingsOf(Plan);
}

/// <summary>What an ordinary meeting prepares for the year after: the plans' own words say that May takes up priorities, and October adopts the plan.</summary>
public enum Preparation
{
    /// <summary>Nothing: January closes the year before, and an extra meeting is called for something else.</summary>
    None,

    /// <summary>The joint priorities, proposed by units and boards.</summary>
    Priorities,

    /// <summary>The plan.</summary>
    Adoption,
}

/// <summary>Which meeting prepares what.</summary>
public static class Preparations
{
    /// <summary>What a meeting prepares, by the ordinary month it is nearest to: one that is moved by a month prepares the same.</summary>
    public static Preparation Of(Meeting meeting) => (meeting.Kind, meeting.Date.Month) switch
    {
        (MeetingKind.Ordinary, >= 4 and <= 7) => Preparation.Priorities,
        (MeetingKind.Ordinary, >= 8 and <= 11) => Preparation.Adoption,
        _ => Preparation.None,
    };
}
