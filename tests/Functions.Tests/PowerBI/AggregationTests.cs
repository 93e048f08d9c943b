using Hsvo.Contracts.PowerBI;
using Hsvo.Domain.Areas;
using Hsvo.Domain.Plans;
using Hsvo.Domain.Reports;
using Hsvo.Domain.Statuses;
using Hsvo.Functions.Http;
using Hsvo.Functions.Http.PowerBI;
using Hsvo.Functions.Mapping;
using Hsvo.OData;
using Hsvo.TestKit;
using Hsvo.TestKit.Builders;
using Hsvo.UseCases;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Hsvo.Functions.Tests.PowerBI;

/// <summary>What Power BI's aggregations say of a goal, in the second round of three.</summary>
public sealed class AggregationTests
{
    private static readonly FakeTime Time = FakeTime.At(2021, 10, 15);
    private static readonly Expansion Everything = new(new Dictionary<string, Expansion> { ["goalValues"] = Expansion.None, ["aggregations"] = Expansion.None });

    [Fact]
    public void A_number_with_a_target_has_each_type_in_power_bis_order()
    {
        var goal = GoalOf(Specs.Count.AtLeast(50), "aln", Counted(12, "2021-05", 3), Counted(31.5, "2021-10", 12));

        Assert.Equal(
            [
                ("Status", "2021-10-31T00:00:00Z", 2.0, "AtRisk"),
                ("Value", "2021-10-31T00:00:00Z", 31.5, "31,5"),
                ("Target", "2021-10-31T00:00:00Z", 50.0, "50"),
                ("Sparkline", "2021-05-31T00:00:00Z", 12.0, "12"),
                ("Sparkline", "2021-10-31T00:00:00Z", 31.5, "31,5"),
                ("Change", "2021-10-31T00:00:00Z", 19.5, "+19,5"),
            ],
            goal.Aggregations!.Select(a => (a.Type, a.Timestamp, a.Value, a.ValueDisplayString)));
        Assert.Equal(goal.Aggregations!.Count, goal.Aggregations.DistinctBy(a => a.Id).Count());
        Assert.All(goal.Aggregations, a => Assert.Equal((goal.Id, goal.ScorecardId, "1 av 1"), (a.GoalId, a.ScorecardId, a.Coverage)));
    }

    [Fact]
    public void Times_have_seven_decimals_and_say_when_the_answer_came_and_since_when_it_counts_so()
    {
        var goal = GoalOf(Specs.Count, "aln", Counted(12, "2021-05", 3));

        var value = goal.Aggregations!.Single(a => a.Type == "Value");
        Assert.Equal("2021-05-03T08:00:00.0000000Z", value.MaxLastModifiedTime);
        Assert.Equal("2021-05-03T08:00:00.0000000Z", goal.LastModifiedTime);
        Assert.Equal("2021-10-14T22:00:00.0000000Z", value.CalculationTime);
    }

    [Fact]
    public void An_answer_of_an_earlier_round_keeps_its_own_date_and_shows_in_the_aggregations_alone()
    {
        var goal = GoalOf(Specs.Deliverable, "aln", ReportBuilder.AReport("1.1.i1", "aln"));

        Assert.Equal("2021-05-31T00:00:00Z", goal.Aggregations!.Single(a => a.Type == "Value").Timestamp);
        Assert.Equal(("2021-10-31T00:00:00Z", "Completed"), goal.Aggregations!.Where(a => a.Type == "Status").Select(a => (a.Timestamp, a.ValueDisplayString)).Single());
        Assert.Equal("2021-05-31T00:00:00Z", Assert.Single(goal.GoalValues!).Timestamp);
        Assert.DoesNotContain(goal.Aggregations!, a => a.Type == "Change");
    }

    [Fact]
    public void Numbers_of_people_are_never_subtracted_nor_are_shares_of_them()
    {
        Report[] answers = [Counted(120, "2021-05", 3), Counted(150, "2021-10", 12)];

        var people = GoalOf(Specs.Count with { CountsPeople = true }, "aln", answers);
        var share = GoalOf(Specs.Percentage with { Fraction = new("personer", "invånare", "1.1.i2") }, "aln", answers);

        Assert.Contains(people.Aggregations!, a => a.Type == "Sparkline");
        Assert.All([people, share], g => Assert.DoesNotContain(g.Aggregations!, a => a.Type == "Change"));
    }

    [Fact]
    public void A_goal_above_has_its_status_and_no_value_of_its_own()
    {
        var goal = GoalOf(Specs.Deliverable, "aln", "1.1", ReportBuilder.AReport("1.1.i1", "aln"));

        Assert.Equal("Status", Assert.Single(goal.Aggregations!).Type);
        Assert.Equal((5, "completed", "Klar", "1 av 1"), (goal.Status, goal.StatusName, goal.StatusText, goal.Coverage));
        Assert.Equal("2021-05-03T08:00:00.0000000Z", goal.LastModifiedTime);
    }

    [Fact]
    public void Where_units_differ_the_samrad_has_no_value_and_owners_are_named()
    {
        var goal = GoalOf(Specs.Deliverable, null, ReportBuilder.AReport("1.1.i1", "aln"), ReportBuilder.AReport("1.1.i1", "vs").Saying(AnswerValue.No));

        Assert.DoesNotContain(goal.Aggregations!, a => a.Type is "Value" or "Sparkline");
        Assert.Equal("Äldreförvaltningen, Vårdförvaltningen", goal.Owner);
    }

    [Fact]
    public void Numbers_of_parts_are_shown_side_by_side_and_never_summed()
    {
        var answer = ReportBuilder.AReport("1.1.i1", "aln").Saying(new Answer { Parts = [new("a", AnswerValue.Of(12)), new("b", AnswerValue.Of(7.5))] });

        var goal = GoalOf(Specs.Count.InParts("a", "b"), "aln", answer);

        var value = Assert.Single(goal.GoalValues!);
        Assert.Equal((null, "delen a: 12; delen b: 7,5"), (value.Value, value.ValueDisplayString));
        Assert.DoesNotContain(goal.Aggregations!, a => a.Type is "Value" or "Sparkline" or "Change");
    }

    private static Report Counted(double number, string round, int day) => ReportBuilder.AReport("1.1.i1", "aln").In(round).Saying(AnswerValue.Of(number)).Assessed(Status.AtRisk)
        .At(new(2021, round == "2021-05" ? 5 : 10, day, 8, 0, 0, TimeSpan.Zero));

    private static Goal GoalOf(IndicatorSpec spec, string? department, params Report[] cells) => GoalOf(spec, department, "1.1.i1", cells);

    private static Goal GoalOf(IndicatorSpec spec, string? department, string node, params Report[] cells)
    {
        var plan = PlanBuilder.APlan().WithIndicator("1.1.i1", spec).WithIndicator("1.1.i2", Specs.Count with { CountsPeople = true }, "vs").Build();
        var meeting = plan.Rounds[1].On(new(2021, 10, 20));
        var snapshot = new PlanSnapshot(plan, AreaRecord.Empty with { Meetings = [meeting] }, cells, "stamp");
        var workspace = new WorkspacePlan(new(PowerBIIds.Group("uppsala", department), "", department), snapshot);
        var services = new ServiceCollection().AddSingleton(PublicAddress.Read(new ConfigurationBuilder().Build())).BuildServiceProvider();
        var request = new DefaultHttpContext { RequestServices = services }.Request;
        var reader = new Caller("reader", new HashSet<Role> { Role.Reader }, Department: null, IsExample: false);
        return new GoalMapping(request, workspace, reader, Time).ToGoal(plan.Node(node), Everything);
    }
}
