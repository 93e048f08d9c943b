using Hsvo.Domain.Plans;

namespace Hsvo.Plans.Tests;

/// <summary>Counted by hand in the document, goal by goal.</summary>
public sealed class Nsu2019Counts
{
    private static readonly Plan Plan = PlanLibrary.Nsu2019;

    [Theory]
    [InlineData("3.1", 4, 5, 5)]
    [InlineData("3.2", 1, 2, 2)]
    [InlineData("3.3", 1, 1, 1)]
    [InlineData("3.4", 1, 2, 3)]
    [InlineData("4.1", 1, 1, 2)]
    [InlineData("4.2", 1, 1, 1)]
    [InlineData("4.3", 2, 4, 4)]
    [InlineData("5.1", 3, 5, 5)]
    [InlineData("5.2", 13, 14, 14)]
    [InlineData("5.3", 0, 0, 0)]
    public void A_goals_tables_have_their_rows(string goal, int priorityAreas, int activities, int indicators)
    {
        var nodes = Plan.Nodes.Where(n => n.Id.StartsWith(goal + ".", StringComparison.Ordinal)).ToList();

        Assert.Equal(priorityAreas, nodes.Count(n => n.Kind == NodeKind.PriorityArea));
        Assert.Equal(activities, nodes.Count(n => n.Kind == NodeKind.Activity));
        Assert.Equal(indicators, nodes.Count(n => n.Kind == NodeKind.Indicator));
    }

    [Theory]
    [InlineData("Barn och unga", 3, 3, 3)]
    [InlineData("Unga personer (19–29 år)", 1, 2, 2)]
    [InlineData("Vuxna", 3, 3, 3)]
    [InlineData("Äldre", 2, 2, 2)]
    [InlineData("Alla målgrupper", 4, 4, 4)]
    public void A_target_groups_table_has_its_rows(string group, int priorityAreas, int activities, int indicators)
    {
        var nodes = Plan.Nodes.Where(n => n.TargetGroup == group).ToList();

        Assert.Equal(priorityAreas, nodes.Count(n => n.Kind == NodeKind.PriorityArea));
        Assert.Equal(activities, nodes.Count(n => n.Kind == NodeKind.Activity));
        Assert.Equal(indicators, nodes.Count(n => n.Kind == NodeKind.Indicator));
        Assert.All(nodes, n => Assert.StartsWith("5.2.", n.Id, StringComparison.Ordinal));
    }

    [Fact]
    public void The_plan_has_3_focus_areas_10_goals_and_37_indicators()
    {
        Assert.Equal(["3", "4", "5"], Plan.FocusAreas.Select(a => a.Id));
        Assert.Equal(["3.1", "3.2", "3.3", "3.4", "4.1", "4.2", "4.3", "5.1", "5.2", "5.3"], Plan.Nodes.Where(n => n.Kind == NodeKind.Goal).Select(g => g.Id));
        Assert.Equal(27, Plan.Nodes.Count(n => n.Kind == NodeKind.PriorityArea));
        Assert.Equal(35, Plan.Nodes.Count(n => n.Kind == NodeKind.Activity));
        Assert.Equal(37, Plan.Indicators.Count());
        Assert.Equal(112, Plan.Nodes.Count);
        Assert.Equal(11, Plan.OrdinaryOperations.Count);
    }

    [Fact]
    public void The_indicators_ask_for_38_answers_and_the_document_writes_36_yes_or_no()
    {
        var marks = SourceDocument.Of("nsu-2019").Source.Text.Split("(ja/nej)").Length - 1 + SourceDocument.Of("nsu-2019").Source.Text.Split("(Ja/Nej)").Length - 1;

        Assert.Equal(36, marks);
        Assert.Equal(38, Plan.Indicators.Sum(i => Math.Max(1, i.Indicator!.Parts.Count)));
        Assert.Equal(36, Plan.Indicators.Where(i => i.Indicator!.IsYesNo).Sum(i => Math.Max(1, i.Indicator!.Parts.Count)));
    }
}
