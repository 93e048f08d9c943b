using Hsvo.Domain.Figures;
using Hsvo.Domain.Plans;
using Hsvo.Plans;
using Hsvo.TestKit.Builders;
using static Hsvo.TestKit.Builders.PlanBuilder;

namespace Hsvo.Domain.Tests.Plans;

/// <summary>Each rule is broken alone, and told once with its place in the plan's document.</summary>
public sealed class PlanRulesTests
{
    // Nodes: 0 is focus area 1, 1 goal 1.1, 2 area 1.1.p1, 3 activity 1.1.a1, 4 to 8 the indicators.
    private static readonly Plan Rows = APlan()
        .WithIndicator("i1", Specs.Deliverable)
        .WithIndicator("i2", Specs.Percentage.AtMost(1))
        .WithIndicator("i3", Specs.Milestone(new(2021, 9, 30)))
        .WithReference("i4", to: "i1")
        .WithIndicator("i5", Specs.Count)
        .Build();

    private static readonly Plan Whole = Rows with
    {
        Boards = [new("aln", "Äldrenämnden", "ÄLN", Principal.Kommun, "")],
        Threads = [new("ung-intro", "Ung Intro", CoversPlan: true)],
        Readings = [new("i1", ReadingKind.Kind, "Läses så.")],
    };

