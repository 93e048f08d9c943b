using Hsvo.Domain.Plans;
using Hsvo.Domain.Proposals;
using Hsvo.Domain.Reports;
using Hsvo.Domain.Statuses;
using Hsvo.Domain.Summaries;
using Hsvo.Functions.Papers.Text;
using Hsvo.Plans;
using Hsvo.TestKit.Builders;

namespace Hsvo.Functions.Tests.Papers;

/// <summary>What the paper says, whatever it is set in.</summary>
public sealed class PaperTextTests
{
    [Theory]
    [InlineData("maj")]
    [InlineData("oktober")]
    [InlineData("flera")]
    public void No_id_stands_in_it_that_a_reader_would_not_know(string name)
    {
        Assert.All(TextsOf(Samples.All[name]()), text =>
        {
            Assert.DoesNotMatch(@"\d\.\d\.\d\.[pai]\d", text);
            Assert.DoesNotMatch(@"(?<![\d-])20\d\d-\d\d(?![\d-])", text);
        });
    }

    [Fact]
    public void A_plans_first_paper_says_that_there_is_nothing_to_compare_with()
    {
        var texts = TextsOf(Samples.FirstPaper());

        Assert.Contains("Det här är planens första sammanställning, så det finns inget tidigare samråd att jämföra med.", texts);
        Assert.DoesNotContain("Rättelser sedan förra sammanställningen", texts);
        Assert.Contains("Inga förslag för 2022 har lämnats.", texts);
    }

    [Fact]
    public void A_later_paper_says_what_changed_which_answers_were_corrected_and_what_is_to_be_adopted()
    {
        var texts = TextsOf(Samples.LaterPaper());

        Assert.Contains("Jämfört med den fastställda sammanställningen till samrådet den 20 maj 2021.", texts);
        Assert.Superset(new HashSet<string> { "Sämre", "Bättre", "Saknas fortfarande", "Uppgiften var från fel enhet." }, texts.ToHashSet());
        Assert.Contains("Plan att fastställa för 2022", texts);
        Assert.Contains("Verksamhetsplan Hälsa, stöd, vård och omsorg (HSVO) Uppsala 2021, antagen 21 oktober 2020", string.Join('\n', texts), StringComparison.Ordinal);
        Assert.Contains("diarienummer UBN-2020-08327", string.Join('\n', texts), StringComparison.Ordinal);
    }

    [Fact]
    public void A_meetings_own_registry_number_stands_first_where_it_has_one()
    {
        var paper = Samples.FirstPaper();

        Assert.Equal("Samrådets diarienummer: UBN-2021-0042.", TextsOf(paper with { Meeting = paper.Meeting with { Diarienummer = "UBN-2021-0042" } })[1]);
        Assert.DoesNotContain(TextsOf(paper), text => text.StartsWith("Samrådets diarienummer", StringComparison.Ordinal));
    }

    [Fact]
    public void A_boards_own_proposal_says_so_and_that_the_office_entered_it()
    {
        Proposal proposal = new()
        {
            Id = "ubn.1",
            Area = "uppsala",
            Year = 2022,
            Kind = ProposalKind.Area,
            Text = "Skolfrånvaro",
            Department = "ubn",
            DepartmentName = "Utbildningsförvaltningen",
            Board = "Utbildningsnämnden",
            IsOfBoard = true,
            IsEnteredByOffice = true,
            ProposedAt = new(2021, 5, 3),
        };
        var paper = Samples.FirstPaper() with { Proposals = new(2022, [proposal, proposal with { IsOfBoard = false, IsEnteredByOffice = false }]) };

        Assert.Superset(
            new HashSet<string> { "Utbildningsnämnden, infört av det samordnande kontoret", "Utbildningsförvaltningen, till Utbildningsnämnden" }, TextsOf(paper).ToHashSet());
    }

    [Fact]
    public void The_same_answer_of_several_stands_once_and_the_other_one_by_itself()
    {
        var plan = PlanLibrary.Hsvo2021;
        Report[] reports =
        [
            ReportBuilder.AReport("2.2.3.i4", "ubn"), ReportBuilder.AReport("2.2.3.i4", "amn"),
            ReportBuilder.AReport("2.2.3.i4", "vs").Saying(AnswerValue.No).Assessed(Status.Behind),
        ];

        var texts = TextsOf(Of(plan, "2021-05", reports));

        Assert.Contains("Arbetsmarknadsförvaltningen och Utbildningsförvaltningen: ja – klar", texts);
        Assert.Contains("Förvaltningen under vårdstyrelsen: nej – efter plan (egen bedömning)", texts);
        Assert.Contains("Nej: Förvaltningen under vårdstyrelsen", texts);
    }

