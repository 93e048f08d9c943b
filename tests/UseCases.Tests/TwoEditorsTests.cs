using Hsvo.Domain.Reports;
using Hsvo.TestKit;
using Hsvo.TestKit.Builders;
using Hsvo.UseCases.Stores;

namespace Hsvo.UseCases.Tests;

/// <summary>Two editors of one answer: who says which revision they saw never writes over another they didn't.</summary>
public sealed class TwoEditorsTests(AzuriteFixture azurite) : StorageTest(azurite)
{
    [Fact]
    public async Task The_revision_that_was_seen_lets_the_answer_through_and_any_other_refuses_the_whole_with_both_versions()
    {
        await ImportAsync(3);
        await SubmitAsync(App, Submission([Seen(Row(0), 0)]));
        await SubmitAsync(App, Submission([Seen(Row(0, "nej", comment: "Berits"), 1)], caller: Reporter("berit")));

        var failure = await FailToSubmitAsync(App, Submission([Seen(Row(0, comment: " Annas "), 1), Seen(Row(1), 0), Seen(Row(2), 4)]));

        Assert.Equal((FailureKind.PreconditionFailed, "reports.overtaken"), (failure.Kind, failure.Code));
        Assert.Equal(["/reports/0/revision", "/reports/2/revision"], failure.Faults.Select(f => f.Pointer));
        Assert.Equal([("/reports/0", 1), ("/reports/2", 4)], failure.Conflicts.Select(c => (c.Pointer, c.SeenRevision)));
        var (yours, stored) = (failure.Conflicts[0].Yours!, failure.Conflicts[0].Stored!);
        Assert.Equal(("ja", "Annas"), (yours.Value!.Value.Text, yours.Comment));
        Assert.Equal((AnswerValue.No, "Berits", "berit", 2, Time.GetUtcNow()), (stored.Answer.Value, stored.Comment, stored.Reporter, stored.Revision, stored.ReportedAt));
        Assert.Null(failure.Conflicts[1].Stored);
        Assert.Equal(2, (await LogAsync()).Count);
    }

    [Fact]
    public async Task Ones_own_answer_sent_again_with_the_revision_seen_before_it_is_unchanged_and_somebody_elses_alike_is_not_ones_own()
    {
        await ImportAsync(1);
        await SubmitAsync(App, Submission([Seen(Row(0, comment: "Annas"), 0)]));

        var again = await SubmitAsync(App, Submission([Seen(Row(0, comment: "Annas"), 0)]));
        var berits = await FailToSubmitAsync(App, Submission([Seen(Row(0, comment: "Annas"), 0)], caller: Reporter("berit")));

        Assert.Equal((RowResult.Unchanged, 1), (again.Rows[0].Result, again.Rows[0].Revision));
        Assert.Equal(FailureKind.PreconditionFailed, berits.Kind);
        Assert.Single(await LogAsync());
    }

    [Fact]
    public async Task A_first_answer_is_refused_when_there_is_one_already_and_so_is_a_dry_run()
    {
        await ImportAsync(1);
        await SubmitAsync(App, Submission([Row(0)]));

        Assert.Equal(FailureKind.PreconditionFailed, (await FailToSubmitAsync(App, Submission([Seen(Row(0, "nej"), 0)]))).Kind);
        Assert.Equal(FailureKind.PreconditionFailed, (await FailToSubmitAsync(App, Submission([Seen(Row(0, "nej"), 0)], dryRun: true))).Kind);
    }

    [Fact]
    public async Task The_revision_is_part_of_what_an_idempotency_key_stands_for_and_a_re_send_is_answered_the_same()
    {
        await ImportAsync(1);
        var first = await SubmitAsync(App, Submission([Seen(Row(0), 0)], key: "k"));

        var again = await SubmitAsync(App, Submission([Seen(Row(0), 0)], key: "k"));
        var other = await FailToSubmitAsync(App, Submission([Seen(Row(0), 1)], key: "k"));
        var draft = await FailToSubmitAsync(App, Submission([Seen(Row(0), 0)], key: "k") with { IsDraft = true });

        Assert.Equal(first.Rows, again.Rows);
        Assert.Equal(("idempotency.mismatch", "idempotency.mismatch"), (other.Code, draft.Code));
        Assert.Single(await LogAsync());
    }

    [Fact]
    public async Task An_answer_that_was_stored_though_storage_reports_a_conflict_is_not_told_to_be_somebody_elses()
    {
        await ImportAsync(1);
        var app = Start(WithAppend(async (call, store) => await store() is var outcome && call == 0 ? AppendOutcome.Conflict : outcome));

        var receipt = await SubmitAsync(app, Submission([Seen(Row(0), 0)]));

        Assert.Equal((RowResult.Created, 1), (receipt.Rows[0].Result, receipt.Rows[0].Revision));
    }

    [Fact]
    public async Task Of_two_editors_at_once_who_saw_the_same_one_is_stored_and_the_other_gets_both_versions()
    {
        await ImportAsync(1);
        Instance[] instances = [App, Start()];
        for (var revision = 0; revision < 15; revision++)
        {
            var seen = revision;

            var outcomes = await Task.WhenAll(new[] { "anna", "berit" }.Select((who, i) => instances[i].SubmitReports.HandleAsync(
                Submission([Seen(Row(0, comment: $"{who} {seen}"), seen)], caller: Reporter(who)), default)));

            var stored = Assert.Single(outcomes, o => o.Failure is null).Value!;
            var failure = Assert.Single(outcomes, o => o.Failure is not null).Failure!;
            Assert.Equal(seen + 1, Assert.Single(stored.Rows).Revision);
            Assert.Equal(FailureKind.PreconditionFailed, failure.Kind);
            var conflict = Assert.Single(failure.Conflicts);
            var cell = Assert.Single(await CellsAsync());
            Assert.Equal((seen + 1, cell.Comment), (conflict.Stored!.Revision, conflict.Stored.Comment));
            Assert.NotEqual(cell.Comment, conflict.Yours!.Comment);
        }

        Assert.Equal(Enumerable.Range(1, 15), (await LogAsync()).Select(r => r.Revision));
    }

    [Fact]
    public async Task What_somebody_else_changed_after_a_part_was_stored_is_told_with_the_rows_that_are_stored()
    {
        await ImportAsync();
        SubmittedRow[] rows = [.. LargePlan.Rounds.Take(1).SelectMany(r => Enumerable.Range(0, 60).Select(i => Seen(Row(i, round: r.Id), 0)))];
        var app = Start(WithAppend(async (call, store) =>
        {
            if (call == 1)
            {
                await SubmitAsync(App, Submission([Row(49, "nej")]));
            }

            return await store();
        }));

        var failure = await FailToSubmitAsync(app, Submission(rows));

        Assert.Equal(FailureKind.PreconditionFailed, failure.Kind);
        Assert.Equal("/reports/49", Assert.Single(failure.Conflicts).Pointer);
        Assert.Equal(Enumerable.Range(0, 49), failure.StoredRows);
        Assert.DoesNotContain("Inget", failure.Swedish, StringComparison.Ordinal);
    }

    private static SubmittedRow Seen(SubmittedRow row, int revision) => row with { Revision = revision };
}
