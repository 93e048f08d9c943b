using Hsvo.Domain.Disclosure;
using Hsvo.Domain.Figures;
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

    [Fact]
    public void A_growing_count_that_few_came_to_since_a_round_that_is_shown_is_not_shown()
    {
        var shown = Shown(Since, Said("2021-05", 20, day: 1), Said("2021-10", 23, day: 2), Said("2022-01", 26, day: 3));

        Assert.Equal([20, null, 26], shown);
    }

    [Fact]
    public void What_was_shown_first_stays_shown_though_it_is_of_the_later_round()
    {
        Assert.Equal([null, 23], Shown(Since, Said("2021-05", 20, day: 2), Said("2021-10", 23, day: 1)));
    }

    [Fact]
    public void A_growing_count_that_nobody_came_to_is_shown()
    {
        Assert.Equal([20, 20], Shown(Since, Said("2021-05", 20, day: 1), Said("2021-10", 20, day: 2)));
    }

    // Were it shown, one that isn't would say that more came, and so bound the hidden one from below.
    [Fact]
    public void A_growing_count_that_nobody_came_to_is_not_shown_beside_one_that_is_hidden()
    {
        Assert.Equal([20, null, null], Shown(Since, Said("2021-05", 20, day: 1), Said("2021-10", 20, day: 3), Said("2022-01", 23, day: 2)));
    }

    [Fact]
    public void A_growing_count_is_not_shown_when_few_came_since_what_the_document_itself_says()
    {
        var plan = PlanOf(Since) with { Figures = [new() { Id = "f1", Text = "", Node = "i1", Value = 140, Unit = "personer", AsWritten = "140", Quote = "140 personer" }] };

        Assert.True(SmallNumbers.Publish(plan, [Said("2021-05", 142, day: 1)], Threshold)[0].Answer.IsSuppressed);
    }

    [Fact]
    public void Counts_of_one_moment_may_differ_by_few()
    {
        Assert.Equal([20, 21], Shown(People with { Measurement = new(MeasurementKind.PointInTime) }, Said("2021-05", 20, day: 1), Said("2021-10", 21, day: 2)));
    }

    [Fact]
    public void What_was_held_back_stays_so_when_what_it_was_held_back_for_is_corrected()
    {
        var plan = PlanOf(Since);
        Report may = Said("2021-05", 20, day: 1);
        var october = SmallNumbers.Mark(plan, [may], [Said("2021-10", 23, day: 2)], Threshold).Single();
        var corrected = SmallNumbers.Mark(plan, [may, october], [Said("2021-05", 10, day: 3) with { Revision = 2 }], Threshold).Single();

        Assert.True(october.IsHeldBack);
        Assert.Equal([10, null], Values(SmallNumbers.Publish(plan, [corrected, october], Threshold)));
    }

    // October is 10 or 11 as it was hidden beside 9. Were the correction of May shown when it isn't close to 13, hidden it would say: at least 11.
    [Theory]
    [InlineData(11)]
    [InlineData(10)]
    public void A_correction_of_a_growing_count_beside_one_that_is_hidden_and_one_that_is_shown_is_not_shown_whatever_it_says(double corrected)
    {
        Assert.Equal([null, 13, null], ShownInOrder(Said("2021-05", 9, day: 1), Said("2021-10", 11, day: 2), Said("2022-01", 13, day: 3), Said("2021-05", corrected, day: 4) with { Revision = 2 }));
    }

    // Were January's correction hidden only where May is close to October, it would tell 2 from 1.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Whether_a_correction_is_shown_does_not_hang_on_why_another_is_hidden(double may)
    {
        Assert.Equal([4, null, null], ShownInOrder(Said("2021-10", 4, day: 1), Said("2022-01", 8, day: 2), Said("2021-05", may, day: 3), Said("2022-01", 7, day: 4) with { Revision = 2 }));
    }

    [Fact]
    public void The_reason_of_a_correction_is_not_shown_when_what_it_corrects_was_not()
    {
        var plan = PlanOf(People);
        Report first = Said("2021-05", 3, day: 1);
        var corrected = SmallNumbers.Mark(plan, [first], [Said("2021-05", 30, day: 2) with { Revision = 2, Reason = "Det var inte 3." }], Threshold).Single();

        var shown = SmallNumbers.Publish(plan, [corrected], Threshold)[0];

        Assert.Equal((30, null), (shown.Answer.Value!.Number, shown.Reason));
    }

    [Theory]
    [InlineData(3.0, 0.3, false)]
    [InlineData(30.0, 3.0, true)]
    [InlineData(97.0, 98.0, false)]
    [InlineData(97.0, 97.97979797979798, false)]
    [InlineData(97.0, 100.0, true)]
    [InlineData(0.0, 0.0, true)]
    [InlineData(null, 3.0, false)]
    public void A_share_is_shown_with_its_numerator_and_when_the_rest_is_not_few_either(double? count, double share, bool isShown)
    {
        var plan = PlanBuilder.APlan().WithIndicator("i1", People).WithIndicator("i2", ShareOf("i1")).Build();
        Report[] cells = [.. count is { } c ? [Said("2021-05", c, day: 1)] : Array.Empty<Report>(), Said("2021-05", share, day: 2, "i2")];

        Assert.Equal(isShown, !SmallNumbers.Publish(plan, cells, Threshold)[^1].Answer.IsSuppressed);
    }

    [Fact]
    public void A_share_whose_numerator_no_row_counts_is_shown()
    {
        Report share = AReport("i1", "aln").Saying(AnswerValue.Of(3));

        Assert.Same(share, Published(Specs.Percentage with { CountsPeople = true }, share));
    }

    [Theory]
    [InlineData(0, 100, true)]
    [InlineData(1, 100, false)]
    [InlineData(4, 100, false)]
    [InlineData(5, 100, true)]
    [InlineData(95, 100, true)]
    [InlineData(96, 100, false)]
    [InlineData(99, 100, false)]
    [InlineData(100, 100, true)]
    [InlineData(0, 4, false)]
    [InlineData(4, 4, false)]
    [InlineData(5, 5, true)]
    public void A_share_of_people_is_not_shown_when_few_are_counted_or_few_of_the_whole_are_not(double numerator, double denominator, bool isShown)
    {
        var share = SaidOf(numerator, denominator);

        Assert.Equal(isShown, !Published(Specs.Percentage with { CountsPeople = true }, share).Answer.IsSuppressed);
        Assert.False(Published(Specs.Percentage, share).Answer.IsSuppressed);
    }

    [Fact]
    public void A_share_that_shows_what_it_is_of_is_shown_beside_its_count_alone_and_tells_nothing_when_hidden()
    {
        var plan = PlanBuilder.APlan().WithIndicator("i1", People).WithIndicator("i2", ShareOf("i1") with { CountsPeople = false }).Build();
        var share = SaidOf(30, 1000, "i2");

        Assert.Null(SmallNumbers.Publish(plan, [share], Threshold)[0].Answer.Value);
        Assert.Null(SmallNumbers.Publish(plan, [Said("2021-05", 3, day: 1), share], Threshold)[1].Answer.Value);
        Assert.Equal(new Ratio(30, 1000), SmallNumbers.Publish(plan, [Said("2021-05", 30, day: 1), share], Threshold)[1].Answer.Value!.Ratio);
        Assert.Null(SmallNumbers.Publish(plan, [Said("2021-05", 30, day: 1), SaidOf(30, 32, "i2")], Threshold)[1].Answer.Value);
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData(3.0, false)]
    [InlineData(30.0, true)]
    public void A_share_whose_numerator_nobody_owes_any_longer_is_of_what_was_counted_before(double? count, bool isShown)
    {
        var plan = OwedBy(PlanBuilder.APlan().WithIndicator("i1", People).WithIndicator("i2", ShareOf("i1")).Build(), "i1");
        Report[] cells = [.. count is { } c ? [Said("2021-05", c, day: 1)] : Array.Empty<Report>(), Said("2021-05", 3, day: 2, "i2")];

        Assert.Equal(isShown, !SmallNumbers.Publish(plan, cells, Threshold)[^1].Answer.IsSuppressed);
    }

    [Theory]
    [InlineData("aln")]
    [InlineData("vs")]
    public void A_share_may_be_of_what_another_counted_who_owes_the_count_no_longer(string sharing)
    {
        var plan = OwedBy(PlanBuilder.APlan().WithIndicator("i1", People).WithIndicator("i2", ShareOf("i1"), sharing).Build(), "i1", "vs");
        var share = Said("2021-05", 0.3, day: 2, "i2");
        Report[] cells = [Said("2021-05", 3, day: 1), Of("vs", Said("2021-05", 3000, day: 3)), Of(sharing, share)];

        Assert.True(SmallNumbers.Publish(plan, cells, Threshold)[^1].Answer.IsSuppressed);
    }

    [Fact]
    public void The_count_of_a_share_whose_department_owes_it_no_longer_has_a_hidden_past_too()
    {
        var plan = OwedBy(PlanBuilder.APlan().WithIndicator("i1", People).WithIndicator("i2", ShareOf("i1")).Build(), "i2", "vs");
        Report[] first = [Said("2021-05", 97, day: 1), Said("2021-05", 98, day: 1, "i2")];

        Assert.True(SmallNumbers.Mark(plan, first, [Said("2021-05", 98, day: 2) with { Revision = 2 }], Threshold).Single().HasHiddenPast);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(30)]
    public void Of_a_row_that_the_plan_has_no_longer_nothing_is_shown_though_no_other_row_counts_people(double number)
    {
        var plan = PlanBuilder.APlan().WithIndicator("i2", Specs.Deliverable).Build();
        var report = AReport("i1", "aln").Saying(AnswerValue.Of(number)).Assessed(Status.Behind).Build() with { Comment = "Tre personer." };

        Assert.Equal(report with { Answer = new() { IsSuppressed = true }, Comment = null }, SmallNumbers.Publish(plan, [report], Threshold)[0]);
    }

    [Fact]
    public void A_number_that_its_row_asks_for_no_longer_is_not_shown_and_neither_is_why_it_was_corrected()
    {
        var plan = PlanOf(Specs.Deliverable);
        Report number = Said("2021-05", 3, day: 1);
        Report yes = AReport("i1", "aln").At(new(2021, 5, 2, 8, 0, 0, TimeSpan.Zero)).Build() with { Revision = 2, Reason = "Var 3." };

        var marked = SmallNumbers.Mark(plan, [number], [yes], Threshold).Single();

        Assert.True(SmallNumbers.Publish(plan, [number], Threshold)[0].Answer.IsSuppressed);
        Assert.Equal((AnswerValue.Yes, null), (SmallNumbers.Publish(plan, [marked], Threshold)[0].Answer.Value, SmallNumbers.Publish(plan, [marked], Threshold)[0].Reason));
    }

    public static TheoryData<IndicatorKind, bool> LaterRows => new() { { IndicatorKind.Count, false }, { IndicatorKind.Percentage, false }, { IndicatorKind.Percentage, true }, { IndicatorKind.Amount, false } };

    [Theory]
    [MemberData(nameof(LaterRows))]
    public void A_later_version_of_the_plan_shows_no_small_count_by_calling_it_something_else(IndicatorKind kind, bool isMarked)
    {
        var report = Stored(People.AtLeast(10), Said("2021-05", 3, day: 1) with { Answer = new() { Value = AnswerValue.Of(3), Assessment = Status.AtRisk } });

        var later = PlanOf(Specs.Of(kind) with { CountsPeople = isMarked });

        Assert.Equal(new Answer { IsSuppressed = true }, SmallNumbers.Publish(later, [report], Threshold)[0].Answer);
        Assert.True(SmallNumbers.PublishAlone(later, report).Answer.IsSuppressed);
    }

    [Fact]
    public void A_number_that_was_no_count_of_people_when_it_was_stored_is_what_the_plan_says_now()
    {
        Assert.False(SmallNumbers.Publish(PlanOf(Specs.Percentage), [Stored(Specs.Count, Said("2021-05", 3, day: 1))], Threshold)[0].Answer.IsSuppressed);
        Assert.True(SmallNumbers.Publish(PlanOf(People), [Stored(Specs.Count, Said("2021-05", 3, day: 1))], Threshold)[0].Answer.IsSuppressed);
    }

    [Fact]
    public void A_large_count_is_shown_when_its_row_is_unmarked_and_not_as_a_percentage()
    {
        var report = Stored(People, Said("2021-05", 30, day: 1));

        Assert.Equal(30, SmallNumbers.Publish(PlanOf(Specs.Count), [report], Threshold)[0].Answer.Value!.Number);
        Assert.True(SmallNumbers.Publish(PlanOf(Specs.Percentage), [report], Threshold)[0].Answer.IsSuppressed);
    }

    [Fact]
    public void A_correction_of_a_hidden_count_is_of_people_too_though_the_row_is_unmarked_since()
    {
        const int lowest = SmallNumbers.LowestThreshold;
        var later = PlanOf(Specs.Count);
        var one = SmallNumbers.Mark(PlanOf(People), [], [Said("2021-05", 1, day: 1)], lowest).Single();

        var two = SmallNumbers.Mark(later, [one], [Said("2021-05", 2, day: 2) with { Revision = 2 }], lowest).Single();
        var three = SmallNumbers.Mark(later, [two], [Said("2021-05", 3, day: 3) with { Revision = 3 }], lowest).Single();
        var another = SmallNumbers.Mark(later, [three], [Said("2021-10", 2, day: 4)], lowest).Single();

        Assert.Equal([null, null, 3, 2], Values(new[] { one, two, three, another }.SelectMany(r => SmallNumbers.Publish(later, [r], lowest))));
    }

    [Fact]
    public void A_share_stays_tied_to_a_count_that_was_corrected_since_and_a_corrected_share_to_its_count()
    {
        var tied = PlanBuilder.APlan().WithIndicator("i1", People).WithIndicator("i2", ShareOf("i1")).Build();
        var later = PlanBuilder.APlan().WithIndicator("i1", Specs.Count).WithIndicator("i2", Specs.Percentage).Build();
        var count = SmallNumbers.Mark(tied, [], [Said("2021-05", 3, day: 1)], Threshold).Single();
        var corrected = SmallNumbers.Mark(later, [count], [Said("2021-05", 2, day: 2) with { Revision = 2 }], Threshold).Single();
        var first = SmallNumbers.Mark(later, [corrected], [Said("2021-05", 20, day: 3, "i2")], Threshold).Single();
        var before = SmallNumbers.Mark(tied, [], [Said("2021-05", 30, day: 1, "i2")], Threshold).Single();
        var again = SmallNumbers.Mark(later, [before], [Said("2021-05", 20, day: 3, "i2") with { Revision = 2 }], Threshold).Single();

        Assert.All([first, again], share => Assert.True(SmallNumbers.Publish(later, [corrected, share], Threshold)[1].Answer.IsSuppressed));
    }

    [Fact]
    public void A_growing_count_that_few_came_to_is_not_shown_by_calling_it_one_of_a_moment_and_its_next_number_grows_on()
    {
        var before = PlanOf(Since);
        var may = SmallNumbers.Mark(before, [], [Said("2021-05", 20, day: 1)], Threshold).Single();
        var october = SmallNumbers.Mark(before, [may], [Said("2021-10", 23, day: 2)], Threshold).Single();
        var later = PlanOf(Specs.Count with { Measurement = new(MeasurementKind.PointInTime) });

        var january = SmallNumbers.Mark(later, [may, october], [Said("2022-01", 22, day: 3)], Threshold).Single();

        Assert.Equal([20, null, null], Values(SmallNumbers.Publish(later, [may, october, january], Threshold)));
    }

    [Fact]
    public void A_share_stays_tied_to_the_count_that_was_hidden_beside_it_when_the_plan_ties_them_no_longer()
    {
        var tied = PlanBuilder.APlan().WithIndicator("i1", People).WithIndicator("i2", ShareOf("i1")).Build();
        var later = PlanBuilder.APlan().WithIndicator("i1", People).WithIndicator("i2", Specs.Percentage).Build();
        var count = SmallNumbers.Mark(tied, [], [Said("2021-05", 3, day: 1)], Threshold).Single();
        var before = SmallNumbers.Mark(tied, [count], [Said("2021-05", 0.3, day: 2, "i2")], Threshold).Single();
        var after = SmallNumbers.Mark(later, [count], [Said("2021-05", 0.3, day: 2, "i2")], Threshold).Single();

        Assert.All([before, after], share => Assert.True(SmallNumbers.Publish(later, [count, share], Threshold)[1].Answer.IsSuppressed));
    }

    [Fact]
    public void An_answer_without_a_number_is_shown_though_its_row_asks_for_another()
    {
        Report report = AReport("i1", "aln");

        Assert.Same(report, Published(People, report));
    }

    [Fact]
    public void An_earlier_time_keeps_the_answers_without_numbers_of_rows_that_are_gone_since()
    {
        var then = PlanBuilder.APlan().WithIndicator("i1", Specs.Count).WithIndicator("i2", Specs.Deliverable).Build();
        Report[] cells = [Said("2021-05", 30, day: 1), AReport("i2", "aln")];
        var later = PlanOf(People) with { Nodes = [] };
        var now = SmallNumbers.Publish(later, cells, Threshold);

        Assert.Equal([true, false], SmallNumbers.PublishEarlier(then, cells, later, now, Threshold).Select(c => c.Answer.IsSuppressed));
    }

    [Theory]
    [InlineData(IndicatorKind.Amount)]
    [InlineData(IndicatorKind.Percentage)]
    public void An_earlier_time_shows_no_few_of_a_row_that_counts_people_now_and_asked_for_something_else_then(IndicatorKind kind)
    {
        var (then, later) = (PlanOf(Specs.Of(kind)), PlanOf(People));
        var marked = SmallNumbers.MarkedBy(then, later);
        Report corrected = Said("2021-05", 2, day: 2) with { Revision = 2 };

        double?[] ShownThen(double number) => Values(SmallNumbers.PublishEarlier(
            marked, [Said("2021-05", number, day: 1)], later, SmallNumbers.Publish(later, [corrected], Threshold), Threshold));

        Assert.Equal([null, 30], new[] { ShownThen(1)[0], ShownThen(30)[0] });
    }

    [Fact]
    public void An_earlier_time_shows_no_share_of_a_count_that_is_hidden_since()
    {
        var then = PlanBuilder.APlan().WithIndicator("i1", Specs.Amount).WithIndicator("i2", Specs.Percentage).Build();
        var later = PlanBuilder.APlan().WithIndicator("i1", People).WithIndicator("i2", ShareOf("i1")).Build();
        var (count, share) = (Said("2021-05", 4, day: 1), Said("2021-05", 10, day: 1, "i2"));
        var now = SmallNumbers.Publish(later, [count, Said("2021-05", 11, day: 2, "i2") with { Revision = 2 }], Threshold);

        Assert.Equal([null, null], Values(SmallNumbers.PublishEarlier(SmallNumbers.MarkedBy(then, later), [count, share], later, now, Threshold)));
    }

    [Fact]
    public void A_share_that_was_reported_before_its_numerator_was_corrected_to_what_may_be_shown_is_of_what_may_not()
    {
        var plan = PlanBuilder.APlan().WithIndicator("i1", People).WithIndicator("i2", ShareOf("i1")).Build();
        Report[] first = [Said("2021-05", 3, day: 1), Said("2021-05", 0.3, day: 1, "i2")];
        var corrected = SmallNumbers.Mark(plan, first, [Said("2021-05", 30, day: 2) with { Revision = 2 }], Threshold).Single();

        Assert.Equal([30, null], Values(SmallNumbers.Publish(plan, [corrected, first[1]], Threshold)));
        Assert.Equal([30, 3], Values(SmallNumbers.Publish(plan, [corrected, Said("2021-05", 3, day: 3, "i2")], Threshold)));
    }

    [Fact]
    public void A_derived_figure_is_withheld_while_a_number_it_is_computed_from_is_not_shown()
    {
        var plan = PlanBuilder.APlan().WithIndicator("i1", People, "aln").WithIndicator("i2", ShareOf("i1").AtMost(1), "aln").Build() with
        {
            DerivedFigures = [new("d1", DerivedFigureFormula.PersonsAboveTarget, "1.1", "Över målet", "i1", "i2")],
        };
        DerivedFigure FigureBy(double count) => DerivedFigures.In(PlanStatus.Compute(plan, plan.Rounds[0], meeting: null,
            SmallNumbers.Publish(plan, [Said("2021-05", count, day: 1), Said("2021-05", 2, day: 1, "i2")], Threshold), new(2021, 5, 4))).Single();

        Assert.Equal((true, null), (FigureBy(4).IsWithheld, FigureBy(4).Estimate));
        Assert.Equal((false, 20), (FigureBy(40).IsWithheld, FigureBy(40).Estimate!.Value.Value));
    }

    private static readonly IndicatorSpec Since = People with { Measurement = new(MeasurementKind.Cumulative, new(2021, 1, 1)) };

    private static IndicatorSpec ShareOf(string count) => Specs.Percentage with { CountsPeople = true, Fraction = new("personer", "befolkningen", count) };

    private static Plan OwedBy(Plan plan, string indicator, params string[] departments) =>
        plan with { Nodes = [.. plan.Nodes.Select(n => n.Id == indicator ? n with { OwedBy = departments } : n)] };

    private static Report Of(string department, Report report) => report with { Key = report.Key with { Department = department } };

    private static Report Said(string round, double number, int day, string indicator = "i1") =>
        AReport(indicator, "aln").In(round).Saying(AnswerValue.Of(number)).At(new(2021, 5, day, 8, 0, 0, TimeSpan.Zero));

    private static Report Stored(IndicatorSpec spec, Report report) => SmallNumbers.Mark(PlanOf(spec), [], [report], Threshold).Single();

    private static Report SaidOf(double numerator, double denominator, string indicator = "i1") => AReport(indicator, "aln")
        .Saying(new Answer { Value = AnswerValue.Of(100 * numerator / denominator) with { Ratio = new(numerator, denominator) } });

    private static double?[] Shown(IndicatorSpec spec, params Report[] cells) => Values(SmallNumbers.Publish(PlanOf(spec), cells, Threshold));

    // Stored one after another.
    private static double?[] ShownInOrder(params Report[] reports)
    {
        const int lowest = SmallNumbers.LowestThreshold;
        Report[] cells = [];
        foreach (var report in reports)
        {
            cells = [.. cells.Where(c => c.Key != report.Key), SmallNumbers.Mark(PlanOf(Since), cells, [report], lowest).Single()];
        }

        return Values(SmallNumbers.Publish(PlanOf(Since), cells, lowest));
    }

    private static double?[] Values(IEnumerable<Report> cells) => [.. cells.Select(c => c.Answer.Value?.Number)];

    private static Plan PlanOf(IndicatorSpec spec) => PlanBuilder.APlan().WithIndicator("i1", spec).Build();

    private static Report Published(IndicatorSpec spec, Report report) => SmallNumbers.Publish(PlanOf(spec), [report], Threshold)[0];
}
