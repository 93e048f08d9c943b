using Azure.Data.Tables;
using Hsvo.TestKit;

namespace Hsvo.StandIns.Tests.Tables;

public sealed class LimitTests(AzuriteFixture azurite) : TableTest(azurite)
{
    public static TheoryData<string> ForbiddenCharacters => ["/", "\\", "#", "?", "\t", "\n", "\r", "\u0000", "\u001f", "\u007f", "\u0085", "\u009f"];

    [Theory]
    [MemberData(nameof(ForbiddenCharacters))]
    public async Task A_key_with_a_forbidden_character_is_refused_everywhere(string forbidden)
    {
        var bad = $"a{forbidden}b";

        await FailsAsync(() => Table.AddEntityAsync(new TableEntity(bad, "r")), 400, "OutOfRangeInput");
        await FailsAsync(() => Table.AddEntityAsync(new TableEntity("p", bad)), 400, "OutOfRangeInput");
        await FailsAsync(() => Table.UpsertEntityAsync(new TableEntity("p", bad)), 400, "OutOfRangeInput");
        await FailsAsync(() => Table.GetEntityAsync<TableEntity>("p", bad), 400, "OutOfRangeInput");
        await FailsAsync(() => Table.DeleteEntityAsync("p", bad), 400, "OutOfRangeInput");
        await FailsAsync(() => Table.SubmitTransactionAsync([Add("p", bad)]), 400, "OutOfRangeInput");
        Assert.Empty(await RowsAsync());
    }

    [Fact]
    public async Task A_key_has_at_most_a_kibibyte()
    {
        await Table.AddEntityAsync(new TableEntity("p", new string('å', 512)));

        await FailsAsync(() => Table.AddEntityAsync(new TableEntity("p", new string('a', 513))), 400, "KeyValueTooLarge");
    }

    [Fact]
    public async Task A_row_has_at_most_252_properties_of_its_own()
    {
        TableEntity Wide(int count) => new(Enumerable.Range(0, count).ToDictionary(i => $"P{i}", object (i) => i)) { PartitionKey = "p", RowKey = $"{count}" };

        await Table.AddEntityAsync(Wide(252));

        await FailsAsync(() => Table.AddEntityAsync(Wide(253)), 400, "TooManyProperties");
    }

    [Fact]
    public async Task A_text_has_at_most_32768_characters()
    {
        await Table.AddEntityAsync(new TableEntity("p", "fits") { ["V"] = new string('ö', 32768) });

        await FailsAsync(() => Table.AddEntityAsync(new TableEntity("p", "not") { ["V"] = new string('o', 32769) }), 400, "PropertyValueTooLarge");
    }

    [Fact]
    public async Task Bytes_are_at_most_64_KiB()
    {
        await Table.AddEntityAsync(new TableEntity("p", "fits") { ["V"] = new byte[65536] });

        await FailsAsync(() => Table.AddEntityAsync(new TableEntity("p", "not") { ["V"] = new byte[65537] }), 400, "PropertyValueTooLarge");
    }

    [Fact]
    public async Task A_row_is_at_most_a_mebibyte()
    {
        TableEntity Big(int texts) =>
            new(Enumerable.Range(0, texts).ToDictionary(i => $"P{i}", object (_) => new string('a', 32000))) { PartitionKey = "p", RowKey = $"{texts}" };

        await Table.AddEntityAsync(Big(16));

        await FailsAsync(() => Table.AddEntityAsync(Big(17)), 400, "EntityTooLarge");
        await FailsAsync(() => Table.UpsertEntityAsync(Big(17), TableUpdateMode.Replace), 400, "EntityTooLarge");
    }

    [Theory]
    [InlineData("has-hyphen")]
    [InlineData("1st")]
    [InlineData("a b")]
    public async Task A_property_is_named_like_an_identifier(string name) =>
        await FailsAsync(() => Table.AddEntityAsync(new TableEntity("p", "r") { [name] = 1 }), 400, "PropertyNameInvalid");

    [Fact]
    public async Task A_property_name_has_at_most_255_characters()
    {
        await Table.AddEntityAsync(new TableEntity("p", "r") { [new string('å', 255)] = 1 });

        await FailsAsync(() => Table.AddEntityAsync(new TableEntity("p", "s") { [new string('a', 256)] = 1 }), 400, "PropertyNameTooLong");
    }

    [Fact]
    public async Task No_moment_is_before_1601()
    {
        await Table.AddEntityAsync(new TableEntity("p", "r") { ["V"] = new DateTimeOffset(1601, 1, 1, 0, 0, 0, TimeSpan.Zero) });

        await FailsAsync(() => Table.AddEntityAsync(new TableEntity("p", "s") { ["V"] = default(DateTimeOffset) }), 400, "OutOfRangeInput");
    }

    [Fact]
    public async Task A_page_has_at_most_a_thousand_rows()
    {
        await FailsAsync(async () => await Table.QueryAsync<TableEntity>(maxPerPage: 1001).AsPages().GetAsyncEnumerator().MoveNextAsync(), 400, "InvalidInput");
    }

    [Fact]
    public async Task A_filter_has_at_most_15_comparisons()
    {
        static string Filter(int count) => string.Join(" or ", Enumerable.Range(0, count).Select(i => $"RowKey eq 'a ''eq '' b{i}'"));

        Assert.Empty(await RowsAsync(Filter(15)));

        await FailsAsync(() => RowsAsync(Filter(16)), 400, "InvalidInput");
    }
}
