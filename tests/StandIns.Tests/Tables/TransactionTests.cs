using Azure;
using Azure.Data.Tables;
using Hsvo.TestKit;

namespace Hsvo.StandIns.Tests.Tables;

public sealed class TransactionTests(AzuriteFixture azurite) : TableTest(azurite)
{
    [Fact]
    public async Task A_hundred_rows_of_one_partition_go_in_together()
    {
        var answer = await Table.SubmitTransactionAsync(Enumerable.Range(0, 100).Select(i => Add("p", $"{i:000}")));

        Assert.Equal(202, answer.GetRawResponse().Status);
        Assert.Equal(100, answer.Value.Count);
        Assert.All(answer.Value, part => Assert.Equal(204, part.Status));
        Assert.Equal((await Table.GetEntityAsync<TableEntity>("p", "042")).Value.ETag, answer.Value[42].Headers.ETag);
        Assert.Equal(100, (await RowsAsync()).Count);
    }

    [Fact]
    public async Task Every_kind_of_action_does_its_own()
    {
        var etags = new Dictionary<string, ETag>();
        foreach (var row in new[] { "merge", "replace", "delete", "upmerge", "upreplace" })
        {
            etags[row] = (await Table.AddEntityAsync(new TableEntity("p", row) { ["A"] = 1, ["B"] = 1 })).Headers.ETag!.Value;
        }

        TableEntity Changed(string row) => new("p", row) { ["B"] = 2, ["Text"] = "Ändrad {så} här" };
        await Table.SubmitTransactionAsync(
        [
            new(TableTransactionActionType.Add, Changed("add")),
            new(TableTransactionActionType.UpdateMerge, Changed("merge"), etags["merge"]),
            new(TableTransactionActionType.UpdateReplace, Changed("replace"), etags["replace"]),
            new(TableTransactionActionType.Delete, new TableEntity("p", "delete"), etags["delete"]),
            new(TableTransactionActionType.UpsertMerge, Changed("upmerge")),
            new(TableTransactionActionType.UpsertReplace, Changed("upreplace")),
        ]);

        var rows = new Dictionary<string, (int? A, int? B)>();
        await foreach (var row in Table.QueryAsync<TableEntity>())
        {
            rows[row.RowKey] = (row.GetInt32("A"), row.GetInt32("B"));
            Assert.Equal("Ändrad {så} här", row.GetString("Text"));
        }

        Assert.Equal(
            new() { ["add"] = (null, 2), ["merge"] = (1, 2), ["replace"] = (null, 2), ["upmerge"] = (1, 2), ["upreplace"] = (null, 2) },
            rows);
    }

    [Fact]
    public async Task A_conflict_names_the_action_and_leaves_nothing_half_written()
    {
        await Table.AddEntityAsync(new TableEntity("p", "there") { ["A"] = 1 });

        var failure = await Assert.ThrowsAsync<TableTransactionFailedException>(() => Table.SubmitTransactionAsync(
        [
            Add("p", "new"),
            new(TableTransactionActionType.UpsertReplace, new TableEntity("p", "upserted")),
            Add("p", "there"),
            Add("p", "after"),
        ]));

        Assert.Equal((409, "EntityAlreadyExists", 2), (failure.Status, failure.ErrorCode, failure.FailedTransactionActionIndex));
        Assert.Equal(["there"], await RowsAsync());
    }

    [Fact]
    public async Task An_old_ETag_names_the_action_and_leaves_nothing_half_written()
    {
        var old = (await Table.AddEntityAsync(new TableEntity("p", "cell") { ["A"] = 1 })).Headers.ETag!.Value;
        await Table.UpdateEntityAsync(new TableEntity("p", "cell") { ["A"] = 2 }, old);

        var failure = await Assert.ThrowsAsync<TableTransactionFailedException>(() => Table.SubmitTransactionAsync(
        [
            Add("p", "log"),
            new(TableTransactionActionType.UpdateReplace, new TableEntity("p", "cell") { ["A"] = 3 }, old),
        ]));

        Assert.Equal((412, "UpdateConditionNotSatisfied", 1), (failure.Status, failure.ErrorCode, failure.FailedTransactionActionIndex));
        Assert.Equal(["cell"], await RowsAsync());
        Assert.Equal(2, (await Table.GetEntityAsync<TableEntity>("p", "cell")).Value.GetInt32("A"));
    }

