using Hsvo.Domain.Plans;
using Hsvo.TestKit.Builders;
using static Hsvo.TestKit.Builders.PlanBuilder;

namespace Hsvo.Domain.Tests.Plans;

public sealed class PlanHealthTests
{
    private static readonly IndicatorSpec Whole = new() { Kind = IndicatorKind.Milestone, Due = new(2021, 12, 31) };

    [Fact]
    public void A_plan_whose_rows_say_all_that_is_needed_has_no_finding()
    {
        var plan = APlan()
            .WithIndicator("i1", Whole)
            .WithIndicator("i2", Specs.Count.AtLeast(10) with { Unit = "text" })
            .WithIndicator("i3", Specs.Percentage.AtMost(1))
            .WithIndicator("i4", Specs.Continuing)
            .WithIndicator("i5", Specs.Qualitative)
            .WithReference("i6", to: "i1")
            .Build();

        Assert.Empty(PlanHealth.FindingsOf(plan));
    }

    [Fact]
    public void An_activity_without_indicator_is_found_whether_or_not_its_area_has_one_and_told_apart()
    {
        var plan = APlan().WithIndicator("i1", Whole).UnderActivity("a2").UnderGoal("1.2").UnderPriorityArea().WithIndicator("i2", Whole).Build();
        plan = plan with { Nodes = [.. plan.Nodes, Node("1.1.a2", NodeKind.Activity, "1.1.p1"), Node("1.2.a1", NodeKind.Activity, "1.2.p1")] };

        var findings = PlanHealth.FindingsOf(plan);

        Assert.Equal([("activity.noIndicator", "1.1.a2"), ("activity.noIndicator", "1.2.a1")], findings.Select(f => (f.Code, f.Node!)));
        Assert.Contains("flera aktiviteter", findings[1].Swedish, StringComparison.Ordinal);
        Assert.DoesNotContain("flera aktiviteter", findings[0].Swedish, StringComparison.Ordinal);
    }

    [Fact]
    public void Focus_areas_goals_and_priority_areas_with_nothing_below_them_are_found()
    {
        var plan = APlan().WithIndicator("i1", Whole).Build();
        plan = plan with
        {
            Nodes =
            [
                .. plan.Nodes, Node("1.2", NodeKind.Goal, "1"), Node("1.1.p2", NodeKind.PriorityArea, "1.1") with { Responsible = ["all"], ResponsibleQuote = "Alla" },
                Node("2", NodeKind.FocusArea, null),
            ],
        };

        Assert.Equal([("goal.noTable", "1.2"), ("priorityArea.empty", "1.1.p2"), ("focusArea.noGoal", "2")], Told(plan));
    }

    [Fact]
    public void A_compound_row_is_found() => Assert.Equal([("indicator.compound", "i1")], Told(With(Whole with { Parts = [new("a", "a"), new("b", "b")] })));

    [Fact]
    public void A_row_that_holds_under_a_condition_is_found() => Assert.Equal([("indicator.conditional", "i1")], Told(With(Whole, n => n with { Condition = "om ansökan beviljas" })));

    [Theory]
    [InlineData(IndicatorKind.Count, "indicator.noTarget indicator.noUnit")]
    [InlineData(IndicatorKind.Percentage, "indicator.noTarget")]
    [InlineData(IndicatorKind.Amount, "indicator.noTarget")]
    [InlineData(IndicatorKind.Deliverable, "indicator.noDate")]
    [InlineData(IndicatorKind.Milestone, "indicator.noDate")]
    [InlineData(IndicatorKind.Continuing, "")]
    [InlineData(IndicatorKind.Qualitative, "")]
    public void What_a_row_does_not_say_is_found_by_its_kind(IndicatorKind kind, string expected) =>
        Assert.Equal(expected, string.Join(' ', Told(With(new() { Kind = kind })).Select(f => f.Code)));

    [Theory]
    [InlineData("Antal riktlinjer/ rutiner", "riktlinjer/rutiner", false)]
    [InlineData("Antal Medarbetare som utbildats", "medarbetare", false)]
    [InlineData("Andel ungdomar i arbete", "procent", true)]
    public void A_unit_is_assumed_unless_the_row_has_its_words(string quote, string unit, bool isAssumed)
    {
        var plan = With(Specs.Count.AtLeast(1) with { Unit = unit }, n => n with { Quote = quote });

        Assert.Equal(isAssumed ? [("indicator.unitAssumed", "i1")] : [], Told(plan));
    }

