using Hsvo.Domain.Meetings;
using Hsvo.Domain.Plans;
using Hsvo.Domain.Statuses;

namespace Hsvo.Domain.Areas;

/// <summary>What an area has decided about its rounds, as known at one time: one for all its plans.</summary>
public sealed record AreaRecord
{
    /// <summary>An area in which nothing was decided.</summary>
    public static AreaRecord Empty { get; } = new();

    /// <summary>What the office has settled.</summary>
    public AreaConfiguration Configuration { get; init; } = new();

    /// <summary>The dated meetings, by date.</summary>
    public IReadOnlyList<Meeting> Meetings { get; init; } = [];

    /// <summary>The permits for late changes, by plan, round, department and time.</summary>
    public IReadOnlyList<LateChangePermit> Permits { get; init; } = [];

    /// <summary>What departments have declared and not taken back, by plan, round and department.</summary>
    public IReadOnlyList<Declaration> Declarations { get; init; } = [];

    /// <summary>The newest change of each row's status rules.</summary>
    public IReadOnlyList<StatusRulesChange> StatusRules { get; init; } = [];

    /// <summary>A plan as the area has settled it: who owes what, and the status rules that are written.</summary>
    public Plan ApplyTo(Plan plan)
    {
        var settled = Configuration.Settings.ApplyTo(plan);
        var rules = StatusRules.Where(c => c.Plan == plan.Id && c.Rules is not null).ToDictionary(c => c.Indicator, c => c.Rules, StringComparer.Ordinal);
        return rules.Count == 0 ? settled : settled with
        {
            Nodes =
            [
                .. settled.Nodes.Select(n => n.Indicator is { } spec && rules.GetValueOrDefault(n.Id) is { } written && WrittenRules.Fit(spec)
                    ? n with { Indicator = spec with { Written = written } }
                    : n),
            ],
        };
    }

    /// <summary>The ordinary months that are near and have no dated meeting.</summary>
    public IReadOnlyList<MeetingWarning> WarningsOn(DateOnly today) =>
        MeetingWarning.Of(Meetings, Configuration.Settings.OrdinaryMonths, Configuration.Settings.WarningDays, today);

    /// <summary>A plan's round with its meeting, days and declarations.</summary>
    public DatedRound DatedRoundOf(Plan plan, Round round)
    {
        var meeting = Meetings.MeetingOf(plan, round.Id);

        // A monthly round has its own days, with or without a meeting; one that a meeting follows up is locked when that meeting's paper is sealed.
        var timeline = plan.Cadence == PlanCadence.Monthly
            ? Configuration.Settings.Monthly.TimelineOf(round) with { Seals = meeting?.Seals, Meets = meeting?.Date }
            : meeting?.Timeline;
        return new(round, meeting, timeline) { Declarations = [.. Declarations.Where(d => d.Plan == plan.Id && d.Round == round.Id)] };
    }

    /// <summary>The round people mean when they name none.</summary>
    public Round CurrentRoundOf(Plan plan, DateOnly today) => Rounds.Current(plan, Meetings, today);
}
