using Hsvo.Domain.Plans;

namespace Hsvo.Plans.Tests;

/// <summary>What holds of every plan: levels, numbering, who answers.</summary>
public sealed class PlanContent
{
    public static TheoryData<string> All => PlanQuotes.All;

    public static TheoryData<string> Plans => PlanQuotes.Plans;

    [Theory]
    [MemberData(nameof(All))]
    public void Every_node_stands_after_its_parent_at_the_level_of_its_kind(string id)
    {
        var plan = PlanLibrary.Load(id);
        var seen = new HashSet<string>();
        foreach (var node in plan.Nodes)
        {
            int[] levels = node.Kind switch
            {
                NodeKind.FocusArea or NodeKind.GoalGroup => [0],
                NodeKind.Goal => [1],
                _ when plan.Kind != PlanKind.Verksamhetsplan => [2],
                NodeKind.PriorityArea => [2],
                NodeKind.Activity => [3],
                _ => [3, 4],
            };

            Assert.True(node.ParentId is null || seen.Contains(node.ParentId), $"{node.Id} stands before its parent");
            Assert.Contains(plan.LevelOf(node), levels);
            Assert.Equal(node.Kind == NodeKind.Indicator, node.Indicator is not null);
            Assert.True(node.ParentId is null || plan.GoalOf(node).Kind == NodeKind.Goal);
            seen.Add(node.Id);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Indicators_are_numbered_through_their_goal_and_so_are_areas_and_activities(string id)
    {
        var cells = PlanLibrary.Load(id).Nodes.Where(n => n.Kind is not (NodeKind.FocusArea or NodeKind.GoalGroup or NodeKind.Goal));
        foreach (var column in cells.GroupBy(n => n.Id[..(n.Id.LastIndexOf('.') + 2)]))
        {
            var numbers = column.Select(n => int.Parse(n.Id[column.Key.Length..], System.Globalization.CultureInfo.InvariantCulture));

            Assert.Equal(Enumerable.Range(1, column.Count()), numbers.Order());
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Every_row_that_is_answered_is_owed_by_a_department(string id)
    {
        var plan = PlanLibrary.Load(id);

        Assert.All(plan.Indicators, i => Assert.NotEmpty(i.Responsible));
        Assert.All(plan.Indicators.Where(i => i.Indicator!.Kind != IndicatorKind.Reference), i => Assert.NotEmpty(plan.Owing(i)));
        Assert.True(plan.ResponsibilityIsAssumed);
    }

    [Theory]
    [MemberData(nameof(Plans))]
    public void Boards_and_reporting_units_are_the_same_in_every_yearly_plan(string id)
    {
        var plan = PlanLibrary.Load(id);

        Assert.Equal(["amn", "osn", "scn", "ubn", "aln", "shs", "vs"], plan.Boards.Select(b => b.Id));
        Assert.Equal(PlanLibrary.Hsvo2021.Departments, plan.Departments);
    }

    [Theory]
    [MemberData(nameof(Plans))]
    public void Names_that_no_document_gives_are_marked_as_assumed(string id)
    {
        var plan = PlanLibrary.Load(id);

        Assert.Equal(["scn", "aln", "shs", "vs"], plan.Departments.Where(d => d.NameIsAssumed).Select(d => d.Id));
        Assert.Equal(["shs", "vs"], plan.Departments.Where(d => d.Principal == Principal.Region).Select(d => d.Id));
        Assert.Equal(["nvs"], plan.Departments.Where(d => d.Principal == Principal.Joint).Select(d => d.Id));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_unit_that_answers_in_several_plans_has_one_name(string id)
    {
        var names = PlanLibrary.All.SelectMany(p => p.Departments).ToLookup(d => d.Id);

        Assert.All(PlanLibrary.Load(id).Departments, d => Assert.All(names[d.Id], other => Assert.Equal((d.Name, d.Principal), (other.Name, other.Principal))));
    }

    [Fact]
    public void The_library_lists_every_plan_by_id()
    {
        Assert.Equal(["ekonomiskt-bistand-2023", "hsvo-2021", "lokussamordnare-2018", "nsu-2019"], PlanLibrary.All.Select(p => p.Id));
        Assert.All(PlanLibrary.All, p => Assert.Equal("uppsala", p.Area));
    }
}
