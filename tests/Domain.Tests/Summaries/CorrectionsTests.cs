using Hsvo.Domain.Plans;
using Hsvo.Domain.Reports;
using Hsvo.Domain.Summaries;
using Hsvo.TestKit.Builders;
using static Hsvo.TestKit.Builders.ReportBuilder;

namespace Hsvo.Domain.Tests.Summaries;

/// <summary>A paper sealed for round 2021-05, and what was done to its answers afterwards.</summary>
public sealed class CorrectionsTests
{
    private static readonly Plan Plan = PlanBuilder.APlan().WithIndicator("i2", IndicatorKind.Deliverable).WithIndicator("i1", IndicatorKind.Deliverable).Build();

    [Fact]
    public void An_answer_that_stands_as_it_was_used_is_no_correction()
    {
        Assert.Empty(Since([Used("i1", "aln", 1), Used("i1", "vs", 2)], AReport("i1", "aln"), Revised("i1", "vs", 2)));
    }

    [Fact]
    public void A_later_revision_is_a_correction_of_what_was_used()
    {
        var used = Used("i1", "aln", 1);

        Assert.Equal((used, 3), Facts(Assert.Single(Since([used], Revised("i1", "aln", 3)))));
    }

    [Fact]
    public void An_answer_that_came_after_the_sealing_is_one_without_a_before()
    {
        Assert.Equal((null, 1), Facts(Assert.Single(Since([], AReport("i1", "aln")))));
    }

    [Fact]
    public void The_next_rounds_answers_are_news_and_no_corrections()
    {
        Assert.Empty(Since([], AReport("i1", "aln").In("2021-10")));
    }

    [Fact]
    public void An_earlier_rounds_answer_can_be_corrected_too()
    {
        var plan = Plan with { Rounds = [new("2021-01-extra", new(2021, 1, 31), false, null), .. Plan.Rounds] };

        Assert.Single(Corrections.Since(plan, [Used("i1", "aln", 1, "2021-01-extra")], "2021-05", [Revised("i1", "aln", 2) with { Key = new("2021-01-extra", "i1", "aln") }]));
    }

    [Fact]
    public void A_row_that_the_plan_no_longer_has_is_left_out()
    {
        Assert.Empty(Since([], AReport("i9", "aln")));
    }

    [Fact]
    public void They_stand_in_the_plans_order()
    {
        Assert.Equal(["i2 vs", "i1 aln", "i1 vs"], Since([], AReport("i1", "vs"), AReport("i1", "aln"), AReport("i2", "vs"))
            .Select(c => $"{c.Now.Key.Indicator} {c.Now.Key.Department}"));
    }

    private static IReadOnlyList<Correction> Since(UsedRevision[] used, params Report[] cells) => Corrections.Since(Plan, used, "2021-05", cells);

    private static (UsedRevision?, int) Facts(Correction correction) => (correction.Before, correction.Now.Revision);

    private static UsedRevision Used(string indicator, string department, int revision, string round = "2021-05") =>
        new(new(round, indicator, department), revision, new() { Value = AnswerValue.No });

    private static Report Revised(string indicator, string department, int revision) => AReport(indicator, department).Build() with { Revision = revision };
}
