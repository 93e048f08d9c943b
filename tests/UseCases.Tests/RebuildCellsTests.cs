using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using Hsvo.Domain.Reports;
using Hsvo.TestKit;
using Hsvo.TestKit.Builders;
using Hsvo.UseCases.Stores;
using Microsoft.Extensions.DependencyInjection;
using Moq;

namespace Hsvo.UseCases.Tests;

/// <summary>Cells are derived from the log: a rebuild finds what differs and puts it right.</summary>
public sealed class RebuildCellsTests(AzuriteFixture azurite) : StorageTest(azurite)
{
    [Fact]
    public async Task What_was_answered_corrected_reviewed_masked_and_withdrawn_is_as_the_log_tells_and_nothing_is_mended()
    {
        await AnswerAsync(120);
        await SubmitAsync(App, Submission([Row(0, "nej", comment: "Igen")]));
        Assert.Null((await App.ReviewReports.HandleAsync(
            Coordinator, LargePlan.Id, "2021-05", [new(LargePlan.Indicator(0), LargePlan.Department, 2, ReviewDecision.SendBack, "Stämmer det?")], default)).Failure);
        await SubmitAsync(App, Submission([new(LargePlan.Indicator(1), LargePlan.Department, "2021-05", new() { IsWithdrawal = true, Reason = "Fel rad" }, [])]));
        Assert.Null((await App.MaskComment.HandleAsync(Coordinator, LargePlan.Id, Cell(0), 2, "Namn", default)).Failure);
        var before = await CellsAsync();

        var rebuild = await RebuildAsync();

        Assert.Equal(new(120, Mended: 0, Unfounded: 0), rebuild.Found);
        Assert.Equivalent(before, await CellsAsync(), strict: true);
    }

    [Fact]
    public async Task A_cell_that_was_lost_or_tells_something_else_is_put_right_and_counted_in_feeds_at_once()
    {
        await AnswerAsync(120);
        var right = (await CellsAsync()).OrderBy(c => c.Key.Indicator, StringComparer.Ordinal).ToList();
        await SpoilAsync(0, row => row["Content"] = row.GetString("Content").Replace("\"revision\":1", "\"revision\":7", StringComparison.Ordinal));
        await RemoveAsync(1);
        App.Feeds.Forget(Plan);
        Assert.Equal(119, (await App.Feeds.FindAsync(Plan, default))!.Cells.Count);

        var rebuild = await RebuildAsync();

        Assert.Equal(new(120, Mended: 2, Unfounded: 0), rebuild.Found);
        Assert.Equivalent(right, (await CellsAsync()).OrderBy(c => c.Key.Indicator, StringComparer.Ordinal).ToList(), strict: true);
        Assert.Equal(120, (await App.Feeds.FindAsync(Plan, default))!.Cells.Count);
        Assert.Equal(0, (await RebuildAsync()).Found!.Mended);
    }

    [Fact]
    public async Task A_cell_that_the_log_does_not_know_is_counted_and_left()
    {
        await AnswerAsync(3);
        await RemoveAsync(1, "log", "_000001");

        var rebuild = await RebuildAsync();

        Assert.Equal(new(2, Mended: 0, Unfounded: 1), rebuild.Found);
        Assert.Equal(3, (await CellsAsync()).Count);
    }

    [Fact]
    public async Task Another_instance_reads_the_plan_anew_within_a_second()
    {
        await AnswerAsync(3);
        var other = Start();
        var before = (await other.Feeds.FindAsync(Plan, default))!.Stamp;

        await RebuildAsync();
        Time.Advance(TimeSpan.FromSeconds(2));

        Assert.NotEqual(before, (await other.Feeds.FindAsync(Plan, default))!.Stamp);
    }

    [Fact]
    public async Task An_answer_that_comes_meanwhile_is_never_written_over()
    {
        await AnswerAsync(3);
        await SpoilAsync(0, row => row["Content"] = row.GetString("Content").Replace("\"revision\":1", "\"revision\":7", StringComparison.Ordinal));
        var meetings = 0;
        var real = App.Rebuilds;
        var store = new Mock<IRebuildStore>();
        store.Setup(s => s.MendAsync(Plan, It.IsAny<IReadOnlyList<NewRevision>>(), It.IsAny<CancellationToken>())).Returns<Domain.Plans.PlanKey, IReadOnlyList<NewRevision>, CancellationToken>(
            async (plan, cells, token) =>
            {
                // Once, right before it writes: the cell is corrected.
                if (meetings++ == 0)
                {
                    await RemoveAsync(0);
                    var cell = Cell(0);
                    var logged = (await App.Reports.ReadHistoryAsync(Plan, cell, default))[^1].Original;
                    await App.Reports.AppendAsync(Plan, new([new(logged with { Revision = 2, Comment = "Nyss" }, null)], null), default);
                }

                return await real.MendAsync(plan, cells, token);
            });
        var app = Start(services => services.AddSingleton(store.Object));

        var rebuild = (await app.RebuildCells.HandleAsync(Coordinator, LargePlan.Id, default)).Value!;

        Assert.Equal(0, rebuild.Found!.Mended);
        Assert.Equal((2, "Nyss"), (await CellsAsync()).Where(c => c.Key == Cell(0)).Select(c => (c.Revision, c.Comment!)).Single());
    }

