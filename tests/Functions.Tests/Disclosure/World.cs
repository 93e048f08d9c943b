using FsCheck;
using FsCheck.Fluent;
using Hsvo.Domain.Disclosure;
using Hsvo.Domain.Plans;
using Hsvo.Domain.Reports;
using Hsvo.Domain.Statuses;
using Hsvo.TestKit.Builders;

namespace Hsvo.Functions.Tests.Disclosure;

/// <summary>
/// How it really is, and what is reported of it in which order: people at one moment, people since a day, a share whose numerator the former is, a share
/// that no other row counts, and trained staff. Corrections and answers taken back included.
/// </summary>
/// <param name="Rows">How the plan asks.</param>
/// <param name="Threshold">The area's threshold.</param>
/// <param name="Events">The reports in the order they come.</param>
/// <param name="Denominators">What the shares are of, by department and round.</param>
/// <param name="DenominatorsAreKnown">Whether everybody knows that, as they know a city's population.</param>
internal sealed record World(
    Rows Rows, int Threshold, IReadOnlyList<Event> Events, IReadOnlyDictionary<(string Department, string Round), int> Denominators, bool DenominatorsAreKnown)
{
    public const string People = "people";
    public const string Since = "since";
    public const string Share = "share";
    public const string Rate = "rate";
    public const string Staff = "staff";

    private static readonly string[] Departments = ["aln", "vs"];
    private static readonly string[] Rounds = ["2021-05", "2021-10", "2022-01"];
    private static readonly DateTimeOffset Begins = new(2021, 5, 3, 8, 0, 0, TimeSpan.Zero);

    public static readonly Gen<World> Any = Rows.Any.SelectMany(AWorld);

    /// <summary>The plan gets a version that hides less, or asks for something else.</summary>
    public static readonly Gen<World> OfAPlanThatForgets =
        from world in Any
        from marks in Marks.Any
        from at in Gen.Choose(1, world.Events.Count)
        select world with { Next = new(at, world.Rows.As(marks)) };

    /// <summary>The plan gets a version that hides all there is to hide, or lacks the row.</summary>
    public static readonly Gen<World> OfAPlanThatLearns =
        from rows in Rows.Any
        from marks in Marks.Any
        from world in AWorld(rows.As(marks))
        from areGone in Gen.Elements(true, false)
        from at in Gen.Choose(1, world.Events.Count)
        select world with { Next = new(at, rows.As(areGone ? Marks.All with { PeopleAre = null, ShareIsTied = false } : Marks.All)) };

    /// <summary>The plan's next version, and before which report it comes.</summary>
    public NextVersion? Next { get; init; }

    /// <summary>The plan as it stands in the end.</summary>
    public Plan LastPlan => Next?.Rows.Plan ?? Rows.Plan;

    private static Gen<World> AWorld(Rows rows) =>
        from threshold in Gen.Elements(3, 4, 5, 7, 10)
        from begun in Gen.Choose(0, 12).Four()
        from more in Gen.Choose(0, 5).ArrayOf(8)
        from count in Gen.Choose(1, 9)
        from indicators in Gen.Elements<string[]>([People, People, People, Share, Share, Since, Since, Since, Rate, Staff], [Since], [People, Share], [Rate])
        from departments in Gen.Choose(1, 2)
        from events in AnEvent(rows, indicators, departments, [begun.Item1, begun.Item2, begun.Item3, begun.Item4], more).ArrayOf(count)
        from areKnown in Gen.Elements(true, false)
        from above in (areKnown ? Gen.Elements(40, 1000) : Gen.Elements(0, 1, 2, 3, 6, 40, 1000)).ArrayOf(Departments.Length * Rounds.Length)
        select new World(rows, threshold, WithoutRepeats(events), DenominatorsOf(events, above), areKnown);

    /// <summary>How the plan asked when a report came.</summary>
    public IndicatorSpec? AskedAt(int at) => PlanAt(at).Find(Events[at].Indicator)?.Indicator;

    /// <summary>Whether a report's number is of people: by how the plan asked when it came, or when what it corrects did.</summary>
    public bool IsOfPeople(int at) => AskedAt(at) is { } asked
        && Events.Take(at + 1).Index().Any(e => e.Item.Cell == Events[at].Cell && !e.Item.IsWithdrawal && AskedAt(e.Index) is { CountsPeople: true } spec && spec.Kind == asked.Kind);

    /// <summary>Whether each cumulative count grows from round to round, as such counts do.</summary>
    public bool IsGrowing => Events.Index().Where(e => e.Item is { Indicator: Since, IsWithdrawal: false } && IsLast(e.Index)).GroupBy(e => e.Item.Department).All(series =>
    {
        int[][] counts = [.. series.OrderBy(e => e.Item.Round, StringComparer.Ordinal).Select(e => e.Item.Counts)];
        return counts.Zip(counts.Skip(1)).All(p => p.First.Zip(p.Second).All(c => c.First <= c.Second));
    });

    /// <summary>Whether nobody counts fewer than none, or more than there are.</summary>
    public bool IsPossible => Events.All(e => e.Counts.All(c => c >= 0) && (e.Indicator != People || e.IsWithdrawal || e.Counts[0] <= Denominators[(e.Department, e.Round)]));

    /// <summary>Whether a report is the last one given in its cell, be it taken back.</summary>
    public bool IsLast(int at) => Events.Skip(at + 1).All(e => e.Cell != Events[at].Cell || e.IsWithdrawal);

    /// <summary>Whether a plan that ties no share to the count leaves it to be told by one.</summary>
    /// <param name="at">The report of the count.</param>
    /// <param name="plan">The plan.</param>
    public bool IsToldByAShare(int at, Plan plan) => Events[at].Indicator == People && plan.Node(Share).Indicator!.Fraction!.CountedBy is null
        && Events.Any(e => e.Indicator == Share && (e.Department, e.Round) == (Events[at].Department, Events[at].Round));

    /// <summary>How the plan stood when a report came.</summary>
    public Plan PlanAt(int at) => Next is { } next && at >= next.At ? next.Rows.Plan : Rows.Plan;

    /// <summary>The cells as they stand after each report, and each new version of the plan, stored as the app stores them.</summary>
    public IEnumerable<Step> Steps()
    {
        var cells = new Dictionary<ReportKey, Report>();
        for (var i = 0; i < Events.Count; i++)
        {
            if (Next?.At == i)
            {
                yield return new(Next.Rows.Plan, [.. cells.Values], TimeOf(i).AddMinutes(-30));
            }

            var replaced = cells.GetValueOrDefault(Events[i].Cell);
            if (AskedAt(i) is { } spec && NewOf(i, replaced, spec) is { } report)
            {
                cells[Events[i].Cell] = SmallNumbers.Mark(PlanAt(i), [.. cells.Values], [report], Threshold).Single();
            }

            yield return new(PlanAt(i), [.. cells.Values], TimeOf(i));
        }

        if (Next?.At == Events.Count)
        {
            yield return new(Next.Rows.Plan, [.. cells.Values], TimeOf(Events.Count).AddMinutes(-30));
        }
    }

    /// <summary>When a report came.</summary>
    public static DateTimeOffset TimeOf(int at) => Begins.AddHours(at);

    /// <summary>The world with another count, and where nobody knows of how many, of at least as many.</summary>
    public World With(int at, int part, int count) => this with
    {
        Events = [.. Events.Select((e, i) => i == at ? e with { Counts = [.. e.Counts.Select((c, p) => p == part ? count : c)] } : e)],
        Denominators = DenominatorsAreKnown || Events[at].Indicator != People
            ? Denominators
            : Denominators.ToDictionary(d => d.Key, d => d.Key == (Events[at].Department, Events[at].Round) ? Math.Max(d.Value, count) : d.Value),
    };

    /// <summary>Shown by FsCheck when a property fails.</summary>
    public override string ToString() => $"""
        threshold {Threshold}, denominators {(DenominatorsAreKnown ? "known" : "unknown")}: {string.Join(", ", Denominators)}
        {Rows.People} | {Rows.Since} | {Rows.Share} | {Rows.Marks} | before {Next?.At}: {Next?.Rows.Marks}
        {string.Join('\n', Events.Select((e, i) => $"{i}: {e.Cell} {(e.IsWithdrawal ? "taken back" : $"{string.Join('+', e.Counts)} {(AskedAt(i) is null ? "" : string.Join('+', AnswerOf(i).Values))}")}"))}
        """;

    private static Gen<Event> AnEvent(Rows rows, string[] indicators, int departments, int[] begun, int[] more) =>
        from indicator in Gen.Elements(rows.PeopleInParts ? [.. indicators.Select(i => i == Share ? People : i)] : indicators)
        from department in Gen.Choose(0, departments - 1)
        from round in Gen.Choose(0, 2)
        from people in Gen.Choose(0, 14).Two()
        from slip in Gen.Frequency((5, Gen.Constant(0)), (1, Gen.Choose(-3, 3)))
        from isWithdrawal in Gen.Frequency((4, Gen.Constant(false)), (1, Gen.Constant(true)))
        let parts = indicator == People ? (rows.PeopleInParts ? 2 : 1) : indicator == Rate || (indicator == Since && rows.SinceInParts) ? 2 : 1
        let counts = indicator == Since
            ? Enumerable.Range(0, parts).Select(p => Math.Max(0, begun[(department * 2) + p] + more.Skip((department * 4) + (p * 2)).Take(round).Sum() + slip))
            : new[] { people.Item1, people.Item2 }.Take(parts)
        select isWithdrawal
            ? new Event(indicator, Departments[department], Rounds[round], []) { IsWithdrawal = true }
            : new Event(indicator, Departments[department], Rounds[round], [.. counts]);

    // What is said again is stored once.
    private static Event[] WithoutRepeats(Event[] events) =>
        [.. events.Where((e, i) => events.Take(i).LastOrDefault(b => b.Cell == e.Cell) is not { } before || !before.Counts.SequenceEqual(e.Counts))];

    private static Dictionary<(string, string), int> DenominatorsOf(Event[] events, int[] above) =>
        Departments.SelectMany(d => Rounds.Select(r => (d, r))).Index().ToDictionary(
            c => c.Item,
            c => Math.Max(1, events.Where(e => e is { Indicator: People, IsWithdrawal: false } && (e.Department, e.Round) == c.Item).Select(e => e.Counts[0]).Prepend(0).Max() + above[c.Index]));

    // What is said again, or taken back when nothing is there, is stored as nothing.
    private Report? NewOf(int at, Report? replaced, IndicatorSpec asked) => Events[at].IsWithdrawal
        ? replaced is { IsWithdrawn: false } ? WithdrawalOf(at, replaced) : null
        : replaced is null || replaced.IsWithdrawn || replaced.IsOfAnotherKindThan(asked) || !replaced.Answer.SaysTheSameAs(AnswerOf(at)) || replaced.Comment != CommentOf(at) ? ReportOf(at, replaced) : null;

    private Report ReportOf(int at, Report? replaced)
    {
        var (e, time) = (Events[at], TimeOf(at));
        return new()
        {
            Key = e.Cell,
            Revision = (replaced?.Revision ?? 0) + 1,
            Answer = AnswerOf(at),
            Comment = CommentOf(at),
            Reason = replaced is null ? null : $"Det var {string.Join(" och ", replaced.Given.Values)}.",
            Reporter = "r",
            Submission = $"{at}",
            ReportedAt = time,
            FirstReportedAt = replaced is { IsWithdrawn: false } ? replaced.FirstReportedAt : time,
            Door = Door.Api,
        };
    }

    // A share is the same where its count is; what its department writes beside it needn't be.
    private string CommentOf(int at) => $"Det är {string.Join(" och ", AnswerOf(at).Values)}. {(Events[at].Indicator == Share ? Events[at].Counts[0] : "")}";

    private static Report WithdrawalOf(int at, Report replaced) => replaced with
    {
        Revision = replaced.Revision + 1,
        Answer = new(),
        Withdrawn = new(replaced.Answer, Before: null, replaced.ReportedAt),
        Comment = null,
        Reason = $"Det var inte {string.Join(" och ", replaced.Answer.Values)}.",
        Submission = $"{at}",
        ReportedAt = TimeOf(at),
    };

    private Answer AnswerOf(int at)
    {
        var e = Events[at];
        var spec = AskedAt(at)!;
        var answer = e switch
        {
            { Indicator: Share } => new Answer { Value = Percent(RatioOf(at), Rows.ShareSaysOfWhat) },
            { Indicator: Rate, Counts: [var some, var rest] } => new() { Value = Percent(new(some, Math.Max(1, some + rest)), saysOfWhat: true) },
            { Counts: [var only] } => new() { Value = AnswerValue.Of(only) },
            _ => new() { Parts = [.. spec.Parts.Zip(e.Counts, (p, c) => new PartAnswer(p.Id, AnswerValue.Of(c)))] },
        };

        // As it is accepted: with a target, only while that is missed.
        var rule = StatusRule.For(spec, answer, PlanAt(at).FindRound(e.Round)!.IsFinal, new(2021, 6, 1));
        return rule.IsFixed ? answer : answer with { Assessment = Status.AtRisk };
    }

    private static AnswerValue Percent(Ratio ratio, bool saysOfWhat) => AnswerValue.Of(ratio.Rounded) with { Ratio = saysOfWhat ? ratio : null };

    // Of the count that was reported last before it, else of the first after it.
    private Ratio RatioOf(int at)
    {
        var e = Events[at];
        var counts = Events.Index().Where(c => c.Item is { Indicator: People, IsWithdrawal: false } && (c.Item.Department, c.Item.Round) == (e.Department, e.Round)).ToList();
        var count = counts.LastOrDefault(c => c.Index < at).Item ?? counts.FirstOrDefault().Item;
        return new((count ?? e).Counts[0], Math.Max(1, Math.Max(Denominators[(e.Department, e.Round)], (count ?? e).Counts[0])));
    }
}

