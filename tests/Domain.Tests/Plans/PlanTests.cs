using Hsvo.Domain.Plans;
using static Hsvo.TestKit.Builders.PlanBuilder;

namespace Hsvo.Domain.Tests.Plans;

public sealed class PlanTests
{
    [Fact]
    public void A_nodes_level_is_its_depth()
    {
        var plan = APlan().WithIndicator("deep", IndicatorKind.Deliverable).UnderPriorityArea().WithIndicator("shallow", IndicatorKind.Deliverable).Build();
        string[] ids = ["1", "1.1", "1.1.p1", "1.1.a1", "deep", "shallow"];

        Assert.Equal([0, 1, 2, 3, 4, 3], ids.Select(id => plan.LevelOf(plan.Node(id))));
    }

    [Fact]
    public void A_row_is_owed_by_every_department_of_its_bodies_once_and_in_the_plans_order()
    {
        var plan = APlan()
            .WithDepartment("aln", Principal.Kommun).WithDepartment("vs", Principal.Region).WithDepartment("nvs", Principal.Joint)
            .WithIndicator("i1", IndicatorKind.Deliverable, "nvs", "aln").WithIndicator("i2", IndicatorKind.Deliverable, "aln", "vs").Build();
        var both = plan.Node("i1") with { Responsible = ["aln-vs", "nvs-aln", "unknown"] };

        Assert.Equal(["aln", "nvs"], plan.Owing(plan.Node("i1")).Select(d => d.Id));
        Assert.Equal(["aln", "vs", "nvs"], plan.Owing(both).Select(d => d.Id));
    }

    [Fact]
    public void Nobody_owes_a_reference_or_a_node_that_is_no_indicator()
    {
        var plan = APlan().WithIndicator("i1", IndicatorKind.Deliverable).WithReference("i2", to: "i1").Build();

        Assert.Empty(plan.Owing(plan.Node("i2")));
        Assert.Empty(plan.Owing(plan.Node("1.1") with { Responsible = ["all"] }));
    }

    [Fact]
    public void A_plan_as_one_department_answers_it_keeps_every_node_and_that_departments_rows_alone()
    {
        var plan = APlan().WithIndicator("i1", IndicatorKind.Deliverable).WithIndicator("i2", IndicatorKind.Deliverable, "aln").Build();

        var answered = plan.AnsweredBy("vs");

        Assert.Equal(plan.Nodes, answered.Nodes);
        Assert.Equal(plan.Departments, answered.Departments);
        Assert.Equal(["vs"], answered.Owing(answered.Node("i1")).Select(d => d.Id));
        Assert.Empty(answered.Owing(answered.Node("i2")));
        Assert.Equal(["aln", "vs"], plan.Owing(plan.Node("i1")).Select(d => d.Id));
    }

    [Fact]
    public void What_is_not_in_the_plan_is_not_found()
    {
        var plan = APlan().WithIndicator("i1", IndicatorKind.Deliverable).Build();

        Assert.Null(plan.Find("i9"));
        Assert.Null(plan.FindRound("2021-06"));
        Assert.Null(plan.FindDepartment("VS"));
        Assert.Throws<KeyNotFoundException>(() => plan.Node("i9"));
        Assert.Equal("i1", plan.Find("i1")!.Id);
        Assert.Equal(["1"], plan.FocusAreas.Select(n => n.Id));
    }

    [Theory]
    [InlineData(TargetDirection.AtLeast, 9.9, false)]
    [InlineData(TargetDirection.AtLeast, 10, true)]
    [InlineData(TargetDirection.AtLeast, 10.1, true)]
    [InlineData(TargetDirection.AtMost, 9.9, true)]
    [InlineData(TargetDirection.AtMost, 10, true)]
    [InlineData(TargetDirection.AtMost, 10.1, false)]
    [InlineData(TargetDirection.MoreThan, 10, false)]
    [InlineData(TargetDirection.MoreThan, 10.1, true)]
    [InlineData(TargetDirection.LessThan, 9.9, true)]
    [InlineData(TargetDirection.LessThan, 10, false)]
    public void A_target_is_met_on_its_good_side_and_at_its_bound_but_a_baseline_has_to_be_bettered(TargetDirection direction, double number, bool isMet) =>
        Assert.Equal(isMet, new Target(direction, 10).IsMetBy(number));

    [Fact]
    public void A_plan_is_for_its_calendar_year_unless_its_document_says_otherwise()
    {
        var plan = APlan().Build();
        var insats = plan with { Period = new(new(2018, 1, 1), new(2019, 12, 31)) };

        Assert.Equal((new DateOnly(2021, 1, 1), new DateOnly(2021, 12, 31)), (plan.FirstDay, plan.LastDay));
        Assert.Equal((new DateOnly(2018, 1, 1), new DateOnly(2019, 12, 31)), (insats.FirstDay, insats.LastDay));
    }
}
