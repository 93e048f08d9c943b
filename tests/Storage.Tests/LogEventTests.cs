using Hsvo.Domain.Reports;
using Hsvo.TestKit;
using Hsvo.UseCases.Audit;
using Hsvo.UseCases.Stores;

namespace Hsvo.Storage.Tests;

/// <summary>What is said of a revision after it was given: reviews and masks in the log, drafts beside it.</summary>
public sealed class LogEventTests : StoreTest
{
    private static readonly ReportKey Key = Reports.Key(1);
    private static readonly CommentMask Mask = new("nvs", Reports.Now.AddHours(2), "Innehöll ett namn");

    private static readonly RemovedBy Nightly = new(By: null, Reports.Now);

    private readonly TableReportStore _store;

    public LogEventTests(AzuriteFixture azurite)
        : base(azurite) => _store = new(Tables);

    [Fact]
    public async Task A_review_stands_in_the_cell_and_in_the_log_beside_the_revision()
    {
        await AppendAsync(Reports.Report(Key), null);
        var stamp = await _store.ReadStampAsync(Plan, default);
        var cell = await CellAsync();

        Assert.Equal(AppendOutcome.Stored, await ReviewAsync(Reports.Reviewed(cell.Report, cell.Version, ReviewDecision.SendBack, "Vilken månad?")));

        var reviewed = (await CellAsync()).Report;
        SaysTheSame(cell.Report with { Review = new() { Decision = ReviewDecision.SendBack, Question = "Vilken månad?", By = "nvs", At = Reports.Now.AddHours(1) } }, reviewed);
        var logged = Assert.Single(await _store.ReadHistoryAsync(Plan, Key, default));
        SaysTheSame(cell.Report, logged.Original);
        Assert.Equal(reviewed.Review, Assert.Single(logged.Reviews));
        Assert.NotEqual(stamp, await _store.ReadStampAsync(Plan, default));
    }

    [Fact]
    public async Task Reviews_of_several_cells_are_kept_together_or_not_at_all()
    {
        await _store.AppendAsync(Plan, Reports.First([Reports.Key(1), Reports.Key(2)]), default);
        var cells = await _store.ReadCellsAsync(Plan, default);
        await AppendAsync(Reports.Report(Reports.Key(2), 2), cells[1].Version);

        var outcome = await ReviewAsync([.. cells.Select(c => Reports.Reviewed(c.Report, c.Version))]);

        Assert.Equal(AppendOutcome.Conflict, outcome);
        Assert.All(await _store.ReadCellsAsync(Plan, default), c => Assert.Null(c.Report.Review));
        Assert.All(await _store.ReadLogAsync(Plan, default).ToListAsync(), r => Assert.Empty(r.Reviews));
    }

    [Fact]
    public async Task As_many_reviews_as_reports_fit_in_one_transaction()
    {
        await _store.AppendAsync(Plan, Reports.First(Enumerable.Range(1, IReportStore.MaxRowsPerPart).Select(i => Reports.Key(i))), default);

        var outcome = await ReviewAsync([.. (await _store.ReadCellsAsync(Plan, default)).Select(c => Reports.Reviewed(c.Report, c.Version))]);

        Assert.Equal(AppendOutcome.Stored, outcome);
        Assert.All(await _store.ReadCellsAsync(Plan, default), c => Assert.True(c.Report.IsAccepted));
    }

    [Fact]
    public async Task Every_review_of_a_revision_is_kept_in_time_order_and_goes_with_its_own_revision()
    {
        await AppendAsync(Reports.Report(Key), null);
        foreach (var minute in new[] { 1, 2 })
        {
            var cell = await CellAsync();
            await ReviewAsync(Reports.Reviewed(cell.Report, cell.Version, minute == 1 ? ReviewDecision.SendBack : ReviewDecision.Accept, minute == 1 ? "Stämmer det?" : null, minute));
        }

        await AppendAsync(Reports.Report(Key, 2), (await CellAsync()).Version);
        await AppendAsync(Reports.Report(Reports.Key(1, department: "osn-b")), null);

        var history = await _store.ReadHistoryAsync(Plan, Key, default);

        Assert.Equal([1, 2], history.Select(r => r.Original.Revision));
        Assert.Equal([ReviewDecision.SendBack, ReviewDecision.Accept], history[0].Reviews.Select(r => r.Decision));
        Assert.Empty(history[1].Reviews);
        Assert.Null((await CellAsync()).Report.Review);
    }

