using Hsvo.Domain.Plans;
using Hsvo.Domain.Reports;
using Hsvo.Domain.Statuses;
using Hsvo.Plans;
using Hsvo.TestKit.Builders;
using static Hsvo.TestKit.Builders.ReportBuilder;

namespace Hsvo.Domain.Tests.Statuses;

/// <summary>Goals 2.2.3 and 2.3.1 of the plan for 2021: neither green by silence nor red by the calendar.</summary>
public sealed class RealPlanInMayTests
{
    private static readonly Plan Plan = PlanLibrary.Hsvo2021;
    private static readonly Round May = Plan.Rounds[0];
    private static readonly string[] Tl = ["amn", "osn", "scn", "ubn", "aln", "shs", "vs"];

    [Theory]
    [InlineData("2.2.3")]
    [InlineData("2.3.1")]
    public void A_goal_that_nobody_has_answered_has_no_status_at_any_time_of_year(string goal)
    {
        DateOnly[] days = [new(2021, 1, 1), new(2021, 5, 31), new(2021, 12, 31), new(2022, 2, 1)];

        var statuses = from round in Plan.Rounds
                       from day in days
                       from meeting in new[] { null, round.On(round.Ends) }
                       select PlanStatus.Compute(Plan, round, meeting, [], day)[goal];

        Assert.All(statuses, s => Assert.Equal((null, RollUpRule.NoStatus, 0), (s.Status, s.Rule, s.Coverage.Answered)));
    }

    [Theory]
    [InlineData("2.2.3", 28)]
    [InlineData("2.3.1", 56)]
    public void What_nobody_answered_is_missing_only_once_a_dated_round_was_due(string goal, int owed)
    {
        var undated = PlanStatus.Compute(Plan, May, meeting: null, [], new(2021, 12, 31))[goal];
        var early = PlanStatus.Compute(Plan, May, May.On(new(2021, 5, 25)), [], new(2021, 4, 1))[goal];
        var open = PlanStatus.Compute(Plan, May, May.On(new(2021, 5, 25)), [], new(2021, 5, 11))[goal];
        var past = PlanStatus.Compute(Plan, May, May.On(new(2021, 5, 25)), [], new(2021, 5, 12))[goal];

        Assert.Equal([(ReportingStatus.NotDue, owed)], undated.Reporting.Select(p => (p.Key, p.Value)));
        Assert.Equal([(ReportingStatus.NotDue, owed)], early.Reporting.Select(p => (p.Key, p.Value)));
        Assert.Equal([(ReportingStatus.Due, owed)], open.Reporting.Select(p => (p.Key, p.Value)));
        Assert.Equal([(ReportingStatus.Missing, owed)], past.Reporting.Select(p => (p.Key, p.Value)));
    }

    [Fact]
    public void One_ja_of_seven_does_not_complete_2_2_3()
    {
        var status = InMay(AReport("2.2.3.i4", "ubn"));

        Assert.Equal((Status.OnTrack, "1 av 7"), (status["2.2.3.i4"].Status, status["2.2.3.i4"].Coverage.ToString()));
        Assert.Equal(Agreement.OnePrincipalMissing, status["2.2.3.i4"].Agreement);
        Assert.Equal((Status.OnTrack, "1 av 28"), (status["2.2.3"].Status, status["2.2.3"].Coverage.ToString()));
        Assert.Equal(["2.2.3.i3", "2.2.3.i4", "2.2.3.i5", "2.2.3.i6"], status["2.2.3"].Unanswered);
    }

    [Fact]
    public void Seven_ja_complete_a_row_of_2_2_3_but_not_the_goal()
    {
        var status = InMay([.. Tl.Select(d => AReport("2.2.3.i4", d).Build())]);

        Assert.Equal((Status.Completed, Agreement.Agree), (status["2.2.3.i4"].Status, status["2.2.3.i4"].Agreement));
        Assert.Equal(Status.Completed, status["2.2.3.p3"].Status);
        Assert.Equal(Status.OnTrack, status["2.2.3"].Status);
        Assert.Equal(Status.OnTrack, status["2.2"].Status);
    }

    [Fact]
    public void A_nej_in_May_is_no_fault_where_nobody_says_so()
    {
        var status = InMay([.. Tl.SelectMany(d => new[] { Analyses(d, AnswerValue.Yes, AnswerValue.No), AReport("2.2.3.i4", d).Saying(AnswerValue.No).Build() })]);

        Assert.Null(status["2.2.3.i6"].Status);
        Assert.Null(status["2.2.3"].Status);
        Assert.Equal("14 av 28", status["2.2.3"].Coverage.ToString());
    }

