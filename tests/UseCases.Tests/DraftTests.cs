using Hsvo.TestKit;
using Hsvo.TestKit.Builders;
using Hsvo.UseCases.Stores;

namespace Hsvo.UseCases.Tests;

public sealed class DraftTests(AzuriteFixture azurite) : StorageTest(azurite)
{
    [Fact]
    public async Task A_draft_counts_nowhere_and_is_seen_by_its_own_department_alone()
    {
        await ImportAsync(3);
        var version = await VersionAsync();

        var savedAt = Time.GetUtcNow();
        var receipt = await SaveAsync(Row(0, "nej", comment: "Påbörjat"), Row(1, round: "2021-10"));

        Assert.Equal([(RowResult.Drafted, 0), (RowResult.Drafted, 0)], receipt.Rows.Select(r => (r.Result, r.Revision)));
        Assert.Empty(await CellsAsync());
        Assert.Empty(await LogAsync());
        Assert.Equal(version, await VersionAsync());
        var draft = Assert.Single(await ListAsync("2021-05"));
        Assert.Equal(("nej", "Påbörjat", "anna", savedAt), (draft.Draft.Answer.Value!.Value.Text, draft.Draft.Answer.Comment, draft.Draft.Author, draft.Draft.SavedAt));
        Assert.Equal(2, (await ListAsync(null)).Count);
        Assert.Equal(2, (await ListAsync(null, Reporter("cecilia"))).Count);
        Assert.Empty(await ListAsync(null, Reporter("david", LargePlan.OtherDepartment)));
        Assert.Empty(await ListAsync(null, Reporter("erik", department: null)));
        Assert.Empty(await ListAsync(null, Coordinator));
    }

    [Fact]
    public async Task The_next_draft_of_the_same_cell_replaces_it()
    {
        await ImportAsync(1);
        await SaveAsync(Row(0, comment: "Ett"));

        await SubmitAsync(App, Draft([Row(0, comment: "Två")], Reporter("berit")));

        Assert.Equal(("Två", "berit"), (await ListAsync(null)).Select(d => (d.Draft.Answer.Comment, d.Draft.Author)).Single());
    }

    [Fact]
    public async Task A_draft_may_lack_what_an_answer_needs()
    {
        await ImportAsync(3);
        SubmittedRow[] rows =
        [
            Row(0) with { Answer = new() { Comment = "Siffran kommer" } },
            Row(1) with { Answer = new() { NotApplicable = true } },
            Row(2) with { Answer = new() },
        ];

        await SaveAsync(rows);

        Assert.Equal(3, (await ListAsync(null)).Count);
        Assert.Equal(2, (await FailToSubmitAsync(App, Submission(rows))).Faults.Count(f => f.Code == "value.required"));
    }

    [Fact]
    public async Task What_is_there_must_read()
    {
        await ImportAsync(5);

        var failure = await FailToSubmitAsync(App, Draft(
            [Row(0, "kanske"), Row(1, comment: "811228-9874"), Row(2) with { Department = LargePlan.OtherDepartment }, Row(3) with { Round = "1999-01" }, Row(4), Row(4)]));

        Assert.Equal(
            [
                ("value.type", "/reports/0/value"), ("text.personnummer", "/reports/1/comment"), ("department.forbidden", "/reports/2/department"),
                ("round.unknown", "/reports/3/round"), ("row.duplicate", "/reports/5"),
            ],
            failure.Faults.Select(f => (f.Code, f.Pointer)));
        Assert.Empty(await ListAsync(null));
    }

    [Fact]
    public async Task Submitting_retires_the_draft_and_leaves_those_of_other_cells_and_the_night_forgets_it()
    {
        await ImportAsync(3);
        await SaveAsync(Row(0), Row(1));

        await SubmitAsync(App, Submission([Row(0, "nej")]));

        Assert.Equal(LargePlan.Indicator(1), Assert.Single(await ListAsync(null)).Draft.Key.Indicator);
        Assert.Equal(1, (await App.ForgetLeftovers.HandleAsync(default)).Drafts);
        Assert.Single(await App.Reports.ReadDraftsAsync(Plan, default));
    }

