using Hsvo.Domain.Audit;

namespace Hsvo.Domain.Scorecards;

/// <summary>
/// A department's own scorecard beside the plan: goals that nobody has adopted. It touches neither roll-up nor papers nor feeds. Of itself it keeps no
/// history; what is checked in on its goals, and the rules that judge it, are kept revision by revision (<see cref="ScorecardLog"/>). Every change gives the
/// changed scorecard, or the fault.
/// </summary>
public sealed record PersonalScorecard
{
    /// <summary>The most goals of one.</summary>
    public const int MaxGoals = 100;

    /// <summary>The most that is kept of check-ins and rules, in characters: some ten thousand check-ins.</summary>
    public const int MaxLog = 4_000_000;

    /// <summary>How many columns Power BI's scorecards show: name, owner, status, value, progress, due date and notes.</summary>
    public const int Columns = 7;

    /// <summary>The deepest level, as Power BI has it.</summary>
    public const int MaxLevel = 4;

    /// <summary>The area.</summary>
    public required string Area { get; init; }

    /// <summary>The department whose it is.</summary>
    public required string Department { get; init; }

    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>What it is for; null for nothing.</summary>
    public string? Description { get; init; }

    /// <summary>Whom to ask about it; null for nobody.</summary>
    public string? Contact { get; init; }

    /// <summary>Which of Power BI's columns are shown, by their ids.</summary>
    public IReadOnlyList<bool> ShownColumns { get; init; } = [.. Enumerable.Repeat(true, Columns)];

    /// <summary>How much is kept of its check-ins and rules, in characters.</summary>
    public int LogWeight { get; init; }

    /// <summary>1 when it is made, one more with each change of it, its goals, their check-ins and rules.</summary>
    public required int Version { get; init; }

    /// <summary>The object id of who changed it last.</summary>
    public required string By { get; init; }

    /// <summary>Which request changed it last; null where that wasn't kept.</summary>
    public Origin? Origin { get; init; }

    /// <summary>When it was made, UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was changed last, UTC.</summary>
    public required DateTimeOffset ModifiedAt { get; init; }

    /// <summary>Its goals; siblings stand in their order.</summary>
    public IReadOnlyList<PersonalGoal> Goals { get; init; } = [];

    /// <summary>One goal; null when it isn't there.</summary>
    public PersonalGoal? Find(Guid id) => Goals.FirstOrDefault(g => g.Id == id);

    /// <summary>The goals right below one, or at the top, in their order.</summary>
    public IEnumerable<PersonalGoal> ChildrenOf(Guid? parent) => Goals.Where(g => g.ParentId == parent);

    /// <summary>Every goal, each after its parent.</summary>
    public IEnumerable<PersonalGoal> InOrder() => Below(null);

    /// <summary>A goal's depth, 0 at the top.</summary>
    public int LevelOf(PersonalGoal goal) => goal.ParentId is { } parent ? LevelOf(Find(parent)!) + 1 : 0;

    /// <summary>With one goal more, the last among its siblings.</summary>
    public ScorecardChange Add(PersonalGoal goal) => goal.Completes < goal.Starts ? ScorecardFault.EndsBeforeItStarts
        : goal.ParentId is { } parent && Find(parent) is null ? ScorecardFault.UnknownParent
        : Goals.Count >= MaxGoals ? ScorecardFault.TooMany
        : (this with { Goals = [.. Goals, goal] }).Kept();

    /// <summary>With a goal changed in place.</summary>
    public ScorecardChange Replace(PersonalGoal goal) => Find(goal.Id) is null ? ScorecardFault.UnknownGoal
        : goal.Completes < goal.Starts ? ScorecardFault.EndsBeforeItStarts
        : this with { Goals = [.. Goals.Select(g => g.Id == goal.Id ? goal : g)] };

    /// <summary>Without a goal and all below it.</summary>
    public ScorecardChange Remove(Guid id)
    {
        if (Find(id) is not { } goal)
        {
            return ScorecardFault.UnknownGoal;
        }

        var gone = Below(id).Append(goal).Select(g => g.Id).ToHashSet();
        return this with { Goals = [.. Goals.Where(g => !gone.Contains(g.Id))] };
    }

