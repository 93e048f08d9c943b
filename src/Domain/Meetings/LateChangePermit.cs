using Hsvo.Domain.Audit;

namespace Hsvo.Domain.Meetings;

/// <summary>Undantag: the coordinator lets one department change its answers in a round that is sealed.</summary>
public sealed record LateChangePermit
{
    /// <summary>The area.</summary>
    public required string Area { get; init; }

    /// <summary>The plan.</summary>
    public required string Plan { get; init; }

    /// <summary>The round.</summary>
    public required string Round { get; init; }

    /// <summary>The department.</summary>
    public required string Department { get; init; }

    /// <summary>The last day it holds, in Stockholm.</summary>
    public required DateOnly Until { get; init; }

    /// <summary>Why it was given.</summary>
    public required string Reason { get; init; }

    /// <summary>The object id of the coordinator.</summary>
    public required string GrantedBy { get; init; }

    /// <summary>When it was given, UTC.</summary>
    public required DateTimeOffset GrantedAt { get; init; }

    /// <summary>Which request it came in; null where that wasn't kept.</summary>
    public Origin? Origin { get; init; }

    /// <summary>Whether another lets the same department do the same, for the same reason.</summary>
    public bool SaysTheSameAs(LateChangePermit other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return (Plan, Round, Department, Until, Reason) == (other.Plan, other.Round, other.Department, other.Until, other.Reason);
    }

    /// <summary>Whether it lets a department change answers in a round on a day.</summary>
    public bool Covers(string round, string department, DateOnly today) => Round == round && Department == department && today <= Until;
}
