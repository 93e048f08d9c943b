using Hsvo.Domain.Plans;
using Hsvo.Domain.Reports;
using Hsvo.Domain.Statuses;
using Hsvo.TestKit.Builders;
using static Hsvo.TestKit.Builders.PlanBuilder;
using static Hsvo.TestKit.Builders.ReportBuilder;

namespace Hsvo.Domain.Tests.Statuses;

public sealed class PlanStatusTests
{
    // Opens 25 April, due 11 May, meets 25 May.
    private static readonly DateOnly MayMeeting = new(2021, 5, 25);
    private static readonly DateOnly Today = new(2021, 5, 5);

    [Theory]
    [InlineData("2021-04-24", ReportingStatus.NotDue)]
    [InlineData("2021-04-25", ReportingStatus.Due)]
    [InlineData("2021-05-11", ReportingStatus.Due)]
    [InlineData("2021-05-12", ReportingStatus.Missing)]
    [InlineData("2021-12-31", ReportingStatus.Missing)]
    public void What_is_not_answered_is_awaited_from_the_opening_and_missing_after_the_due_date(string today, ReportingStatus reporting)
    {
        var plan = APlan().WithIndicator("i1", IndicatorKind.Deliverable, "vs").Build();
        var round = plan.Rounds[0];

        var status = PlanStatus.Compute(plan, round, round.On(MayMeeting), [], DateOnly.Parse(today, null));

        Assert.Equal(reporting, Assert.Single(status["i1"].Cells).Reporting);
        Assert.Null(status["i1"].Status);
    }

    [Fact]
    public void Nothing_is_due_in_a_round_whose_meeting_has_no_date()
    {
        var plan = APlan().WithIndicator("i1", IndicatorKind.Deliverable, "vs").Build();

        var status = PlanStatus.Compute(plan, plan.Rounds[0], meeting: null, [], new(2030, 1, 1));

        Assert.Equal(ReportingStatus.NotDue, Assert.Single(status["i1"].Cells).Reporting);
    }

    /// <summary>The due date ends at midnight in Stockholm: 22:00 UTC in May.</summary>
    [Theory]
    [InlineData("2021-04-01T08:00:00Z", ReportingStatus.Reported)]
    [InlineData("2021-05-11T21:59:59Z", ReportingStatus.Reported)]
    [InlineData("2021-05-11T22:00:00Z", ReportingStatus.Late)]
    public void An_answer_is_late_the_day_after_the_due_date(string reportedAt, ReportingStatus reporting)
    {
        var plan = APlan().WithIndicator("i1", IndicatorKind.Deliverable, "vs").Build();
        var round = plan.Rounds[0];
        var report = AReport("i1", "vs").At(DateTimeOffset.Parse(reportedAt, null)).Build();

        var status = PlanStatus.Compute(plan, round, round.On(MayMeeting), [report], new(2021, 5, 20));

        Assert.Equal(reporting, Assert.Single(status["i1"].Cells).Reporting);
    }

    [Fact]
    public void A_correction_after_the_due_date_does_not_make_an_answer_late()
    {
        var plan = APlan().WithIndicator("i1", IndicatorKind.Deliverable, "vs").Build();
        var round = plan.Rounds[0];
        var report = AReport("i1", "vs").Build() with { Revision = 2, ReportedAt = new(2021, 5, 20, 8, 0, 0, TimeSpan.Zero) };

        var status = PlanStatus.Compute(plan, round, round.On(MayMeeting), [report], new(2021, 5, 20));

        Assert.Equal(ReportingStatus.Reported, Assert.Single(status["i1"].Cells).Reporting);
    }

    [Fact]
    public void An_answer_to_an_undated_round_is_reported_and_never_late()
    {
        var plan = APlan().WithIndicator("i1", IndicatorKind.Deliverable, "vs").Build();
        var report = AReport("i1", "vs").At(new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero)).Build();

        var status = PlanStatus.Compute(plan, plan.Rounds[0], meeting: null, [report], new(2030, 1, 1));

