using Hsvo.TestKit;
using Hsvo.TestKit.Builders;
using Hsvo.UseCases.Stores;

namespace Hsvo.UseCases.Tests;

public sealed class IdempotencyTests(AzuriteFixture azurite) : StorageTest(azurite)
{
    // Three parts: 48, 48 and 4; 49, 49 and 2 without a key.
    private static SubmittedRow[] HundredRows => [.. LargePlan.Rounds.Take(2).SelectMany(r => Enumerable.Range(0, 50).Select(i => Row(i, round: r.Id)))];

    [Fact]
    public async Task The_same_sent_again_answers_the_same_and_stores_nothing()
    {
        await ImportAsync();
        await SubmitAsync(App, Submission([Row(1)]));
        var first = await SubmitAsync(App, Submission([Row(0), Row(1), Row(2)], key: "k"));
        var stamp = await App.Reports.ReadStampAsync(Plan, default);

        var again = await SubmitAsync(Start(), Submission([Row(0), Row(1), Row(2)], key: "k"));

        Assert.Equal([RowResult.Created, RowResult.Unchanged, RowResult.Created], first.Rows.Select(r => r.Result));
        Assert.Equal(first.Rows, again.Rows);
        Assert.Equal(stamp, await App.Reports.ReadStampAsync(Plan, default));
    }

    [Fact]
    public async Task A_resend_does_not_bring_back_what_was_corrected_meanwhile()
    {
        await ImportAsync();
        var first = await SubmitAsync(App, Submission([Row(0)], key: "k"));
        await SubmitAsync(App, Submission([Row(0, "nej")]));

        var again = await SubmitAsync(App, Submission([Row(0)], key: "k"));

        Assert.Equal(first.Rows, again.Rows);
        Assert.Equal(2, Assert.Single(await CellsAsync()).Revision);
    }

    [Fact]
    public async Task The_same_key_with_another_body_is_refused()
    {
        await ImportAsync();
        await SubmitAsync(App, Submission([Row(0)], key: "k"));

        foreach (var rows in new SubmittedRow[][] { [Row(0, "nej")], [Row(0), Row(1)], [Row(0, comment: "Klart")], [Row(0, round: "2021-10")] })
        {
            var failure = await FailToSubmitAsync(App, Submission(rows, key: "k"));

            Assert.Equal((FailureKind.Invalid, "idempotency.mismatch"), (failure.Kind, failure.Code));
            Assert.Equal("Idempotency-Key", Assert.Single(failure.Faults).Pointer);
        }

        Assert.Single(await LogAsync());
    }

    [Fact]
    public async Task Two_callers_with_the_same_key_do_not_meet()
    {
        await ImportAsync();
        await SubmitAsync(App, Submission([Row(0)], key: "k"));

        var same = await SubmitAsync(App, Submission([Row(0)], key: "k", caller: Reporter("berit")));
        var other = await SubmitAsync(App, Submission([Row(1)], key: "k", caller: Reporter("cecilia")));

        Assert.Equal(RowResult.Unchanged, same.Rows[0].Result);
        Assert.Equal(RowResult.Created, other.Rows[0].Result);
    }

    [Fact]
    public async Task A_dry_run_does_not_use_up_its_key()
    {
        await ImportAsync();
        await SubmitAsync(App, Submission([Row(0)], key: "k", dryRun: true));

        var receipt = await SubmitAsync(App, Submission([Row(0, "nej")], key: "k"));

        Assert.Equal(RowResult.Created, receipt.Rows[0].Result);
    }

    [Fact]
    public async Task A_submission_that_was_refused_does_not_use_up_its_key()
    {
        await ImportAsync();
        await FailToSubmitAsync(App, Submission([Row(0, "kanske")], key: "k"));

        Assert.Equal(RowResult.Created, (await SubmitAsync(App, Submission([Row(0)], key: "k"))).Rows[0].Result);
    }

