using Hsvo.Domain.Statuses;

namespace Hsvo.Domain.Scorecards;

/// <summary>
/// What was checked in on a department's own goals, and the rules that judge it: every revision, of goals that are gone too. Pure.
/// </summary>
/// <param name="checkIns">Every revision of every check-in.</param>
/// <param name="rules">Every change of every goal's rules.</param>
public sealed class ScorecardLog(IEnumerable<GoalCheckIn> checkIns, IEnumerable<GoalRules> rules)
{
    private readonly ILookup<Guid, GoalCheckIn> _checkIns = checkIns.ToLookup(c => c.Goal);
    private readonly ILookup<Guid, GoalRules> _rules = rules.ToLookup(r => r.Goal);

    /// <summary>What there is of one goal.</summary>
    public GoalLog Of(Guid goal) => new(_checkIns[goal], _rules[goal]);

    /// <summary>What was known when the scorecard had a version: what came after is left out.</summary>
    public ScorecardLog At(int version) => new(_checkIns.SelectMany(c => c).Where(c => c.Version <= version), _rules.SelectMany(r => r).Where(r => r.Version <= version));
}

/// <summary>What was checked in on one goal.</summary>
/// <param name="checkIns">Every revision of every check-in.</param>
/// <param name="rules">Every change of the rules.</param>
public sealed class GoalLog(IEnumerable<GoalCheckIn> checkIns, IEnumerable<GoalRules> rules)
{
    private readonly Dictionary<DateOnly, GoalCheckIn> _newest = checkIns.GroupBy(c => c.Date).ToDictionary(d => d.Key, d => d.MaxBy(c => c.Revision)!);

    /// <summary>The newest change of the rules, be it that they were taken away; null when there was none.</summary>
    public GoalRules? Rules { get; } = rules.MaxBy(r => r.Number);

    /// <summary>The newest revision of a day's check-in, be it that it was taken back; null when there was none.</summary>
    public GoalCheckIn? NewestOf(DateOnly date) => _newest.GetValueOrDefault(date);

    /// <summary>The check-ins by day, but for those that were taken back, each with how it goes.</summary>
    public IReadOnlyList<JudgedCheckIn> Judged()
    {
        var judged = new List<JudgedCheckIn>();
        var (target, before) = ((double?)null, (double?)null);
        foreach (var checkIn in _newest.Values.Where(c => !c.IsWithdrawn).OrderBy(c => c.Date))
        {
            target = checkIn.Target ?? target;

            // As people would reckon it: 1.4 less 1.1 is 0.3.
            double? change = checkIn.Value is { } now && before is { } then ? Math.Round(now - then, 10) : null;
            judged.Add(new(checkIn, StatusOf(checkIn, target, change), change));
            before = checkIn.Value ?? before;
        }

        return judged;
    }

    /// <summary>One day's check-in with how it goes; null when there is none, or it was taken back.</summary>
    public JudgedCheckIn? JudgedOn(DateOnly date) => Judged().FirstOrDefault(j => j.CheckIn.Date == date);

    /// <summary>With one more revision of a check-in.</summary>
    public GoalLog With(GoalCheckIn checkIn) => new([.. _newest.Values, checkIn], Rules is { } known ? [known] : []);

    /// <summary>With one more change of the rules.</summary>
    public GoalLog With(GoalRules changed) => new(_newest.Values, [changed]);

    // By the rules where there are some and a value to judge, with the check-in's day as the rules' day; else as was said with it.
    private Status? StatusOf(GoalCheckIn checkIn, double? target, double? change) =>
        Rules?.Rules is { } written && checkIn.Value is { } value ? written.StatusOf(value, target, checkIn.Date, change) : checkIn.Status;
}

/// <summary>A check-in, and how it goes.</summary>
/// <param name="CheckIn">The newest revision.</param>
/// <param name="Status">By the goal's rules, else as was said; null where neither says.</param>
/// <param name="Change">How much the value differs from the one before; null where there is none.</param>
public sealed record JudgedCheckIn(GoalCheckIn CheckIn, Status? Status, double? Change);

/// <summary>One revision of a check-in on a department's own goal: any day may have one. What was said stays, whatever comes after.</summary>
public sealed record GoalCheckIn
{
    /// <summary>The goal.</summary>
    public required Guid Goal { get; init; }

    /// <summary>The day.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>1 for the first of its day, one more with each change.</summary>
    public required int Revision { get; init; }

    /// <summary>The scorecard's version that it made.</summary>
    public required int Version { get; init; }

    /// <summary>The value; null for none.</summary>
    public double? Value { get; init; }

    /// <summary>The target; null for that of the day before.</summary>
    public double? Target { get; init; }

    /// <summary>Power BI's trend; null for none.</summary>
    public int? Trend { get; init; }

    /// <summary>Power BI's forecast; null for none.</summary>
    public double? Forecast { get; init; }

    /// <summary>The status that was said; null for none.</summary>
    public Status? Status { get; init; }

    /// <summary>What was written of it, the oldest first.</summary>
    public IReadOnlyList<CheckInNote> Notes { get; init; } = [];

    /// <summary>Whether this revision takes it back.</summary>
    public bool IsWithdrawn { get; init; }

    /// <summary>The object id of who made this revision.</summary>
    public required string By { get; init; }

    /// <summary>When the first revision was made, UTC.</summary>
    public required DateTimeOffset FirstAt { get; init; }

    /// <summary>When this one was, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Whether it says anything.</summary>
    public bool IsEmpty => Value is null && Target is null && Trend is null && Forecast is null && Status is null && Notes.Count == 0;

    /// <summary>About how many characters it takes to keep it.</summary>
    public int Weight => 300 + Notes.Sum(n => 200 + n.Body.Length);

    /// <summary>Whether another revision says the same.</summary>
    public bool SaysTheSameAs(GoalCheckIn other) =>
        (Value, Target, Trend, Forecast, Status, IsWithdrawn) == (other.Value, other.Target, other.Trend, other.Forecast, other.Status, other.IsWithdrawn)
        && Notes.SequenceEqual(other.Notes);
}

/// <summary>What someone wrote of a check-in.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Body">The text.</param>
/// <param name="By">The object id of who wrote it.</param>
/// <param name="WrittenAt">When it was written first, UTC.</param>
/// <param name="ModifiedAt">When it was changed last, UTC.</param>
public sealed record CheckInNote(Guid Id, string Body, string By, DateTimeOffset WrittenAt, DateTimeOffset ModifiedAt);

/// <summary>One change of the rules that judge a goal's check-ins.</summary>
/// <param name="Goal">The goal.</param>
/// <param name="Number">1 for the first, one more with each.</param>
/// <param name="Version">The scorecard's version that it made.</param>
/// <param name="Rules">The rules; null when they were taken away.</param>
/// <param name="By">The object id of who changed them.</param>
/// <param name="At">When, UTC.</param>
public sealed record GoalRules(Guid Goal, int Number, int Version, WrittenRules? Rules, string By, DateTimeOffset At)
{
    /// <summary>About how many characters it takes to keep it.</summary>
    public int Weight => 300 + (Rules?.Rules.Sum(r => 100 + (150 * r.Conditions.Count)) ?? 0);
}
