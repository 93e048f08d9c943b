using System.Globalization;
using Hsvo.Domain.Figures;
using Hsvo.Domain.Plans;

namespace Hsvo.Plans.Tests;

/// <summary>What the follow-up tells the app: targets, figures as written, activities with their links, who answers, and when.</summary>
public sealed class EkonomisktBistand2023Content
{
    private static readonly Plan Plan = PlanLibrary.EkonomisktBistand2023;

    [Fact]
    public void The_header_is_the_documents()
    {
        Assert.Equal(new PlanKey("uppsala", "ekonomiskt-bistand-2023"), Plan.Key);
        Assert.Equal((PlanKind.Uppfoljning, PlanCadence.Monthly), (Plan.Kind, Plan.Cadence));
        Assert.Equal("AMN-2023-00096", Plan.Source.Diarienummer);
        Assert.Null(Plan.Adopted);
        Assert.Null(Plan.OverallGoal);
    }

    [Fact]
    public void Every_month_of_2023_is_a_round_and_none_decides()
    {
        Assert.Equal(Enumerable.Range(1, 12).Select(m => $"2023-{m:00}"), Plan.Rounds.Select(r => r.Id));
        Assert.All(Plan.Rounds, r => Assert.Equal(r.Id, r.Ends.AddDays(1).AddMonths(-1).ToString("yyyy-MM", CultureInfo.InvariantCulture)));
        Assert.DoesNotContain(Plan.Rounds, r => r.IsFinal);
    }

    [Fact]
    public void The_share_has_the_only_target_and_says_what_it_is_a_share_of()
    {
        var share = Plan.Node("ekonomiskt-bistand.1.i1").Indicator!;

        Assert.Equal(new Target(TargetDirection.AtMost, 1), share.Target);
        Assert.Equal((IndicatorKind.Percentage, "procent"), (share.Kind, share.Unit));
        Assert.Equal(new Fraction("vuxna biståndsmottagare i Uppsala", "befolkningen", "ekonomiskt-bistand.1.i2"), share.Fraction);
        Assert.Equal(["ekonomiskt-bistand.1.i1"], Plan.Indicators.Where(i => i.Indicator!.Target is not null).Select(i => i.Id));
    }

    [Theory]
    [InlineData("ekonomiskt-bistand.1.i2", "personer", MeasurementKind.PointInTime, null, true)]
    [InlineData("enhet-6.3.i1", "ärenden", MeasurementKind.PointInTime, null, true)]
    [InlineData("enhet-6.3.i2", "SIP-möten", MeasurementKind.Cumulative, "2022-08-01", false)]
    public void A_count_says_what_it_covers_and_whether_it_counts_people(string id, string unit, MeasurementKind kind, string? since, bool people)
    {
        var count = Plan.Node(id).Indicator!;

        Assert.Equal((IndicatorKind.Count, unit, people), (count.Kind, count.Unit, count.CountsPeople));
        Assert.Equal((kind, since), (count.Measurement!.Kind, count.Measurement.Since?.ToString("O", CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData("andel-2023-05", "ekonomiskt-bistand.1.i1", "2023-05", 1.4, false, "1,4 procent")]
    [InlineData("antal-2023-05", "ekonomiskt-bistand.1.i2", "2023-05", 3447, false, "3447 personer")]
    [InlineData("egen-forsorjning", "ekonomiskt-bistand.1", null, 1000, true, "cirka 1 000 vuxna")]
    [InlineData("arbetsloshet-2023-05", "ekonomiskt-bistand", "2023-05", 50, true, "Cirka hälften")]
    [InlineData("sip-arenden-2023-05", "enhet-6.3.i1", "2023-05", 60, true, "cirka 60 pågående ärenden")]
    [InlineData("sip-moten-2023-05", "enhet-6.3.i2", "2023-05", 140, false, "140 SIP-möten")]
    public void A_figure_is_as_written_and_approximate_where_the_document_says_cirka(string id, string node, string? round, double value, bool cirka, string written)
    {
        var figure = Plan.Figures.Single(f => f.Id == id);

        Assert.Equal((node, round, value, cirka, written), (figure.Node, figure.Round, figure.Value, figure.IsApproximate, figure.AsWritten));
        Assert.Equal(cirka, written.StartsWith("cirka ", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void A_figure_of_an_indicator_has_its_unit()
    {
        Assert.All(
            Plan.Figures.Where(f => f.Node is not null && Plan.Node(f.Node).Indicator is not null),
            f => Assert.Equal(Plan.Node(f.Node!).Indicator!.Unit, f.Unit));
        Assert.Equal(6, Plan.Figures.Count);
    }

    [Fact]
    public void Seven_activities_are_done_and_three_go_on_linked_to_the_boards_own_assignments()
    {
        var activities = Plan.Nodes.Where(n => n.Kind == NodeKind.Activity).ToList();

        Assert.Equal(7, activities.Count(a => a.State == ActivityState.Done));
        Assert.Equal(3, activities.Count(a => a.State == ActivityState.Ongoing));
        Assert.All(activities, a => Assert.Equal("enhet-6.4", a.ParentId));
        Assert.All(Plan.Nodes.Except(activities), n => Assert.Null(n.State));
        Assert.Equal(["uppdrag 8", "åtgärd 11", "åtgärd 29"], Plan.Node("enhet-6.4").Links.Select(l => l.Text));
        Assert.All(Plan.Node("enhet-6.4").Links, l => Assert.Contains(l.Text, Plan.Node("enhet-6.4").Quote, StringComparison.Ordinal));
        Assert.All(Plan.Node("enhet-6.4").Links, l => Assert.Contains(l.Document, Plan.Node("enhet-6.4").Quote, StringComparison.Ordinal));
    }

    [Fact]
    public void An_activity_is_done_or_goes_on_by_the_list_it_stands_in()
    {
        var source = new RunningText(Plan.Id, Plan).Source;
        var ongoing = source.From("Pågående aktiviteter").Start;

        Assert.All(
            Plan.Nodes.Where(n => n.Kind == NodeKind.Activity),
            a => Assert.Equal(a.State == ActivityState.Ongoing, source.Text.LastIndexOf(a.Quote, StringComparison.Ordinal) > ongoing));
    }

    [Fact]
    public void The_office_of_the_board_answers_every_row()
    {
        Assert.Equal(4, Plan.Indicators.Count());
        Assert.All(Plan.Indicators, i => Assert.Equal(["Arbetsmarknadsförvaltningen"], Plan.Owing(i).Select(d => d.Name)));
    }

    [Fact]
    public void The_persons_above_the_target_are_985_between_894_and_1_070()
    {
        var figure = Assert.Single(DerivedFigures.OfDocument(Plan));

        Assert.Equal(new Estimate(985, 894, 1070), figure.Estimate);
        Assert.Equal([3447, 1.4], figure.From.Select(f => f.Value));
    }
}
