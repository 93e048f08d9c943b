using Hsvo.Domain.Plans;

namespace Hsvo.Plans.Tests;

/// <summary>Counted by hand in the document, goal by goal.</summary>
public sealed class Hsvo2021Counts
{
    private static readonly Plan Plan = PlanLibrary.Hsvo2021;

    [Theory]
    [InlineData("2.1.1", 2, 4, 4, 0)]
    [InlineData("2.1.2", 1, 1, 1, 0)]
    [InlineData("2.1.3", 1, 4, 4, 0)]
    [InlineData("2.1.4", 1, 1, 1, 0)]
    [InlineData("2.2.1", 2, 3, 2, 1)]
    [InlineData("2.2.2", 1, 3, 3, 0)]
    [InlineData("2.2.3", 5, 8, 4, 2)]
    [InlineData("2.3.1", 2, 7, 7, 0)]
    [InlineData("2.3.2", 1, 1, 1, 0)]
    [InlineData("2.3.3", 1, 2, 2, 0)]
    [InlineData("2.3.4", 2, 2, 2, 0)]
    [InlineData("2.3.5", 2, 2, 2, 0)]
    public void A_goals_table_has_its_rows(string goal, int priorityAreas, int activities, int indicators, int references)
    {
        var nodes = Plan.Nodes.Where(n => n.Id.StartsWith(goal + ".", StringComparison.Ordinal)).ToList();

        Assert.Equal(priorityAreas, nodes.Count(n => n.Kind == NodeKind.PriorityArea));
        Assert.Equal(activities, nodes.Count(n => n.Kind == NodeKind.Activity));
        Assert.Equal(indicators, nodes.Count(n => n.Indicator is { Kind: not IndicatorKind.Reference }));
        Assert.Equal(references, nodes.Count(n => n.Indicator is { Kind: IndicatorKind.Reference }));
    }

    [Fact]
    public void The_plan_has_3_focus_areas_12_goals_33_indicators_and_3_references()
    {
        Assert.Equal(["2.1", "2.2", "2.3"], Plan.FocusAreas.Select(a => a.Id));
        Assert.Equal(
            ["2.1.1", "2.1.2", "2.1.3", "2.1.4", "2.2.1", "2.2.2", "2.2.3", "2.3.1", "2.3.2", "2.3.3", "2.3.4", "2.3.5"],
            Plan.Nodes.Where(n => n.Kind == NodeKind.Goal).Select(g => g.Id));
        Assert.Equal(21, Plan.Nodes.Count(n => n.Kind == NodeKind.PriorityArea));
        Assert.Equal(38, Plan.Nodes.Count(n => n.Kind == NodeKind.Activity));
        Assert.Equal(33, Plan.Indicators.Count(i => i.Indicator!.Kind != IndicatorKind.Reference));
        Assert.Equal(3, Plan.Indicators.Count(i => i.Indicator!.Kind == IndicatorKind.Reference));
        Assert.Equal(110, Plan.Nodes.Count);
    }

    [Fact]
    public void The_plan_has_13_ordinary_operations_7_boards_and_8_reporting_units()
    {
        Assert.Equal(13, Plan.OrdinaryOperations.Count);
        Assert.Equal(7, Plan.Boards.Count);
        Assert.Equal(8, Plan.Departments.Count);
    }
}
