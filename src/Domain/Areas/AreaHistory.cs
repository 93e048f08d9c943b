using Hsvo.Domain.Meetings;

namespace Hsvo.Domain.Areas;

/// <summary>Everything that was ever decided in an area about its rounds. Nothing of it is changed or removed, so it tells what was known at any time.</summary>
public sealed record AreaHistory
{
    /// <summary>An area in which nothing was decided.</summary>
    public static AreaHistory Empty { get; } = new();

    /// <summary>Every configuration that the office has settled, by version.</summary>
    public IReadOnlyList<AreaConfiguration> Configurations { get; init; } = [];

    /// <summary>Every change of every meeting, each meeting's in order.</summary>
    public IReadOnlyList<MeetingChange> Meetings { get; init; } = [];

    /// <summary>Every permit for late changes.</summary>
    public IReadOnlyList<LateChangePermit> Permits { get; init; } = [];

    /// <summary>Everything that departments have declared or taken back.</summary>
    public IReadOnlyList<Declaration> Declarations { get; init; } = [];

    /// <summary>Every change of a row's status rules.</summary>
    public IReadOnlyList<StatusRulesChange> StatusRules { get; init; } = [];

    /// <summary>What holds now.</summary>
    public AreaRecord Now => new()
    {
        Configuration = Configurations.MaxBy(c => c.Version) ?? new(),
        Meetings =
        [
            .. Meetings.GroupBy(c => c.Meeting.Id).Select(g => g.MaxBy(c => c.Number)!)
                .Where(c => !c.IsRemoved).Select(c => c.Meeting).OrderBy(m => m.Date).ThenBy(m => m.Id, StringComparer.Ordinal),
        ],
        Permits = Permits,
        Declarations =
        [
            .. Declarations.GroupBy(d => (d.Plan, d.Round, d.Department)).Select(g => g.MaxBy(d => d.Number)!)
                .Where(d => !d.IsWithdrawn),
        ],
        StatusRules = [.. StatusRules.GroupBy(c => (c.Plan, c.Indicator)).Select(g => g.MaxBy(c => c.Number)!)],
    };

    /// <summary>What was known at a time.</summary>
    public AreaRecord AsOf(DateTimeOffset instant) => Until(instant).Now;

    /// <summary>What had been decided by a time.</summary>
    public AreaHistory Until(DateTimeOffset instant) => new()
    {
        Configurations = [.. Configurations.Where(c => c.SetAt <= instant)],
        Meetings = [.. Meetings.Where(c => c.At <= instant)],
        Permits = [.. Permits.Where(p => p.GrantedAt <= instant)],
        Declarations = [.. Declarations.Where(d => d.At <= instant)],
        StatusRules = [.. StatusRules.Where(c => c.At <= instant)],
    };

    /// <summary>A meeting as it stands, by its last change; null where there is none, or no longer.</summary>
    public MeetingChange? FindMeeting(string id) => Meetings.Where(c => c.Meeting.Id == id).MaxBy(c => c.Number) is { IsRemoved: false } last ? last : null;

    /// <summary>The number that a meeting's next change gets.</summary>
    public int NextChangeOf(string meeting) => Next(Meetings.Where(c => c.Meeting.Id == meeting).Select(c => c.Number));

    /// <summary>The number that a department's next declaration in a round gets.</summary>
    public int NextDeclarationOf(string plan, string round, string department) =>
        Next(Declarations.Where(d => (d.Plan, d.Round, d.Department) == (plan, round, department)).Select(d => d.Number));

    /// <summary>The number that the next change of a row's status rules gets.</summary>
    public int NextStatusRulesOf(string plan, string indicator) =>
        Next(StatusRules.Where(c => (c.Plan, c.Indicator) == (plan, indicator)).Select(c => c.Number));

    private static int Next(IEnumerable<int> numbers) => numbers.DefaultIfEmpty(0).Max() + 1;
}