    [Fact]
    public async Task A_colleague_who_submits_what_the_draft_says_retires_it_and_who_submits_something_else_outdates_it()
    {
        await ImportAsync(3);
        await SaveAsync(Row(0, "nej", comment: "Annas"), Row(1, "nej", comment: "Annas"));

        await SubmitAsync(App, Submission([Row(0, "nej", comment: "Annas"), Row(1, comment: "Berits")], caller: Reporter("berit")));

        var left = Assert.Single(await ListAsync(null));
        Assert.True(left.IsOutdated);
        Assert.Equal((LargePlan.Indicator(1), 0, "Annas"), (left.Draft.Key.Indicator, left.Draft.BasedOn, left.Draft.Answer.Comment));
        Assert.Equal(("Berits", 1), (left.Current!.Comment, left.Current.Revision));
    }

    [Fact]
    public async Task Of_an_answer_that_is_taken_back_its_own_draft_alone_is_forgotten_and_none_that_is_written_on()
    {
        await ImportAsync(3);
        await SaveAsync(Row(0), Row(1), Row(2));
        await SubmitAsync(App, Submission([Row(0), Row(1)]));
        await SubmitAsync(App, Draft([Row(1, comment: "Berits")], Reporter("berit")));

        await SubmitAsync(App, Submission([Back(0), Back(1)]) with { DryRun = true });
        Assert.Equal(3, (await App.Reports.ReadDraftsAsync(Plan, default)).Count);
        await SubmitAsync(App, Submission([Back(0), Back(1)], caller: Reporter("cecilia")));

        Assert.Equal([(LargePlan.Indicator(1), "Berits"), (LargePlan.Indicator(2), null)], (await ListAsync(null)).Select(d => (d.Draft.Key.Indicator, d.Draft.Answer.Comment)));
    }

    [Fact]
    public async Task What_a_colleague_saves_while_the_answer_is_taken_back_stays_and_takes_no_other_draft_along()
    {
        await ImportAsync(2);
        await SaveAsync(Row(0), Row(1));
        await SubmitAsync(App, Submission([Row(0), Row(1)]));
        var slow = Start(WithAppend(async (_, append) =>
        {
            await SubmitAsync(App, Draft([Row(1, comment: "Berits")], Reporter("berit")));
            return await append();
        }));

        await SubmitAsync(slow, Submission([Back(0), Back(1)]));

        Assert.Equal("Berits", Assert.Single(await App.Reports.ReadDraftsAsync(Plan, default)).Draft.Answer.Comment);
    }

    [Fact]
    public async Task An_answer_is_taken_back_though_its_draft_could_not_be_forgotten_and_so_are_those_of_the_next_part()
    {
        await ImportAsync(60);
        SubmittedRow[] rows = [.. Enumerable.Range(0, 60).Select(i => Row(i))];
        await SaveAsync(rows);
        await SubmitAsync(App, Submission(rows));
        var removals = 0;
        var failing = Start(WithAppend((_, append) => append(), () =>
        {
            if (removals++ == 0)
            {
                throw Unavailable;
            }
        }));
        var back = Submission([.. Enumerable.Range(0, 60).Select(Back)], key: "tillbaka");

        var receipt = await SubmitAsync(failing, back);
        var again = await SubmitAsync(failing, back);

        Assert.All(receipt.Rows, r => Assert.Equal((RowResult.Withdrawn, 2), (r.Result, r.Revision)));
        Assert.Equal(receipt.Rows, again.Rows);
        Assert.Equal(60, (await CellsAsync()).Count(c => c.IsWithdrawn));

        // The first part has its receipt beside its rows.
        Assert.Equal(IReportStore.MaxRowsPerPart - 1, (await App.Reports.ReadDraftsAsync(Plan, default)).Count);
    }

    [Theory]
    [InlineData("Finns inte hos oss", 0)]
    [InlineData("Upphörde i mars", 1)]
    public async Task A_draft_that_says_why_is_kept_beside_a_colleagues_answer_that_says_something_else(string reason, int left)
    {
        await ImportAsync(1);
        await SaveAsync(Row(0) with { Answer = new() { NotApplicable = true, Reason = " Finns inte hos oss " } });

        await SubmitAsync(App, Submission([Row(0) with { Answer = new() { NotApplicable = true, Reason = reason } }], caller: Reporter("berit")));

        Assert.Equal(left, (await ListAsync(null)).Count);
    }

    [Fact]
    public async Task A_draft_knows_the_revision_it_was_written_from()
    {
        await ImportAsync(2);
        await SubmitAsync(App, Submission([Row(0), Row(1)], caller: Reporter("berit")));

        await SaveAsync(Row(0, "nej"), Row(1, "nej") with { Revision = 0 });

        Assert.Equal([(1, false), (0, true)], (await ListAsync(null)).Select(d => (d.Draft.BasedOn, d.IsOutdated)));
    }