    [Fact]
    public void A_row_without_body_or_with_one_that_nobody_answers_for_is_found()
    {
        var none = With(Whole, n => n with { Responsible = [] });
        var nobody = With(Whole, n => n with { Responsible = ["all", "styrgrupp"] });
        nobody = nobody with { Bodies = [.. nobody.Bodies, new("styrgrupp", "Styrgruppen", "", "", [])] };

        Assert.Equal([("row.noResponsible", "i1")], Told(none));
        Assert.Equal([("row.nobodyOwes", "i1")], Told(nobody));
    }

    [Fact]
    public void A_row_whose_Ansvar_cell_is_empty_is_found_unless_it_shares_one_that_names_its_bodies()
    {
        var plan = APlan().WithIndicator("i1", Whole, "aln").WithIndicator("i2", Whole, "aln").WithIndicator("i3", Whole, "vs").Build();
        plan = plan with { Nodes = [.. plan.Nodes.Select(n => n.Id == "i1" ? n : n with { ResponsibleQuote = null })] };

        Assert.Equal([("row.responsibleAssumed", "i3")], Told(plan));
        Assert.Contains("Organ vs", PlanHealth.FindingsOf(plan)[0].Swedish, StringComparison.Ordinal);
        Assert.Empty(Told(plan with { Source = plan.Source with { Sha256 = null } }));
    }

    [Fact]
    public void A_cell_is_shared_neither_with_another_goal_nor_with_another_target_groups_table()
    {
        var plan = APlan().WithIndicator("i1", Whole).WithIndicator("i2", Whole).UnderGoal("1.2").WithIndicator("i3", Whole).Build();
        plan = plan with
        {
            Nodes = [.. plan.Nodes.Select(n => n.Id switch
            {
                "i2" => n with { ResponsibleQuote = null, TargetGroup = "Vuxna" },
                "i3" => n with { ResponsibleQuote = null },
                _ => n,
            })],
        };

        Assert.Equal([("row.responsibleAssumed", "i2"), ("row.responsibleAssumed", "i3")], Told(plan));
    }

    [Fact]
    public void What_the_plan_as_a_whole_depends_on_is_found()
    {
        var plan = With(Whole) with { Conditions = [new("Medel beviljas", "under förutsättning att medel beviljas")] };

        var finding = Assert.Single(PlanHealth.FindingsOf(plan));

        Assert.Equal(("plan.conditional", null), (finding.Code, finding.Node));
        Assert.Contains("Medel beviljas", finding.Swedish, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_assumed_of_the_organisation_is_found()
    {
        var plan = With(Whole);
        plan = plan with { ResponsibilityIsAssumed = true, Departments = [plan.Departments[0] with { NameIsAssumed = true }, plan.Departments[1]] };

        Assert.Equal(["responsibility.assumed", "department.nameAssumed"], PlanHealth.FindingsOf(plan).Select(f => f.Code));
        Assert.All(PlanHealth.FindingsOf(plan), f => Assert.Null(f.Node));
    }

    [Theory]
    [InlineData("i9")]
    [InlineData("1.1")]
    [InlineData("i2")]
    public void A_reference_that_points_at_no_answered_row_is_found(string to)
    {
        var plan = APlan().WithIndicator("i1", Whole).WithReference("i2", to: "i1").WithReference("i3", to).Build();

        Assert.Equal([("reference.nowhere", "i3")], Told(plan));
    }

    [Fact]
    public void A_text_that_points_at_no_node_is_found() => Assert.Equal([("seeAlso.nowhere", "i1")], Told(With(Whole, n => n with { SeeAlso = ["1.1", "9.9"] })));

    private static IEnumerable<(string Code, string Node)> Told(Plan plan) => PlanHealth.FindingsOf(plan).Select(f => (f.Code, f.Node!));

    private static Plan With(IndicatorSpec spec, Func<PlanNode, PlanNode>? change = null)
    {
        var plan = APlan().WithIndicator("i1", spec).Build();
        return plan with { Nodes = [.. plan.Nodes.Select(n => n.Id == "i1" && change is not null ? change(n) : n)] };
    }

    private static PlanNode Node(string id, NodeKind kind, string? parent) => new() { Id = id, Kind = kind, ParentId = parent, Text = id, Quote = id };
}
