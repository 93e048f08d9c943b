using Hsvo.Domain.Reports;
using Hsvo.Domain.Statuses;
using Hsvo.TestKit;
using Hsvo.TestKit.Builders;
using Hsvo.UseCases.Stores;

namespace Hsvo.UseCases.Tests;

/// <summary>The samråd of 20 May 2021: answers are due on 6 May, the paper is sealed on 13 May; it is the 3rd of May.</summary>
public sealed class ReviewReportsTests(AzuriteFixture azurite) : StorageTest(azurite)
{
    [Fact]
    public async Task An_accepted_answer_says_by_whom_and_when_and_stays_its_reporters()
    {
        await StartAsync();
        await SubmitAsync(App, Submission([Row(0)]));
        Time.Advance(TimeSpan.FromMinutes(5));

        var report = Assert.Single(await ReviewAsync(Accept(0)));

        Assert.Equal(("anna", 1), (report.Reporter, report.Revision));
        Assert.Equal(new Review { Decision = ReviewDecision.Accept, By = "nvs", At = Time.GetUtcNow() }, report.Review);
        Assert.Equal(report.Review, Assert.Single(await CellsAsync()).Review);
        Assert.Equal(ReportingStatus.Reported, (await StatusAsync(0)).Reporting);
    }

    [Theory]
    [InlineData(3, ReportingStatus.Due)]
    [InlineData(6, ReportingStatus.Due)]
    [InlineData(7, ReportingStatus.Missing)]
    public async Task An_answer_that_was_sent_back_counts_on_and_is_awaited_again_with_the_question(int day, ReportingStatus reporting)
    {
        await StartAsync();
        await SubmitAsync(App, Submission([Row(0, "nej"), Row(1)]));
        await ReviewAsync(SendBack(0, " Vad väntar ni på? "));
        Time.GoTo(new(2021, 5, day));

        var cell = await StatusAsync(0);
        var missing = (await App.ReadMissing.HandleAsync(LargePlan.Id, "2021-05", asOf: null, default)).Value!.Departments.Single(d => d.Department.Id == LargePlan.Department);

        Assert.Equal((reporting, true, AnswerValue.No), (cell.Reporting, cell.IsAnswered, cell.Report!.Answer.Value));
        Assert.Equal((LargePlan.Indicator(0), "Vad väntar ni på?"), missing.Rows.Where(r => r.Indicator.Id == LargePlan.Indicator(0)).Select(r => (r.Indicator.Id, r.Question)).Single());
        Assert.All(missing.Rows.Where(r => r.Indicator.Id != LargePlan.Indicator(0)), r => Assert.Null(r.Question));
        Assert.DoesNotContain(missing.Rows, r => r.Indicator.Id == LargePlan.Indicator(1));
    }

    [Fact]
    public async Task What_was_sent_back_in_a_round_without_days_is_awaited_and_nothing_else_is()
    {
        await ImportAsync(2);
        await SubmitAsync(App, Submission([Row(0, "nej")]));
        await ReviewAsync(SendBack(0, "Stämmer det?"));

        var missing = (await App.ReadMissing.HandleAsync(LargePlan.Id, "2021-05", asOf: null, default)).Value!;

        Assert.Null(missing.DaysLeft);
        var row = Assert.Single(missing.Departments.SelectMany(d => d.Rows));
        Assert.Equal((LargePlan.Indicator(0), ReportingStatus.Due, "Stämmer det?"), (row.Indicator.Id, row.Reporting, row.Question));
    }

    [Fact]
    public async Task A_new_revision_answers_the_question_and_clears_the_review()
    {
        await StartAsync();
        await SubmitAsync(App, Submission([Row(0, "nej")]));
        await ReviewAsync(SendBack(0, "Stämmer det?"));

        await SubmitAsync(App, Submission([Row(0)]));

        Assert.Null(Assert.Single(await CellsAsync()).Review);
        Assert.Equal(ReportingStatus.Reported, (await StatusAsync(0)).Reporting);
    }

    [Fact]
    public async Task The_same_answer_with_a_reason_answers_the_question_too_and_without_one_changes_nothing()
    {
        await StartAsync();
        await SubmitAsync(App, Submission([Row(0, "nej")]));
        await ReviewAsync(SendBack(0, "Stämmer det?"));

        var silent = await SubmitAsync(App, Submission([Row(0, "nej")]));
        var said = await SubmitAsync(App, Submission([Row(0, "nej", reason: "Ja, det stämmer.")]));
        var again = await SubmitAsync(App, Submission([Row(0, "nej", reason: "Ja, det stämmer.")]));

        Assert.Equal((RowResult.Unchanged, RowResult.Corrected, RowResult.Unchanged), (silent.Rows[0].Result, said.Rows[0].Result, again.Rows[0].Result));
        Assert.Null(Assert.Single(await CellsAsync()).Review);
    }

