using Azure;
using Azure.Data.Tables;
using Hsvo.UseCases.Stores;

namespace Hsvo.Storage;

/// <summary>When the timers last ran, in the table "runs": one row for each, replaced.</summary>
/// <param name="tables">The tables.</param>
internal sealed class TableRunStore(Tables tables) : IRunStore
{
    public async Task<IReadOnlyDictionary<string, DateTimeOffset>> ReadAsync(string area, CancellationToken cancellationToken) =>
        await Tables.QueryAsync(await tables.RunsAsync(), Keys.Partition(area), cancellationToken).Select(Rows.ReadRun)
            .ToDictionaryAsync(r => r.Timer, r => r.At, cancellationToken: cancellationToken);

    public async Task KeepAsync(string area, string timer, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var table = await tables.RunsAsync();
        await StorageErrors.Translate(() => table.UpsertEntityAsync(Rows.Run(area, timer, at), TableUpdateMode.Replace, cancellationToken), cancellationToken);
    }

    public async Task AwaitAsync(string area, string timer, DateTimeOffset from, CancellationToken cancellationToken)
    {
        var table = await tables.RunsAsync();
        await StorageErrors.Translate(
            async () =>
            {
                try
                {
                    await table.AddEntityAsync(Rows.Run(area, timer, from), cancellationToken);
                }
                catch (RequestFailedException e) when (StorageErrors.IsConflict(e))
                {
                    // It has run, or is awaited already.
                }
            },
            cancellationToken);
    }
}