    public static TheoryData<string, string, Func<Plan, Plan>> Slips => new()
    {
        { "id.form", "plan/id", p => p with { Id = "HSVO 2022" } },
        { "text.required", "plan/title", p => p with { Title = " " } },
        { "text.length", "plan/title", p => p with { Title = new('a', 401) } },
        { "text.character", "overallGoal", p => p with { OverallGoal = "a\u0007" } },
        { "year.range", "plan/year", p => p with { Year = 1999 } },
        { "date.range", "adopted", p => p with { Adopted = new(1999, 12, 31) } },
        { "period.order", "period/through", p => p with { Period = new(new(2021, 2, 1), new(2021, 1, 31)) } },
        { "source.sha256", "source/sha256", p => p with { Source = p.Source with { Sha256 = new('A', 64) } } },
        { "text.required", "conditions/0/text", p => p with { Conditions = [new("", "")] } },
        { "text.required", "ordinaryOperations/0/name", p => p with { OrdinaryOperations = [new("", "")] } },
        { "thread.unknown", "ordinaryOperations/0/threads/0", p => p with { OrdinaryOperations = [new("Team", "Team") { Threads = ["x"] }] } },
        { "rounds.count", "rounds", p => p with { Rounds = [] } },
        { "round.final", "rounds", p => p with { Kind = PlanKind.Uppfoljning } },
        { "round.final", "rounds", p => p with { Rounds = [.. p.Rounds.Take(2)] } },
        { "round.order", "rounds/1/ends", p => p with { Rounds = [p.Rounds[0], p.Rounds[1] with { Ends = p.Rounds[0].Ends }, p.Rounds[2]] } },
        { "round.order", "rounds/1/id", p => p with { Rounds = [p.Rounds[0], p.Rounds[1] with { Id = "2021-04" }, p.Rounds[2]] } },
        { "id.twice", "rounds/1/id", p => p with { Rounds = [p.Rounds[0], p.Rounds[1] with { Id = p.Rounds[0].Id }, p.Rounds[2]] } },
        { "id.twice", "boards/1/id", p => p with { Boards = [p.Boards[0], p.Boards[0]] } },
        { "text.required", "boards/0/name", p => p with { Boards = [p.Boards[0] with { Name = "" }] } },
        { "board.unknown", "departments/0/board", p => p with { Departments = [p.Departments[0] with { Board = "x" }, p.Departments[1]] } },
        { "id.form", "departments/2/id", p => p with { Departments = [.. p.Departments, p.Departments[0] with { Id = "å" }] } },
        { "department.unknown", "bodies/0/owedBy/1", p => p with { Bodies = [p.Bodies[0] with { OwedBy = ["aln", "x"] }] } },
        { "nodes.count", "nodes", p => p with { Nodes = [], Readings = [] } },
        { "id.form", "nodes/4/id", p => With(p with { Nodes = [.. p.Nodes.Take(7)], Readings = [] }, 4, n => n with { Id = "I1" }) },
        { "id.twice", "nodes/9/id", p => p with { Nodes = [.. p.Nodes, p.Nodes[4]] } },
        { "parent.required", "nodes/4/parentId", p => With(p, 4, n => n with { ParentId = null }) },
        { "parent.notAllowed", "nodes/0/parentId", p => With(p, 0, n => n with { ParentId = "1.1" }) },
        { "parent.unknown", "nodes/4/parentId", p => With(p, 4, n => n with { ParentId = "9" }) },
        { "parent.order", "nodes/4/parentId", p => With(p, 4, n => n with { ParentId = "i5" }) },
        { "parent.order", "nodes/4/parentId", p => With(p, 4, n => n with { ParentId = "i1" }) },
        { "parent.kind", "nodes/4/parentId", p => With(p, 4, n => n with { ParentId = "1" }) },
        { "text.required", "nodes/4/text", p => With(p, 4, n => n with { Text = "" }) },
        { "text.length", "nodes/4/quote", p => With(p, 4, n => n with { Quote = new('a', PlanRules.MaxText + 1) }) },
        { "node.unknown", "nodes/4/seeAlso/1", p => With(p, 4, n => n with { SeeAlso = ["i2", "x"] }) },
        { "body.unknown", "nodes/4/responsible/0", p => With(p, 4, n => n with { Responsible = ["x"] }) },
        { "state.kind", "nodes/4/state", p => With(p, 4, n => n with { State = ActivityState.Done }) },
        { "responsibleQuote.kind", "nodes/1/responsibleQuote", p => With(p, 1, n => n with { ResponsibleQuote = "TL" }) },
        { "text.length", "nodes/2/responsibleQuote", p => With(p, 2, n => n with { ResponsibleQuote = new('a', PlanRules.MaxText + 1) }) },
        { "text.length", "nodes/1/listQuote", p => With(p, 1, n => n with { ListQuote = new('a', PlanRules.MaxText + 1) }) },
        { "text.character", "adoptedQuote", p => p with { AdoptedQuote = "a\u0007" } },
        { "text.character", "overallGoalQuote", p => p with { OverallGoalQuote = "a\u0007" } },
        { "thread.unknown", "nodes/4/threads/0", p => With(p, 4, n => n with { Threads = ["x"] }) },
        { "answer.required", "nodes/8/answerKind", p => With(p, 8, n => n with { Indicator = null }) },
        { "answer.notAllowed", "nodes/3/answerKind", p => With(p, 3, n => n with { Indicator = Specs.Deliverable }) },
        { "condition.notAllowed", "nodes/3/condition", p => With(p, 3, n => n with { Condition = "om" }) },
        { "condition.quote", "nodes/4/condition", p => With(p, 4, n => n with { Condition = "om medel finns" }) },
        { "reference.form", "nodes/7/refersTo", p => Spec(p, 7, s => s with { RefersTo = null }) },
        { "reference.form", "nodes/4/refersTo", p => Spec(p with { Nodes = [.. p.Nodes.Where(n => n.Id != "i4")] }, 4, s => s with { RefersTo = "i2" }) },
        { "reference.unknown", "nodes/7/refersTo", p => Spec(p, 7, s => s with { RefersTo = "1.1" }) },
        { "reference.unknown", "nodes/7/refersTo", p => Spec(p, 7, s => s with { RefersTo = "i4" }) },
        { "unit.kind", "nodes/4/unit", p => Spec(p, 4, s => s with { Unit = "st" }) },
        { "target.kind", "nodes/4/target", p => Spec(p, 4, s => s.AtLeast(1)) },
        { "target.value", "nodes/5/target/value", p => Spec(p, 5, s => s.AtLeast(double.NaN)) },
        { "countsPeople.kind", "nodes/4/countsPeople", p => Spec(p, 4, s => s with { CountsPeople = true }) },
        { "due.kind", "nodes/6/due", p => Spec(p, 6, s => s with { Due = null }) },
        { "due.kind", "nodes/4/due", p => Spec(p, 4, s => s with { Due = new(2021, 1, 1) }) },
        { "date.range", "nodes/6/due", p => Spec(p, 6, s => s with { Due = new(1021, 1, 1) }) },
        { "starts.kind", "nodes/4/starts", p => Spec(p, 4, s => s with { Starts = new(2021, 1, 1) }) },
        { "measurement.kind", "nodes/4/measurement", p => Spec(p, 4, s => s with { Measurement = new(MeasurementKind.PointInTime) }) },
        { "measurement.since", "nodes/8/measurement/since", p => Spec(p, 8, s => s with { Measurement = new(MeasurementKind.Cumulative) }) },
        { "measurement.since", "nodes/8/measurement/since", p => Spec(p, 8, s => s with { Measurement = new(MeasurementKind.PointInTime, new(2021, 1, 1)) }) },
        { "fraction.kind", "nodes/8/fraction", p => Spec(p, 8, s => s with { Fraction = new("a", "b") }) },
        { "fraction.countedBy", "nodes/5/fraction/countedBy", p => Spec(p, 5, s => s with { Fraction = new("a", "b", "i1") }) },
        { "parts.form", "nodes/4/parts", p => Spec(p, 4, s => s.InParts("a")) },
        { "parts.form", "nodes/4/parts", p => Spec(p, 4, s => s.InParts("a", "a")) },
        { "parts.form", "nodes/4/parts", p => Spec(p, 4, s => s.InParts("a", "Å")) },
        { "parts.kind", "nodes/4/parts", p => Spec(p, 4, s => s.InParts("a", "b") with { Kind = IndicatorKind.Qualitative }) },
        { "node.unknown", "figures/0/node", p => p with { Figures = [Figure with { Node = "x" }] } },
        { "round.unknown", "figures/0/round", p => p with { Figures = [Figure with { Round = "x" }] } },
        { "id.twice", "figures/1/id", p => p with { Figures = [Figure, Figure] } },
        { "id.twice", "derivedFigures/0/id", p => p with { Figures = [Figure with { Id = "d" }], DerivedFigures = [Derived] } },
        { "figure.asWritten", "figures/0/asWritten", p => p with { Figures = [Figure with { AsWritten = "2" }] } },
        { "text.required", "figures/0/unit", p => p with { Figures = [Figure with { Unit = "" }] } },
        { "derived.count", "derivedFigures/0/count", p => p with { DerivedFigures = [Derived with { Count = "i1" }] } },
        { "derived.share", "derivedFigures/0/share", p => p with { DerivedFigures = [Derived with { Share = "i5" }] } },
        { "node.unknown", "readings/0/node", p => p with { Readings = [new("x", ReadingKind.Kind, "x")] } },
        { "text.required", "readings/0/text", p => p with { Readings = [new(null, ReadingKind.Kind, "")] } },
        { "text.required", "threads/0/name", p => p with { Threads = [new("ung-intro", "", CoversPlan: true)] } },
        { "thread.unused", "threads/0", p => p with { Threads = [new("ung-intro", "Ung Intro")] } },
    };

