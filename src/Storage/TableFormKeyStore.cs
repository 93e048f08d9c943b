using Hsvo.UseCases.Stores;

namespace Hsvo.Storage;

/// <summary>The keys of forms, in the table "formkeys": a row for each, inserted and never changed. They are few: a new one every third month.</summary>
/// <param name="tables">The tables.</param>
internal sealed class TableFormKeyStore(Tables tables) : IFormKeyStore
{
    public async Task<IReadOnlyList<string>> ReadAsync(string area, CancellationToken cancellationToken) =>
        await Tables.QueryAsync(await tables.FormKeysAsync(), Keys.Partition(area), cancellationToken).Select(Rows.ReadFormKey)
            .ToListAsync(cancellationToken);

    public async Task KeepAsync(string area, Guid id, string content, CancellationToken cancellationToken)
    {
        var table = await tables.FormKeysAsync();
        await StorageErrors.Translate(() => table.AddEntityAsync(Rows.FormKey(area, id, content), cancellationToken), cancellationToken);
    }
}
