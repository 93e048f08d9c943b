using Hsvo.Domain.Audit;

namespace Hsvo.UseCases.Stores;

/// <summary>
/// The audit entries that have rows of their own, by time. What is written of reports and departments' own scorecards keeps its entry in the very
/// transaction that writes it (<see cref="IReportStore"/>, <see cref="IRebuildStore"/>, <see cref="IPersonalScorecardStore"/>); what an area decides, its plans,
/// proposals and papers are never changed, and tell by themselves who made them.
/// </summary>
public interface IAuditStore
{
    /// <summary>Keeps an entry of a refused request.</summary>
    Task KeepAsync(string area, AuditEntry entry, CancellationToken cancellationToken);

    /// <summary>The entries of a period, a row of them for each place that they lie in, each row by time and read from storage as it is asked for.</summary>
    /// <param name="area">The area.</param>
    /// <param name="plans">The ids of its plans.</param>
    /// <param name="period">The period.</param>
    /// <param name="cancellationToken">The caller's.</param>
    Task<IReadOnlyList<IAsyncEnumerable<AuditEntry>>> OpenAsync(string area, IReadOnlyList<string> plans, AuditPeriod period, CancellationToken cancellationToken);

    /// <summary>Removes the entries of requests that were refused before a time, and keeps an entry of that. Nothing else of the audit is ever removed.</summary>
    /// <param name="area">The area.</param>
    /// <param name="before">The time.</param>
    /// <param name="now">When they are removed, UTC.</param>
    /// <param name="cancellationToken">The caller's.</param>
    /// <returns>How many were removed.</returns>
    Task<int> ForgetRefusalsAsync(string area, DateTimeOffset before, DateTimeOffset now, CancellationToken cancellationToken);
}

/// <summary>A stretch of the audit.</summary>
/// <param name="From">The first instant.</param>
/// <param name="To">The first instant after it.</param>
public sealed record AuditPeriod(DateTimeOffset From, DateTimeOffset To)
{
    /// <summary>The place after which it begins; null for all of it.</summary>
    public AuditPosition? After { get; init; }

    /// <summary>Whether only refusals are wanted, or none of them; null for everything.</summary>
    public bool? Refusals { get; init; }

    /// <summary>Whether an entry is of it.</summary>
    public bool Holds(AuditEntry entry) => entry.At >= From && entry.At < To && (Refusals is not { } refusals || entry.IsRefusal == refusals)
        && (After is not { } after || after.CompareTo(new(entry.At, entry.Id)) < 0);
}

/// <summary>An entry's place in its area's audit: by time, and by id among those of the same instant.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="Id">The entry's id.</param>
public readonly record struct AuditPosition(DateTimeOffset At, string Id) : IComparable<AuditPosition>
{
    /// <inheritdoc/>
    public int CompareTo(AuditPosition other) => At.UtcTicks.CompareTo(other.At.UtcTicks) is not 0 and var byTime ? byTime : string.CompareOrdinal(Id, other.Id);

    /// <summary>Whether it is earlier.</summary>
    public static bool operator <(AuditPosition left, AuditPosition right) => left.CompareTo(right) < 0;

    /// <summary>Whether it is later.</summary>
    public static bool operator >(AuditPosition left, AuditPosition right) => left.CompareTo(right) > 0;

    /// <summary>Whether it is no later.</summary>
    public static bool operator <=(AuditPosition left, AuditPosition right) => left.CompareTo(right) <= 0;

    /// <summary>Whether it is no earlier.</summary>
    public static bool operator >=(AuditPosition left, AuditPosition right) => left.CompareTo(right) >= 0;
}