/// <summary>One report.</summary>
/// <param name="Indicator">The row.</param>
/// <param name="Department">Who reports.</param>
/// <param name="Round">The round.</param>
/// <param name="Counts">The people counted, part by part; of a share without a count beside it, its own; of a rate, those counted and the rest.</param>
internal sealed record Event(string Indicator, string Department, string Round, int[] Counts)
{
    /// <summary>Whether the answer that is there is taken back; it counts nothing then.</summary>
    public bool IsWithdrawal { get; init; }

    public ReportKey Cell => new(Round, Indicator, Department);
}

/// <summary>What stands at one time.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Cells">The cells.</param>
/// <param name="At">When it came to stand so.</param>
internal sealed record Step(Plan Plan, IReadOnlyList<Report> Cells, DateTimeOffset At);

/// <summary>A new version of the plan.</summary>
/// <param name="At">The report before which it comes.</param>
/// <param name="Rows">How it asks.</param>
internal sealed record NextVersion(int At, Rows Rows);

/// <summary>What a version of the plan says that its numbers are.</summary>
/// <param name="PeopleAre">What the row that counts people asks for; null when there is no such row.</param>
/// <param name="PeopleAreMarked">Whether it says that they are people.</param>
/// <param name="SinceIsMarked">Whether the growing count says that they are people.</param>
/// <param name="SinceIsCumulative">Whether it says that it grows.</param>
/// <param name="ShareIsTied">Whether the share says which row counts its numerator.</param>
/// <param name="SharesAreMarked">Whether the shares say that they are of people.</param>
/// <param name="HasTargets">Whether rows have the targets they have.</param>
internal sealed record Marks(
    IndicatorKind? PeopleAre, bool PeopleAreMarked, bool SinceIsMarked, bool SinceIsCumulative, bool ShareIsTied, bool SharesAreMarked, bool HasTargets)
{
    public static readonly Marks All = new(IndicatorKind.Count, true, true, true, true, true, true);

    public static readonly Gen<Marks> Any =
        from people in Gen.Elements<IndicatorKind?>(IndicatorKind.Count, IndicatorKind.Count, IndicatorKind.Percentage, IndicatorKind.Amount, null)
        from flags in Gen.Elements(true, false).ArrayOf(6)
        select new Marks(people, flags[0] && people is IndicatorKind.Count or IndicatorKind.Percentage, flags[1], flags[2], flags[3] && people == IndicatorKind.Count, flags[4], flags[5]);
}

