using Hsvo.Domain.Plans;

namespace Hsvo.Plans.Tests;

/// <summary>What the plan tells the app: levels, kinds, references, who answers, and when.</summary>
public sealed class Hsvo2021Content
{
    private static readonly Plan Plan = PlanLibrary.Hsvo2021;

    [Fact]
    public void The_header_is_the_documents()
    {
        Assert.Equal(new PlanKey("uppsala", "hsvo-2021"), Plan.Key);
        Assert.Equal(2021, Plan.Year);
        Assert.Equal(new DateOnly(2020, 10, 21), Plan.Adopted);
        Assert.Equal("Samråd HSVO Uppsala", Plan.AdoptedBy);
        Assert.Equal("UBN-2020-08327", Plan.Source.Diarienummer);
        Assert.Equal("Länets invånare upplever en god, sammanhållen och nära hälso- och sjukvård och omsorg", Plan.OverallGoal);
        Assert.Equal(1, Plan.Version);
    }

    [Fact]
    public void Indicators_without_a_clear_activity_stand_under_their_priority_area()
    {
        Assert.Equal(["2.1.1.i4", "2.2.1.i1", "2.2.1.i2", "2.2.3.i6"], Plan.Indicators.Where(i => Plan.LevelOf(i) == 3).Select(i => i.Id));
    }

    [Theory]
    [InlineData("2.1.1.i1", "2.1.1.a1")]
    [InlineData("2.1.3.i1", "2.1.3.a1")]
    [InlineData("2.1.3.i4", "2.1.3.a4")]
    [InlineData("2.3.1.i1", "2.3.1.a1")]
    [InlineData("2.3.1.i4", "2.3.1.a4")]
    [InlineData("2.3.1.i6", "2.3.1.a6")]
    [InlineData("2.3.4.i2", "2.3.4.a2")]
    public void Indicators_with_a_clear_activity_stand_under_it(string indicator, string activity)
    {
        Assert.Equal(activity, Plan.Node(indicator).ParentId);
    }

    [Fact]
    public void The_row_under_a_lone_rule_continues_the_first_priority_area()
    {
        Assert.Equal(["2.2.3.a1", "2.2.3.a2"], Plan.ChildrenOf("2.2.3.p1").Select(n => n.Id));
    }

    [Fact]
    public void No_row_has_a_target_or_a_date_and_one_alone_counts_something()
    {
        var answered = Plan.Indicators.Where(i => i.Indicator!.Kind != IndicatorKind.Reference).ToList();

        Assert.All(answered, i => Assert.Null(i.Indicator!.Target));
        Assert.All(answered, i => Assert.Null(i.Indicator!.Due));
        Assert.Equal(["2.2.3.i3"], answered.Where(i => i.Indicator!.IsNumber).Select(i => i.Id));
        Assert.Equal("medarbetare", Plan.Node("2.2.3.i3").Indicator!.Unit);
        Assert.Equal(["2.1.1.i4"], answered.Where(i => i.Indicator!.Kind == IndicatorKind.Qualitative).Select(i => i.Id));
        Assert.Equal(
            ["2.1.1.i1", "2.1.3.i1", "2.1.3.i2", "2.1.3.i4", "2.2.1.i1", "2.2.2.i2", "2.2.3.i5", "2.3.1.i2"],
            answered.Where(i => i.Indicator!.Kind == IndicatorKind.Continuing).Select(i => i.Id));
        Assert.Equal(23, answered.Count(i => i.Indicator!.Kind == IndicatorKind.Deliverable));
    }

