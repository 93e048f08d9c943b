using Hsvo.Domain.Plans;
using Hsvo.Domain.Reports;
using Hsvo.Domain.Statuses;
using Hsvo.TestKit.Builders;
using static Hsvo.TestKit.Builders.PlanBuilder;
using static Hsvo.TestKit.Builders.ReportBuilder;

namespace Hsvo.Domain.Tests.Statuses;

/// <summary>Rows i1 and i2 of ja or nej and the number n1, owed by aln and vs; the meetings are on 25 May and 20 October 2021.</summary>
public sealed class ReportingBurdenTests
{
    private static readonly DateTimeOffset InTime = new(2021, 10, 1, 8, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset TooLate = new(2021, 10, 8, 8, 0, 0, TimeSpan.Zero);

    private static readonly Plan Plan = APlan()
        .WithIndicator("i1", Specs.Deliverable).WithIndicator("i2", Specs.Deliverable).WithIndicator("n1", Specs.Count)
        .WithReference("r1", to: "i1").Build();

    [Fact]
    public void Each_round_counts_what_was_given_in_time_late_awaited_and_missing()
    {
        var burden = BurdenOf("vs", new(2021, 10, 10),
            AReport("i1", "vs").Saying(AnswerValue.No), AReport("n1", "vs").Saying(AnswerValue.Of(7)),
            AReport("i1", "vs").In("2021-10").Saying(AnswerValue.Yes).At(InTime), AReport("n1", "vs").In("2021-10").Saying(AnswerValue.Of(8)).At(TooLate));

        AssertRound(burden.Rounds[0], owed: 3, onTime: 2, missing: 1);
        AssertRound(burden.Rounds[1], owed: 3, onTime: 1, late: 1, missing: 1);
        AssertRound(burden.Rounds[2], owed: 0, carried: 2);
        Assert.Equal(2, burden.Rounds[1].Answered);
    }

    [Fact]
    public void An_answer_that_says_what_counted_before_is_repeated_and_one_not_given_anew_is_carried()
    {
        var burden = BurdenOf("vs", new(2021, 10, 1),
            AReport("i1", "vs").Saying(AnswerValue.No), AReport("i2", "vs").Saying(AnswerValue.No), AReport("n1", "vs").Saying(AnswerValue.Of(7)),
            AReport("i1", "vs").In("2021-10").Saying(AnswerValue.No).At(InTime), AReport("n1", "vs").In("2021-10").Saying(AnswerValue.Of(8)).At(InTime));

        AssertRound(burden.Rounds[0], owed: 3, onTime: 3);
        AssertRound(burden.Rounds[1], owed: 3, onTime: 2, awaited: 1, repeated: 1, carried: 1);
    }

    [Fact]
    public void What_is_said_again_after_a_silent_round_is_still_what_counted_before()
    {
        var burden = BurdenOf("vs", new(2022, 1, 20), AReport("i1", "vs").Saying(AnswerValue.No), AReport("i1", "vs").In("2022-01").Saying(AnswerValue.No).At(InTime));

        Assert.Equal((0, 0, 1), (burden.Rounds[0].Repeated, burden.Rounds[1].Repeated, burden.Rounds[2].Repeated));
    }

    [Fact]
    public void A_row_answered_twice_or_more_and_always_the_same_has_never_changed()
    {
        var burden = BurdenOf("vs", new(2021, 10, 1),
            AReport("i1", "vs").Saying(AnswerValue.No), AReport("i1", "vs").In("2021-10").Saying(AnswerValue.No).At(InTime),
            AReport("n1", "vs").Saying(AnswerValue.Of(7)), AReport("n1", "vs").In("2021-10").Saying(AnswerValue.Of(8)).At(InTime),
            AReport("i2", "vs").Saying(AnswerValue.No));

        Assert.Equal(["i1"], burden.NeverChanged.Select(n => n.Id));
    }

    // Whether two hidden numbers are the same would tell of them.
    [Fact]
    public void Of_answers_that_are_not_shown_nothing_is_told()
    {
        var hidden = new Answer { IsSuppressed = true };
        var burden = BurdenOf("vs", new(2021, 10, 1), AReport("n1", "vs").Saying(hidden), AReport("n1", "vs").In("2021-10").Saying(hidden).At(InTime));

        Assert.Empty(burden.NeverChanged);
        Assert.Equal(0, burden.Rounds[1].Repeated);
        AssertRound(burden.Rounds[1], owed: 3, onTime: 1, awaited: 2);
    }

    [Fact]
    public void A_row_that_does_not_concern_the_department_is_not_owed()
    {
        var burden = BurdenOf("vs", new(2021, 5, 20), AReport("i1", "vs").NotApplicable());

        AssertRound(burden.Rounds[0], owed: 2, missing: 2, notApplicable: 1);
    }

    [Fact]
    public void A_department_that_owes_nothing_bears_nothing()
    {
        var plan = APlan().WithIndicator("i1", Specs.Deliverable, "aln").Build();

        Assert.Equal("aln", Assert.Single(ReportingBurden.Of(plan, [])).Department.Id);
    }

    private static void AssertRound(
        RoundBurden round, int owed, int onTime = 0, int late = 0, int awaited = 0, int missing = 0, int notApplicable = 0, int repeated = 0, int carried = 0) =>
        Assert.Equal(new(round.Round, owed, onTime, late, awaited, missing, notApplicable, repeated, carried), round);

    private static ReportingBurden BurdenOf(string department, DateOnly today, params Report[] reports)
    {
        DateOnly?[] meetings = [new(2021, 5, 25), new(2021, 10, 20), null];
        return ReportingBurden.Of(Plan, [.. Plan.Rounds.Zip(meetings, (r, m) => PlanStatus.Compute(Plan, r, m is { } date ? r.On(date) : null, reports, today))])
            .Single(b => b.Department.Id == department);
    }
}