    [Fact]
    public void The_persons_above_the_target_stand_with_their_reckoning_and_the_chart_says_it_in_words()
    {
        var summary = Of(PlanLibrary.EkonomisktBistand2023, "2023-05");

        var chart = Assert.Single(PaperText.Of(summary).OfType<Chart>(), c => c.Title.StartsWith("Vuxna biståndsmottagare", StringComparison.Ordinal));

        Assert.Equal(["Lägst 894 personer", "Beräknat 985 personer", "Högst 1\u00A0070 personer"], chart.Bars.Select(b => $"{b.Label} {b.Text}"));
        Assert.EndsWith("Lägst 894 personer; Beräknat 985 personer; Högst 1\u00A0070 personer.", chart.Description, StringComparison.Ordinal);
        Assert.Contains(TextsOf(summary), t => t.Contains("så det rätta talet ligger mellan 894 och 1\u00A0070.", StringComparison.Ordinal));
        Assert.Contains("cirka 1 000 vuxna", TextsOf(summary));
    }

    [Theory]
    [InlineData(IndicatorKind.Count, "")]
    [InlineData(IndicatorKind.Amount, " kr")]
    [InlineData(IndicatorKind.Percentage, " %")]
    public void Numbers_of_several_units_have_a_chart_of_those_that_have_answered_in_two_rounds(IndicatorKind kind, string unit)
    {
        var plan = PlanBuilder.APlan().WithIndicator("tal", kind).Build();

        var first = ChartsOf(plan, Said("aln", "2021-10", 12), Said("vs", "2021-10", 7));
        var second = ChartsOf(plan, Said("aln", "2021-05", 10), Said("aln", "2021-10", 12), Said("vs", "2021-10", 7));
        var both = ChartsOf(plan, Said("aln", "2021-05", 10), Said("aln", "2021-10", 12), Said("vs", "2021-05", 0), Said("vs", "2021-10", 7));

        Assert.Empty(first);
        var chart = Assert.Single(second);
        Assert.Equal([("Äldreförvaltningen, maj 2021", 10.0, $"10{unit}"), ("Äldreförvaltningen, oktober 2021", 12, $"12{unit}")], chart.Bars.Select(b => (b.Label, b.Value, b.Text)));
        Assert.EndsWith($"Äldreförvaltningen, maj 2021 10{unit}; Äldreförvaltningen, oktober 2021 12{unit}.", chart.Description, StringComparison.Ordinal);
        Assert.Equal([10.0, 12, 0, 7], Assert.Single(both).Bars.Select(b => b.Value));
    }

    [Fact]
    public void One_units_amount_has_a_chart_from_its_second_round_on()
    {
        var plan = PlanBuilder.APlan().WithIndicator("tal", IndicatorKind.Amount, "aln").Build();

        Assert.Empty(ChartsOf(plan, Said("aln", "2021-10", 200_000)));
        Assert.Equal(
            ["Maj 2021: 100 000 kr", "Oktober 2021: 200 000 kr"],
            Assert.Single(ChartsOf(plan, Said("aln", "2021-05", 100_000), Said("aln", "2021-10", 200_000))).Bars.Select(b => $"{b.Label}: {b.Text.Replace('\u00A0', ' ')}"));
    }

    [Theory]
    [InlineData("aln")]
    [InlineData("aln", "vs")]
    public void What_is_not_shown_has_no_bar_and_one_number_beside_it_no_chart(params string[] units)
    {
        var plan = PlanBuilder.APlan().WithIndicator("tal", IndicatorKind.Count, units).Build();
        var hidden = ReportBuilder.AReport("tal", "aln").In("2021-10").Saying(new Answer { IsSuppressed = true }).Build();

        Assert.Empty(ChartsOf(plan, Said("aln", "2021-05", 12), hidden));
        var chart = Assert.Single(ChartsOf(plan, "2022-01", Said("aln", "2021-05", 12), hidden, Said("aln", "2022-01", 15)));

        Assert.Equal([12.0, 0, 15], chart.Bars.Select(b => b.Value));
        Assert.StartsWith("visas inte", chart.Bars[1].Text, StringComparison.Ordinal);
    }

    private static Report Said(string unit, string round, int number) => ReportBuilder.AReport("tal", unit).In(round).Saying(AnswerValue.Of(number));

    private static List<Chart> ChartsOf(Plan plan, params Report[] reports) => ChartsOf(plan, "2021-10", reports);

    private static List<Chart> ChartsOf(Plan plan, string round, params Report[] reports) => [.. PaperText.Of(Of(plan, round, reports)).OfType<Chart>()];