    [Fact]
    public async Task A_masked_revision_says_nothing_in_the_cell_and_everything_in_the_logs_original()
    {
        var report = Reports.Report(Key) with { Answer = new() { Value = AnswerValue.Words("Anna sade ja") }, Comment = "Anna ringde", Reason = "Nytt" };
        await AppendAsync(report, null);

        Assert.Equal(AppendOutcome.Stored, await _store.AppendMaskAsync(Plan, Key, 1, Mask, await CellAsync(), default));

        var cell = (await CellAsync()).Report;
        Assert.Equal((null, CommentMask.InPlaceOfWords, CommentMask.InPlaceOfWords), (cell.Comment, cell.Answer.Value!.Text, cell.Reason));
        Assert.Equal(Mask, cell.Mask);
        var logged = Assert.Single(await _store.ReadHistoryAsync(Plan, Key, default));
        SaysTheSame(report, logged.Original);
        SaysTheSame(cell, logged.Shown);
        var row = await (await Tables.ReportsAsync()).GetEntityAsync<Azure.Data.Tables.TableEntity>(Keys.Partition(Plan), Keys.Cell(Key));
        Assert.DoesNotContain(row.Value, p => p.Value is string text && text.Contains("Anna", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_mask_on_an_older_revision_leaves_the_cell()
    {
        await AppendAsync(Reports.Report(Key), null);
        await AppendAsync(Reports.Report(Key, 2), (await CellAsync()).Version);

        await _store.AppendMaskAsync(Plan, Key, 1, Mask, null, default);

        Assert.Equal("Svar 2", (await CellAsync()).Report.Comment);
        Assert.Equal([null, "Svar 2"], (await _store.ReadHistoryAsync(Plan, Key, default)).Select(r => r.Shown.Comment));
    }

    [Fact]
    public async Task A_cell_that_was_changed_since_it_was_read_is_not_masked()
    {
        await AppendAsync(Reports.Report(Key), null);
        var cell = await CellAsync();
        await AppendAsync(Reports.Report(Key, 2), cell.Version);

        Assert.Equal(AppendOutcome.Conflict, await _store.AppendMaskAsync(Plan, Key, 1, Mask, cell, default));

        Assert.All(await _store.ReadHistoryAsync(Plan, Key, default), r => Assert.Null(r.Mask));
    }

    [Fact]
    public async Task A_draft_is_replaced_by_the_next_read_with_the_cells_and_renews_no_stamp()
    {
        await AppendAsync(Reports.Report(Key), null);
        var stamp = await _store.ReadStampAsync(Plan, default);
        await SaveAsync(Reports.Draft(Key, "Ett"), Reports.Draft(Reports.Key(2), "Två"));

        await SaveAsync(Reports.Draft(Key, "Tre"));

        Assert.Equal(stamp, await _store.ReadStampAsync(Plan, default));
        var stored = await _store.ReadCellsAndDraftsAsync(Plan, default);
        Assert.Equal(Key, Assert.Single(stored.Cells).Report.Key);
        Assert.Equal(["Tre", "Två"], stored.Drafts.Select(d => d.Draft.Answer.Comment));
        SaysTheSame(Reports.Draft(Key, "Tre"), stored.Drafts[0].Draft);
        Assert.Equal(stored.Drafts, await _store.ReadDraftsAsync(Plan, default), (a, b) => a.Version == b.Version);
        Assert.Single(await _store.ReadCellsAsync(Plan, default));
    }

    [Fact]
    public async Task As_many_drafts_as_reports_fit_in_one_transaction_with_their_receipt()
    {
        var keys = Enumerable.Range(1, IReportStore.MaxRowsBesideReceipt).Select(i => Reports.Key(i)).ToArray();

        var outcome = (await _store.AppendAsync(
            Plan, new([], Reports.Receipt("key", 0, keys.Length)) { Drafts = [.. keys.Select(k => Reports.Draft(k, new('å', 4000)))] }, default)).Outcome;

        Assert.Equal(AppendOutcome.Stored, outcome);
        Assert.Equal(keys.Length, (await _store.ReadDraftsAsync(Plan, default)).Count);
    }

    [Fact]
    public async Task A_draft_that_was_saved_anew_is_not_removed_by_who_read_the_old_one()
    {
        await SaveAsync(Reports.Draft(Key, "Ett"));
        var old = await _store.ReadDraftsAsync(Plan, default);
        await SaveAsync(Reports.Draft(Key, "Två"));

        Assert.False(await _store.TryRemoveDraftsAsync(Plan, old, Nightly, default));
        Assert.Equal("Två", Assert.Single(await _store.ReadDraftsAsync(Plan, default)).Draft.Answer.Comment);
        Assert.True(await _store.TryRemoveDraftsAsync(Plan, await _store.ReadDraftsAsync(Plan, default), Nightly, default));
        Assert.Empty(await _store.ReadDraftsAsync(Plan, default));
    }

    [Fact]
    public async Task A_row_that_stands_under_another_revisions_key_is_not_read()
    {
        await AppendAsync(Reports.Report(Key), null);
        var row = Rows.Review(Plan, Key, 1, new() { Decision = ReviewDecision.Accept, By = "nvs", At = Reports.Now });
        row.RowKey = Keys.Review(Key, 2, Reports.Now);
        await (await Tables.ReportsAsync()).UpsertEntityAsync(row);

        var e = await Assert.ThrowsAsync<InvalidOperationException>(() => _store.ReadHistoryAsync(Plan, Key, default));

        Assert.Contains(row.RowKey, e.Message, StringComparison.Ordinal);
    }

    private async Task<StoredCell> CellAsync() => (await _store.ReadCellsAsync(Plan, default)).Single(c => c.Report.Key == Key);

    private async Task AppendAsync(Report report, string? replaced) =>
        Assert.Equal(AppendOutcome.Stored, (await _store.AppendAsync(Plan, new([new(report, replaced)], null), default)).Outcome);

    private Task<AppendOutcome> ReviewAsync(params StoredCell[] cells) => _store.AppendReviewsAsync(Plan, cells, default);

    private async Task SaveAsync(params Draft[] drafts) =>
        Assert.Equal(AppendOutcome.Stored, (await _store.AppendAsync(Plan, new([], null) { Drafts = drafts }, default)).Outcome);
}
