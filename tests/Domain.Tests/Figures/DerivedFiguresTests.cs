using Hsvo.Domain.Figures;
using Hsvo.Domain.Plans;
using Hsvo.Domain.Reports;
using Hsvo.Domain.Statuses;
using Hsvo.TestKit.Builders;
using static Hsvo.TestKit.Builders.ReportBuilder;

namespace Hsvo.Domain.Tests.Figures;

public sealed class DerivedFiguresTests
{
    private static readonly Plan Plan = PlanBuilder.APlan().WithDepartment("amn", Principal.Kommun)
        .WithIndicator("share", Specs.Percentage.AtMost(1) with { Fraction = new("vuxna biståndsmottagare", "befolkningen", "count") })
        .WithIndicator("count", Specs.Count with { CountsPeople = true })
        .Build() with
    {
        DerivedFigures = [new("above", DerivedFigureFormula.PersonsAboveTarget, "1.1", "Personer över målet", "count", "share")],
        Figures = [Figure("share", "2021-10", 1.4), Figure("count", "2021-10", 3447)],
    };

    [Fact]
    public void The_document_s_figures_give_the_figure_with_its_reckoning()
    {
        var figure = Assert.Single(DerivedFigures.OfDocument(Plan));

        Assert.Equal(new Estimate(985, 894, 1070), figure.Estimate);
        Assert.Equal(
            "Enligt dokumentet om oktober 2021: 3 447 personer är 1,4 procent av befolkningen, som alltså är 246 214 personer. Målet högst 1 procent är 2 462 av dem, "
                + "och 3 447 − 2 462 är 985 personer över målet. Andelen är avrundad och kan vara från 1,35 till 1,45 procent, så det rätta talet ligger mellan "
                + "894 och 1 070.",
            figure.Reckoning.Replace('\u00A0', ' '));
        Assert.Equal([("count", 3447, FigureOrigin.Document), ("share", 1.4, FigureOrigin.Document)], figure.From.Select(f => (f.Indicator, f.Value, f.Origin)));
    }

    [Fact]
    public void Answers_of_one_round_come_before_the_documents()
    {
        var figure = Assert.Single(In("2022-01", Share(1.2, "2022-01"), Count(3000, "2022-01")));

        Assert.Equal(500, figure.Estimate!.Value.Value);
        Assert.All(figure.From, f => Assert.Equal((FigureOrigin.Report, "2022-01"), (f.Origin, f.Round)));
        Assert.StartsWith("Enligt svaren i omgången januari 2022: ", figure.Reckoning, StringComparison.Ordinal);
    }

    [Fact]
    public void Answers_that_are_carried_from_one_round_still_give_it()
    {
        var figure = Assert.Single(In("2022-01", Share(1.2, "2021-10"), Count(3000, "2021-10")));

        Assert.Equal(500, figure.Estimate!.Value.Value);
    }

    [Theory]
    [InlineData("2021-05", "2021-10")]
    [InlineData("2021-10", "2022-01")]
    public void Answers_of_different_rounds_are_not_put_together(string share, string count)
    {
        var figure = Assert.Single(In("2022-01", Share(1.2, share), Count(3000, count)));

        Assert.Equal(985, figure.Estimate!.Value.Value);
    }

    [Fact]
    public void One_answer_alone_leaves_the_documents_figures()
    {
        Assert.Equal(985, Assert.Single(In("2022-01", Count(3000, "2022-01"))).Estimate!.Value.Value);
    }

    [Fact]
    public void The_document_says_nothing_of_a_round_before_the_one_it_tells_of()
    {
        Assert.Empty(In("2021-05"));
        Assert.Single(In("2021-10"));
    }

    [Fact]
    public void The_newest_round_of_which_the_document_gives_both_counts()
    {
        var plan = Plan with { Figures = [.. Plan.Figures, Figure("share", "2022-01", 1.2), Figure("share", "2021-05", 2), Figure("count", "2021-05", 5000)] };

        Assert.Equal("2021-10", Assert.Single(DerivedFigures.OfDocument(plan)).From[0].Round);
    }

    [Theory]
    [InlineData("count")]
    [InlineData("share")]
    public void A_number_that_is_not_shown_withholds_the_figure_and_what_it_came_from(string suppressed)
    {
        Report[] reports = [Share(1.2, "2022-01"), Count(3, "2022-01")];

        var figure = Assert.Single(In("2022-01", [.. reports.Select(r => r.Key.Indicator == suppressed ? r with { Answer = new() { IsSuppressed = true } } : r)]));

        Assert.True(figure.IsWithheld);
        Assert.Null(figure.Estimate);
        Assert.Empty(figure.From);
        Assert.DoesNotContain(figure.Reckoning, char.IsDigit);
    }

    [Fact]
    public void A_share_that_may_be_zero_leaves_the_figure_open_and_says_why()
    {
        var figure = Assert.Single(In("2022-01", Share(0, "2022-01"), Count(0, "2022-01")));

        Assert.Null(figure.Estimate);
        Assert.False(figure.IsWithheld);
        Assert.Equal("Kan inte räknas ut: andelen kan vara avrundad till noll.", figure.Reckoning);
    }

    [Fact]
    public void Fewer_than_the_target_allows_are_said_to_be_below_it()
    {
        var figure = Assert.Single(In("2022-01", Share(0.8, "2022-01"), Count(2000, "2022-01")));

        Assert.Equal(-500, figure.Estimate!.Value.Value);
        Assert.Contains("500 personer under målet", figure.Reckoning, StringComparison.Ordinal);
    }

    [Fact]
    public void A_figure_from_an_approximate_number_is_approximate()
    {
        var plan = Plan with { Figures = [Figure("share", "2021-10", 1.4), Figure("count", "2021-10", 3400) with { IsApproximate = true }] };

        var figure = Assert.Single(DerivedFigures.OfDocument(plan));

        Assert.True(figure.IsApproximate);
        Assert.Contains("cirka 3", figure.Reckoning, StringComparison.Ordinal);
    }

    [Fact]
    public void A_plan_without_formulas_has_no_derived_figures()
    {
        Assert.Empty(DerivedFigures.OfDocument(Plan with { DerivedFigures = [] }));
    }

    private static IReadOnlyList<DerivedFigure> In(string round, params Report[] reports) =>
        DerivedFigures.In(PlanStatus.Compute(Plan, Plan.FindRound(round)!, null, reports, new(2022, 1, 10)));

    private static Report Share(double value, string round) => AReport("share", "amn").In(round).Saying(AnswerValue.Of(value));

    private static Report Count(double value, string round) => AReport("count", "amn").In(round).Saying(AnswerValue.Of(value));

    private static DocumentFigure Figure(string node, string round, double value) =>
        new() { Id = $"{node}-{round}", Text = node, Node = node, Round = round, Value = value, Unit = "", AsWritten = $"{value}", Quote = $"{value}" };
}
