using Hsvo.Domain.Reports;
using Hsvo.Domain.Statuses;
using Hsvo.TestKit;
using Hsvo.TestKit.Builders;
using Hsvo.UseCases.Stores;

namespace Hsvo.UseCases.Tests;

/// <summary>Taking an answer back. The samråd of 20 May 2021: answers are due on 6 May, the paper is sealed on 13 May; it is the 3rd of May.</summary>
public sealed class WithdrawalTests(AzuriteFixture azurite) : StorageTest(azurite)
{
    [Fact]
    public async Task A_withdrawal_is_a_revision_and_the_log_keeps_what_it_took_back()
    {
        await StartAsync();
        await SubmitAsync(App, Submission([Row(0, comment: "Klart")]));
        Time.Advance(TimeSpan.FromMinutes(5));

        var receipt = await SubmitAsync(App, Submission([Withdrawal(0, reason: "Gällde en annan enhet")], caller: Reporter("berit")));

        Assert.Equal((RowResult.Withdrawn, 2), (receipt.Rows[0].Result, receipt.Rows[0].Revision));
        var log = await LogAsync();
        Assert.Equal([(1, AnswerValue.Yes, "Klart", "anna"), (2, null, null, "berit")], log.Select(r => (r.Revision, r.Answer.Value, r.Comment, r.Reporter)));
        var cell = Assert.Single(await CellsAsync());
        Assert.Equal((true, "Gällde en annan enhet", Time.GetUtcNow(), AnswerValue.Yes), (cell.IsWithdrawn, cell.Reason, cell.ReportedAt, cell.Given.Value));
        Assert.Equal(cell.Withdrawn!.Answer.Value, log[1].Withdrawn!.Answer.Value);
    }

    [Theory]
    [InlineData(3, ReportingStatus.Due)]
    [InlineData(7, ReportingStatus.Missing)]
    public async Task What_was_taken_back_is_awaited_again_in_the_missing_list_and_no_better_than_before(int day, ReportingStatus reporting)
    {
        await StartAsync();
        await SubmitAsync(App, Submission([Row(0, "nej") with { Answer = new() { Value = SubmittedValue.Of("nej"), Assessment = Status.Behind } }, Row(1)]));
        await SubmitAsync(App, Submission([Withdrawal(0), Withdrawal(1)]));
        Time.GoTo(new(2021, 5, day));

        var (bad, good) = (await StatusAsync(0), await StatusAsync(1));
        var missing = (await App.ReadMissing.HandleAsync(LargePlan.Id, "2021-05", asOf: null, default)).Value!;

        Assert.Equal((reporting, null, Status.Behind, false), (bad.Reporting, bad.Report, bad.Status, bad.IsAnswered));
        Assert.Equal((reporting, null, null), (good.Reporting, good.Report, good.Status));
        Assert.Equal([LargePlan.Indicator(0), LargePlan.Indicator(1)],
            missing.Departments.Single(d => d.Department.Id == LargePlan.Department).Rows.Select(r => r.Indicator.Id).Take(2));
    }

    [Fact]
    public async Task A_ja_in_place_of_a_nej_that_is_taken_back_leaves_the_nej_in_force_however_often()
    {
        await StartAsync();
        await SubmitAsync(App, Submission([Row(0) with { Answer = new() { Value = SubmittedValue.Of("nej"), Assessment = Status.Behind } }]));
        for (var i = 0; i < 3; i++)
        {
            await SubmitAsync(App, Submission([Row(0, "ja")]));
            Assert.Equal(Status.Completed, (await StatusAsync(0)).Status);

            await SubmitAsync(App, Submission([Withdrawal(0)]));
            Assert.Equal(Status.Behind, (await StatusAsync(0)).Status);
        }
    }

    [Fact]
    public async Task The_answer_of_an_earlier_round_counts_again_and_never_better_than_the_one_that_was_taken_back()
    {
        await StartAsync();
        await SubmitAsync(App, Submission([Row(0, "nej"), Row(1, "ja")]));
        await SubmitAsync(App, Submission([Row(0, "nej", "2021-10") with { Answer = new() { Value = SubmittedValue.Of("nej"), Assessment = Status.AtRisk } }, Row(1, "nej", "2021-10")]));
        await SubmitAsync(App, Submission([Withdrawal(0, "2021-10"), Withdrawal(1, "2021-10")]));

        var (risky, done) = (await StatusAsync(0, "2021-10"), await StatusAsync(1, "2021-10"));

        Assert.Equal(("2021-05", true, Status.AtRisk), (risky.Report!.Key.Round, risky.IsCarried, risky.Status));
        Assert.Equal(("2021-05", true, null), (done.Report!.Key.Round, done.IsCarried, done.Status));
    }

