using System.Text.Json.Serialization;
using Hsvo.Domain.Audit;
using Hsvo.Domain.Disclosure;
using Hsvo.Domain.Meetings;
using Hsvo.Domain.Plans;

namespace Hsvo.Domain.Areas;

/// <summary>What the coordinating office has settled for its area, in one version. A new version is added; none is changed.</summary>
public sealed record AreaConfiguration
{
    /// <summary>0 for what holds until the office settles something, one more with each change.</summary>
    public int Version { get; init; }

    /// <summary>What is settled.</summary>
    public AreaSettings Settings { get; init; } = new();

    /// <summary>The object id of the coordinator; null for version 0.</summary>
    public string? SetBy { get; init; }

    /// <summary>When it was settled, UTC; null for version 0.</summary>
    public DateTimeOffset? SetAt { get; init; }

    /// <summary>Which request it came in; null where that wasn't kept.</summary>
    public Origin? Origin { get; init; }
}

/// <summary>What an office can settle for its area. What stands here from the beginning is the design's; none of it is in the documents.</summary>
public sealed record AreaSettings
{
    /// <summary>How many days before a meeting its rounds open, are due and are sealed. A meeting has them from the day it is set.</summary>
    public MeetingDays Days { get; init; } = MeetingDays.Default;

    /// <summary>The months of the ordinary meetings, 1 to 12.</summary>
    public IReadOnlyList<int> OrdinaryMonths { get; init; } = [1, 5, 10];

    /// <summary>How many days before an ordinary month its meeting ought to have a date.</summary>
    public int WarningDays { get; init; } = 60;

    /// <summary>The smallest count of people that everyone may see, but for zero.</summary>
    public int SmallNumberThreshold { get; init; } = SmallNumbers.DefaultThreshold;

    /// <summary>When monthly rounds are due.</summary>
    public MonthlyRounds Monthly { get; init; } = new(DueDay: 15, IsConfirmed: false);

    /// <summary>Who owes what, where it isn't as the plan was read. The last word on a row is its indicator's.</summary>
    public IReadOnlyList<Responsibility> Responsibilities { get; init; } = [];

    /// <summary>Whether two say the same.</summary>
    public bool SaysTheSameAs(AreaSettings other) =>
        (Days, WarningDays, SmallNumberThreshold, Monthly) == (other.Days, other.WarningDays, other.SmallNumberThreshold, other.Monthly)
        && OrdinaryMonths.SequenceEqual(other.OrdinaryMonths)
        && Responsibilities.SequenceEqual(other.Responsibilities, Responsibility.BySaying);

    /// <summary>A plan with who owes what as it is settled, and <see cref="Plan.ResponsibilityIsAssumed"/> until all of it is confirmed.</summary>
    public Plan ApplyTo(Plan plan)
    {
        Responsibility[] own = [.. Responsibilities.Where(r => r.Plan == plan.Id)];
        if (own.Length == 0)
        {
            return plan;
        }

        var bodies = own.Where(r => r.Body is not null).ToDictionary(r => r.Body!, StringComparer.Ordinal);
        var rows = own.Where(r => r.Indicator is not null).ToDictionary(r => r.Indicator!, StringComparer.Ordinal);

        bool IsAssumed(PlanNode row) => rows.TryGetValue(row.Id, out var settled)
            ? !settled.IsConfirmed
            : row.Responsible.Any(b => bodies.TryGetValue(b, out var body) ? !body.IsConfirmed : plan.ResponsibilityIsAssumed);

        return plan with
        {
            Bodies = [.. plan.Bodies.Select(b => bodies.TryGetValue(b.Id, out var settled) ? b with { OwedBy = settled.Departments } : b)],
            Nodes = rows.Count == 0
                ? plan.Nodes
                : [.. plan.Nodes.Select(n => rows.TryGetValue(n.Id, out var settled) ? n with { OwedBy = settled.Departments } : n)],
            ResponsibilityIsAssumed = plan.Indicators.Any(i => i.Indicator!.Kind != IndicatorKind.Reference && IsAssumed(i)),
        };
    }
}

/// <summary>When the rounds of monthly plans are due.</summary>
/// <param name="DueDay">The day of the month, 1 to 28: the first such day after the round has ended.</param>
/// <param name="IsConfirmed">Whether the office has confirmed it; else it is assumed.</param>
public sealed record MonthlyRounds(int DueDay, bool IsConfirmed)
{
    /// <summary>The days of a monthly round: it opens the day after it ended.</summary>
    public RoundTimeline TimelineOf(Round round)
    {
        var opens = round.Ends.AddDays(1);
        var due = new DateOnly(opens.Year, opens.Month, DueDay);
        return new(opens, due < opens ? due.AddMonths(1) : due, Seals: null, Meets: null) { IsAssumed = !IsConfirmed };
    }
}

/// <summary>Who owes the rows of a body in a plan, or one row of it.</summary>
/// <param name="Plan">The plan's id.</param>
/// <param name="Body">The body whose rows it is about; null when it is about one row.</param>
/// <param name="Indicator">The row; null when it is about a body's.</param>
/// <param name="Departments">The departments that answer; none when nobody is to.</param>
/// <param name="IsConfirmed">Whether the office has confirmed it; else it is assumed still.</param>
public sealed record Responsibility(string Plan, string? Body, string? Indicator, IReadOnlyList<string> Departments, bool IsConfirmed)
{
    /// <summary>Compares by what is said.</summary>
    [JsonIgnore]
    public static IEqualityComparer<Responsibility> BySaying { get; } = EqualityComparer<Responsibility>.Create(
        (one, other) => one!.Plan == other!.Plan && one.Body == other.Body && one.Indicator == other.Indicator && one.IsConfirmed == other.IsConfirmed
            && one.Departments.SequenceEqual(other.Departments),
        r => HashCode.Combine(r.Plan, r.Body, r.Indicator));
}