    [Theory]
    [InlineData(30, RowResult.Created, 0)]
    [InlineData(31, RowResult.Unchanged, 1)]
    public async Task A_key_answers_the_same_for_thirty_days(int days, RowResult result, int forgotten)
    {
        await ImportAsync();
        await SubmitAsync(App, Submission([Row(0)], key: "k"));

        Time.Advance(TimeSpan.FromDays(days));

        Assert.Equal(forgotten, (await App.ForgetLeftovers.HandleAsync(default)).Receipts);
        Assert.Equal(result, (await SubmitAsync(App, Submission([Row(0)], key: "k"))).Rows[0].Result);
        Assert.Single(await LogAsync());
    }

    [Fact]
    public async Task A_submission_that_was_cut_off_goes_on_where_it_stopped()
    {
        await ImportAsync();
        var failing = Start(WithAppend((call, store) => call == 0 ? store() : throw Unavailable));

        var failure = await FailToSubmitAsync(failing, Submission(HundredRows, key: "k"));
        await SubmitAsync(App, Submission([Row(0, "nej"), Row(48, "nej")]));
        var again = await SubmitAsync(App, Submission(HundredRows, key: "k"));

        Assert.Equal((FailureKind.Unavailable, "storage.unavailable"), (failure.Kind, failure.Code));
        Assert.True(failure.RetryAfter > TimeSpan.Zero);
        Assert.Equal(Enumerable.Range(0, 48), failure.StoredRows);

        // Row 0 was stored before it was corrected, row 48 after: what was done stays as it was answered.
        Assert.Equal((RowResult.Created, 1), (again.Rows[0].Result, again.Rows[0].Revision));
        Assert.Equal((RowResult.Corrected, 2), (again.Rows[48].Result, again.Rows[48].Revision));
        Assert.Equal(98, again.Rows.Count(r => r.Result == RowResult.Created) - 1);
        var log = await LogAsync();
        Assert.Equal(102, log.Count);
        Assert.Equal(102, log.Select(r => (r.Key, r.Revision)).Distinct().Count());
        Assert.Equal(again.Rows, (await SubmitAsync(Start(), Submission(HundredRows, key: "k"))).Rows);
    }

