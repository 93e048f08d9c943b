using Hsvo.Domain.Plans;

namespace Hsvo.Plans.Tests;

/// <summary>What the plan for 2019 tells the app: goals, kinds, target groups, conditions, who answers, and when.</summary>
public sealed class Nsu2019Content
{
    private static readonly Plan Plan = PlanLibrary.Nsu2019;

    [Fact]
    public void The_header_is_the_documents()
    {
        Assert.Equal(new PlanKey("uppsala", "nsu-2019"), Plan.Key);
        Assert.Equal(2019, Plan.Year);
        Assert.Equal(new DateOnly(2018, 10, 16), Plan.Adopted);
        Assert.Equal("Politiska styrgruppen för närvård", Plan.AdoptedBy);
        Assert.Null(Plan.Source.Diarienummer);
        Assert.Equal("Länets invånare upplever en god, sammanhållen och nära hälso- och sjukvård och omsorg", Plan.OverallGoal);
    }

    [Fact]
    public void The_goal_that_stands_in_the_list_alone_has_neither_rows_nor_a_number_of_the_documents()
    {
        var goal = Plan.Node("5.3");

        Assert.Empty(Plan.ChildrenOf(goal.Id));
        Assert.Null(goal.Number);
        Assert.StartsWith("De mål som finns i handlingsplan ”psykisk hälsa”", goal.Quote, StringComparison.Ordinal);
        Assert.All(Plan.Nodes.Where(n => n.Kind == NodeKind.Goal && n != goal), g => Assert.Equal(g.Id, g.Number));
    }

    [Theory]
    [InlineData("3.3.p1", "lokal- samhällen", "lokalsamhällen")]
    [InlineData("4.2.p1", "kommunikations- verktyg", "kommunikationsverktyg")]
    [InlineData("5.2.p10", "missbruks- problem", "missbruksproblem")]
    public void A_word_that_a_line_end_broke_is_joined_in_the_text_and_not_in_the_quote(string node, string broken, string joined)
    {
        Assert.Contains(broken, Plan.Node(node).Quote, StringComparison.Ordinal);
        Assert.Contains(joined, Plan.Node(node).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(broken, Plan.Node(node).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void No_text_has_a_broken_word_left()
    {
        Assert.All(Plan.Nodes, n => Assert.DoesNotMatch(@"\w- (?!och |som )", n.Text));
    }

    [Fact]
    public void An_indicator_is_a_yes_or_no_where_the_document_writes_it_and_has_as_many_parts()
    {
        foreach (var indicator in Plan.Indicators)
        {
            var marks = indicator.Quote.ToUpperInvariant().Split("(JA/NEJ)").Length - 1;

            Assert.Equal(marks > 0, indicator.Indicator!.IsYesNo);
            Assert.Equal(marks > 1 ? marks : 0, indicator.Indicator.Parts.Count);
        }
    }

    [Fact]
    public void One_row_counts_one_asks_for_a_percentage_nine_go_on_and_none_has_a_target_or_a_date()
    {
        Assert.All(Plan.Indicators, i => Assert.True(i.Indicator!.Target is null && i.Indicator.Due is null, i.Id));
        Assert.Equal(["3.1.i1"], Of(IndicatorKind.Count));
        Assert.Equal("riktlinjer/rutiner", Plan.Node("3.1.i1").Indicator!.Unit);
        Assert.Equal(["5.2.i4"], Of(IndicatorKind.Percentage));
        Assert.Equal("procent", Plan.Node("5.2.i4").Indicator!.Unit);
        Assert.Equal(["4.1.i2", "4.3.i3", "5.2.i3", "5.2.i5", "5.2.i6", "5.2.i8", "5.2.i9", "5.2.i13", "5.2.i14"], Of(IndicatorKind.Continuing));
        Assert.Equal(26, Of(IndicatorKind.Deliverable).Count());

        static IEnumerable<string> Of(IndicatorKind kind) => Plan.Indicators.Where(i => i.Indicator!.Kind == kind).Select(i => i.Id);
    }

    [Fact]
    public void The_two_projects_of_one_row_are_its_parts()
    {
        Assert.Equal(["innovationskompetens", "trygg-hemgang"], Plan.Node("4.1.i2").Indicator!.Parts.Select(p => p.Id));
    }

    [Fact]
    public void The_row_that_depends_on_a_grant_says_so_and_no_other_does()
    {
        var conditional = Assert.Single(Plan.Nodes, n => n.Condition is not null);

        Assert.Equal("5.2.i6", conditional.Id);
        Assert.Equal("under förutsättning att ansökan beviljas", conditional.Condition);
        Assert.All(Plan.Nodes.Where(n => n.Quote.Contains("förutsättning att", StringComparison.Ordinal)), n => Assert.NotNull(n.Condition));
    }

    [Fact]
    public void A_row_has_the_target_group_of_its_table_down_to_its_indicators()
    {
        Assert.All(Plan.Nodes.Where(n => n.Id.StartsWith("5.2.", StringComparison.Ordinal)), n => Assert.NotNull(n.TargetGroup));
        Assert.All(Plan.Nodes.Where(n => !n.Id.StartsWith("5.2.", StringComparison.Ordinal)), n => Assert.Null(n.TargetGroup));
        Assert.All(
            Plan.Nodes.Where(n => n.Kind is NodeKind.Activity or NodeKind.Indicator),
            n => Assert.Equal(Plan.Node(n.ParentId!).TargetGroup, n.TargetGroup));
    }

    [Theory]
    [InlineData("3.1.i1", "amn osn scn ubn aln shs vs")]
    [InlineData("3.2.i1", "nvs")]
    [InlineData("4.2.i1", "osn shs")]
    [InlineData("4.3.i1", "amn osn scn ubn aln shs vs nvs")]
    [InlineData("4.3.i4", "amn osn scn ubn aln shs vs")]
    [InlineData("5.1.i1", "nvs")]
    [InlineData("5.1.i2", "nvs")]
    [InlineData("5.1.i3", "amn osn scn ubn aln shs vs")]
    [InlineData("5.2.i1", "nvs")]
    [InlineData("5.2.i4", "amn osn scn ubn aln shs vs")]
    [InlineData("5.2.i5", "nvs")]
    [InlineData("5.2.i11", "nvs")]
    public void Departments_answer_for_the_bodies_of_the_Ansvar_column(string indicator, string departments)
    {
        Assert.Equal(departments, string.Join(' ', Plan.Owing(Plan.Node(indicator)).Select(d => d.Id)));
    }

    [Fact]
    public void Three_rounds_end_in_May_October_and_January()
    {
        Assert.Equal(
            [("2019-05", new DateOnly(2019, 5, 31), false), ("2019-10", new DateOnly(2019, 10, 31), false), ("2020-01", new DateOnly(2020, 1, 31), true)],
            Plan.Rounds.Select(r => (r.Id, r.Ends, r.IsFinal)));
    }
}