    [Fact]
    public async Task A_new_answer_ends_it_and_is_in_time_by_its_own_time()
    {
        await StartAsync();
        await SubmitAsync(App, Submission([Row(0)]));
        await SubmitAsync(App, Submission([Withdrawal(0)]));
        Time.GoTo(new(2021, 5, 8));

        var receipt = await SubmitAsync(App, Submission([Row(0)]));

        Assert.Equal((RowResult.Corrected, 3), (receipt.Rows[0].Result, receipt.Rows[0].Revision));
        var cell = await StatusAsync(0);
        Assert.Equal((Status.Completed, ReportingStatus.Late, null), (cell.Status, cell.Reporting, cell.Withdrawn));
    }

    [Fact]
    public async Task What_was_known_before_it_stays_known()
    {
        await StartAsync();
        await SubmitAsync(App, Submission([Row(0)]));
        Time.Advance(TimeSpan.FromMinutes(5));
        var before = Time.GetUtcNow();
        Time.Advance(TimeSpan.FromMinutes(5));
        await SubmitAsync(App, Submission([Withdrawal(0)]));

        var then = (await App.ReadStatus.HandleAsync(LargePlan.Id, "2021-05", before, default)).Value!.Status[LargePlan.Indicator(0)].Cells[0];
        var changed = (await App.ReadReports.ListAsync(LargePlan.Id, before, default)).Value!.Reports;

        Assert.Equal((AnswerValue.Yes, Status.Completed), (then.Report!.Answer.Value, then.Status));
        Assert.True(Assert.Single(changed).IsWithdrawn);
    }

    [Fact]
    public async Task After_the_due_date_and_once_it_was_accepted_it_needs_a_reason_and_in_a_sealed_round_a_permit()
    {
        await StartAsync();
        await SubmitAsync(App, Submission([Row(0), Row(1)]));
        Assert.Null((await App.ReviewReports.HandleAsync(Coordinator, LargePlan.Id, "2021-05", [new(LargePlan.Indicator(0), LargePlan.Department, 1, ReviewDecision.Accept, null)], default)).Failure);

        var accepted = await FailToSubmitAsync(App, Submission([Withdrawal(0)]));
        Time.GoTo(new(2021, 5, 8));
        var late = await FailToSubmitAsync(App, Submission([Withdrawal(1)]));
        Time.GoTo(new(2021, 5, 14));
        var locked = await FailToSubmitAsync(App, Submission([Withdrawal(1, reason: "Fel rad")]));

        Assert.Equal([("reason.required", "/reports/0/reason")], accepted.Faults.Select(f => (f.Code, f.Pointer)));
        Assert.Equal([("reason.required", "/reports/0/reason")], late.Faults.Select(f => (f.Code, f.Pointer)));
        Assert.Equal(["round.sealed"], locked.Faults.Select(f => f.Code));
    }

    [Fact]
    public async Task Taking_back_what_was_never_given_is_refused_and_taking_it_back_twice_changes_nothing()
    {
        await StartAsync();
        var nothing = await FailToSubmitAsync(App, Submission([Withdrawal(0)]));
        await SubmitAsync(App, Submission([Row(0)]));
        await SubmitAsync(App, Submission([Withdrawal(0)]));

        var again = await SubmitAsync(App, Submission([Withdrawal(0)]));
        var review = await App.ReviewReports.HandleAsync(Coordinator, LargePlan.Id, "2021-05", [new(LargePlan.Indicator(0), LargePlan.Department, 2, ReviewDecision.Accept, null)], default);

        Assert.Equal([("withdrawn.nothing", "/reports/0/withdrawn")], nothing.Faults.Select(f => (f.Code, f.Pointer)));
        Assert.Equal((RowResult.Unchanged, 2), (again.Rows[0].Result, again.Rows[0].Revision));
        Assert.Equal(["revision.withdrawn"], review.Failure!.Faults.Select(f => f.Code));
        Assert.Equal(2, (await LogAsync()).Count);
    }