    [Fact]
    public async Task A_correction_of_an_accepted_answer_needs_a_reason_and_clears_the_acceptance()
    {
        await StartAsync();
        await SubmitAsync(App, Submission([Row(0)]));
        await ReviewAsync(Accept(0));

        var failure = await FailToSubmitAsync(App, Submission([Row(0, "nej"), Row(1)]));
        await SubmitAsync(App, Submission([Row(0, "nej", reason: "Räknade fel.")]));

        Assert.Equal(("reason.required", "/reports/0/reason"), failure.Faults.Select(f => (f.Code, f.Pointer)).Single());
        Assert.StartsWith("Svaret är godkänt", failure.Faults[0].Swedish, StringComparison.Ordinal);
        var cell = Assert.Single(await CellsAsync());
        Assert.Equal((2, null), (cell.Revision, cell.Review));
    }

    [Fact]
    public async Task A_row_that_was_sent_back_as_completed_or_not_applicable_is_awaited_in_the_next_round_too()
    {
        await StartAsync();
        await SubmitAsync(App, Submission([Row(0), Row(1) with { Answer = new() { NotApplicable = true, Reason = "Finns inte hos oss." } }]));
        await ReviewAsync(SendBack(0, "Var?"), SendBack(1, "Säkert?"));
        Assert.Null((await App.SetMeeting.HandleAsync(Coordinator, "2021-10", AMeeting(new(2021, 10, 20), "2021-10"), default)).Failure);
        Time.GoTo(new(2021, 9, 1));

        var early = await StatusAsync(0, "2021-10");
        Time.GoTo(new(2021, 10, 1));

        Assert.Equal(ReportingStatus.NotDue, early.Reporting);
        Assert.Equal((ReportingStatus.Due, ReportingStatus.Due), ((await StatusAsync(0, "2021-10")).Reporting, (await StatusAsync(1, "2021-10")).Reporting));
    }

    [Fact]
    public async Task One_outdated_revision_refuses_the_whole_and_shows_what_is_stored()
    {
        await StartAsync();
        await SubmitAsync(App, Submission([Row(0), Row(1)]));
        await SubmitAsync(App, Submission([Row(1, "nej")]));

        var failure = await FailAsync(Accept(0), Accept(1));

        Assert.Equal((FailureKind.PreconditionFailed, "reviews.overtaken"), (failure.Kind, failure.Code));
        Assert.Equal("/reviews/1/revision", Assert.Single(failure.Faults).Pointer);
        var conflict = Assert.Single(failure.Conflicts);
        Assert.Equal((1, 2, AnswerValue.No), (conflict.SeenRevision, conflict.Stored!.Revision, conflict.Stored.Answer.Value));
        Assert.All(await CellsAsync(), c => Assert.Null(c.Review));
    }

    [Fact]
    public async Task The_same_review_again_stores_nothing_and_another_stands_beside_the_first()
    {
        await StartAsync();
        await SubmitAsync(App, Submission([Row(0)]));
        var first = await ReviewAsync(SendBack(0, "Hur?"));
        var stamp = await App.Reports.ReadStampAsync(Plan, default);

        var again = await ReviewAsync(SendBack(0, "Hur?"));
        Assert.Equal(stamp, await App.Reports.ReadStampAsync(Plan, default));
        await ReviewAsync(Accept(0));

        Assert.Equal(first[0].Review, again[0].Review);
        Assert.Equal(
            [ReviewDecision.SendBack, ReviewDecision.Accept], Assert.Single(await App.Reports.ReadHistoryAsync(Plan, Cell(0), default)).Reviews.Select(r => r.Decision));
    }

    [Fact]
    public async Task In_a_sealed_round_an_answer_is_sent_back_only_to_a_department_that_may_answer()
    {
        await StartAsync();
        await SubmitAsync(App, Submission([Row(0), Row(1)]));
        Time.GoTo(new(2021, 5, 14));

        var failure = await FailAsync(SendBack(0, "Hur?"));
        await ReviewAsync(Accept(1));
        await App.PermitLateChange.HandleAsync(Coordinator, LargePlan.Id, "2021-05", new(LargePlan.Department, new(2021, 5, 15), "Fel siffra."), default);
        await ReviewAsync(SendBack(0, "Hur?"));

        Assert.Equal(("round.sealed", "/reviews/0/decision"), failure.Faults.Select(f => (f.Code, f.Pointer)).Single());
        Assert.Equal([true, false], (await CellsAsync()).Select(c => c.IsSentBack));
    }

