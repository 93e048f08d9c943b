using Azure;
using Azure.Data.Tables;
using Hsvo.TestKit;

namespace Hsvo.StandIns.Tests.Tables;

public sealed class QueryTests(AzuriteFixture azurite) : TableTest(azurite)
{
    [Fact]
    public async Task More_than_a_thousand_rows_come_in_pages_and_all_of_them_once()
    {
        var partitions = new[] { "a", "b", "c" };
        foreach (var start in Enumerable.Range(0, 8))
        {
            foreach (var partition in partitions)
            {
                await Table.SubmitTransactionAsync(Enumerable.Range(start * 100, 100).Select(i => Add(partition, $"{i:0000}")));
            }
        }

        var pages = new List<int>();
        var rows = new List<string>();
        await foreach (var page in Table.QueryAsync<TableEntity>().AsPages())
        {
            pages.Add(page.Values.Count);
            rows.AddRange(page.Values.Select(row => row.PartitionKey + row.RowKey));
        }

        Assert.Equal([1000, 1000, 400], pages);
        Assert.Equal(partitions.SelectMany(partition => Enumerable.Range(0, 800).Select(i => $"{partition}{i:0000}")), rows);
    }

    [Fact]
    public async Task A_continuation_token_goes_on_where_the_page_ended()
    {
        await Table.SubmitTransactionAsync(Enumerable.Range(0, 25).Select(i => Add("p ä", $"r {i:00}")));

        Page<TableEntity>? first = null;
        await foreach (var page in Table.QueryAsync<TableEntity>(maxPerPage: 10).AsPages())
        {
            first = page;
            break;
        }

        var rest = new List<(int Count, bool More)>();
        await foreach (var page in Table.QueryAsync<TableEntity>(maxPerPage: 10).AsPages(first!.ContinuationToken))
        {
            rest.Add((page.Values.Count, page.ContinuationToken is not null));
        }

        Assert.Equal(10, first.Values.Count);
        Assert.NotNull(first.ContinuationToken);
        Assert.Equal([(10, true), (5, false)], rest);
    }

    [Fact]
    public async Task Rows_come_in_the_ordinal_order_of_their_keys()
    {
        string[] keys = ["a", "B", "Z", "å", "ä", "10", "9", "_", "a~", "aa", "", "~"];
        foreach (var key in keys)
        {
            await Table.AddEntityAsync(new TableEntity("p", key));
        }

        Assert.Equal(keys.Order(StringComparer.Ordinal), await RowsAsync());
        Assert.Equal(["B", "Z", "_"], await RowsAsync("PartitionKey eq 'p' and RowKey ge 'B' and RowKey lt 'a'"));
    }

    [Fact]
    public async Task A_filter_finds_by_every_type()
    {
        var moment = new DateTimeOffset(2021, 5, 31, 12, 0, 0, TimeSpan.FromHours(2));
        var id = Guid.NewGuid();
        await Table.AddEntityAsync(new TableEntity("p", "o'malley")
        {
            ["Text"] = "Åsa's",
            ["Number"] = 5,
            ["Large"] = 5_000_000_000L,
            ["Share"] = 1.5,
            ["Truth"] = true,
            ["Moment"] = moment,
            ["Id"] = id,
        });
        await Table.AddEntityAsync(new TableEntity("p", "other") { ["Text"] = "x", ["Number"] = 6, ["Truth"] = false });

        foreach (var filter in new[]
        {
            TableClient.CreateQueryFilter($"RowKey eq {"o'malley"}"),
            TableClient.CreateQueryFilter($"Text eq {"Åsa's"}"),
            TableClient.CreateQueryFilter($"Number lt {6}"),
            TableClient.CreateQueryFilter($"Large eq {5_000_000_000L}"),
            TableClient.CreateQueryFilter($"Share gt {1.4}"),
            TableClient.CreateQueryFilter($"Truth eq {true}"),
            TableClient.CreateQueryFilter($"Moment eq {moment}"),
            TableClient.CreateQueryFilter($"Id eq {id}"),
        })
        {
            Assert.Equal(["o'malley"], await RowsAsync(filter));
        }
    }

    [Fact]
    public async Task Only_the_selected_properties_come()
    {
        await Table.AddEntityAsync(new TableEntity("p", "r") { ["A"] = 1, ["B"] = 2 });

        await foreach (var row in Table.QueryAsync<TableEntity>(select: ["A"]))
        {
            Assert.Equal((1, null, null), (row.GetInt32("A"), row.GetInt32("B"), row.RowKey));
        }
    }

    [Fact]
    public async Task Rows_with_different_properties_are_not_mixed_up()
    {
        await Table.AddEntityAsync(new TableEntity("p", "1") { ["A"] = 1, ["B"] = "b", ["C"] = 2L });
        await Table.AddEntityAsync(new TableEntity("p", "2") { ["C"] = 3L, ["D"] = Guid.Empty });
        await Table.AddEntityAsync(new TableEntity("p", "3") { ["B"] = 1.5, ["A"] = true });

        var rows = new List<TableEntity>();
        await foreach (var row in Table.QueryAsync<TableEntity>())
        {
            rows.Add(row);
        }

        Assert.Equal((1, "b", 2L), (rows[0]["A"], rows[0]["B"], rows[0]["C"]));
        Assert.Equal((3L, Guid.Empty, false), (rows[1]["C"], rows[1]["D"], rows[1].ContainsKey("A")));
        Assert.Equal((true, 1.5, false), (rows[2]["A"], rows[2]["B"], rows[2].ContainsKey("C")));
    }

    [Fact]
    public async Task A_cancelled_query_stops()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await Table.QueryAsync<TableEntity>(cancellationToken: cancelled.Token).GetAsyncEnumerator().MoveNextAsync());
    }
}
