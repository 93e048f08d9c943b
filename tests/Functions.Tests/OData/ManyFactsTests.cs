using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Hsvo.Contracts.OData;
using Hsvo.Domain.Areas;
using Hsvo.Domain.Plans;
using Hsvo.Domain.Reports;
using Hsvo.Functions.Http.OData;
using Hsvo.Functions.Mapping.OData;
using Hsvo.OData;
using Hsvo.TestKit.Builders;
using Hsvo.UseCases;
using Hsvo.UseCases.Stores;
using Moq;

namespace Hsvo.Functions.Tests.OData;

/// <summary>A hundred thousand facts page through without more memory than a page takes.</summary>
public sealed class ManyFactsTests
{
    private const int Indicators = 50;
    private const int Revisions = 1000;
    private const int Facts = Indicators * 2 * Revisions;
    private const long MostHeld = 16 * 1024 * 1024;
    private const int LargestPage = 1024 * 1024;

    private static readonly Plan Plan = LargePlan.Create("uppsala", Indicators);
    private static readonly string Comment = new('k', 100);

    [Fact]
    public async Task Every_fact_comes_once_and_no_more_is_held_than_a_page()
    {
        var read = 0;
        var reports = new FeedReports(new(Store(() => read++)));
        var tables = new FeedTables("uppsala", new(2021, 6, 1), [PlanRows.Of(new PlanSnapshot(Plan, AreaRecord.Empty, [], "stamp").Published, new(2021, 6, 1))]);
        var writer = new FeedWriter(FeedSchema.Model, "https://example.org/odata");
        var (rows, pages, last, most, token) = (0, 0, "", 0L, default(string));
        var before = GC.GetTotalMemory(forceFullCollection: true);

        do
        {
            var page = await reports.ReadAsync(tables, QueryOf(token), pageSize: null, default);
            var output = new ArrayBufferWriter<byte>();
            writer.WritePage(output, page);
            Assert.InRange(output.WrittenCount, 1, LargestPage);
            using var json = JsonDocument.Parse(output.WrittenMemory);
            foreach (var row in json.RootElement.GetProperty("value").EnumerateArray())
            {
                var key = row.GetProperty("reportKey").GetString()!;
                Assert.True(string.CompareOrdinal(key, last) > 0, $"{key} after {last}");
                (last, rows) = (key, rows + 1);
            }

            token = json.RootElement.TryGetProperty("@odata.nextLink", out var next) ? Uri.UnescapeDataString(next.GetString()!.Split("$skiptoken=")[1]) : null;
            if (pages++ % 20 == 0)
            {
                most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before);
            }
        }
        while (token is not null);

        Assert.Equal(Facts, rows);
        Assert.True(most < MostHeld, $"{most} bytes held after {pages} pages");

        // A page that is cut short by its size reads some rows again, and never the pages before it.
        Assert.InRange(read, Facts, 2 * Facts);
    }

    [Fact]
    public async Task Every_fact_is_counted_while_none_is_held()
    {
        var (read, most) = (0, 0L);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var reports = new FeedReports(new(Store(() => most = ++read % 20_000 == 0 ? Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before) : most)));
        var tables = new FeedTables("uppsala", new(2021, 6, 1), [PlanRows.Of(new PlanSnapshot(Plan, AreaRecord.Empty, [], "stamp").Published, new(2021, 6, 1))]);

        var all = await reports.CountAsync(tables, QueryOf(null), default);
        var counted = await reports.ReadAsync(tables, QueryOf(null, new("$count", "true"), new("$top", "1")), pageSize: null, default);

        Assert.Equal((Facts, Facts, 1, 2 * Facts), (all, counted.Count, counted.RowCount, read));
        Assert.True(most < MostHeld, $"{most} bytes held");
    }

    private static Query<FeedRow<ReportRow>> QueryOf(string? token, params KeyValuePair<string, string>[] options)
    {
        Assert.True(QueryOptions.TryParse(FeedSchema.ReportSet, token is null ? options : [.. options, new("$skiptoken", token)], QuerySettings.Collection, out Query<FeedRow<ReportRow>>? query, out var error), error?.English);
        return query;
    }

    // A log that is made as it is read, from wherever it is asked for.
    private static IReportStore Store(Action onRead)
    {
        var store = new Mock<IReportStore>(MockBehavior.Strict);
        store.Setup(s => s.ReadLogAsync(It.IsAny<PlanKey>(), It.IsAny<LogRange>(), It.IsAny<CancellationToken>()))
            .Returns<PlanKey, LogRange, CancellationToken>((_, range, token) => LogAsync(range, onRead, token));
        return store.Object;
    }

    private static async IAsyncEnumerable<LoggedRevision> LogAsync(LogRange range, Action onRead, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var cells = Enumerable.Range(0, Indicators).SelectMany(i => new[] { LargePlan.Department, LargePlan.OtherDepartment }.Select(d => new ReportKey("2021-05", LargePlan.Indicator(i), d)))
            .OrderBy(c => $"{c.Indicator}_{c.Department}", StringComparer.Ordinal).ToList();
        var first = range.After is { } after ? cells.IndexOf(after.Cell) : 0;
        for (var cell = first; cell < cells.Count; cell++)
        {
            for (var revision = cell == first && range.After is { } from ? from.Revision + 1 : 1; revision <= Revisions; revision++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                onRead();
                yield return new(
                    new()
                    {
                        Key = cells[cell],
                        Revision = revision,
                        Answer = new() { Value = AnswerValue.YesOrNo(revision % 2 == 0) },
                        Comment = Comment,
                        Reporter = "r",
                        Submission = "s",
                        ReportedAt = new(2021, 5, 3, 8, 0, 0, TimeSpan.Zero),
                        FirstReportedAt = new(2021, 5, 3, 8, 0, 0, TimeSpan.Zero),
                        Door = Door.Api,
                    },
                    [],
                    null);
            }
        }

        await Task.CompletedTask;
    }
}
