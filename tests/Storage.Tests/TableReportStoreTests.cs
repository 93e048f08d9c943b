using Azure;
using Azure.Core;
using Azure.Data.Tables;
using Hsvo.Domain.Plans;
using Hsvo.Domain.Reports;
using Hsvo.Domain.Statuses;
using Hsvo.TestKit;
using Hsvo.UseCases.Stores;

namespace Hsvo.Storage.Tests;

public sealed class TableReportStoreTests : StoreTest
{
    private readonly TableReportStore _store;

    public TableReportStoreTests(AzuriteFixture azurite)
        : base(azurite) => _store = new(Tables);

    [Fact]
    public async Task A_plan_without_reports_has_nothing()
    {
        Assert.Empty(await _store.ReadCellsAsync(Plan, default));
        Assert.Empty(await LogAsync());
        Assert.Empty(await _store.ReadSentAsync(Plan, "key", default));
        Assert.Equal("", await _store.ReadStampAsync(Plan, default));
    }

    [Fact]
    public async Task A_full_part_is_stored_with_its_receipt_and_stamp()
    {
        var part = Reports.First(Cells(IReportStore.MaxRowsBesideReceipt), Reports.Receipt("key", 0, IReportStore.MaxRowsBesideReceipt));

        var outcome = (await _store.AppendAsync(Plan, part, default)).Outcome;

        Assert.Equal(AppendOutcome.Stored, outcome);
        SaysTheSame(part.Revisions.Select(r => r.Report).OrderBy(r => r.Key.Indicator, StringComparer.Ordinal), (await CellsAsync()).OrderBy(r => r.Key.Indicator, StringComparer.Ordinal));
        SaysTheSame(await CellsAsync(), await LogAsync());
        SaysTheSame([part.Receipt!], await _store.ReadSentAsync(Plan, "key", default));
        Assert.NotEqual("", await _store.ReadStampAsync(Plan, default));
    }

    // 49 log rows, 49 cells, the audit entry, the receipt and the stamp are 101 operations; a transaction takes 100.
    [Fact]
    public async Task One_row_more_than_a_part_takes_does_not_fit_in_a_transaction()
    {
        var part = Reports.First(Cells(IReportStore.MaxRowsBesideReceipt + 1), Reports.Receipt("key", 0, IReportStore.MaxRowsBesideReceipt + 1));

        await Assert.ThrowsAnyAsync<RequestFailedException>(() => _store.AppendAsync(Plan, part, default));

        await NothingIsStoredAsync();
    }

    [Fact]
    public async Task A_conflict_in_one_row_stores_none_of_the_part()
    {
        ReportKey[] cells = [.. Cells(IReportStore.MaxRowsBesideReceipt)];
        await _store.AppendAsync(Plan, Reports.First([cells[25]]), default);
        var stamp = await _store.ReadStampAsync(Plan, default);

        var outcome = (await _store.AppendAsync(Plan, Reports.First(cells, Reports.Receipt("key", 0, cells.Length)), default)).Outcome;

        Assert.Equal(AppendOutcome.Conflict, outcome);
        Assert.Equal(cells[25], Assert.Single(await CellsAsync()).Key);
        Assert.Single(await LogAsync());
        Assert.Empty(await _store.ReadSentAsync(Plan, "key", default));
        Assert.Equal(stamp, await _store.ReadStampAsync(Plan, default));
    }

    [Fact]
    public async Task A_cell_that_somebody_else_replaced_is_a_conflict()
    {
        var key = Reports.Key(1);
        await _store.AppendAsync(Plan, Reports.First([key]), default);
        var seen = Assert.Single(await _store.ReadCellsAsync(Plan, default)).Version;
        await _store.AppendAsync(Plan, new([new(Reports.Report(key, 2), seen)], null), default);

        // Of another revision, so that nothing but the cell's version can tell.
        var outcome = (await _store.AppendAsync(Plan, new([new(Reports.Report(key, 3), seen)], null), default)).Outcome;

        Assert.Equal(AppendOutcome.Conflict, outcome);
        Assert.Equal(2, Assert.Single(await CellsAsync()).Revision);
        Assert.Equal([1, 2], (await LogAsync()).Select(r => r.Revision));
    }