    [Fact]
    public void A_plan_that_goes_well_looks_well_in_May()
    {
        var status = InMay(
        [
            .. Tl.SelectMany(d => new[]
            {
                Trained(d), AReport("2.2.3.i4", d).Saying(AnswerValue.No).Assessed(Status.OnTrack).Build(),
                AReport("2.2.3.i5", d).Build(), Analyses(d, AnswerValue.Yes, AnswerValue.No),
            }),
        ]);

        Assert.Equal((Status.OnTrack, "28 av 28"), (status["2.2.3"].Status, status["2.2.3"].Coverage.ToString()));
        Assert.Empty(status["2.2.3"].Unanswered);
    }

    [Fact]
    public void One_department_behind_is_seen_on_the_goal_and_its_focus_area()
    {
        var status = InMay([.. Tl.Select(d => AReport("2.2.3.i4", d).Build()), AReport("2.2.3.i5", "scn").Saying(AnswerValue.No)]);

        Assert.Equal((Status.Behind, RollUpRule.Worst), (status["2.2.3"].Status, status["2.2.3"].Rule));
        Assert.Equal(["2.2.3.i5"], status["2.2.3"].DecidedBy);
        Assert.Equal(Status.Behind, status["2.2"].Status);
        Assert.Equal((1, 1), (status["2.2"].Distribution[Status.Completed], status["2.2"].Distribution[Status.Behind]));
    }

    [Fact]
    public void What_2_2_3_refers_to_is_shown_there_and_counted_elsewhere()
    {
        var status = InMay(AReport("2.1.3.i2", "vs").Saying(AnswerValue.No));

        Assert.Equal((Status.Behind, Status.Behind), (status["2.1.3.i2"].Status, status["2.2.3.i1"].Status));
        Assert.Null(status["2.2.3"].Status);
        Assert.Equal("0 av 28", status["2.2.3"].Coverage.ToString());
    }

    [Fact]
    public void One_ja_does_not_complete_2_3_1_and_a_bad_project_plan_shows()
    {
        var plan = new Answer { Parts = [new("arbete", AnswerValue.Yes), new("uppfoljning", AnswerValue.No)], Assessment = Status.AtRisk };

        var started = InMay(AReport("2.3.1.i4", "nvs"));
        var atRisk = InMay(AReport("2.3.1.i4", "nvs"), AReport("2.3.1.i2", "nvs").Saying(plan));

        Assert.Equal((Status.OnTrack, "1 av 56"), (started["2.3.1"].Status, started["2.3.1"].Coverage.ToString()));
        Assert.Equal((Status.AtRisk, "2 av 56"), (atRisk["2.3.1"].Status, atRisk["2.3.1"].Coverage.ToString()));
    }

    [Fact]
    public void A_nej_from_May_is_not_red_after_the_year_but_a_nej_in_January_is()
    {
        var final = Plan.Rounds[2];
        Report may = AReport("2.3.1.i1", "vs").Saying(AnswerValue.No);
        Report january = AReport("2.3.1.i1", "vs").In(final.Id).Saying(AnswerValue.No);

        var silent = PlanStatus.Compute(Plan, final, final.On(new(2022, 1, 25)), [may], new(2022, 1, 24));
        var answered = PlanStatus.Compute(Plan, final, final.On(new(2022, 1, 25)), [may, january], new(2022, 1, 24));

        Assert.Null(silent["2.3.1"].Status);
        Assert.Equal(56, silent["2.3.1"].Reporting[ReportingStatus.Missing]);
        Assert.Equal(Status.Overdue, answered["2.3.1"].Status);
    }

    private static PlanStatus InMay(params Report[] reports) =>
        PlanStatus.Compute(Plan, May, May.On(new(2021, 5, 25)), reports, new(2021, 5, 12));

    private static Report Trained(string department) => AReport("2.2.3.i3", department)
        .Saying(new Answer { Parts = [new("halsoframjande-arbetsplats", AnswerValue.Of(12)), new("mota-patient-brukare", AnswerValue.Of(0))] });

    private static Report Analyses(string department, AnswerValue first, AnswerValue others) => AReport("2.2.3.i6", department)
        .Saying(new Answer { Parts = [new("ledtider", first), new("in-och-utskrivning", others), new("aterinlaggningar", others)] });
}
