using Hsvo.Domain.Disclosure;
using Hsvo.Domain.Plans;
using Hsvo.Domain.Reports;
using Hsvo.Domain.Statuses;
using Hsvo.TestKit.Builders;
using static Hsvo.TestKit.Builders.ReportBuilder;

namespace Hsvo.Domain.Tests.Disclosure;

public sealed class SmallNumbersTests
{
    private const int Threshold = 5;

    private static readonly IndicatorSpec People = Specs.Count with { CountsPeople = true };

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(4, true)]
    [InlineData(5, false)]
    public void A_count_of_people_below_the_threshold_is_not_shown_and_none_at_all_is(double number, bool isSuppressed)
    {
        Assert.Equal(isSuppressed, Published(People, AReport("i1", "aln").Saying(AnswerValue.Of(number))).Answer.IsSuppressed);
    }

    [Fact]
    public void Another_area_may_have_another_threshold()
    {
        Report report = AReport("i1", "aln").Saying(AnswerValue.Of(8));

        Assert.True(SmallNumbers.Publish(PlanOf(People), [report], threshold: 10)[0].Answer.IsSuppressed);
    }

    [Fact]
    public void Staff_who_are_trained_are_no_people_who_get_care_and_are_shown()
    {
        Report report = AReport("i1", "aln").Saying(AnswerValue.Of(1));

        Assert.Same(report, Published(Specs.Count, report));
    }

    [Fact]
    public void What_is_not_shown_has_neither_value_nor_text_and_keeps_when_it_came()
    {
        var report = AReport("i1", "aln").Saying(AnswerValue.Of(3)).Build() with { Comment = "Tre personer.", Reason = "Det var fyra." };

        var shown = Published(People, report);

        Assert.Equal(report with { Answer = new() { IsSuppressed = true }, Comment = null, Reason = null }, shown);
    }

    [Fact]
    public void A_compound_answer_with_one_small_part_is_not_shown_at_all()
    {
        var answer = new Answer { Parts = [new("a", AnswerValue.Of(40)), new("b", AnswerValue.Of(2))] };

        Assert.Empty(Published(People.InParts("a", "b"), AReport("i1", "aln").Saying(answer)).Answer.Parts);
    }

    [Fact]
    public void The_reporters_own_view_stays_where_no_target_ties_it_to_the_number()
    {
        Report report = AReport("i1", "aln").Saying(AnswerValue.Of(3)).Assessed(Status.AtRisk);

        Assert.Equal(Status.AtRisk, Published(People, report).Answer.Assessment);
    }

    [Fact]
    public void An_assessment_of_a_number_with_a_target_would_tell_that_the_target_is_missed_and_is_not_shown()
    {
        Report report = AReport("i1", "aln").Saying(AnswerValue.Of(3)).Assessed(Status.AtRisk);

        Assert.Null(Published(People.AtLeast(10), report).Answer.Assessment);
    }

    [Fact]
    public void An_answer_that_does_not_concern_the_department_is_shown()
    {
        Report report = AReport("i1", "aln").NotApplicable();

        Assert.Same(report, Published(People, report));
    }

    [Fact]
    public void A_cell_that_is_not_shown_says_so_and_is_counted_as_reported()
    {
        var plan = PlanOf(People.AtMost(2));
        var cells = SmallNumbers.Publish(plan, [AReport("i1", "aln").Saying(AnswerValue.Of(1))], Threshold);

        var status = PlanStatus.Compute(plan, plan.Rounds[0], plan.Rounds[0].On(new(2021, 5, 20)), cells, new(2021, 5, 4))["i1"];

        Assert.Equal((ReportingStatus.Suppressed, ReportingStatus.Reported), (status.Cells[0].ReportingShown, status.Cells[0].Reporting));
        Assert.Equal(1, status.Reporting[ReportingStatus.Reported]);
        Assert.Equal(new Coverage(1, 2), status.Coverage);
        Assert.Equal((null, "suppressed"), (status.Status, status.Cells[0].Rule!.Code));
    }

    [Fact]
    public void An_answer_that_is_not_shown_is_still_not_shown_where_it_is_carried_to()
    {
        var plan = PlanOf(People);
        var cells = SmallNumbers.Publish(plan, [AReport("i1", "aln").Saying(AnswerValue.Of(1))], Threshold);

        var cell = PlanStatus.Compute(plan, plan.Rounds[1], plan.Rounds[1].On(new(2021, 10, 20)), cells, new(2021, 10, 1))["i1"].Cells[0];

        Assert.True(cell is { IsSuppressed: true, ReportingShown: ReportingStatus.Due });
    }

    private static Plan PlanOf(IndicatorSpec spec) => PlanBuilder.APlan().WithIndicator("i1", spec).Build();

    private static Report Published(IndicatorSpec spec, Report report) => SmallNumbers.Publish(PlanOf(spec), [report], Threshold)[0];
}