    [Fact]
    public async Task A_revision_that_is_in_the_log_is_a_conflict()
    {
        var key = Reports.Key(1);
        await _store.AppendAsync(Plan, Reports.First([key]), default);
        var seen = Assert.Single(await _store.ReadCellsAsync(Plan, default));

        var outcome = (await _store.AppendAsync(Plan, new([new(Reports.Report(key) with { Comment = "Ett annat", Submission = "s2" }, seen.Version)], null), default)).Outcome;

        Assert.Equal(AppendOutcome.Conflict, outcome);
        Assert.Equal("Svar 1", Assert.Single(await LogAsync()).Comment);
        Assert.Equal("Svar 1", Assert.Single(await CellsAsync()).Comment);
    }

    [Fact]
    public async Task A_part_that_is_stored_already_since_its_answer_was_lost_is_stored_even_when_somebody_has_corrected_it_since()
    {
        var key = Reports.Key(1);
        await _store.AppendAsync(Plan, Reports.First([key, Reports.Key(2)]), default);
        var seen = (await _store.ReadCellsAsync(Plan, default)).Single(c => c.Report.Key == key).Version;
        await _store.AppendAsync(Plan, new([new(Reports.Report(key, 2) with { Submission = "s2" }, seen)], null), default);

        var outcome = (await _store.AppendAsync(Plan, Reports.First([key, Reports.Key(2)]), default)).Outcome;

        Assert.Equal(AppendOutcome.Stored, outcome);
        Assert.Equal(["s1", "s2", "s1"], (await LogAsync()).Select(r => r.Submission));
        Assert.Equal(2, (await CellsAsync()).Single(c => c.Key == key).Revision);
    }

    [Fact]
    public async Task A_part_whose_receipt_is_there_is_a_conflict()
    {
        await _store.AppendAsync(Plan, Reports.First([Reports.Key(1)], Reports.Receipt("key", 0, 1)), default);

        var outcome = (await _store.AppendAsync(Plan, Reports.First([Reports.Key(2)], Reports.Receipt("key", 0, 1)), default)).Outcome;

        Assert.Equal(AppendOutcome.Conflict, outcome);
        Assert.Equal(Reports.Key(1), Assert.Single(await CellsAsync()).Key);
    }

    [Fact]
    public async Task Parts_of_a_submission_are_read_in_order_and_without_those_of_another()
    {
        foreach (var (key, part) in new[] { ("key", 10), ("key", 2), ("key.2", 0), ("key2", 0), ("ke", 0) })
        {
            await _store.AppendAsync(Plan, new([], Reports.Receipt(key, part, 1)), default);
        }

        Assert.Equal([2, 10], (await _store.ReadSentAsync(Plan, "key", default)).Select(p => p.Part));
    }

    [Fact]
    public async Task Receipts_sent_before_a_time_are_forgotten_and_nothing_else_is()
    {
        var old = Reports.Receipt("old", 0, 1) with { SentAt = Reports.Now.AddTicks(-1) };
        await _store.AppendAsync(Plan, Reports.First([Reports.Key(1)], old), default);
        await _store.AppendAsync(Plan, Reports.First([Reports.Key(2)], old with { Part = 1 }), default);
        await _store.AppendAsync(Plan, Reports.First([Reports.Key(3)], Reports.Receipt("new", 0, 1)), default);
        await _store.AppendAsync(Plan with { Area = $"{Area}-b" }, Reports.First([Reports.Key(1)], old), default);

        Assert.Equal(2, await _store.ForgetSentAsync(Plan, Reports.Now, default));

        Assert.Empty(await _store.ReadSentAsync(Plan, "old", default));
        Assert.Single(await _store.ReadSentAsync(Plan, "new", default));
        Assert.Single(await _store.ReadSentAsync(Plan with { Area = $"{Area}-b" }, "old", default));
        Assert.Equal((3, 3), ((await CellsAsync()).Count, (await LogAsync()).Count));
        Assert.Equal(0, await _store.ForgetSentAsync(Plan, Reports.Now, default));
    }