        Assert.Equal(ReportingStatus.Reported, Assert.Single(status["i1"].Cells).Reporting);
    }

    [Fact]
    public void An_answer_counts_until_a_new_one_comes_and_says_its_round()
    {
        var plan = APlan().WithIndicator("i1", IndicatorKind.Deliverable, "vs").Build();
        var october = plan.Rounds[1];
        var may = AReport("i1", "vs").Saying(AnswerValue.No).Assessed(Status.AtRisk).Build();

        var status = PlanStatus.Compute(plan, october, october.On(new(2021, 10, 20)), [may], new(2021, 10, 1));

        var cell = Assert.Single(status["i1"].Cells);
        Assert.True(cell.IsCarried);
        Assert.Equal("2021-05", cell.Report!.Key.Round);
        Assert.Equal((Status.AtRisk, ReportingStatus.Due), (cell.Status, cell.Reporting));
        Assert.Equal((Status.AtRisk, "1 av 1"), (status["1.1"].Status, status["1.1"].Coverage.ToString()));
        Assert.Empty(status["1.1"].Unanswered);
    }

    [Fact]
    public void A_new_answer_takes_the_place_of_an_earlier_rounds()
    {
        var plan = APlan().WithIndicator("i1", IndicatorKind.Deliverable, "vs").Build();
        Report may = AReport("i1", "vs").Saying(AnswerValue.No).Assessed(Status.Behind);
        Report october = AReport("i1", "vs").In("2021-10");

        var status = PlanStatus.Compute(plan, plan.Rounds[1], meeting: null, [october, may], new(2021, 10, 1));

        var cell = Assert.Single(status["i1"].Cells);
        Assert.False(cell.IsCarried);
        Assert.Equal((Status.Completed, ReportingStatus.Reported), (cell.Status, cell.Reporting));
    }

    // By its id the extra round of March would stand after October's.
    [Fact]
    public void Rounds_follow_each_other_as_they_stand_in_the_plan_whatever_they_are_called()
    {
        var plan = APlan().WithRound("extra", new(2021, 3, 31)).WithRound("2021-10", new(2021, 10, 31)).WithRound("2021-05b", new(2022, 1, 31), isFinal: true)
            .WithIndicator("i1", IndicatorKind.Deliverable, "vs").Build();
        Report march = AReport("i1", "vs").In("extra").Saying(AnswerValue.No), october = AReport("i1", "vs").In("2021-10");

        string? FromRoundIn(int round, params Report[] reports) =>
            PlanStatus.Compute(plan, plan.Rounds[round], meeting: null, reports, new(2021, 10, 1))["i1"].Cells.Single().Report?.Key.Round;

        Assert.Equal("extra", FromRoundIn(0, march, october));
        Assert.Equal("2021-10", FromRoundIn(1, october, march));
        Assert.Equal("2021-10", FromRoundIn(2, march, october));
        Assert.Null(FromRoundIn(0, october));
    }

    [Fact]
    public void A_later_rounds_answer_is_not_in_an_earlier_rounds_status()
    {
        var plan = APlan().WithIndicator("i1", IndicatorKind.Deliverable, "vs").Build();
        Report october = AReport("i1", "vs").In("2021-10").AsExample();

        var status = PlanStatus.Compute(plan, plan.Rounds[0], meeting: null, [october], new(2021, 10, 1));

        Assert.Null(Assert.Single(status["i1"].Cells).Report);
        Assert.Equal((null, "0 av 1", false), (status["1.1"].Status, status["1.1"].Coverage.ToString(), status["1.1"].HasExamples));
    }

    [Fact]
    public void What_was_completed_in_an_earlier_round_owes_nothing_more()
    {
        var plan = APlan().WithIndicator("i1", IndicatorKind.Deliverable, "vs").WithIndicator("i2", IndicatorKind.Continuing, "vs").Build();
        var october = plan.Rounds[1];
        Report[] may = [AReport("i1", "vs"), AReport("i2", "vs")];

        var status = PlanStatus.Compute(plan, october, october.On(new(2021, 10, 20)), may, new(2021, 10, 19));

        Assert.Equal(ReportingStatus.NotDue, Assert.Single(status["i1"].Cells).Reporting);
        Assert.Equal(ReportingStatus.Missing, Assert.Single(status["i2"].Cells).Reporting);
    }

    [Fact]
    public void A_completed_row_that_is_reopened_owes_again()
    {
        var plan = APlan().WithIndicator("i1", IndicatorKind.Deliverable, "vs").Build();
        var january = plan.Rounds[2];
        Report[] reports = [AReport("i1", "vs"), AReport("i1", "vs").In("2021-10").Saying(AnswerValue.No)];

        var status = PlanStatus.Compute(plan, january, january.On(new(2022, 1, 25)), reports, new(2022, 1, 5));

        Assert.Equal(ReportingStatus.Due, Assert.Single(status["i1"].Cells).Reporting);
    }

    [Fact]
    public void A_nej_from_May_does_not_turn_overdue_in_the_final_round_by_silence()
    {
        var plan = APlan().WithIndicator("i1", IndicatorKind.Deliverable, "vs").WithIndicator("i2", Specs.Count.AtLeast(10), "vs").Build();
        Report[] may = [AReport("i1", "vs").Saying(AnswerValue.No).Assessed(Status.AtRisk), AReport("i2", "vs").Saying(AnswerValue.Of(3))];
        Report[] january =
        [
            AReport("i1", "vs").In("2022-01").Saying(AnswerValue.No), AReport("i2", "vs").In("2022-01").Saying(AnswerValue.Of(3)),
        ];
        var final = plan.Rounds[2];

        var silent = PlanStatus.Compute(plan, final, final.On(new(2022, 1, 25)), may, new(2022, 1, 24));
        var answered = PlanStatus.Compute(plan, final, final.On(new(2022, 1, 25)), [.. may, .. january], new(2022, 1, 24));

        Assert.Equal((Status.AtRisk, null), (silent["i1"].Status, silent["i2"].Status));
        Assert.Equal((Status.Overdue, Status.Overdue), (answered["i1"].Status, answered["i2"].Status));
    }

    [Fact]
    public void A_continuing_ja_from_May_is_not_completed_in_the_final_round_by_silence()
    {
        var plan = APlan().WithIndicator("i1", IndicatorKind.Continuing, "vs").Build();

        var status = PlanStatus.Compute(plan, plan.Rounds[2], meeting: null, [AReport("i1", "vs")], new(2022, 1, 24));

        Assert.Equal(Status.OnTrack, status["1"].Status);
    }

    [Fact]
    public void A_milestone_turns_overdue_by_the_calendar()
    {
        var plan = APlan().WithIndicator("i1", Specs.Milestone(new(2021, 6, 30)), "vs").Build();
        Report may = AReport("i1", "vs").Saying(AnswerValue.No).Assessed(Status.OnTrack);

        var before = PlanStatus.Compute(plan, plan.Rounds[1], meeting: null, [may], new(2021, 6, 30));
        var after = PlanStatus.Compute(plan, plan.Rounds[1], meeting: null, [may], new(2021, 7, 1));

        Assert.Equal((Status.OnTrack, Status.Overdue), (before["1"].Status, after["1"].Status));
    }

    [Fact]
    public void A_milestone_that_nobody_answered_is_unreported_and_not_red()
    {
        var plan = APlan().WithIndicator("i1", Specs.Milestone(new(2021, 6, 30)), "vs").Build();

        var status = PlanStatus.Compute(plan, plan.Rounds[2], meeting: null, [], new(2022, 1, 24));

        Assert.Null(status["1"].Status);
    }

    [Fact]
    public void A_reference_shows_the_named_rows_status_and_is_counted_where_it_points()
    {
        var plan = APlan().WithIndicator("i1", IndicatorKind.Continuing, "vs")
            .UnderGoal("1.2").WithReference("i2", to: "i1")
            .UnderGoal("1.3").WithReference("i4", to: "i1").WithIndicator("i3", IndicatorKind.Deliverable, "vs").Build();
        Report[] reports = [AReport("i1", "vs").Saying(AnswerValue.No), AReport("i3", "vs")];

        var status = PlanStatus.Compute(plan, plan.Rounds[0], meeting: null, reports, Today);

        var reference = status["i2"];
        Assert.Equal((Status.Behind, "0 av 0"), (reference.Status, reference.Coverage.ToString()));
        Assert.Equal(["i1"], reference.DecidedBy);
        Assert.Empty(reference.Cells);
        Assert.Empty(reference.Reporting);
        Assert.Empty(reference.Distribution);
        Assert.Equal((Status.Behind, null, Status.Completed), (status["1.1"].Status, status["1.2"].Status, status["1.3"].Status));
        Assert.Equal("2 av 2", status["1"].Coverage.ToString());
    }

    [Fact]
    public void A_row_that_concerns_nobody_leaves_coverage_and_roll_up()
    {
        var plan = APlan().WithIndicator("i1", IndicatorKind.Deliverable, "vs").WithIndicator("i2", IndicatorKind.Deliverable, "vs").Build();

        var status = PlanStatus.Compute(plan, plan.Rounds[0], meeting: null, [AReport("i1", "vs"), AReport("i2", "vs").NotApplicable()], Today);

        Assert.Equal((Status.Completed, "1 av 1"), (status["1.1"].Status, status["1.1"].Coverage.ToString()));
        Assert.Equal((null, "0 av 0"), (status["i2"].Status, status["i2"].Coverage.ToString()));
        Assert.Equal(1, status["1.1"].Reporting[ReportingStatus.NotApplicable]);
        Assert.Empty(status["i2"].Unanswered);
    }

    [Fact]
    public void A_goal_that_concerns_nobody_has_no_status()
    {
        var plan = APlan().WithIndicator("i1", IndicatorKind.Deliverable, "vs").Build();

        var status = PlanStatus.Compute(plan, plan.Rounds[0], meeting: null, [AReport("i1", "vs").NotApplicable()], Today);

        Assert.Equal((null, RollUpRule.NoStatus), (status["1"].Status, status["1"].Rule));
    }

    [Fact]
    public void A_row_that_nobody_owes_holds_nothing_up()
    {
        var plan = APlan().WithIndicator("i1", IndicatorKind.Deliverable, "vs").WithIndicator("i2", IndicatorKind.Deliverable, "nobody").Build();

        var status = PlanStatus.Compute(plan, plan.Rounds[0], meeting: null, [AReport("i1", "vs")], Today);

        Assert.Equal((Status.Completed, "1 av 1"), (status["1.1"].Status, status["1.1"].Coverage.ToString()));
        Assert.Empty(status["i2"].Unanswered);
    }

    [Fact]
    public void A_number_without_target_needs_an_answer_only_for_its_goal_to_be_completed()
    {
        var plan = APlan().WithIndicator("i1", IndicatorKind.Deliverable, "vs").WithIndicator("i2", IndicatorKind.Count, "vs").Build();
        Report[] unanswered = [AReport("i1", "vs")];
        Report[] answered = [.. unanswered, AReport("i2", "vs").Saying(AnswerValue.Of(12)).Assessed(Status.Behind)];

        var without = PlanStatus.Compute(plan, plan.Rounds[0], meeting: null, unanswered, Today);
        var with = PlanStatus.Compute(plan, plan.Rounds[0], meeting: null, answered, Today);

        Assert.Equal((Status.OnTrack, Status.Completed), (without["1.1"].Status, with["1.1"].Status));
        Assert.Equal(Status.Behind, with["i2"].Status);
        Assert.Equal([Status.Completed], with["1.1"].Distribution.Keys);
    }

    [Fact]
    public void A_goal_names_the_rows_that_decided_and_those_unanswered()
    {
        var plan = APlan()
            .WithIndicator("i1", IndicatorKind.Deliverable, "vs").WithIndicator("i2", IndicatorKind.Continuing, "vs")
            .WithIndicator("i3", IndicatorKind.Deliverable, "vs").WithIndicator("i4", IndicatorKind.Continuing, "vs").Build();
        Report[] reports = [AReport("i1", "vs"), AReport("i2", "vs").Saying(AnswerValue.No), AReport("i4", "vs").Saying(AnswerValue.No)];

        var goal = PlanStatus.Compute(plan, plan.Rounds[0], meeting: null, reports, Today)["1.1"];

        Assert.Equal((Status.Behind, RollUpRule.Worst), (goal.Status, goal.Rule));
        Assert.Equal(["i2", "i4"], goal.DecidedBy);
        Assert.Equal(["i3"], goal.Unanswered);
        Assert.Equal("3 av 4", goal.Coverage.ToString());
        Assert.Equal((1, 2), (goal.Distribution[Status.Completed], goal.Distribution[Status.Behind]));
    }

    [Fact]
    public void A_goal_under_way_names_every_row_with_a_status()
    {
        var plan = APlan().WithIndicator("i1", IndicatorKind.Deliverable, "vs").WithIndicator("i2", IndicatorKind.Continuing, "vs").Build();

        var goal = PlanStatus.Compute(plan, plan.Rounds[0], meeting: null, [AReport("i1", "vs"), AReport("i2", "vs")], Today)["1.1"];

        Assert.Equal((Status.OnTrack, RollUpRule.UnderWay), (goal.Status, goal.Rule));
        Assert.Equal(["i1", "i2"], goal.DecidedBy);
    }

    [Fact]
    public void An_example_marks_everything_above_it()
    {
        var plan = APlan().WithIndicator("i1", IndicatorKind.Deliverable, "vs").UnderGoal("2.1").WithIndicator("i2", IndicatorKind.Deliverable, "vs").Build();

        var status = PlanStatus.Compute(plan, plan.Rounds[0], meeting: null, [AReport("i1", "vs").AsExample(), AReport("i2", "vs")], Today);

        Assert.Equal(["1", "1.1", "1.1.p1", "1.1.a1", "i1"], status.Nodes.Where(n => n.HasExamples).Select(n => n.Node.Id));
    }

    /// <summary>
    /// On a row owed by osn and aln (kommun), vs (region) and nvs (both): "ja" and "nej" as answered, "atRisk" a nej assessed so, "-" not answered,
    /// "x" not applicable.
    /// </summary>
    [Theory]
    [InlineData("-", "-", "-", "-", null)]
    [InlineData("ja", "-", "-", "-", Agreement.OnePrincipalMissing)]
    [InlineData("ja", "ja", "-", "-", Agreement.OnePrincipalMissing)]
    [InlineData("-", "-", "ja", "ja", Agreement.OnePrincipalMissing)]
    [InlineData("-", "-", "-", "ja", Agreement.OnePrincipalMissing)]
    [InlineData("ja", "-", "ja", "-", Agreement.Agree)]
    [InlineData("nej", "nej", "nej", "nej", Agreement.Agree)]
    [InlineData("ja", "-", "nej", "-", Agreement.Differ)]
    [InlineData("ja", "nej", "-", "-", Agreement.Differ)]
    [InlineData("ja", "ja", "ja", "nej", Agreement.Differ)]
    [InlineData("nej", "-", "atRisk", "-", Agreement.Differ)]
    [InlineData("ja", "ja", "x", "-", Agreement.Agree)]
    [InlineData("ja", "-", "x", "-", null)]
    [InlineData("ja", "x", "x", "x", null)]
    [InlineData("x", "x", "x", "x", null)]
    public void Whether_those_who_answered_agree_is_flagged(string osn, string aln, string vs, string nvs, Agreement? agreement)
    {
        var plan = APlan()
            .WithDepartment("osn", Principal.Kommun).WithDepartment("aln", Principal.Kommun)
            .WithDepartment("vs", Principal.Region).WithDepartment("nvs", Principal.Joint)
            .WithIndicator("i1", IndicatorKind.Deliverable).Build();
        (string Department, string Says)[] answers = [("osn", osn), ("aln", aln), ("vs", vs), ("nvs", nvs)];
        Report[] reports = [.. answers.Where(a => a.Says != "-").Select(a => Answering(a.Department, a.Says))];

        var status = PlanStatus.Compute(plan, plan.Rounds[0], meeting: null, reports, Today);

        Assert.Equal(agreement, status["i1"].Agreement);
    }

    [Fact]
    public void Numbers_and_words_are_not_held_against_each_other()
    {
        var plan = APlan().WithIndicator("i1", IndicatorKind.Count).WithIndicator("i2", IndicatorKind.Qualitative).Build();
        Report[] reports =
        [
            AReport("i1", "aln").Saying(AnswerValue.Of(1)), AReport("i1", "vs").Saying(AnswerValue.Of(2)),
            AReport("i2", "aln").Saying(AnswerValue.Words("Bra")), AReport("i2", "vs").Saying(AnswerValue.Words("Sämre")),
        ];

        var status = PlanStatus.Compute(plan, plan.Rounds[0], meeting: null, reports, Today);

        Assert.Equal((null, null), (status["i1"].Agreement, status["i2"].Agreement));
    }

    // The row asked for a number before, and what was answered then isn't shown.
    [Theory]
    [InlineData("hidden", "hidden", "-", null)]
    [InlineData("hidden", "ja", "-", null)]
    [InlineData("hidden", "-", "-", Agreement.OnePrincipalMissing)]
    [InlineData("ja", "hidden", "nej", Agreement.Differ)]
    public void Answers_that_are_not_shown_are_not_said_to_agree(string aln, string vs, string nvs, Agreement? agreement)
    {
        var plan = APlan()
            .WithDepartment("aln", Principal.Kommun).WithDepartment("vs", Principal.Region).WithDepartment("nvs", Principal.Joint)
            .WithIndicator("i1", IndicatorKind.Deliverable).Build();
        (string Department, string Says)[] answers = [("aln", aln), ("vs", vs), ("nvs", nvs)];
        Report[] reports =
        [
            .. answers.Where(a => a.Says != "-").Select(a => a.Says == "hidden"
                ? AReport("i1", a.Department).Saying(new Answer { IsSuppressed = true }).Build()
                : Answering(a.Department, a.Says)),
        ];

        Assert.Equal(agreement, PlanStatus.Compute(plan, plan.Rounds[0], meeting: null, reports, Today)["i1"].Agreement);
    }

    [Fact]
    public void A_row_of_one_department_agrees_with_nobody()
    {
        var plan = APlan().WithIndicator("i1", IndicatorKind.Deliverable, "vs").Build();

        Assert.Null(PlanStatus.Compute(plan, plan.Rounds[0], meeting: null, [AReport("i1", "vs")], Today)["i1"].Agreement);
    }

    [Theory]
    [InlineData("-", "-", null, RollUpRule.NoStatus)]
    [InlineData("ja", "ja", Status.Completed, RollUpRule.AllCompleted)]
    [InlineData("ja", "-", Status.OnTrack, RollUpRule.UnderWay)]
    [InlineData("ja", "nej", Status.OnTrack, RollUpRule.UnderWay)]
    [InlineData("ja", "atRisk", Status.AtRisk, RollUpRule.Worst)]
    [InlineData("notStarted", "notStarted", Status.NotStarted, RollUpRule.AllNotStarted)]
    [InlineData("notStarted", "-", Status.NotStarted, RollUpRule.AllNotStarted)]
    [InlineData("ja", "notStarted", Status.NotStarted, RollUpRule.Worst)]
    [InlineData("ja", "x", Status.Completed, RollUpRule.AllCompleted)]
    [InlineData("nej", "nej", null, RollUpRule.NoStatus)]
    public void A_row_says_which_rule_gave_its_status(string aln, string vs, Status? expected, RollUpRule rule)
    {
        var plan = APlan().WithIndicator("i1", IndicatorKind.Deliverable).Build();
        (string Department, string Says)[] answers = [("aln", aln), ("vs", vs)];
        Report[] reports = [.. answers.Where(a => a.Says != "-").Select(a => Answering(a.Department, a.Says))];

        var row = PlanStatus.Compute(plan, plan.Rounds[0], meeting: null, reports, Today)["i1"];

        Assert.Equal((expected, rule), (row.Status, row.Rule));
    }

    private static Report Answering(string department, string says) => says switch
    {
        "ja" => AReport("i1", department).Saying(AnswerValue.Yes),
        "nej" => AReport("i1", department).Saying(AnswerValue.No),
        "x" => AReport("i1", department).NotApplicable(),
        _ => AReport("i1", department).Saying(AnswerValue.No).Assessed(StatusFacts.FromName(says)!.Value),
    };
}