    [Fact]
    public async Task Updating_a_row_that_is_not_there_fails_the_transaction()
    {
        var failure = await Assert.ThrowsAsync<TableTransactionFailedException>(() => Table.SubmitTransactionAsync(
        [
            Add("p", "log"),
            new(TableTransactionActionType.UpdateMerge, new TableEntity("p", "absent"), ETag.All),
        ]));

        Assert.Equal((404, "ResourceNotFound", 1), (failure.Status, failure.ErrorCode, failure.FailedTransactionActionIndex));
        Assert.Empty(await RowsAsync());
    }

    [Fact]
    public async Task A_hundred_and_one_actions_are_too_many()
    {
        var failure = await Assert.ThrowsAsync<TableTransactionFailedException>(
            () => Table.SubmitTransactionAsync(Enumerable.Range(0, 101).Select(i => Add("p", $"{i:000}"))));

        Assert.Equal((400, "InvalidInput"), (failure.Status, failure.ErrorCode));
        Assert.Contains("exceeds the maximum 100 changes", failure.Message, StringComparison.Ordinal);
        Assert.Empty(await RowsAsync());
    }

    [Fact]
    public async Task One_transaction_stays_in_one_partition()
    {
        var failure = await Assert.ThrowsAsync<TableTransactionFailedException>(() => Table.SubmitTransactionAsync([Add("p", "1"), Add("q", "2")]));

        Assert.Equal((400, "CommandsInBatchActOnDifferentPartitions", 1), (failure.Status, failure.ErrorCode, failure.FailedTransactionActionIndex));
        Assert.Empty(await RowsAsync());
    }

    [Fact]
    public async Task A_row_is_in_a_transaction_once()
    {
        var failure = await Assert.ThrowsAsync<TableTransactionFailedException>(() => Table.SubmitTransactionAsync(
            [Add("p", "1"), Add("p", "2"), new(TableTransactionActionType.UpsertMerge, new TableEntity("p", "1"))]));

        Assert.Equal((400, "InvalidDuplicateRow", 2), (failure.Status, failure.ErrorCode, failure.FailedTransactionActionIndex));
        Assert.Empty(await RowsAsync());
    }

    [Fact]
    public async Task A_row_over_a_limit_names_the_action()
    {
        var failure = await Assert.ThrowsAsync<TableTransactionFailedException>(() => Table.SubmitTransactionAsync(
            [Add("p", "1"), new(TableTransactionActionType.Add, new TableEntity("p", "2") { ["V"] = new string('a', 32769) })]));

        Assert.Equal((400, "PropertyValueTooLarge", 1), (failure.Status, failure.ErrorCode, failure.FailedTransactionActionIndex));
        Assert.Empty(await RowsAsync());
    }

    [Fact]
    public async Task A_transaction_is_at_most_4_MiB()
    {
        IEnumerable<TableTransactionAction> Of(int texts) => Enumerable.Range(0, texts / 10).Select(row => new TableTransactionAction(
            TableTransactionActionType.UpsertReplace,
            new TableEntity(Enumerable.Range(0, 10).ToDictionary(i => $"P{i}", object (_) => new string('a', 32000))) { PartitionKey = "p", RowKey = $"{row}" }));

        await Table.SubmitTransactionAsync(Of(130));

        await FailsAsync(() => Table.SubmitTransactionAsync(Of(140)), 413, "RequestBodyTooLarge");
        Assert.Equal(13, (await RowsAsync()).Count);
    }

    [Fact]
    public async Task An_empty_transaction_is_a_mistake() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => Table.SubmitTransactionAsync([]));

    [Fact]
    public async Task A_transaction_on_a_table_that_is_not_there_says_so()
    {
        var absent = new TableClient(ConnectionString, AzuriteFixture.NewTableName());

        await FailsAsync(() => absent.SubmitTransactionAsync([Add("p", "1")]), 404, "TableNotFound");
    }
}