    private static DocumentFigure Figure => new() { Id = "f", Text = "Antal", Value = 1, Unit = "personer", AsWritten = "1", Quote = "1" };

    private static DerivedFigureSpec Derived => new("d", DerivedFigureFormula.PersonsAboveTarget, "1.1", "Personer över målet", "i5", "i2");

    [Fact]
    public void A_plan_that_keeps_every_rule_has_no_fault()
    {
        Assert.Empty(PlanRules.FaultsOf(Whole));
        Assert.Empty(PlanRules.FaultsOf(Whole with { Figures = [Figure], DerivedFigures = [Derived], Source = Whole.Source with { Sha256 = null }, Adopted = null }));
    }

    [Theory]
    [MemberData(nameof(Slips))]
    public void A_rule_that_is_broken_is_told_with_its_place(string code, string place, Func<Plan, Plan> slip)
    {
        var faults = PlanRules.FaultsOf(slip(Whole));

        Assert.Contains((code, place), faults.Select(f => (f.Code, f.Field)));
        Assert.All(faults, f => Assert.Equal(place.Split('/')[0], f.Field.Split('/')[0]));
        Assert.All(faults, f => Assert.True(f.Swedish.Length > 0 && f.English.Length > 0));
    }

    [Fact]
    public void Every_plan_that_comes_with_the_app_keeps_every_rule() => Assert.All(PlanLibrary.All, p => Assert.Empty(PlanRules.FaultsOf(p)));

    private static Plan With(Plan plan, int order, Func<PlanNode, PlanNode> change) => plan with { Nodes = [.. plan.Nodes.Select((n, i) => i == order ? change(n) : n)] };

    private static Plan Spec(Plan plan, int order, Func<IndicatorSpec, IndicatorSpec> change) => With(plan, order, n => n with { Indicator = change(n.Indicator!) });
}