    [Fact]
    public async Task More_receipts_than_a_transaction_takes_are_forgotten()
    {
        for (var i = 0; i < 101; i++)
        {
            await _store.AppendAsync(Plan, new([], Reports.Receipt("key", i, 1)), default);
        }

        Assert.Equal(101, await _store.ForgetSentAsync(Plan, Reports.Now.AddDays(1), default));
        Assert.Empty(await _store.ReadSentAsync(Plan, "key", default));
    }

    [Fact]
    public async Task Receipts_that_another_run_forgets_at_the_same_time_fail_nothing()
    {
        for (var i = 0; i < 3; i++)
        {
            await _store.AppendAsync(Plan, new([], Reports.Receipt("key", i, 1)), default);
        }

        var options = new TableClientOptions();
        options.AddPolicy(
            new Batches(async batch =>
            {
                if (batch == 0)
                {
                    await (await Tables.ReportsAsync()).DeleteEntityAsync(Keys.Partition(Plan), Keys.Sent("key", 1));
                }
            }),
            HttpPipelinePosition.PerCall);
        var overtaken = new TableReportStore(new(new(ConnectionString, options)));

        Assert.Equal(2, await overtaken.ForgetSentAsync(Plan, Reports.Now.AddDays(1), default));

        Assert.Empty(await _store.ReadSentAsync(Plan, "key", default));
    }