    [Fact]
    public void An_insats_dated_goals_stand_with_their_day_and_status_be_it_a_last_day_or_a_first()
    {
        var plan = PlanLibrary.Lokussamordnare2018;
        var unit = plan.Departments[0].Id;

        var table = Assert.Single(
            PaperText.Of(Of(plan, "2018-10",
                ReportBuilder.AReport("insatsmal.1.i1", unit).In("2018-10").Saying(AnswerValue.ReachedOn(new(2018, 6, 20))),
                ReportBuilder.AReport("insatsmal.2.i1", unit).In("2018-10").Saying(AnswerValue.No),
                ReportBuilder.AReport("insatsmal.3.i1", unit).In("2018-10").Saying(AnswerValue.No))).OfType<Table>(),
            t => t.Caption.StartsWith("Milstolpar", StringComparison.Ordinal));

        Assert.Equal(
            [
                ("Senast 30 juni 2018", Status.OnTrack, "Uppnådd 20 juni 2018"),
                ("Senast 31 augusti 2018", Status.Overdue, "Inte uppnådd"),
                ("Startar 1 september 2018", Status.Behind, "Nej"),
            ],
            table.Rows.Select(r => (When: TextOf(r.Cells[1].Lines[0]), r.Cells[2].Lines[0].Spans[0], Said: TextOf(r.Cells[3].Lines[0])))
                .Select(r => (r.When, Enum.GetValues<Status>().Single(s => Span.Of(s) == r.Item2), r.Said.Split(':')[0])));
    }

    [Fact]
    public void What_a_plan_depends_on_stands_with_it_and_a_plan_without_conditions_says_nothing_of_any()
    {
        var texts = TextsOf(Of(PlanLibrary.Lokussamordnare2018, "2018-05"));

        Assert.Equal(
            ["Villkor", .. PlanLibrary.Lokussamordnare2018.Conditions.Select(c => $"{c.Text}.")],
            texts.SkipWhile(t => t != "Villkor").Take(3));
        Assert.DoesNotContain("Villkor", TextsOf(Samples.FirstPaper()));
    }

    [Fact]
    public void A_number_that_counts_few_people_is_said_to_be_left_out()
    {
        var plan = PlanLibrary.EkonomisktBistand2023;
        var indicator = plan.Indicators.First(n => n.Indicator is { Kind: IndicatorKind.Count, CountsPeople: true });
        var report = ReportBuilder.AReport(indicator.Id, plan.Owing(indicator).First().Id).In("2023-05").Saying(new Answer { IsSuppressed = true }).Build();

        var summary = Of(plan, "2023-05", report);

        Assert.Contains(TextsOf(summary), t => t.EndsWith(": visas inte (få personer)", StringComparison.Ordinal));
        Assert.Equal([null], Assert.Single(summary.Plans[0].Figures).Points.Select(p => p.Value));
    }

    [Fact]
    public void Who_has_declared_that_nothing_more_comes_is_said_to_have_and_is_not_among_the_missing()
    {
        var summary = Of(PlanLibrary.Hsvo2021, "2021-05");
        var (plan, round) = (summary.Plans[0].Plan, summary.Plans[0].Status.DatedRound);
        var declared = round with
        {
            Declarations = [new() { Area = "uppsala", Plan = plan.Id, Round = "2021-05", Department = "scn", Number = 1, By = "r", At = default }],
        };

        var texts = TextsOf(summary with { Plans = [summary.Plans[0] with { Status = PlanStatus.Compute(plan, declared, [], summary.Today) }] });

        Assert.Single(texts, t => t.StartsWith("Förvaltningen under socialnämnden: obesvarat ", StringComparison.Ordinal));
        Assert.Contains("Har anmält att inget mer kommer: Förvaltningen under socialnämnden", string.Join('\n', texts), StringComparison.Ordinal);
        Assert.Single(texts, "Förvaltningen under vårdstyrelsen");
        Assert.DoesNotContain("Förvaltningen under socialnämnden", texts);
    }

    private static MeetingSummary Of(Plan plan, string round, params Report[] reports) => Samples.Of(plan, round, reports);

    private static List<string> TextsOf(MeetingSummary summary) => [.. PaperText.Of(summary).SelectMany(TextsOf)];

    private static IEnumerable<string> TextsOf(Block block) => block switch
    {
        Heading heading => [heading.Text],
        Paragraph paragraph => [TextOf(paragraph.Text)],
        Notice notice => [notice.Label, notice.Text],
        Points points => points.Lines.Select(TextOf),
        Table table => [table.Caption, .. table.Columns.Select(c => c.Heading), .. table.Rows.SelectMany(r => r.Cells).SelectMany(c => c.Lines).Select(TextOf)],
        Chart chart => [chart.Title, chart.Description],
        _ => throw new ArgumentOutOfRangeException(nameof(block)),
    };

    private static string TextOf(Line line) => string.Concat(line.Spans.Select(s => s.Text));
}
