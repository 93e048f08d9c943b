using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using Hsvo.TestKit;

namespace Hsvo.StandIns.Tests.Tables;

public sealed class OneRowTests(AzuriteFixture azurite) : TableTest(azurite)
{
    [Fact]
    public async Task Adding_a_row_that_is_there_conflicts()
    {
        var added = await Table.AddEntityAsync(new TableEntity("p", "r"));

        Assert.Equal(204, added.Status);
        Assert.Equal((await Table.GetEntityAsync<TableEntity>("p", "r")).Value.ETag, added.Headers.ETag);
        var failure = await FailsAsync(() => Table.AddEntityAsync(new TableEntity("p", "r")), 409, "EntityAlreadyExists");
        Assert.True(failure.ErrorCode == TableErrorCode.EntityAlreadyExists);
    }

    [Fact]
    public async Task A_row_that_is_not_there_is_404_or_no_value()
    {
        await FailsAsync(() => Table.GetEntityAsync<TableEntity>("p", "r"), 404, "ResourceNotFound");
        await FailsAsync(() => Table.UpdateEntityAsync(new TableEntity("p", "r"), ETag.All), 404, "ResourceNotFound");
        var nothing = await Table.GetEntityIfExistsAsync<TableEntity>("p", "r");
        var deleted = await Table.DeleteEntityAsync("p", "r");

        Assert.False(nothing.HasValue);
        Assert.Throws<InvalidOperationException>(() => nothing.Value);
        Assert.Equal(404, nothing.GetRawResponse().Status);
        Assert.Equal(404, deleted.Status);
    }

    [Fact]
    public async Task A_row_that_is_there_has_a_value()
    {
        await Table.AddEntityAsync(new TableEntity("p", "r") { ["A"] = 1 });

        var row = await Table.GetEntityIfExistsAsync<TableEntity>("p", "r");

        Assert.True(row.HasValue);
        Assert.Equal(1, row.Value!.GetInt32("A"));
    }

    [Fact]
    public async Task An_update_with_an_old_ETag_changes_nothing()
    {
        var old = (await Table.AddEntityAsync(new TableEntity("p", "r") { ["A"] = 1 })).Headers.ETag!.Value;
        var current = (await Table.UpdateEntityAsync(new TableEntity("p", "r") { ["A"] = 2 }, old)).Headers.ETag!.Value;

        await FailsAsync(() => Table.UpdateEntityAsync(new TableEntity("p", "r") { ["A"] = 3 }, old), 412, "UpdateConditionNotSatisfied");
        await FailsAsync(() => Table.UpdateEntityAsync(new TableEntity("p", "r") { ["A"] = 3 }, old, TableUpdateMode.Replace), 412, "UpdateConditionNotSatisfied");
        await FailsAsync(() => Table.DeleteEntityAsync("p", "r", old), 412, "UpdateConditionNotSatisfied");

        var row = (await Table.GetEntityAsync<TableEntity>("p", "r")).Value;
        Assert.Equal((2, current), (row.GetInt32("A"), row.ETag));
    }

    [Fact]
    public async Task An_update_says_which_ETag_it_means() =>
        await Assert.ThrowsAsync<ArgumentException>(() => Table.UpdateEntityAsync(new TableEntity("p", "r"), default));

    [Fact]
    public async Task Merge_keeps_other_properties_and_replace_drops_them()
    {
        await Table.UpsertEntityAsync(new TableEntity("p", "merged") { ["A"] = 1, ["B"] = 1 });
        await Table.UpsertEntityAsync(new TableEntity("p", "replaced") { ["A"] = 1, ["B"] = 1 });

        await Table.UpsertEntityAsync(new TableEntity("p", "merged") { ["B"] = 2 });
        await Table.UpsertEntityAsync(new TableEntity("p", "replaced") { ["B"] = 2 }, TableUpdateMode.Replace);

        var merged = (await Table.GetEntityAsync<TableEntity>("p", "merged")).Value;
        var replaced = (await Table.GetEntityAsync<TableEntity>("p", "replaced")).Value;
        Assert.Equal((1, 2), (merged.GetInt32("A"), merged.GetInt32("B")));
        Assert.Equal((null, 2), (replaced.GetInt32("A"), replaced.GetInt32("B")));
    }

    [Fact]
    public async Task Deleting_takes_the_row_away()
    {
        await Table.AddEntityAsync(new TableEntity("p", "r"));
        var row = (await Table.GetEntityAsync<TableEntity>("p", "r")).Value;

        var deleted = await Table.DeleteEntityAsync(row, row.ETag);

        Assert.Equal(204, deleted.Status);
        Assert.Empty(await RowsAsync());
    }

    [Fact]
    public async Task Only_the_selected_properties_come()
    {
        await Table.AddEntityAsync(new TableEntity("p", "r") { ["A"] = 1, ["B"] = 2 });

        var row = (await Table.GetEntityAsync<TableEntity>("p", "r", ["RowKey", "B"])).Value;

        Assert.Equal((null, "r", null, 2), (row.PartitionKey, row.RowKey, row.GetInt32("A"), row.GetInt32("B")));
    }

    [Theory]
    [InlineData("o'malley", "''")]
    [InlineData("Åsö & söner", "100 % (=) + $ , ; : @ ! *")]
    [InlineData("", "")]
    [InlineData("uppsala~verksamhetsplan-2021", "log~2021-05~2.2.3.1~00001")]
    public async Task Keys_may_have_any_other_character(string partition, string row)
    {
        await Table.AddEntityAsync(new TableEntity(partition, row) { ["A"] = 1 });
        await Table.UpdateEntityAsync(new TableEntity(partition, row) { ["A"] = 2 }, ETag.All);
        await Table.SubmitTransactionAsync([new(TableTransactionActionType.UpsertMerge, new TableEntity(partition, row) { ["B"] = 3 })]);

        var found = (await Table.GetEntityAsync<TableEntity>(partition, row)).Value;
        var listed = await RowsAsync(TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey eq {row}"));
        await Table.DeleteEntityAsync(partition, row);

        Assert.Equal((partition, row, 2, 3), (found.PartitionKey, found.RowKey, found.GetInt32("A"), found.GetInt32("B")));
        Assert.Equal([row], listed);
        Assert.Empty(await RowsAsync());
    }
}