    [Fact]
    public async Task A_row_that_holds_another_report_than_its_key_says_is_not_read()
    {
        var report = Reports.Report(Reports.Key(1), 2);
        var (cell, log) = (Rows.Cell(Plan, report), Rows.Log(Plan, report));
        cell.RowKey = Keys.Cell(Reports.Key(2));
        log.RowKey = Keys.Log(Reports.Key(1), 3);
        var table = await Tables.ReportsAsync();
        await table.UpsertEntityAsync(cell);
        await table.UpsertEntityAsync(log);

        var ofCell = await Assert.ThrowsAsync<InvalidOperationException>(() => _store.ReadCellsAsync(Plan, default));
        var ofLog = await Assert.ThrowsAsync<InvalidOperationException>(LogAsync);

        Assert.Contains(cell.RowKey, ofCell.Message, StringComparison.Ordinal);
        Assert.Contains(log.RowKey, ofLog.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_log_keeps_every_revision_and_the_cell_the_newest()
    {
        var key = Reports.Key(1);
        for (var revision = 1; revision <= 12; revision++)
        {
            var version = (await _store.ReadCellsAsync(Plan, default)).SingleOrDefault()?.Version;
            Assert.Equal(AppendOutcome.Stored, (await _store.AppendAsync(Plan, new([new(Reports.Report(key, revision), version)], null), default)).Outcome);
        }

        SaysTheSame(Enumerable.Range(1, 12).Select(r => Reports.Report(key, r)), await LogAsync());
        SaysTheSame(Reports.Report(key, 12), Assert.Single(await CellsAsync()));
    }

    [Fact]
    public async Task A_receipt_alone_makes_nobodys_feed_anew()
    {
        await _store.AppendAsync(Plan, Reports.First([Reports.Key(1)]), default);
        var stamp = await _store.ReadStampAsync(Plan, default);

        await _store.AppendAsync(Plan, new([], Reports.Receipt("key", 0, 1)), default);

        Assert.Single(await _store.ReadSentAsync(Plan, "key", default));
        Assert.Equal(stamp, await _store.ReadStampAsync(Plan, default));
    }

    [Fact]
    public async Task The_stamp_is_new_after_every_part()
    {
        var stamps = new List<string> { await _store.ReadStampAsync(Plan, default) };
        for (var i = 0; i < 4; i++)
        {
            await _store.AppendAsync(Plan, Reports.First([Reports.Key(i)]), default);
            stamps.Add(await _store.ReadStampAsync(Plan, default));
        }

        Assert.Equal(5, stamps.Distinct().Count());
    }

    [Fact]
    public async Task More_cells_than_a_page_holds_are_read_whole()
    {
        ReportKey[] cells = [.. Cells(1050)];
        foreach (var chunk in cells.Chunk(IReportStore.MaxRowsPerPart))
        {
            Assert.Equal(AppendOutcome.Stored, (await _store.AppendAsync(Plan, Reports.First(chunk), default)).Outcome);
        }

        Assert.Equal(cells.ToHashSet(), (await CellsAsync()).Select(r => r.Key).ToHashSet());
        Assert.Equal(cells.ToHashSet(), (await LogAsync()).Select(r => r.Key).ToHashSet());
    }

    public static TheoryData<string> Answers => [.. AnswersByName.Keys];

    private static Dictionary<string, Answer> AnswersByName { get; } = new()
    {
        ["ja"] = new() { Value = AnswerValue.Yes },
        ["nej with an assessment"] = new() { Value = AnswerValue.No, Assessment = Status.AtRisk },
        ["a share"] = new() { Value = AnswerValue.Of(1.4) },
        ["a share with what it is of"] = new() { Value = AnswerValue.Of(1.4) with { Ratio = new(3447, 246_214) } },
        ["a number that no decimal has"] = new() { Value = AnswerValue.Of(0.1 + 0.2) },
        ["a large amount"] = new() { Value = AnswerValue.Of(1e15) },
        ["a day"] = new() { Value = AnswerValue.ReachedOn(new(2021, 2, 28)) },
        ["words"] = new() { Value = AnswerValue.Words("Räksmörgås på Ängön, ”citat” 'a' <b> & \\ \"c\"\r\n\tny rad 👩‍⚕️"), Assessment = Status.Completed },
        ["parts"] = new() { Parts = [new("ledtider", AnswerValue.Of(3)), new("sip", AnswerValue.Of(0)), new("ord", AnswerValue.Words("åäö"))] },
        ["not applicable"] = new() { NotApplicable = true },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task Every_kind_of_answer_comes_back_as_it_was(string name)
    {
        var report = Reports.Report(Reports.Key(1)) with
        {
            Answer = AnswersByName[name],
            Comment = null,
            Reason = "Berör inte oss: vi har inga sådana ärenden på Österängen",
            Door = Door.PowerBI,
            IsExample = true,
            ReportedAt = Reports.Now.AddTicks(1234567),
        };

        await _store.AppendAsync(Plan, new([new(report, null)], null), default);

        SaysTheSame(report, Assert.Single(await CellsAsync()));
        SaysTheSame(report, Assert.Single(await LogAsync()));
    }

    [Theory]
    [InlineData("å")]
    [InlineData("\n")]
    [InlineData("\"")]
    [InlineData("語")]
    [InlineData("😀")]
    public async Task The_longest_texts_fit_whatever_they_are_written_in(string character)
    {
        string Text(int length) => string.Concat(Enumerable.Repeat(character, length / character.Length));
        var report = Reports.Report(Reports.Key(1)) with
        {
            Answer = new() { Value = AnswerValue.Words(Text(AnswerReader.MaxText)) },
            Comment = Text(AnswerReader.MaxText),
            Reason = Text(AnswerReader.MaxReason),
        };

        await _store.AppendAsync(Plan, new([new(report, null)], null), default);

        SaysTheSame(report, Assert.Single(await CellsAsync()));
        SaysTheSame(report, Assert.Single(await LogAsync()));
    }

    [Fact]
    public async Task A_full_part_of_long_Swedish_texts_fits_in_a_transaction()
    {
        var text = string.Concat(Enumerable.Repeat("Samverkan kring utskrivning från slutenvården går åt rätt håll. ", 80))[..AnswerReader.MaxText];
        var part = new SubmissionPart(
            [
                .. Cells(IReportStore.MaxRowsBesideReceipt).Select(k => new NewRevision(
                    Reports.Report(k) with { Answer = new() { Value = AnswerValue.Words(text) }, Comment = text, Reason = text[..AnswerReader.MaxReason] }, null)),
            ],
            Reports.Receipt("key", 0, IReportStore.MaxRowsBesideReceipt));

        Assert.Equal(AppendOutcome.Stored, (await _store.AppendAsync(Plan, part, default)).Outcome);

        Assert.All(await CellsAsync(), r => Assert.Equal((text, text), (r.Comment, r.Answer.Value!.Text)));
    }

    [Fact]
    public async Task The_cells_can_be_rebuilt_from_the_log_alone()
    {
        var random = new Random(2021);
        ReportKey[] all = [.. from round in new[] { "2021-05", "2021-10" } from number in Enumerable.Range(1, 30) from department in new[] { "osn", "aln" } select Reports.Key(number, round, department)];
        for (var i = 0; i < 25; i++)
        {
            var stored = (await _store.ReadCellsAsync(Plan, default)).ToDictionary(c => c.Report.Key);
            var part = random.GetItems(all, random.Next(1, 40)).Distinct()
                .Select(k => stored.TryGetValue(k, out var c) ? new NewRevision(Reports.Report(k, c.Report.Revision + 1), c.Version) : new(Reports.Report(k), null));
            Assert.Equal(AppendOutcome.Stored, (await _store.AppendAsync(Plan, new([.. part], null), default)).Outcome);
        }

        var rebuilt = new Dictionary<ReportKey, Report>();
        foreach (var report in await LogAsync())
        {
            if (!rebuilt.TryGetValue(report.Key, out var before) || before.Revision < report.Revision)
            {
                rebuilt[report.Key] = report;
            }
        }

        var cells = (await CellsAsync()).ToDictionary(r => r.Key);
        Assert.True(cells.Values.Max(r => r.Revision) > 3);
        Assert.Equal(cells.Keys.ToHashSet(), [.. rebuilt.Keys]);
        Assert.All(rebuilt.Values, r => SaysTheSame(r, cells[r.Key]));
    }

    [Fact]
    public async Task Two_areas_with_the_same_plan_see_nothing_of_each_other()
    {
        PlanKey uppsala = new($"{Area}-uppsala", "hsvo-2021"), enkoping = new($"{Area}-enkoping", "hsvo-2021"), upp = new($"{Area}-upp", "hsvo-2021");
        await _store.AppendAsync(uppsala, Reports.First([Reports.Key(1)], Reports.Receipt("key", 0, 1)), default);
        await _store.AppendAsync(enkoping, Reports.First([Reports.Key(2)], Reports.Receipt("key", 0, 1)), default);

        Assert.Equal(Reports.Key(1), Assert.Single(await _store.ReadCellsAsync(uppsala, default)).Report.Key);
        Assert.Equal(Reports.Key(2), Assert.Single(await _store.ReadCellsAsync(enkoping, default)).Report.Key);
        Assert.Equal(Reports.Key(1), Assert.Single(await _store.ReadLogAsync(uppsala, default).ToListAsync()).Original.Key);
        Assert.Single(await _store.ReadSentAsync(enkoping, "key", default));
        Assert.Empty(await _store.ReadCellsAsync(upp, default));
        Assert.Empty(await _store.ReadSentAsync(upp, "key", default));
        Assert.Equal("", await _store.ReadStampAsync(upp, default));
        Assert.NotEqual(await _store.ReadStampAsync(uppsala, default), await _store.ReadStampAsync(enkoping, default));
    }

    private static IEnumerable<ReportKey> Cells(int count) => Enumerable.Range(1, count).Select(i => Reports.Key(i));

    private async Task<List<Report>> CellsAsync() => [.. (await _store.ReadCellsAsync(Plan, default)).Select(c => c.Report)];

    private async Task<List<Report>> LogAsync() => await _store.ReadLogAsync(Plan, default).Select(r => r.Original).ToListAsync();

    private async Task NothingIsStoredAsync()
    {
        Assert.Empty(await CellsAsync());
        Assert.Empty(await LogAsync());
        Assert.Equal("", await _store.ReadStampAsync(Plan, default));
    }
}
