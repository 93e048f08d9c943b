using FsCheck;
using FsCheck.Fluent;
using Hsvo.Domain.Meetings;
using Hsvo.Domain.Plans;
using Hsvo.Domain.Reports;
using Hsvo.Domain.Statuses;
using Hsvo.TestKit.Builders;
using static Hsvo.TestKit.Builders.ReportBuilder;

namespace Hsvo.Domain.Tests.Statuses;

/// <summary>A small random plan, asked about in one round on one day, with answers of every round.</summary>
internal sealed record Situation(Plan Plan, Round Round, Meeting? Meeting, IReadOnlyList<Report> Reports, DateOnly Today)
{
    private static readonly IndicatorSpec[] AnySpec =
    [
        Specs.Deliverable, Specs.Continuing, Specs.Count, Specs.Count.AtLeast(10), Specs.Milestone(new(2021, 6, 30)), Specs.Qualitative,
        Specs.Deliverable.InParts("a", "b"),
    ];

    private static readonly Gen<DateOnly> ADay = Gen.Choose(0, 365).Select(new DateOnly(2021, 3, 1).AddDays);

    private static readonly Gen<Action<PlanBuilder>> APlace = Gen.Elements<Action<PlanBuilder>>(
        b => b.UnderGoal("1.1"), b => b.UnderGoal("1.1").UnderActivity("a2"), b => b.UnderGoal("1.1").UnderPriorityArea(),
        b => b.UnderGoal("1.2"), b => b.UnderGoal("2.1"));

    private static readonly Gen<Plan> APlan =
        from count in Gen.Choose(1, 5)
        from specs in Gen.Elements(AnySpec).ArrayOf(count)
        from owed in Gen.SubListOf("aln", "vs", "nvs").Where(o => o.Count > 0).ArrayOf(count)
        from places in APlace.ArrayOf(count)
        from targets in Gen.Choose(0, count - 1).ArrayOf().Resize(2)
        from referencePlaces in APlace.ArrayOf(targets.Length)
        select Build(specs, owed, places, targets, referencePlaces);

    public static readonly Gen<Situation> Any =
        from plan in APlan
        from reports in Gen.CollectToList(Cells(plan), AMaybeReport)
        from round in Gen.Elements<Round>(plan.Rounds)
        from today in ADay
        from date in ADay
        from isDated in Gen.Elements(true, true, false)
        select new Situation(plan, round, isDated ? round.On(date) : null, [.. reports.OfType<Report>()], today);

    /// <summary>Computed each time.</summary>
    public PlanStatus Status => PlanStatus.Compute(Plan, Round, Meeting, Reports, Today);

    /// <summary>Shown by FsCheck when a property fails.</summary>
    public override string ToString() => $"""
        {Round.Id}, meeting {Meeting?.Date}, today {Today}
        {string.Join('\n', Plan.Indicators.Select(i => $"{i.ParentId} {i.Id} {i.Indicator!.Kind} {i.Indicator.RefersTo} {string.Join('+', i.Responsible)}"))}
        {string.Join('\n', Reports.Select(r => $"{r.Key} {string.Join(' ', r.Answer.Values)} {r.Answer.Assessment} {r.Answer.NotApplicable}"))}
        """;

    private static Plan Build(
        IndicatorSpec[] specs, IList<string>[] owed, Action<PlanBuilder>[] places, int[] targets, Action<PlanBuilder>[] referencePlaces)
    {
        var builder = PlanBuilder.APlan()
            .WithDepartment("aln", Principal.Kommun).WithDepartment("vs", Principal.Region).WithDepartment("nvs", Principal.Joint);
        for (var i = 0; i < specs.Length; i++)
        {
            places[i](builder);
            builder.WithIndicator($"i{i}", specs[i], [.. owed[i]]);
        }

        for (var i = 0; i < targets.Length; i++)
        {
            referencePlaces[i](builder);
            builder.WithReference($"r{i}", to: $"i{targets[i]}");
        }

        return builder.Build();
    }

    private static IEnumerable<(PlanNode Indicator, string Department, Round Round)> Cells(Plan plan) =>
        from indicator in plan.Indicators
        from department in plan.Owing(indicator)
        from round in plan.Rounds
        select (indicator, department.Id, round);

    private static Gen<Report?> AMaybeReport((PlanNode Indicator, string Department, Round Round) cell) =>
        Gen.Frequency((4, Gen.Constant<Report?>(null)), (1, AReportOf(cell, ANotApplicable)), (5, AReportOf(cell, AnAnswer(cell.Indicator.Indicator!, cell.Round))));

    private static readonly Gen<Answer> ANotApplicable = Gen.Constant(new Answer { NotApplicable = true });

    private static Gen<Report?> AReportOf((PlanNode Indicator, string Department, Round Round) cell, Gen<Answer> answers) =>
        from answer in answers
        from day in ADay
        from hour in Gen.Choose(0, 23)
        select (Report?)AReport(cell.Indicator.Id, cell.Department).In(cell.Round.Id).Saying(answer)
            .At(new(day, new(hour, 0), TimeSpan.Zero)).Build();

    private static Gen<Answer> AnAnswer(IndicatorSpec spec, Round round) =>
        from answer in AValue(spec)
        let rule = StatusRule.For(spec, answer, round.IsFinal, new(2021, 6, 1))
        from assessment in rule.IsFixed ? Gen.Constant<Status?>(null) : Gen.Elements<Status?>([null, .. rule.Allowed.Cast<Status?>()])
        select answer with { Assessment = assessment };

    private static Gen<Answer> AValue(IndicatorSpec spec)
    {
        var yesOrNo = Gen.Elements(AnswerValue.Yes, AnswerValue.Yes, AnswerValue.No);
        var value = spec.Kind switch
        {
            IndicatorKind.Milestone => Gen.Elements(AnswerValue.No, AnswerValue.ReachedOn(new(2021, 4, 1))),
            IndicatorKind.Qualitative => Gen.Constant(AnswerValue.Words("Det går.")),
            _ when spec.IsNumber => Gen.Choose(5, 15).Select(n => AnswerValue.Of(n)),
            _ => yesOrNo,
        };
        return spec.Parts.Count == 0
            ? value.Select(v => new Answer { Value = v })
            : value.ArrayOf(spec.Parts.Count).Select(v => new Answer { Parts = [.. spec.Parts.Zip(v, (p, one) => new PartAnswer(p.Id, one))] });
    }
}