    [Fact]
    public async Task A_submission_that_was_cut_off_and_is_refused_when_it_goes_on_says_what_is_stored()
    {
        await ImportAsync();
        await SetMeetingAsync();
        var failing = Start(WithAppend((call, store) => call == 0 ? store() : throw Unavailable));
        await FailToSubmitAsync(failing, Submission(HundredRows, key: "k"));
        Time.GoTo(new(2021, 5, 13));

        var failure = await FailToSubmitAsync(App, Submission(HundredRows, key: "k"));

        Assert.Contains(failure.Faults, f => f.Code == "round.sealed");
        Assert.Equal(Enumerable.Range(0, 48), failure.StoredRows);
        Assert.StartsWith("En del har sparats", failure.Swedish, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_sendings_at_once_with_the_same_key_store_once_and_answer_the_same()
    {
        await ImportAsync();

        var receipts = await Task.WhenAll(
            SubmitAsync(App, Submission(HundredRows, key: "k")), SubmitAsync(Start(), Submission(HundredRows, key: "k")));

        Assert.Equal(receipts[0].Rows, receipts[1].Rows);
        Assert.All(receipts[0].Rows, r => Assert.Equal((RowResult.Created, 1), (r.Result, r.Revision)));
        Assert.Equal(100, (await LogAsync()).Count);
    }

    [Fact]
    public async Task Five_conflicts_in_a_row_are_answered_with_what_was_stored_and_when_to_come_back()
    {
        await ImportAsync();
        var calls = 0;
        var app = Start(WithAppend((call, store) =>
        {
            calls++;
            return call == 0 ? store() : Task.FromResult(AppendOutcome.Conflict);
        }));

        var failure = await FailToSubmitAsync(app, Submission(HundredRows));

        Assert.Equal(FailureKind.Unavailable, failure.Kind);
        Assert.Equal(TimeSpan.FromSeconds(2), failure.RetryAfter);
        Assert.Equal(Enumerable.Range(0, 49), failure.StoredRows);
        Assert.Equal(1 + 5, calls);
        Assert.Equal(49, (await LogAsync()).Count);
    }

    [Fact]
    public async Task Four_conflicts_in_a_row_are_overcome()
    {
        await ImportAsync();
        var app = Start(WithAppend((call, store) => call < 4 ? Task.FromResult(AppendOutcome.Conflict) : store()));

        Assert.Equal(RowResult.Created, (await SubmitAsync(app, Submission([Row(0)]))).Rows[0].Result);
    }

    [Theory]
    [InlineData("k")]
    [InlineData(null)]
    public async Task A_part_that_was_stored_though_storage_reports_a_conflict_is_created_once(string? key)
    {
        await ImportAsync();
        var app = Start(WithAppend(async (call, store) => await store() is var outcome && call == 0 ? AppendOutcome.Conflict : outcome));

        var receipt = await SubmitAsync(app, Submission(HundredRows, key));

        Assert.All(receipt.Rows, r => Assert.Equal((RowResult.Created, 1), (r.Result, r.Revision)));
        Assert.Equal(100, (await LogAsync()).Count);
    }

    [Fact]
    public async Task A_part_that_was_stored_though_storage_did_not_answer_is_created_once()
    {
        await ImportAsync();
        var app = Start(WithAppend(async (call, store) => await store() is var outcome && call == 0 ? throw Unavailable : outcome));

        var failure = await FailToSubmitAsync(app, Submission(HundredRows, key: "k"));
        var again = await SubmitAsync(app, Submission(HundredRows, key: "k"));

        Assert.Equal(FailureKind.Unavailable, failure.Kind);
        Assert.All(again.Rows, r => Assert.Equal((RowResult.Created, 1), (r.Result, r.Revision)));
        Assert.Equal(100, (await LogAsync()).Count);
    }

    [Fact]
    public async Task An_answer_that_was_lost_and_then_corrected_by_another_is_not_stored_over_it()
    {
        await ImportAsync();
        var app = Start(WithAppend(async (call, store) =>
        {
            var outcome = await store();
            if (call > 0)
            {
                return outcome;
            }

            await SubmitAsync(App, Submission([Row(0, "nej")], caller: Reporter("berit")));
            return AppendOutcome.Conflict;
        }));

        var receipt = await SubmitAsync(app, Submission([Row(0)], key: "k"));

        Assert.Equal((RowResult.Created, 1), (receipt.Rows[0].Result, receipt.Rows[0].Revision));
        Assert.Equal(["anna", "berit"], (await LogAsync()).Select(r => r.Reporter));
        Assert.Equal("berit", Assert.Single(await CellsAsync()).Reporter);
    }

    [Fact]
    public async Task A_fault_found_after_a_part_was_stored_does_not_say_that_nothing_was()
    {
        await ImportAsync();
        await SetMeetingAsync();
        Time.GoTo(new(2021, 5, 7));
        var app = Start(WithAppend(async (call, store) =>
        {
            if (call == 1)
            {
                // Somebody answers a row of the second part first, so that ours becomes a correction without a reason.
                await SubmitAsync(App, Submission([Row(48, "nej")]));
            }

            return await store();
        }));

        var failure = await FailToSubmitAsync(app, Submission(HundredRows, key: "k"));

        Assert.Equal("reason.required", Assert.Single(failure.Faults).Code);
        Assert.Equal(Enumerable.Range(0, 48), failure.StoredRows);
        Assert.DoesNotContain("Inget", failure.Swedish, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_caller_that_gives_up_between_parts_leaves_whole_parts()
    {
        await ImportAsync();
        using var patience = new CancellationTokenSource();
        var app = Start(WithAppend(async (_, store) =>
        {
            var outcome = await store();
            await patience.CancelAsync();
            return outcome;
        }));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => app.SubmitReports.HandleAsync(Submission(HundredRows, key: "k"), patience.Token));

        Assert.Equal(48, (await LogAsync()).Count);
        Assert.All((await SubmitAsync(App, Submission(HundredRows, key: "k"))).Rows, r => Assert.Equal(1, r.Revision));
    }
}
