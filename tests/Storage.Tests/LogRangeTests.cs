using Hsvo.Domain.Reports;
using Hsvo.TestKit;
using Hsvo.UseCases.Stores;

namespace Hsvo.Storage.Tests;

/// <summary>Parts of the log, by key.</summary>
public sealed class LogRangeTests : StoreTest
{
    private static readonly ReportKey[] Cells =
        [.. from round in new[] { "2021-05", "2021-10" } from number in new[] { 1, 2, 10 } from unit in new[] { "amn", "osn" } select Reports.Key(number, round, unit)];

    private readonly TableReportStore _store;

    public LogRangeTests(AzuriteFixture azurite)
        : base(azurite) => _store = new(Tables);

    [Theory]
    [InlineData(null, null, null, 12)]
    [InlineData("2021-05", null, null, 6)]
    [InlineData("2021-10", "2.1.1.i1", null, 2)]
    [InlineData("2021-10", "2.1.1.i1", "osn", 1)]
    [InlineData("2021-1", null, null, 0)]
    public async Task A_range_holds_what_its_words_name_and_no_longer_word(string? round, string? indicator, string? department, int expected)
    {
        await _store.AppendAsync(Plan, Reports.First(Cells), default);

        var found = await ReadAsync(new(round, indicator, department));

        Assert.Equal(expected, found.Count);
        Assert.Equal(
            (await ReadAsync(new())).Where(r => (round is null || r.Original.Key.Round == round) && (indicator is null || r.Original.Key.Indicator == indicator)
                && (department is null || r.Original.Key.Department == department)).Select(r => r.Original.Key),
            found.Select(r => r.Original.Key));
    }

    [Fact]
    public async Task It_begins_after_any_revision_and_what_was_said_of_that_one()
    {
        await _store.AppendAsync(Plan, Reports.First(Cells), default);
        await _store.AppendMaskAsync(Plan, Cells[1], 1, new("nvs", Reports.Now.AddHours(1), "Namn"), cell: null, default);
        var all = await ReadAsync(new());

        foreach (var (i, from) in all.Index())
        {
            var rest = await ReadAsync(new() { After = new(from.Original.Key, from.Original.Revision), Wanted = 3 });

            Assert.Equal(all.Skip(i + 1).Select(r => r.Original.Key), rest.Select(r => r.Original.Key));
        }
    }

    [Fact]
    public async Task Of_a_range_that_lies_before_where_it_begins_there_is_nothing()
    {
        await _store.AppendAsync(Plan, Reports.First(Cells), default);

        Assert.Empty(await ReadAsync(new("2021-05") { After = new(Cells[^1], 1) }));
        Assert.Equal(6, (await ReadAsync(new("2021-10") { After = new(Reports.Key(1, "2021-05"), 1) })).Count);
    }

    private async Task<List<LoggedRevision>> ReadAsync(LogRange range) => await _store.ReadLogAsync(Plan, range, default).ToListAsync();
}