    [Theory]
    [InlineData("2.1.3.i1", "verksamhetsplaner", "uppdragsbeskrivningar")]
    [InlineData("2.1.3.i4", "information", "deltagande")]
    [InlineData("2.2.3.i3", "halsoframjande-arbetsplats", "mota-patient-brukare")]
    [InlineData("2.2.3.i6", "ledtider", "in-och-utskrivning", "aterinlaggningar")]
    [InlineData("2.3.1.i2", "arbete", "uppfoljning")]
    [InlineData("2.3.1.i3", "samverkansformer", "behov")]
    [InlineData("2.3.1.i7", "finns", "etablerad")]
    [InlineData("2.3.5.i1", "genomforda", "utvarderade")]
    [InlineData("2.3.5.i2", "kartlaggning", "analys")]
    public void A_compound_row_has_its_parts(string indicator, params string[] parts)
    {
        Assert.Equal(parts, Plan.Node(indicator).Indicator!.Parts.Select(p => p.Id));
    }

    [Fact]
    public void Nine_rows_are_compound()
    {
        Assert.Equal(9, Plan.Indicators.Count(i => i.Indicator!.Parts.Count > 0));
    }

    [Theory]
    [InlineData("2.2.1.i3", "2.3.5.i2", "Omstart i spåren av Covid-19")]
    [InlineData("2.2.3.i1", "2.1.3.i2", "projekt Patientkontrakt")]
    [InlineData("2.2.3.i2", "2.3.4.i1", "psykisk ohälsa vid vårdcentrum")]
    public void A_reference_shows_the_row_that_speaks_of_the_same(string reference, string row, string subject)
    {
        var named = Plan.Node(row);
        var above = Plan.Node(Plan.Node(named.ParentId!).ParentId!);

        Assert.Equal(row, Plan.Node(reference).Indicator!.RefersTo);
        Assert.NotEqual(IndicatorKind.Reference, named.Indicator!.Kind);
        Assert.Contains(subject, named.Text + above.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_text_points_at_in_passing_is_named()
    {
        Assert.Equal(
            [("2.1.1.a1", "2.3"), ("2.1.1.a2", "2.3.1"), ("2.3.1.a5", "2.3.4")],
            Plan.Nodes.SelectMany(n => n.SeeAlso.Select(other => (n.Id, other))));
        Assert.All(Plan.Nodes.Where(n => n.Text.Contains("(se ", StringComparison.Ordinal)), n => Assert.NotEmpty(n.SeeAlso));
    }

    [Theory]
    [InlineData("au", "2.1.1.p1")]
    [InlineData("samrad tl", "2.1.2.p1", "2.1.3.p1", "2.3.1.p1", "2.3.1.p2")]
    public void A_priority_area_and_its_indicators_have_the_bodies_of_the_Ansvar_column(string bodies, params string[] areas)
    {
        Assert.Equal(areas, Plan.Nodes.Where(n => n.Kind == NodeKind.PriorityArea && string.Join(' ', n.Responsible) == bodies).Select(n => n.Id));
        Assert.All(Plan.Indicators, i => Assert.Equal(Above(i, NodeKind.PriorityArea).Responsible, i.Responsible));
        Assert.All(Plan.Indicators, i => Assert.All(i.Responsible, body => Assert.Contains(body, new[] { "samrad", "au", "tl" })));
    }

    [Theory]
    [InlineData("2.1.1.i1", "nvs")]
    [InlineData("2.1.1.i3", "amn osn scn ubn aln shs vs")]
    [InlineData("2.1.2.i1", "amn osn scn ubn aln shs vs nvs")]
    [InlineData("2.2.3.i1", "")]
    public void Departments_answer_for_the_bodies_they_sit_in(string indicator, string departments)
    {
        Assert.Equal(departments, string.Join(' ', Plan.Owing(Plan.Node(indicator)).Select(d => d.Id)));
    }

    [Fact]
    public void Three_rounds_end_in_May_October_and_January()
    {
        Assert.Equal(
            [("2021-05", new DateOnly(2021, 5, 31), false), ("2021-10", new DateOnly(2021, 10, 31), false), ("2022-01", new DateOnly(2022, 1, 31), true)],
            Plan.Rounds.Select(r => (r.Id, r.Ends, r.IsFinal)));
    }

    private static PlanNode Above(PlanNode node, NodeKind kind) => node.Kind == kind ? node : Above(Plan.Node(node.ParentId!), kind);
}
