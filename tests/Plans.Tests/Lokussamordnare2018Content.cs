using System.Globalization;
using Hsvo.Domain.Plans;

namespace Hsvo.Plans.Tests;

/// <summary>What the insats tells the app: goals, dates, money, conditions, who answers, and when.</summary>
public sealed class Lokussamordnare2018Content
{
    private static readonly Plan Plan = PlanLibrary.Lokussamordnare2018;

    [Fact]
    public void The_header_is_the_documents()
    {
        Assert.Equal(new PlanKey("uppsala", "lokussamordnare-2018"), Plan.Key);
        Assert.Equal((PlanKind.Insats, PlanCadence.Samrad), (Plan.Kind, Plan.Cadence));
        Assert.Equal((new DateOnly(2018, 1, 1), new DateOnly(2019, 12, 31)), (Plan.FirstDay, Plan.LastDay));
        Assert.Null(Plan.Adopted);
        Assert.Null(Plan.Source.Diarienummer);
        Assert.StartsWith("Skapa strukturer för att undanröja hinder", Plan.OverallGoal, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_effect_goals_and_three_insats_goals_stand_under_the_documents_words_for_them()
    {
        Assert.Equal([("effektmal", "Effektmål"), ("insatsmal", "Insatsmål")], Plan.FocusAreas.Select(g => (g.Id, g.Text)));
        Assert.Equal(["effektmal.1", "effektmal.2"], Plan.ChildrenOf("effektmal").Select(n => n.Id));
        Assert.Equal(["insatsmal.1", "insatsmal.2", "insatsmal.3"], Plan.ChildrenOf("insatsmal").Select(n => n.Id));
        Assert.All(Plan.Nodes, n => Assert.Null(n.Number));
    }

    [Theory]
    [InlineData("effektmal.1.i1", IndicatorKind.Deliverable, null, null)]
    [InlineData("effektmal.2.i1", IndicatorKind.Deliverable, null, null)]
    [InlineData("insatsmal.1.i1", IndicatorKind.Milestone, "2018-06-30", null)]
    [InlineData("insatsmal.2.i1", IndicatorKind.Milestone, "2018-08-31", null)]
    [InlineData("insatsmal.3.i1", IndicatorKind.Continuing, null, "2018-09-01")]
    public void Each_goal_has_one_row_with_the_documents_date(string indicator, IndicatorKind kind, string? due, string? starts)
    {
        var row = Plan.Node(indicator);

        Assert.Equal((kind, due, starts), (row.Indicator!.Kind, row.Indicator.Due?.ToString("O", CultureInfo.InvariantCulture), row.Indicator.Starts?.ToString("O", CultureInfo.InvariantCulture)));
        Assert.Contains(due ?? starts ?? "alla fyra parter", row.Quote, StringComparison.Ordinal);
        Assert.Equal(indicator, Assert.Single(Plan.ChildrenOf(Plan.GoalOf(row).Id)).Id);
    }

    [Fact]
    public void Each_party_answers_each_row_and_two_of_them_are_other_authorities()
    {
        Assert.All(Plan.Indicators, i => Assert.Equal(
            [
                ("Uppsala kommun", Principal.Kommun), ("Arbetsförmedlingen", Principal.OtherAuthority),
                ("Försäkringskassan", Principal.OtherAuthority), ("Region Uppsala", Principal.Region),
            ],
            Plan.Owing(i).Select(d => (d.Name, d.Principal))));
        Assert.Equal(5, Plan.Indicators.Count());
    }

    [Fact]
    public void The_money_is_as_written()
    {
        var grant = Plan.Figures.Single(f => f.Id == "finansiering");
        var own = Plan.Figures.Single(f => f.Id == "egenfinansiering");

        Assert.Equal((1_570_000, "kr", TargetDirection.AtMost, "maximalt 1 570 000 kr"), (grant.Value, grant.Unit, grant.Bound, grant.AsWritten));
        Assert.Equal(new PlanPeriod(new(2018, 1, 1), new(2019, 12, 31)), grant.Period);
        Assert.Equal((144_000, "kr", null, null), (own.Value, own.Unit, own.Bound, own.Period));
    }

    [Fact]
    public void The_grant_stands_under_two_conditions()
    {
        Assert.Equal(2, Plan.Conditions.Count);
        Assert.All(Plan.Conditions, c => Assert.Contains("gäller under förutsättning att", c.Quote, StringComparison.Ordinal));
    }

    [Fact]
    public void It_is_followed_up_in_the_months_of_the_samrad_until_the_first_after_its_last_day()
    {
        Assert.Equal(["2018-05", "2018-10", "2019-01", "2019-05", "2019-10", "2020-01"], Plan.Rounds.Select(r => r.Id));
        Assert.Equal("2020-01", Assert.Single(Plan.Rounds, r => r.IsFinal).Id);
        Assert.All(Plan.Rounds, r => Assert.Contains(Plan.Readings, x => x.Kind == ReadingKind.Round && x.Text == $"{r.Id}: {r.Reading}"));
    }
}