    [Fact]
    public async Task Every_fault_of_every_row_is_told_and_nothing_is_stored()
    {
        await StartAsync();
        await SubmitAsync(App, Submission([Row(0), Row(1)]));

        var failure = await FailAsync(
            SendBack(0, " "), Accept(1) with { Question = "?" }, SendBack(1, "Gäller det 811228-9874?"), Accept(0) with { Indicator = "9.9" },
            Accept(0) with { Department = "okand" }, Accept(1), Accept(1));

        Assert.Equal(
            [
                ("question.required", "/reviews/0/question"), ("question.notAllowed", "/reviews/1/question"), ("text.personnummer", "/reviews/2/question"),
                ("indicator.unknown", "/reviews/3/indicator"), ("department.unknown", "/reviews/4/department"), ("row.duplicate", "/reviews/6"),
            ],
            failure.Faults.Select(f => (f.Code, f.Pointer)));
        Assert.All(failure.Faults, f => Assert.DoesNotContain("9874", f.Swedish + f.English, StringComparison.Ordinal));
        Assert.Equal(FailureKind.Invalid, failure.Kind);
        Assert.All(await CellsAsync(), c => Assert.Null(c.Review));
    }

    [Theory]
    [InlineData(2, 1)]
    [InlineData(0, 2)]
    [InlineData(0, 0)]
    public async Task What_was_never_answered_cannot_be_reviewed(int indicator, int revision)
    {
        await StartAsync();
        await SubmitAsync(App, Submission([Row(0)]));

        var failure = await FailAsync(Accept(indicator, revision));

        Assert.True(failure is { Kind: FailureKind.Invalid, Faults: [{ Code: "revision.unknown" }] } or { Kind: FailureKind.PreconditionFailed }, failure.Code);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(ReviewReports.MaxRows + 1)]
    public async Task No_rows_and_more_than_one_transaction_takes_are_refused(int count)
    {
        await StartAsync();

        Assert.Equal("reviews.count", Assert.Single((await FailAsync([.. Enumerable.Repeat(Accept(0), count)])).Faults).Code);
    }

    [Fact]
    public async Task A_revision_that_comes_while_it_is_reviewed_is_never_accepted_unseen()
    {
        await StartAsync();
        var other = Start();
        for (var i = 0; i < 10; i++)
        {
            await SubmitAsync(App, Submission([Row(0, comment: $"Före {i}")]));
            var seen = Assert.Single(await CellsAsync()).Revision;

            var submitting = SubmitAsync(App, Submission([Row(0, comment: $"Efter {i}", reason: "Rättat")]));
            var reviewing = other.ReviewReports.HandleAsync(Coordinator, LargePlan.Id, "2021-05", [Accept(0, seen)], default);
            await submitting;
            var outcome = await reviewing;

            Assert.True(outcome.Failure is null or { Kind: FailureKind.PreconditionFailed }, outcome.Failure?.Code);
            Assert.Null(Assert.Single(await CellsAsync()).Review);
            Assert.Equal(outcome.Failure is null ? 1 : 0, (await App.Reports.ReadHistoryAsync(Plan, Cell(0), default)).Single(r => r.Original.Revision == seen).Reviews.Count);
        }
    }

    private static SubmittedReview Accept(int indicator, int revision = 1) =>
        new(LargePlan.Indicator(indicator), LargePlan.Department, revision, ReviewDecision.Accept, null);

    private static SubmittedReview SendBack(int indicator, string question) =>
        new(LargePlan.Indicator(indicator), LargePlan.Department, 1, ReviewDecision.SendBack, question);

    private async Task StartAsync()
    {
        await ImportAsync(3);
        await SetMeetingAsync();
    }

    private async Task<IReadOnlyList<Report>> ReviewAsync(params SubmittedReview[] rows)
    {
        var outcome = await App.ReviewReports.HandleAsync(Coordinator, LargePlan.Id, "2021-05", rows, default);
        Assert.Null(outcome.Failure);
        return outcome.Value!;
    }

    private async Task<Failure> FailAsync(params SubmittedReview[] rows) =>
        (await App.ReviewReports.HandleAsync(Coordinator, LargePlan.Id, "2021-05", rows, default)).Failure!;

    private async Task<CellStatus> StatusAsync(int indicator, string round = "2021-05") =>
        (await App.ReadStatus.HandleAsync(LargePlan.Id, round, default)).Value!.Status[LargePlan.Indicator(indicator)].Cells.Single(c => c.Department.Id == LargePlan.Department);
}