    [Fact]
    public async Task A_draft_that_could_not_be_removed_after_its_answer_was_stored_is_known_to_be_retired()
    {
        await ImportAsync(1);
        await SaveAsync(Row(0, "nej"));
        var draft = await App.Reports.ReadDraftsAsync(Plan, default);
        await SubmitAsync(App, Submission([Row(0)]));
        await App.Reports.AppendAsync(Plan, new([], null) { Drafts = [draft[0].Draft] }, default);

        Assert.Empty(await ListAsync(null));
    }

    [Fact]
    public async Task A_draft_sent_again_with_its_key_answers_the_same_and_does_not_come_back()
    {
        await ImportAsync(1);
        var first = await SubmitAsync(App, Draft([Row(0)], key: "k"));
        await SubmitAsync(App, Submission([Row(0)]));

        var again = await SubmitAsync(App, Draft([Row(0)], key: "k"));
        var mismatch = await FailToSubmitAsync(App, Draft([Row(0, "nej")], key: "k"));

        Assert.Equal(first.Rows, again.Rows);
        Assert.Empty(await ListAsync(null));
        Assert.Equal("idempotency.mismatch", mismatch.Code);
    }

    [Fact]
    public async Task A_dry_run_of_a_draft_stores_nothing_and_one_of_an_answer_retires_nothing()
    {
        await ImportAsync(2);
        await SaveAsync(Row(0));

        Assert.Equal(RowResult.Drafted, (await SubmitAsync(App, Draft([Row(1)]) with { DryRun = true })).Rows[0].Result);
        await SubmitAsync(App, Submission([Row(0)], dryRun: true));

        Assert.Equal(LargePlan.Indicator(0), Assert.Single(await ListAsync(null)).Draft.Key.Indicator);
    }

    [Fact]
    public async Task A_hundred_drafts_are_kept_in_parts_and_retired_together()
    {
        await ImportAsync(60);
        SubmittedRow[] rows = [.. LargePlan.Rounds.Take(2).SelectMany(r => Enumerable.Range(0, 60).Select(i => Row(i, round: r.Id, comment: new('å', 3000))))];

        await SaveAsync(rows);
        Assert.Equal(120, (await ListAsync(null)).Count);
        await SubmitAsync(App, Submission(rows));

        Assert.Empty(await ListAsync(null));
        Assert.Equal(120, (await App.ForgetLeftovers.HandleAsync(default)).Drafts);
        Assert.Empty(await App.Reports.ReadDraftsAsync(Plan, default));
    }

    [Fact]
    public async Task Its_own_department_throws_a_draft_away_and_nobody_else()
    {
        await ImportAsync(1);
        await SaveAsync(Row(0));

        var others = await App.ReadDrafts.RemoveAsync(Reporter("david", LargePlan.OtherDepartment), LargePlan.Id, Cell(0), default);
        var own = await App.ReadDrafts.RemoveAsync(Reporter("berit"), LargePlan.Id, Cell(0), default);
        var again = await App.ReadDrafts.RemoveAsync(Reporter("berit"), LargePlan.Id, Cell(0), default);

        Assert.Equal(FailureKind.Forbidden, others.Failure!.Kind);
        Assert.Null(own.Failure);
        Assert.Equal((FailureKind.NotFound, "draft.unknown"), (again.Failure!.Kind, again.Failure.Code));
        Assert.Empty(await ListAsync(null));
    }

    private static SubmittedRow Back(int indicator) => Row(indicator) with { Answer = new() { IsWithdrawal = true } };

    private static Submission Draft(IReadOnlyList<SubmittedRow> rows, Caller? caller = null, string? key = null) => Submission(rows, key, caller: caller) with { IsDraft = true };

    private Task<SubmissionReceipt> SaveAsync(params SubmittedRow[] rows) => SubmitAsync(App, Draft(rows));

    private async Task<IReadOnlyList<DraftVersions>> ListAsync(string? round, Caller? caller = null) =>
        (await App.ReadDrafts.ListAsync(caller ?? Reporter(), LargePlan.Id, round, default)).Value!;

    private async Task<string> VersionAsync()
    {
        Time.Advance(TimeSpan.FromSeconds(1));
        return (await App.ReadStatus.HandleAsync(LargePlan.Id, "2021-05", default)).Value!.Version;
    }
}
