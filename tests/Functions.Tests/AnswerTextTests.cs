using Hsvo.Domain.Plans;
using Hsvo.Domain.Reports;
using Hsvo.Domain.Statuses;
using Hsvo.Functions.Mapping;
using Hsvo.Plans;

namespace Hsvo.Functions.Tests;

/// <summary>An answer as the paper has it, for people who have never seen an id.</summary>
public sealed class AnswerTextTests
{
    private static readonly Plan Plan = PlanLibrary.Hsvo2021;
    private static readonly DateTimeOffset Reported = new(2021, 5, 3, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Parts_stand_with_the_plans_words_and_a_number_without_target_says_why_it_has_no_status()
    {
        var answer = new Answer { Parts = [new("halsoframjande-arbetsplats", AnswerValue.Of(15)), new("mota-patient-brukare", AnswerValue.Of(12))] };

        Assert.Equal(
            "utbildats kring hälsofrämjande arbetsplats: 15; utbildats kring att möta patient/brukare: 12 – inget läge (ett tal utan mål)",
            TextOf("2.2.3.i3", answer));
    }

    [Fact]
    public void A_share_stands_with_what_it_is_of_where_that_is_known()
    {
        var answer = new Answer { Value = AnswerValue.Of(1.4) with { Ratio = new(3447, 246_214) } };
        var share = PlanLibrary.Load("ekonomiskt-bistand-2023").Node("ekonomiskt-bistand.1.i1");

        Assert.Equal("1,4 % (3\u00A0447 av 246\u00A0214)", AnswerTexts.Said(share, answer));
        Assert.Equal("1,4 %", AnswerTexts.Said(share, new() { Value = AnswerValue.Of(1.4) }));
    }

    [Fact]
    public void Words_lose_their_full_stop_before_the_status()
    {
        var answer = new Answer { Value = AnswerValue.Words("Rådet har lämnat förslag."), Assessment = Status.OnTrack };

        Assert.Equal("Rådet har lämnat förslag – enligt plan (egen bedömning)", TextOf("2.1.1.i4", answer));
    }

    [Fact]
    public void What_is_not_applicable_says_why()
    {
        Assert.Equal("berör inte (Görs av vårdstyrelsen)", TextOf("2.1.1.i3", new() { NotApplicable = true }, reason: "Görs av vårdstyrelsen."));
    }

    [Fact]
    public void A_masked_reason_says_so()
    {
        Assert.Equal("berör inte (texten är dold)", TextOf("2.1.1.i3", new() { NotApplicable = true }, reason: "Anna slutade.", isMasked: true));
    }

    [Fact]
    public void A_ja_needs_no_rule_in_words_and_a_comment_follows()
    {
        Assert.Equal("ja – klar. Allt är gjort.", TextOf("2.1.1.i3", new() { Value = AnswerValue.Yes }, comment: "Allt är gjort."));
    }

    [Fact]
    public void A_nej_in_the_last_round_says_which_rule_made_it_overdue()
    {
        Assert.Equal("nej – försenad (nej i planens sista omgång)", TextOf("2.1.1.i3", new() { Value = AnswerValue.No }, round: "2022-01"));
    }

    [Fact]
    public void An_answer_from_an_earlier_round_says_so()
    {
        Assert.Equal("ja – klar (från maj 2021)", TextOf("2.1.1.i3", new() { Value = AnswerValue.Yes }, shownIn: "2021-10"));
    }

    [Fact]
    public void A_ja_to_an_earlier_version_of_the_row_says_why_it_has_no_status()
    {
        Assert.Equal("ja – inget läge (svaret gavs på en tidigare version av raden)", TextOf("2.2.3.i3", new() { Value = AnswerValue.Yes }));
    }

    private static string TextOf(
        string indicator, Answer answer, string? reason = null, string? comment = null, string round = "2021-05", string? shownIn = null, bool isMasked = false)
    {
        var report = new Report
        {
            Key = new(round, indicator, Plan.Owing(Plan.Node(indicator)).First().Id),
            Revision = 1,
            Answer = answer,
            Reason = reason,
            Comment = comment,
            Reporter = "r",
            Submission = "s",
            ReportedAt = Reported,
            FirstReportedAt = Reported,
            Door = Door.Api,
        };
        var shown = isMasked ? report.MaskedBy(new("nvs", Reported, "Pekar ut någon")) : report;
        var status = PlanStatus.Compute(Plan, new(Plan.FindRound(shownIn ?? round)!, Meeting: null, Timeline: null), [shown], new(2021, 5, 8));
        return AnswerTexts.Of(Plan.Node(indicator), status[indicator].Cells.Single(c => c.Report is not null));
    }
}