    [Fact]
    public async Task Whoever_takes_back_an_answer_gives_no_other_and_a_draft_takes_nothing_back()
    {
        await StartAsync();
        await SubmitAsync(App, Submission([Row(0)]));
        var row = Withdrawal(0);

        var both = await FailToSubmitAsync(App, Submission([row with { Answer = row.Answer with { Value = SubmittedValue.Of("nej"), Comment = "Nej", NotApplicable = true } }]));
        var draft = await FailToSubmitAsync(App, Submission([row]) with { IsDraft = true });

        Assert.Equal(["/reports/0/value", "/reports/0/notApplicable", "/reports/0/comment"], both.Faults.Select(f => f.Pointer));
        Assert.Equal(["withdrawn.draft"], draft.Faults.Select(f => f.Code));
    }

    [Fact]
    public async Task A_draft_outlives_the_answer_that_was_taken_back()
    {
        await StartAsync();
        await SubmitAsync(App, Submission([Row(0)]));
        await SubmitAsync(App, Submission([Row(0, "nej")]) with { IsDraft = true });
        await SubmitAsync(App, Submission([Withdrawal(0)]));

        Assert.Single((await App.ReadDrafts.ListAsync(Reporter(), LargePlan.Id, null, default)).Value!);
    }

    [Fact]
    public async Task A_change_in_part_keeps_what_somebody_else_changed_meanwhile_unless_the_revision_was_said()
    {
        await StartAsync();
        await SubmitAsync(App, Submission([Row(0, comment: "Annas")]));
        var change = new ReportChange(Reporter("berit"), LargePlan.Id, Cell(0), SeenRevision: null, Door.PowerBI);

        // The other instance has read before the first one changes it.
        var other = Start();
        await other.ReadPlans.FindPlainAsync(LargePlan.Id, default);
        await SubmitAsync(App, Submission([Row(0, "nej", comment: "Annas")]));
        var changed = await other.ChangeReport.HandleAsync(change, r => SubmittedAnswer.Of(r) with { Comment = "Berits" }, default);
        var refused = await other.ChangeReport.HandleAsync(change with { SeenRevision = 2 }, r => SubmittedAnswer.Of(r) with { Comment = "Igen" }, default);

        Assert.Equal((RowResult.Corrected, 3), (changed.Value!.Rows[0].Result, changed.Value!.Rows[0].Revision));
        var cell = Assert.Single(await CellsAsync());
        Assert.Equal((AnswerValue.No, "Berits"), (cell.Answer.Value, cell.Comment));
        Assert.Equal(FailureKind.PreconditionFailed, refused.Failure!.Kind);
    }

    [Fact]
    public async Task Of_many_who_change_it_and_take_it_back_at_once_every_one_is_a_revision_of_its_own()
    {
        await StartAsync();
        await SubmitAsync(App, Submission([Row(0)]));
        Instance[] instances = [App, Start()];

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => instances[i % 2].ChangeReport.HandleAsync(
            new(Reporter($"r{i}"), LargePlan.Id, Cell(0), null, Door.PowerBI),
            r => i < 5 ? SubmittedAnswer.Of(r) with { Comment = $"{i}" } : new SubmittedAnswer { IsWithdrawal = true },
            default)));

        var stored = outcomes.Count(o => o.Value is { Rows: [{ Result: not RowResult.Unchanged }] });
        Assert.Equal(Enumerable.Range(1, stored + 1), (await LogAsync()).Select(r => r.Revision));
        Assert.All(outcomes.Where(o => o.Failure is not null), o => Assert.True(o.Failure!.Kind is FailureKind.NotFound or FailureKind.Unavailable, o.Failure.Code));
    }

    private static SubmittedRow Withdrawal(int indicator, string round = "2021-05", string? reason = null) =>
        new(LargePlan.Indicator(indicator), LargePlan.Department, round, new() { IsWithdrawal = true, Reason = reason }, []);

    private async Task StartAsync()
    {
        await ImportAsync(3);
        await SetMeetingAsync();
    }

    private async Task<CellStatus> StatusAsync(int indicator, string round = "2021-05") =>
        (await App.ReadStatus.HandlePlainAsync(LargePlan.Id, round, asOf: null, default)).Value!.Status[LargePlan.Indicator(indicator)].Cells
            .Single(c => c.Department.Id == LargePlan.Department);
}