/// <summary>How the plan asks.</summary>
internal sealed record Rows(bool PeopleInParts, bool SinceInParts, bool ShareSaysOfWhat, Target? People, Target? Since, Target? Share, Marks Marks)
{
    private static readonly Gen<Target?> ATarget =
        from direction in Gen.Elements(TargetDirection.AtLeast, TargetDirection.AtMost)
        from value in Gen.Elements(2, 3, 4, 8, 20)
        from target in Gen.Elements(new Target(direction, value), null)
        select target;

    public static readonly Gen<Rows> Any =
        from inParts in Gen.Elements(false, false, true).Two()
        from saysOfWhat in Gen.Elements(true, false)
        from people in ATarget
        from since in ATarget
        from share in ATarget
        select new Rows(inParts.Item1, inParts.Item2, saysOfWhat, people, since, share, Marks.All);

    public Plan Plan { get; } = Build(PeopleInParts, SinceInParts, Marks.HasTargets ? (People, Since, Share) : default, Marks);

    /// <summary>The same rows with other marks.</summary>
    public Rows As(Marks marks) => new(PeopleInParts, SinceInParts, ShareSaysOfWhat, People, Since, Share, marks);

    private static Plan Build(bool peopleInParts, bool sinceInParts, (Target? People, Target? Since, Target? Share) targets, Marks marks)
    {
        var plan = PlanBuilder.APlan();
        if (marks.PeopleAre is { } kind)
        {
            plan.WithIndicator(World.People, InParts(peopleInParts, Specs.Of(kind) with { CountsPeople = marks.PeopleAreMarked, Target = targets.People }));
        }

        return plan
            .WithIndicator(World.Since, InParts(sinceInParts, Specs.Count with
            {
                CountsPeople = marks.SinceIsMarked,
                Target = targets.Since,
                Measurement = marks.SinceIsCumulative ? new(MeasurementKind.Cumulative, new(2021, 1, 1)) : new(MeasurementKind.PointInTime),
            }))
            .UnderGoal("1.2")
            .WithIndicator(World.Share, Specs.Percentage with
            {
                CountsPeople = marks.SharesAreMarked,
                Target = targets.Share,
                Fraction = new("personer", "befolkningen", marks.ShareIsTied ? World.People : null),
            })
            .WithIndicator(World.Rate, Specs.Percentage with { CountsPeople = marks.SharesAreMarked })
            .WithIndicator(World.Staff, Specs.Count)
            .Build() with
        {
            DerivedFigures = targets.Share is null || !marks.ShareIsTied ? [] : [new("above", Domain.Figures.DerivedFigureFormula.PersonsAboveTarget, "1.2", "Över målet", World.People, World.Share)],
        };
    }

    private static IndicatorSpec InParts(bool inParts, IndicatorSpec spec) => inParts ? spec.InParts("a", "b") : spec;
}
