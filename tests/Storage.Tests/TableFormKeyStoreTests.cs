using Hsvo.TestKit;

namespace Hsvo.Storage.Tests;

public sealed class TableFormKeyStoreTests : StoreTest
{
    private readonly TableFormKeyStore _store;

    public TableFormKeyStoreTests(AzuriteFixture azurite)
        : base(azurite) => _store = new(Tables);

    [Fact]
    public async Task Each_key_that_was_kept_is_read_by_every_instance_of_its_area()
    {
        await _store.KeepAsync(Area, Guid.NewGuid(), "<key>å</key>", default);
        await _store.KeepAsync(Area, Guid.NewGuid(), "<key>2</key>", default);

        Assert.Equal(["<key>2</key>", "<key>å</key>"], (await new TableFormKeyStore(new Tables(Account)).ReadAsync(Area, default)).Order());
        Assert.Empty(await _store.ReadAsync(Area + "x", default));
    }
}