    [Fact]
    public async Task Units_that_write_all_the_while_do_not_keep_a_rebuild_from_being_done()
    {
        await AnswerAsync(3);
        await SpoilAsync(1, row => row["Content"] = row.GetString("Content").Replace("\"revision\":1", "\"revision\":7", StringComparison.Ordinal));
        var real = App.Reports;
        var store = new Mock<IReportStore>();
        store.Setup(s => s.ReadStampAsync(Plan, It.IsAny<CancellationToken>())).Returns<Domain.Plans.PlanKey, CancellationToken>(real.ReadStampAsync);
        store.Setup(s => s.ReadCellsAsync(Plan, It.IsAny<CancellationToken>())).Returns<Domain.Plans.PlanKey, CancellationToken>(real.ReadCellsAsync);

        // Each time the log is read, one cell has just been written again.
        store.Setup(s => s.ReadLogAsync(Plan, It.IsAny<CancellationToken>())).Returns<Domain.Plans.PlanKey, CancellationToken>((plan, token) => ReadAfterAsync(plan, token));
        var app = Start(services => services.AddSingleton(store.Object));

        var rebuild = await app.RebuildCells.HandleAsync(Coordinator, LargePlan.Id, default);

        Assert.Equal(new(3, Mended: 1, Unfounded: 0), rebuild.Value!.Found);
        Assert.Equal([2, 1, 1], (await CellsAsync()).OrderBy(c => c.Key.Indicator, StringComparer.Ordinal).Select(c => c.Revision));

        async IAsyncEnumerable<LoggedRevision> ReadAfterAsync(Domain.Plans.PlanKey plan, [EnumeratorCancellation] CancellationToken token)
        {
            await SubmitAsync(App, Submission([Row(0, comment: $"{Guid.NewGuid()}")]));
            await foreach (var revision in real.ReadLogAsync(plan, token))
            {
                yield return revision;
            }
        }
    }

    [Fact]
    public async Task Rebuilds_are_listed_the_newest_first_and_only_so_many_are_kept()
    {
        await AnswerAsync(1);
        var made = new List<Rebuild>();
        for (var i = 0; i <= IRebuildStore.MaxKept; i++)
        {
            Time.Advance(TimeSpan.FromMinutes(1));
            made.Add(await RebuildAsync());
        }

        var listed = (await App.RebuildCells.ListAsync(LargePlan.Id, default)).Value!;

        Assert.Equal(made.Skip(1).Reverse(), listed);
    }

    [Fact]
    public async Task A_plan_that_is_not_there_is_not_found()
    {
        Assert.Equal(FailureKind.NotFound, (await App.RebuildCells.HandleAsync(Coordinator, "ingen", default)).Failure!.Kind);
        Assert.Equal(FailureKind.NotFound, (await App.RebuildCells.HandleAsync(Coordinator, "Inget id", default)).Failure!.Kind);
    }

    private async Task AnswerAsync(int rows)
    {
        await ImportAsync(rows);
        await SubmitAsync(App, Submission([.. Enumerable.Range(0, rows).Select(i => Row(i))]));
    }

    private async Task<Rebuild> RebuildAsync()
    {
        var outcome = await App.RebuildCells.HandleAsync(Coordinator, LargePlan.Id, default);
        Assert.Null(outcome.Failure);
        return outcome.Value!;
    }

    private TableClient Table => new(Storage, "reports");

    private string Partition => $"{Area}_{LargePlan.Id}";

    private static string RowKey(int indicator, string kind = "cell", string rest = "") => $"{kind}_2021-05_{LargePlan.Indicator(indicator)}_{LargePlan.Department}{rest}";

    private async Task SpoilAsync(int indicator, Action<TableEntity> spoil)
    {
        var row = (await Table.GetEntityIfExistsAsync<TableEntity>(Partition, RowKey(indicator))).Value!;
        spoil(row);
        await Table.UpsertEntityAsync(row, TableUpdateMode.Replace);
    }

    private async Task RemoveAsync(int indicator, string kind = "cell", string rest = "") => await Table.DeleteEntityAsync(Partition, RowKey(indicator, kind, rest));
}