    /// <summary>With a goal moved, and what is below it.</summary>
    /// <param name="move">Where from and where to.</param>
    public ScorecardChange Move(GoalMove move)
    {
        if (Find(move.Goal.Id) is not { } goal)
        {
            return ScorecardFault.UnknownGoal;
        }

        if (new[] { move.NewParent, move.NewPrevious, move.NewNext }.OfType<GoalPlace>().Any(p => Find(p.Id) is null))
        {
            return ScorecardFault.UnknownParent;
        }

        // The proof that whoever moves it knows how it lies now.
        if (new[] { move.Goal, move.NewParent, move.NewPrevious, move.NewNext }.OfType<GoalPlace>().Any(p => Find(p.Id)!.ParentId != p.CurrentParent))
        {
            return ScorecardFault.Moved;
        }

        var parent = move.NewParent?.Id ?? (move.NewPrevious ?? move.NewNext)?.CurrentParent;
        if (parent is { } above && (above == goal.Id || Below(goal.Id).Any(g => g.Id == above)))
        {
            return ScorecardFault.BelowItself;
        }

        if (new[] { move.NewPrevious, move.NewNext }.OfType<GoalPlace>().Any(p => p.CurrentParent != parent || p.Id == goal.Id))
        {
            return ScorecardFault.NotSiblings;
        }

        var others = Goals.Where(g => g.Id != goal.Id).ToList();
        var at = move.NewNext is { } next ? others.FindIndex(g => g.Id == next.Id)
            : move.NewPrevious is { } previous ? others.FindIndex(g => g.Id == previous.Id) + 1
            : others.Count;
        others.Insert(at, goal with { ParentId = parent });
        return (this with { Goals = others }).Kept();
    }

    private ScorecardChange Kept() => Goals.All(g => LevelOf(g) <= MaxLevel) ? this : ScorecardFault.TooDeep;

    private IEnumerable<PersonalGoal> Below(Guid? parent) => ChildrenOf(parent).SelectMany(g => Below(g.Id).Prepend(g));
}

/// <summary>A goal beside the plan.</summary>
/// <param name="Id">Its id.</param>
/// <param name="ParentId">The goal above it; null at the top.</param>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it means; null for nothing.</param>
/// <param name="Starts">The first day.</param>
/// <param name="Completes">The last day.</param>
/// <param name="ValuesFormat">An Excel-like format of its values; null for none.</param>
/// <param name="CreatedAt">When it was made, UTC.</param>
/// <param name="ModifiedAt">When it was changed last, UTC.</param>
public sealed record PersonalGoal(
    Guid Id, Guid? ParentId, string Name, string? Description, DateOnly Starts, DateOnly Completes, string? ValuesFormat, DateTimeOffset CreatedAt, DateTimeOffset ModifiedAt)
{
    /// <summary>An Excel-like format of its dates; null for none.</summary>
    public string? DatesFormat { get; init; }
}

/// <summary>Where a goal is to be moved (PowerBI-CSharp swagger: GoalsMoveRequest).</summary>
/// <param name="Goal">The goal.</param>
/// <param name="NewParent">The goal above it; null where its new neighbours tell, or for the top.</param>
/// <param name="NewPrevious">The one that it comes after; null for any.</param>
/// <param name="NewNext">The one that it comes before; null for any.</param>
public sealed record GoalMove(GoalPlace Goal, GoalPlace? NewParent, GoalPlace? NewPrevious, GoalPlace? NewNext);

/// <summary>A goal, and where whoever names it believes that it lies.</summary>
/// <param name="Id">The goal.</param>
/// <param name="CurrentParent">The goal above it; null for the top.</param>
public sealed record GoalPlace(Guid Id, Guid? CurrentParent);

/// <summary>What came of a change: the changed scorecard, or what was wrong.</summary>
/// <param name="Scorecard">The changed scorecard.</param>
/// <param name="Fault">What was wrong.</param>
public readonly record struct ScorecardChange(PersonalScorecard? Scorecard, ScorecardFault? Fault)
{
    /// <summary>It went well.</summary>
    public static implicit operator ScorecardChange(PersonalScorecard scorecard) => new(scorecard, null);

    /// <summary>It can't be done.</summary>
    public static implicit operator ScorecardChange(ScorecardFault fault) => new(null, fault);
}

/// <summary>Why a scorecard can't be changed so.</summary>
public enum ScorecardFault
{
    /// <summary>There is no such goal.</summary>
    UnknownGoal,

    /// <summary>Its last day comes before its first.</summary>
    EndsBeforeItStarts,

    /// <summary>A goal that is named as its place isn't there.</summary>
    UnknownParent,

    /// <summary>It has as many goals as it may.</summary>
    TooMany,

    /// <summary>A goal would lie deeper than level 4.</summary>
    TooDeep,

    /// <summary>A goal lies elsewhere than was believed: somebody has moved it.</summary>
    Moved,

    /// <summary>A goal can't lie below itself.</summary>
    BelowItself,

    /// <summary>The neighbours that are named don't lie under the new parent.</summary>
    NotSiblings,
}
